/** What the content is called, whether or not it is in order. */
import { folderOf } from '#model/collections.ts';
import { readTexts } from '#reader/read.ts';
import { columnsOf } from '#tables/columns.ts';
import { isData, rowsOfContent, type NounRows } from '#tables/noun-rows.ts';
import { nounNames, nounTable, type NounTable } from '#tables/nouns.ts';
import { inPrintedOrder } from '#tables/table-cells.ts';
import { partsOf, type Data } from '#text/content-file.ts';

/** The tables that a file holds rows of. */
function tablesOf(file: string): NounTable[] {
  const folder = folderOf(file);
  return nounNames.map(nounTable).filter(({ kept }) => {
    if (kept.as === 'files') return kept.folder === folder;
    return kept.as === 'items' ? kept.of === folder : kept.file === file;
  });
}

/** What people call a file: as its sheet of the workbook; undefined for one that nobody edits. */
export const labelOfFile = (file: string): string | undefined =>
  tablesOf(file)[0]?.sheet ?? (folderOf(file) === 'pages' ? labelOfPage(file) : undefined);

const labelOfPage = (file: string) =>
  file === 'pages/about.mdx' ? 'このサイトについて' : `ページ ${file}`;

/** The names of the fields of a file → what people call them. */
export const labelsIn = (file: string): ReadonlyMap<string, string> =>
  new Map(
    tablesOf(file).flatMap(({ schema, kept, sheet }) => [
      ...(kept.as === 'items' ? [[kept.list, sheet] as const] : []),
      ...columnsOf(schema).map(({ path, header }) => [path.at(-1) ?? '', header] as const),
    ]),
  );

/** Rows of the MDX files in the order of the print, and the paths of the pages beside the plan. */
export interface ContentNames {
  rows: NounRows;
  pages: string[];
}

export async function readNames(dir: string): Promise<ContentNames> {
  const files = [...(await readTexts(dir))].filter(([file]) => file.endsWith('.mdx'));
  const parts = files.map(([file, text]) => [file, { data: dataIn(file, text) }] as const);
  const rows = inPrintedOrder(rowsOfContent(new Map(parts)));
  return { rows, pages: files.map(([file]) => file).filter((file) => folderOf(file) === 'pages') };
}

/** None where they cannot be read: the row of the file has its id alone. */
function dataIn(file: string, text: string): Data {
  try {
    const { data } = partsOf(file, text);
    return isData(data) ? data : {};
  } catch {
    return {};
  }
}
