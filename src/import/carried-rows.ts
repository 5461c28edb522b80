/** Corrections and keywords that go with the rows that they are about. */
import type { NounName } from '#tables/nouns.ts';
import { fileOfRow, wordsOf, type NounRow, type NounRows } from '#tables/noun-rows.ts';

/**
 * `rows` with the corrections and keywords of moved rows at their new place. The keywords of removed
 * rows go with them; a correction of removed words stays, and is a fault that a person has to mend.
 */
export function withCarriedRows(rows: NounRows, before: NounRows): NounRows {
  const carried: NounRows = new Map(rows);
  const change = (name: NounName, next: (row: NounRow) => NounRow[]) =>
    carried.set(name, (carried.get(name) ?? []).flatMap(next));
  for (const name of ['goals', 'programmes', 'activities', 'sections', 'pledges'] as const) {
    const now = rows.get(name) ?? [];
    const kept = new Set(now.flatMap(({ key, movedFrom }) => [key, movedFrom]));
    const gone = (before.get(name) ?? []).filter(({ key }) => !kept.has(key));
    const lost = new Set(gone.map(({ key }) => `${name}/${key}`));
    change('keywords', (row) => (lost.has(wordsOf(row.data.for)) ? [] : [row]));
    for (const row of now) {
      if (row.movedFrom === undefined) continue;
      const [from, to] = [fileOfRow(name, row.movedFrom), fileOfRow(name, row.key)];
      const words = [wordsOf(row.data.text), row.body ?? ''].join('\n');
      change('corrections', (correction) => {
        const { file, shown } = correction.data;
        const isCarried = file === from && words.includes(wordsOf(shown));
        return [isCarried ? { ...correction, data: { ...correction.data, file: to } } : correction];
      });
      const places = { from: `${name}/${row.movedFrom}`, to: `${name}/${row.key}` };
      change('keywords', (keyword) =>
        keyword.data.for === places.from
          ? [{ key: places.to, data: { ...keyword.data, for: places.to } }]
          : [keyword],
      );
    }
  }
  return carried;
}
