/**
 * What follows rows that an import moves or removes: their corrections and keywords, and redirects, so
 * that no published address is dropped.
 */
import type { Published } from '#model/plan.ts';
import {
  fileOfRow,
  ownerOf,
  ownIdOf,
  wordsOf,
  type NounRow,
  type NounRows,
} from '#tables/noun-rows.ts';
import { nounTable, type NounName } from '#tables/nouns.ts';
import type { Merged, MergedRow } from './merged-tables.ts';

/** The addresses of a row: on its own page or the page that holds it, then in the whole text. */
const ADDRESSES: Partial<Record<NounName, (id: string, owner: string) => string[]>> = {
  parts: (id) => [`policy/#${id}`, `full/#${id}`],
  goals: (id) => [`goals/${id}/`, `full/#goal-${id}`, `full/#programmes-${id}`],
  principles: (id) => [`policy/#${id}`, `full/#principle-${id}`],
  programmes: (id) => [`programmes/${id}/`, `full/#programme-${id}`],
  activities: (id, owner) => [`programmes/${owner}/#${id}`, `full/#activity-${owner}-${id}`],
  sections: (id) => [`sections/${id}/`, `full/#section-${id}`],
  pledges: (id, owner) => [
    `sections/${owner}/${id}/`,
    `full/#pledge-${owner}-${id}`,
    `sections/${owner}/#${id}`,
  ],
  corrections: (id) => [`corrections/#${id}`],
};
const addressesOf = (name: NounName, key: string): string[] =>
  ADDRESSES[name]?.(ownIdOf(key), ownerOf(key)) ?? [];

/** Changes `rows`. `published`: the addresses that the plan has promised. */
export function followMoves(rows: Merged['rows'], before: NounRows, published: Published): void {
  for (const name of Object.keys(ADDRESSES) as NounName[]) {
    const now = rows.get(name) ?? [];
    const kept = new Set(now.flatMap(({ key, movedFrom }) => movedFrom ?? key));
    for (const row of now) if (row.movedFrom !== undefined) follow(name, row.movedFrom, row, rows);
    for (const { key } of before.get(name) ?? []) {
      const moved = now.find(({ movedFrom }) => movedFrom === key);
      if (kept.has(key) && !moved) continue;
      if (!moved) dropKeywords(`${name}/${key}`, rows);
      const targets = moved && addressesOf(name, moved.key);
      for (const [index, from] of addressesOf(name, key).entries())
        redirect(rows, published, {
          from,
          to: targets ? (targets[index] ?? 'full/') : nearest(name, key, rows, from),
          ...(!moved && { ended: true }),
        });
    }
  }
}

/** Takes the corrections and the keywords of a moved row to its new place. */
function follow(name: NounName, movedFrom: string, row: MergedRow, rows: Merged['rows']): void {
  const [from, to] = [movedFrom, row.key].map((key) => fileOfRow(name, key));
  const words = [wordsOf(row.data.text), row.body ?? ''].join('\n');
  const corrections = (rows.get('corrections') ?? []).map((correction) =>
    correction.data.file === from && words.includes(wordsOf(correction.data.shown))
      ? { ...correction, data: { ...correction.data, file: to } }
      : correction,
  );
  rows.set('corrections', corrections);
  const place = `${name}/${row.key}`;
  const keywords = (rows.get('keywords') ?? []).map((keyword) =>
    keyword.key === `${name}/${movedFrom}`
      ? { ...keyword, key: place, data: { ...keyword.data, for: place } }
      : keyword,
  );
  rows.set('keywords', keywords);
}

/** A correction of removed words stays, and is a fault that a person has to mend. */
const dropKeywords = (place: string, rows: Merged['rows']) =>
  rows.set(
    'keywords',
    (rows.get('keywords') ?? []).filter(({ key }) => key !== place),
  );

/** Where what is gone leads: its owner, else the page of its kind, else the whole text. */
function nearest(name: NounName, key: string, rows: NounRows, from: string): string {
  const owner = nounTable(name).owner?.table;
  const remains = owner && rows.get(owner)?.some((row) => row.key === ownerOf(key));
  const inFull = from.startsWith('full/');
  if (owner && remains) return addressesOf(owner, ownerOf(key))[inFull ? 1 : 0] ?? 'full/';
  const page = `${from.split('/')[0] ?? ''}/`;
  return inFull || page === 'goals/' || (rows.get(name) ?? []).length === 0 ? 'full/' : page;
}

/** Adds a row for a published address, and leads older rows that led there on to the new place. */
function redirect(
  rows: Merged['rows'],
  published: Published,
  move: { from: string; to: string; ended?: boolean },
): void {
  const redirects = (rows.get('redirects') ?? []).map((row): NounRow =>
    row.data.to === move.from
      ? { ...row, data: { ...row.data, ...move, from: row.data.from } }
      : row,
  );
  const isListed = redirects.some(({ key }) => key === move.from);
  if (published.has(move.from) && !isListed) redirects.push({ key: move.from, data: { ...move } });
  rows.set('redirects', redirects);
}
