/** Redirects for rows that an import moves or removes, so that no published address is dropped. */
import { nounTable, type NounName } from '#tables/nouns.ts';
import { ownerOf, ownIdOf, type NounRow, type NounRows } from '#tables/noun-rows.ts';

/** Address below the base → where it leads; `ended`: the nearest place that remains. */
export interface MovedAddress {
  from: string;
  to: string;
  ended?: true;
}

/** The addresses of a row: on its own page or the page that holds it, and in the whole text. */
const ADDRESSES: Partial<Record<NounName, (own: string, owner: string) => string[]>> = {
  parts: (id) => [`policy/#${id}`, `full/#${id}`],
  goals: (id) => [
    `goals/${id}/`,
    `full/#goal-${id}`,
    `full/#programmes-${id}`,
    `yomigana/programmes-${id}/`,
  ],
  principles: (id) => [`policy/#${id}`, `full/#principle-${id}`],
  programmes: (id) => [`programmes/${id}/`, `full/#programme-${id}`],
  activities: (id, owner) => [`programmes/${owner}/#${id}`, `full/#activity-${owner}-${id}`],
  sections: (id) => [`sections/${id}/`, `full/#section-${id}`, `yomigana/section-${id}/`],
  pledges: (id, owner) => [
    `sections/${owner}/${id}/`,
    `full/#pledge-${owner}-${id}`,
    `sections/${owner}/#${id}`,
  ],
  corrections: (id) => [`corrections/#${id}`],
};

const addressesOf = (name: NounName, key: string): string[] =>
  ADDRESSES[name]?.(ownIdOf(key), ownerOf(key)) ?? [];

/** Where what is gone leads: its owner, else the page of its kind, else the whole text. */
function nearest(name: NounName, key: string, rows: NounRows, from: string): string {
  const owner = nounTable(name).owner?.table;
  const remains = owner && rows.get(owner)?.some((row) => row.key === ownerOf(key));
  const inFull = from.startsWith('full/');
  if (owner && remains) return addressesOf(owner, ownerOf(key))[inFull ? 1 : 0] ?? 'full/';
  const page = `${from.split('/')[0] ?? ''}/`;
  return inFull || page === 'goals/' || (rows.get(name) ?? []).length === 0 ? 'full/' : page;
}

/** The redirects of all rows of `before` that `after` has elsewhere or not at all. */
export function movedAddresses(before: NounRows, after: NounRows): MovedAddress[] {
  return [...before].flatMap(([name, rows]) => {
    const now = after.get(name) ?? [];
    const kept = new Set(now.filter(({ movedFrom }) => !movedFrom).map(({ key }) => key));
    const moved = new Map(
      now.flatMap((row): [string, NounRow][] => (row.movedFrom ? [[row.movedFrom, row]] : [])),
    );
    return rows.flatMap(({ key }): MovedAddress[] => {
      if (kept.has(key)) return [];
      const there = moved.get(key);
      const targets = there && addressesOf(name, there.key);
      return addressesOf(name, key).map((from, index) =>
        targets
          ? { from, to: targets[index] ?? 'full/' }
          : { from, to: nearest(name, key, after, from), ended: true },
      );
    });
  });
}

/**
 * Adds to the rows of `redirects` those of published addresses that are gone, and leads older ones
 * that led there on to the new place. `gone`: published addresses that the plan no longer has.
 */
export function withRedirects(
  redirects: readonly NounRow[],
  moves: readonly MovedAddress[],
  gone: ReadonlySet<string>,
): NounRow[] {
  const byFrom = new Map(moves.map((move) => [move.from, move]));
  const led = redirects.map((row) => {
    const move = byFrom.get(String(row.data.to));
    return move ? { ...row, data: { ...row.data, ...move, from: row.data.from } } : row;
  });
  const listed = new Set(led.map(({ data }) => data.from));
  const added = moves.filter(({ from }) => gone.has(from) && !listed.has(from));
  return [...led, ...added.map((move) => ({ key: move.from, data: { ...move } }))];
}
