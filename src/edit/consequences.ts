/** What a save means for the addresses that were published: which move, which end. */
import { standing, type Address } from '#links/addresses.ts';
import { brokenPromises } from '#links/promises.ts';
import type { Published } from '#model/plan.ts';
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
  /** Published addresses that are gone and that `redirects` lead nowhere. */
  const gone = (redirects: Redirect[]) =>
    brokenPromises(published, { ...after, redirects })
      .filter((promise) => promise.now === undefined && old.has(promise.path))
      // Pages first: a redirect of a page takes along its fragments.
      .sort((a, b) => Number(a.path.includes('#')) - Number(b.path.includes('#')));
  const fresh = [...now].filter(([path]) => !old.has(path));
  const successors = new Map<string, string>();
  /** The new address of the same thing: of the same subject, else of the same words. */
  const successor = (path: string): string | undefined => {
    const known = successors.get(path);
    const own = old.get(path);
    if (known !== undefined || !own) return known;
    const taken = [...successors.values()];
    const free = fresh.filter(([to]) => kindOf(to) === kindOf(path) && !taken.includes(to));
    const words = otherWords(own);
    const [found] =
      free.find(([, { subject }]) => subject === own.subject) ??
      free.find(([, one]) => words !== '' && otherWords(one) === words) ??
      [];
    if (found !== undefined) successors.set(path, found);
    return found;
  };

  const moved: Redirect[] = [];
  const ended: Redirect[] = [];
  const kept = after.redirects.filter(({ from }) => !now.has(from));
  for (const { path } of gone(kept)) {
    if (!gone([...kept, ...moved]).some((promise) => promise.path === path)) continue;
    const to = successor(path);
    if (to === undefined) ended.push({ from: path, to: nearest(path, now) });
    else moved.push({ from: path, to });
  }
  const rows = [...moved, ...ended];
  // No redirect leads to another one.
  const last = (to: string) =>
    now.has(to)
      ? to
      : (rows.find(({ from }) => from === to)?.to ?? successor(to) ?? nearest(to, now));
  const redirects = [...kept.map(({ from, to }) => ({ from, to: last(to) })), ...rows];
  return { redirects, ended, moved };
}

const otherWords = ({ subject, words }: Address) =>
  words.filter((one) => one !== subject).join('\n');

/** A page follows a page, a fragment one of the same kind of page. */
const kindOf = (path: string) => `${path.split('/')[0] ?? ''}${path.includes('#') ? '#' : ''}`;

/** The nearest address that still exists: the page of a fragment, or the page above. */
function nearest(path: string, now: ReadonlyMap<string, unknown>): string {
  const page = path.split('#')[0] ?? '';
  const above = page.replace(/[^/]+\/$/, '');
  const known: Record<string, string> = { goals: 'policy/' };
  const candidates = [page, above, known[path.split('/')[0] ?? ''] ?? '', 'full/'];
  return candidates.find((one) => one !== '' && one !== path && now.has(one)) ?? 'about/';
}
