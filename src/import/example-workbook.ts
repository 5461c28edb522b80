/** An empty workbook for a new plan. Its example rows have to go before it can be imported. */
import { nounNames, type NounName } from '#tables/nouns.ts';
import { layoutOf } from '#tables/sheet-layout.ts';
import { workbookOf } from '#tables/workbook.ts';
import { EXAMPLE } from './table-rows.ts';

/** Tables that every plan has: the others begin empty. */
const SHOWN: ReadonlySet<NounName> = new Set([
  ...(['policy', 'parts', 'goals', 'principles', 'programmes'] as const),
  ...(['activities', 'sections', 'pledges'] as const),
]);

export function exampleWorkbook(): Promise<Uint8Array> {
  const cellsOf = (name: NounName) =>
    layoutOf(name).map(({ kind, header, column }) => {
      const isNeeded = column ? column.required && column.path.length === 1 : kind !== 'place';
      return isNeeded && kind !== 'id' && kind !== 'ownerId' ? `${EXAMPLE}${header}` : '';
    });
  const tables = nounNames.map(
    (name) => [name, new Map(SHOWN.has(name) ? [['', cellsOf(name)]] : [])] as const,
  );
  return workbookOf(new Map(tables), '新しい計画', 2000, false);
}
