/** What a save means for the addresses that were published: which move, which end. */
import { standing, type Address } from '#links/addresses.ts';
import { brokenPromises, type Published } from '#links/promises.ts';
import type { Plan } from '#model/plan.ts';
import type { Redirect } from '#model/redirect.ts';

export interface Consequences {
  /** `redirects.yaml` as it has to be. */
  redirects: Redirect[];
  /** Addresses of what is gone, and where their readers are sent: what is nearest. */
  ended: Redirect[];
  /** Addresses of what has moved, and its new ones. */
  moved: Redirect[];
}

export function consequencesOf(before: Plan, after: Plan, published: Published): Consequences {
  const now = standing(after);
  const old = standing(before);
  const gone = (redirects: Redirect[]) =>
    brokenPromises(published, { ...after, redirects })
      .filter((promise) => promise.now === undefined && old.has(promise.path))
      // Pages first: their fragments may go with them.
      .sort((a, b) => Number(a.path.includes('#')) - Number(b.path.includes('#')));
  const fresh = [...now].filter(([path]) => !old.has(path));
  const heirs = new Map<string, string>();
  /** Where the same thing stands now: of the same name or, where its name says its place, of the same words. */
  const heir = (path: string): string | undefined => {
    const gone = old.get(path);
    const taken = [...heirs.values()];
    const free = fresh.filter(([to]) => kindOf(to) === kindOf(path) && !taken.includes(to));
    const found =
      free.find(([, { subject }]) => subject === gone?.subject) ??
      free.find(([, one]) => gone && besides(one) !== '' && besides(one) === besides(gone));
    if (found && !heirs.has(path)) heirs.set(path, found[0]);
    return heirs.get(path);
  };

  const moved: Redirect[] = [];
  const ended: Redirect[] = [];
  // A chain is cut short: who was sent to what moves now is sent to where it goes.
  const kept = () => after.redirects.filter(({ from }) => !now.has(from));
  for (const { path } of gone(kept())) {
    if (!gone([...kept(), ...moved]).some((promise) => promise.path === path)) continue;
    const to = heir(path);
    if (to === undefined) ended.push({ from: path, to: nearest(path, now) });
    else moved.push({ from: path, to });
  }
  const rows = [...moved, ...ended];
  const lead = (to: string) =>
    now.has(to) ? to : (rows.find(({ from }) => from === to)?.to ?? heir(to) ?? nearest(to, now));
  const redirects = [...kept().map(({ from, to }) => ({ from, to: lead(to) })), ...rows];
  return { redirects, ended, moved };
}

const besides = ({ subject, words }: Address) => words.filter((one) => one !== subject).join('\n');

/** Pages are heirs of pages, fragments of fragments of the same kind of page. */
const kindOf = (path: string) => `${path.split('/')[0] ?? ''}${path.includes('#') ? '#' : ''}`;

/** The page of a fragment, or the page above, that stands. */
function nearest(path: string, now: ReadonlyMap<string, unknown>): string {
  const page = path.split('#')[0] ?? '';
  const above = page.replace(/[^/]+\/$/, '');
  const known: Record<string, string> = { goals: 'policy/' };
  const candidates = [page, above, known[path.split('/')[0] ?? ''] ?? '', 'full/'];
  return candidates.find((one) => one !== '' && one !== path && now.has(one)) ?? 'about/';
}
