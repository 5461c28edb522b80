/** The files of the data page: each name, its type, and the function that makes it from the plan. */
import { hash } from 'node:crypto';
import { readTexts } from '#reader/read.ts';
import { partsOfTexts, rowsOfContent } from '#tables/noun-rows.ts';
import { cellsOfTables } from '#tables/sheet-layout.ts';
import { workbookOf } from '#tables/workbook.ts';
import { memoized } from '#model/memoized.ts';
import type { Plan } from '#model/plan.ts';
import type { labels } from '#strings.ts';
import { csv, type TableName } from './csv.ts';
import { planHtml, planTxt } from './editions.ts';
import { planJson } from './json.ts';
import { planJsonSchema } from './schema.ts';

export type FileName = keyof ReturnType<typeof labels>['files'];

type Bytes = string | Uint8Array<ArrayBuffer>;

/** Endpoints, the data page and the fingerprints ask for the bytes: they are made once. */
const fileOf = (type: string, write: (plan: Plan) => Bytes | Promise<Bytes>) => ({
  type,
  write: memoized(async (plan: Plan) => write(plan)),
});
const table = (name: TableName) => fileOf('text/csv; charset=utf-8', (plan) => csv(name, plan));

export const dataFiles: Record<FileName, ReturnType<typeof fileOf>> = {
  'plan.xlsx': fileOf(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    workbook,
  ),
  'plan.json': fileOf('application/json', planJson),
  'plan.schema.json': fileOf('application/schema+json', ({ policy }) =>
    planJsonSchema(policy.title),
  ),
  'programmes.csv': table('programmes'),
  'activities.csv': table('activities'),
  'pledges.csv': table('pledges'),
  'corrections.csv': table('corrections'),
  'plan.txt': fileOf('text/plain; charset=utf-8', planTxt),
  'plan.html': fileOf('text/html; charset=utf-8', planHtml),
  'sha256.txt': fileOf('text/plain; charset=utf-8', sums),
};
export const fileNames = Object.keys(dataFiles) as FileName[];

/** Bytes of a file. */
export const sizeOf = async (name: FileName, plan: Plan): Promise<number> =>
  Buffer.byteLength(await dataFiles[name].write(plan));

/** The workbook holds the content as it stands in its files, so that it can be brought back. */
async function workbook({ policy: { title, fiscalYear } }: Plan) {
  const cells = cellsOfTables(rowsOfContent(partsOfTexts(await readTexts())));
  return new Uint8Array(await workbookOf(cells, title, fiscalYear.start));
}

/** The fingerprints of the other files, as `sha256sum --check` reads them. */
async function sums(plan: Plan): Promise<string> {
  const others = fileNames.filter((name) => name !== 'sha256.txt');
  const lines = others.map(
    async (name) => `${hash('sha256', await dataFiles[name].write(plan))}  ${name}\n`,
  );
  return (await Promise.all(lines)).join('');
}

/** The answer of a data file's endpoint. */
export const respond = async (name: FileName, plan: Plan): Promise<Response> =>
  new Response(await dataFiles[name].write(plan), {
    headers: { 'Content-Type': dataFiles[name].type },
  });
