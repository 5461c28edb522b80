/** Corrections and keywords that go with the rows that they are about. */
import { fileOfRow, wordsOf, type NounRows } from '#tables/noun-rows.ts';

/**
 * `rows` with the corrections and keywords of moved rows at their new place. The keywords of removed
 * rows go with them; a correction of removed words stays, and is a fault that a person has to mend.
 */
export function withCarriedRows(rows: NounRows): NounRows {
  const carried: NounRows = new Map(rows);
  for (const name of ['activities', 'pledges'] as const)
    for (const row of rows.get(name) ?? [])
      if (row.movedFrom !== undefined) {
        const [from, to] = [fileOfRow(name, row.movedFrom), fileOfRow(name, row.key)];
        const words = [wordsOf(row.data.text), row.body ?? ''].join('\n');
        carried.set(
          'corrections',
          (carried.get('corrections') ?? []).map((correction) =>
            correction.data.file === from && words.includes(wordsOf(correction.data.shown))
              ? { ...correction, data: { ...correction.data, file: to } }
              : correction,
          ),
        );
      }
  return carried;
}
