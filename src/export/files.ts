/** The files of the data page: each name, its type, and the function that makes it from the plan. */
import { hash } from 'node:crypto';
import { readTexts } from '#reader/read.ts';
import { partsOfTexts, rowsOfContent } from '#tables/noun-rows.ts';
import { workbookOf } from '#tables/workbook.ts';
import { memoized } from '#model/memoized.ts';
import type { Plan } from '#model/plan.ts';
import type { labels } from '#strings.ts';
import { csv, type TableName } from './csv.ts';
import { planHtml } from './html.ts';
import { planJson } from './json.ts';
import { planJsonSchema } from './schema.ts';
import { planTxt } from './txt.ts';

export type FileName = keyof ReturnType<typeof labels>['files'];

interface Format {
  type: string;
  write: (plan: Plan) => string | Promise<string | Uint8Array<ArrayBuffer>>;
}

const table = (name: TableName): Format => ({
  type: 'text/csv; charset=utf-8',
  write: (plan) => csv(name, plan),
});

export const dataFiles: Record<FileName, Format> = {
  'plan.xlsx': {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: workbook,
  },
  'plan.json': { type: 'application/json', write: planJson },
  'plan.schema.json': {
    type: 'application/schema+json',
    write: (plan) => planJsonSchema(plan.policy.title),
  },
  'programmes.csv': table('programmes'),
  'activities.csv': table('activities'),
  'pledges.csv': table('pledges'),
  'corrections.csv': table('corrections'),
  'plan.txt': { type: 'text/plain; charset=utf-8', write: planTxt },
  'plan.html': { type: 'text/html; charset=utf-8', write: planHtml },
  'sha256.txt': { type: 'text/plain; charset=utf-8', write: sums },
};

export const fileNames = Object.keys(dataFiles) as FileName[];

type Bytes = string | Uint8Array<ArrayBuffer>;
/** What the files hold. Their endpoints, the data page and the fingerprints ask: each is made once. */
const bytesOfFiles = memoized((plan: Plan) => {
  const made = new Map<FileName, Promise<Bytes>>();
  return (name: FileName): Promise<Bytes> => {
    const bytes = made.get(name) ?? Promise.resolve(dataFiles[name].write(plan));
    made.set(name, bytes);
    return bytes;
  };
});
const bytesOf = (name: FileName, plan: Plan) => bytesOfFiles(plan)(name);

/** Bytes of a file. */
export const sizeOf = async (name: FileName, plan: Plan): Promise<number> =>
  Buffer.byteLength(await bytesOf(name, plan));

/** The workbook holds the content as it stands in its files, so that it can be brought back. */
async function workbook({ policy: { title, fiscalYear } }: Plan) {
  const rows = rowsOfContent(partsOfTexts(await readTexts()));
  return new Uint8Array(await workbookOf(rows, title, fiscalYear.start));
}

/** The fingerprints of the other files, as `sha256sum --check` reads them. */
async function sums(plan: Plan): Promise<string> {
  const others = fileNames.filter((name) => name !== 'sha256.txt');
  const lines = others.map(
    async (name) => `${hash('sha256', await bytesOf(name, plan))}  ${name}\n`,
  );
  return (await Promise.all(lines)).join('');
}

/** The answer of a data file's endpoint. */
export const respond = async (name: FileName, plan: Plan): Promise<Response> =>
  new Response(await bytesOf(name, plan), { headers: { 'Content-Type': dataFiles[name].type } });
