/**
 * What follows rows that an import moves or removes: their corrections and keywords, and redirects,
 * so that no published address is dropped.
 */
import type { Published } from '#model/plan.ts';
import { fileOfRow, ownerOf, ownIdOf, wordsOf, type NounRows } from '#tables/noun-rows.ts';
import { nounTable, type NounName } from '#tables/nouns.ts';
import type { Merged, MergedRow } from './merged-tables.ts';
import templates from './moved-addresses.json' with { type: 'json' };

/**
 * Of each table the addresses of a row: on its page or that of its owner, then in the whole text.
 */
const TEMPLATES = new Map(Object.entries(templates) as [NounName, string[]][]);

const addressesOf = (name: NounName, key: string): string[] =>
  (TEMPLATES.get(name) ?? []).map((template) =>
    template.replace('{id}', ownIdOf(key)).replace('{owner}', ownerOf(key)),
  );

/** Changes `rows`. `published`: the addresses that the plan has promised. */
export function followMoves(rows: Merged['rows'], before: NounRows, published: Published): void {
  for (const name of TEMPLATES.keys())
    for (const { key } of before.get(name) ?? []) {
      const now = rows.get(name) ?? [];
      const moved = now.find(({ movedFrom }) => movedFrom === key);
      if (!moved && now.some((row) => row.key === key)) continue;
      takeAlong(name, key, moved, rows);
      const targets = moved && addressesOf(name, moved.key);
      for (const [index, from] of addressesOf(name, key).entries()) {
        const to = targets?.[index] ?? nearest(name, key, rows, from);
        redirect(rows, published, { from, to, ...(!moved && { ended: true }) });
      }
    }
}

/**
 * Takes the corrections and keywords of a moved row along. The keywords of a removed row go with
 * it; a correction of removed words stays, and is a fault that a person has to mend.
 */
function takeAlong(
  name: NounName,
  from: string,
  row: MergedRow | undefined,
  rows: Merged['rows'],
): void {
  const key = `${name}/${row?.key ?? ''}`;
  const keywords = (rows.get('keywords') ?? []).flatMap((keyword) => {
    if (keyword.key !== `${name}/${from}`) return [keyword];
    return row ? [{ ...keyword, key, data: { ...keyword.data, for: key } }] : [];
  });
  rows.set('keywords', keywords);
  if (!row) return;
  const words = `${wordsOf(row.data.text)}\n${row.body ?? ''}`;
  const file = fileOfRow(name, row.key);
  const corrections = (rows.get('corrections') ?? []).map((correction) => {
    const { data } = correction;
    const isOfRow = data.file === fileOfRow(name, from) && words.includes(wordsOf(data.shown));
    return isOfRow ? { ...correction, data: { ...data, file } } : correction;
  });
  rows.set('corrections', corrections);
}

/** Where what is gone leads: its owner, else the page of its kind, else the whole text. */
function nearest(name: NounName, key: string, rows: NounRows, from: string): string {
  const owner = nounTable(name).owner?.table;
  const inFull = from.startsWith('full/');
  if (owner && rows.get(owner)?.some((row) => row.key === ownerOf(key)))
    return addressesOf(owner, ownerOf(key))[inFull ? 1 : 0] ?? 'full/';
  const page = `${from.split('/')[0] ?? ''}/`;
  return inFull || page === 'goals/' || (rows.get(name) ?? []).length === 0 ? 'full/' : page;
}

/** Adds a row for a published address, and leads older rows that led there on to the new place. */
function redirect(
  rows: Merged['rows'],
  published: Published,
  move: { from: string; to: string; ended?: boolean },
): void {
  const redirects = (rows.get('redirects') ?? []).map((row) => {
    const { data } = row;
    return data.to === move.from ? { ...row, data: { ...data, ...move, from: data.from } } : row;
  });
  const isListed = redirects.some(({ key }) => key === move.from);
  if (published.has(move.from) && !isListed) redirects.push({ key: move.from, data: { ...move } });
  rows.set('redirects', redirects);
}
