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
  let redirects = rows.get('redirects') ?? [];
  for (const name of TEMPLATES.keys())
    for (const { key } of before.get(name) ?? []) {
      const now = rows.get(name) ?? [];
      const moved = now.find(({ movedFrom }) => movedFrom === key);
      if (!moved && now.some((row) => row.key === key)) continue;
      takeAlong(name, key, moved, rows);
      const targets = moved && addressesOf(name, moved.key);
      for (const [index, from] of addressesOf(name, key).entries()) {
        const to = targets?.[index] ?? nearest(name, key, rows, from);
        const where = { to, ...(!moved && { ended: true }) };
        // Older rows that led there lead on.
        redirects = redirects.map((row) =>
          row.data.to === from ? { ...row, data: { ...row.data, ...where } } : row,
        );
        if (published.has(from) && !redirects.some((row) => row.key === from))
          redirects.push({ key: from, data: { from, ...where } });
      }
    }
  rows.set('redirects', redirects);
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
