/** `redirects.yaml` as pages: what each old page, and each old fragment of a page, leads to. */
import { addressesByPath, type Address } from './addresses.ts';
import type { Plan } from '#model/plan.ts';
import { to } from '#urls.ts';

/** A fragment that a page once had. */
export interface MovedFragment {
  id: string;
  /** Where it is now; where it has ended, the nearest place that remains. */
  target: Address;
  ended: boolean;
}
export interface MovedPage {
  /** Below the base, without the last slash. */
  path: string;
  target: Address;
  ended: boolean;
  fragments: MovedFragment[];
}

/** The pages that are gone, each with all its fragments that are known to have moved. */
export function movedPages(plan: Plan): MovedPage[] {
  const from = new Set(plan.redirects.map((row) => row.from.split('#')[0] ?? ''));
  return [...from]
    .filter((path) => !addressesByPath(plan).has(path))
    .map((path) => {
      const fragments = movedFragments(plan, path);
      const row = plan.redirects.find((redirect) => redirect.from === path);
      const target = addressAt(plan, row?.to ?? fragments[0]?.target.path.split('#')[0] ?? '');
      const ended = row ? row.ended === true : fragments.every((fragment) => fragment.ended);
      return { path: path.replace(/\/$/, ''), target, ended, fragments };
    });
}

/**
 * Pages that a server may redirect. One whose fragments moved to different pages stays a page, as a
 * server does not see fragments; so does one that has ended, to say so.
 */
export const serverRedirects = (plan: Plan): { from: string; to: string }[] =>
  movedPages(plan)
    .filter(({ fragments, ended }) => fragments.length === 0 && !ended)
    .map(({ path, target }) => ({ from: to(`${path}/`), to: to(target.path) }));

/** The moved fragments of one page, given below the base. */
export function movedFragments(plan: Plan, page: string): MovedFragment[] {
  return plan.redirects.flatMap(({ from, to, ended = false }) =>
    from.startsWith(`${page}#`)
      ? [{ id: from.slice(page.length + 1), target: addressAt(plan, to), ended }]
      : [],
  );
}

function addressAt(plan: Plan, path: string): Address {
  const found = addressesByPath(plan).get(path);
  if (!found) throw new Error(`redirects.yaml leads to ${path}, which does not stand`);
  return found;
}
