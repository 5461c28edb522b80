/** An empty workbook for a new plan. Its example rows have to go before it can be imported. */
import { nounNames } from '#tables/nouns.ts';
import { layoutOf } from '#tables/sheet-layout.ts';
import { workbookOfCells } from '#tables/workbook.ts';
import { EXAMPLE } from './given-keys.ts';

/** Tables that every plan has: the others begin empty. */
const SHOWN = [
  'policy',
  'parts',
  'goals',
  'principles',
  'programmes',
  'activities',
  'sections',
  'pledges',
];

export function exampleWorkbook(): Promise<Uint8Array> {
  const exported = nounNames.map((name) => {
    const layout = layoutOf(name);
    const isShown = SHOWN.includes(name);
    const cells = layout.map((part) => {
      const isNeeded =
        part.kind === 'field'
          ? part.column.required && part.column.path.length === 1
          : part.kind !== 'place';
      return isNeeded && part.kind !== 'id' && part.kind !== 'ownerId'
        ? `${EXAMPLE}${part.header}`
        : '';
    });
    return [name, isShown ? [{ key: '', cells }] : []] as const;
  });
  return workbookOfCells(new Map(exported), '新しい計画', 2000, false);
}
