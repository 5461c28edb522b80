/** The files of the data page: each name, its type, and the function that makes it from the plan. */
import { hash } from 'node:crypto';
import type { Plan } from '#model/plan.ts';
import type { labels } from '#strings.ts';
import { csv, type TableName } from './csv.ts';
import { planHtml } from './html.ts';
import { planJsonSchema } from './json-schema.ts';
import { planJson } from './json.ts';
import { planTxt } from './txt.ts';

export type FileName = keyof ReturnType<typeof labels>['files'];

interface Format {
  type: string;
  write: (plan: Plan) => string;
}

const table = (name: TableName): Format => ({
  type: 'text/csv; charset=utf-8',
  write: (plan) => csv(name, plan),
});

export const dataFiles: Record<FileName, Format> = {
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

const written = new WeakMap<Plan, Map<FileName, string>>();

/** The text of a file. Its endpoint, the data page and the fingerprints ask for it: written once. */
function textOf(name: FileName, plan: Plan): string {
  const files = written.get(plan) ?? new Map<FileName, string>();
  written.set(plan, files);
  const text = files.get(name) ?? dataFiles[name].write(plan);
  files.set(name, text);
  return text;
}

/** Bytes of a file. */
export const sizeOf = (name: FileName, plan: Plan): number => Buffer.byteLength(textOf(name, plan));

/** The fingerprints of the other files, as `sha256sum --check` reads them. */
function sums(plan: Plan): string {
  const sum = (name: FileName) => hash('sha256', textOf(name, plan));
  return fileNames
    .filter((name) => name !== 'sha256.txt')
    .map((name) => `${sum(name)}  ${name}\n`)
    .join('');
}

/** The answer of a data file's endpoint. */
export const respond = (name: FileName, plan: Plan): Response =>
  new Response(textOf(name, plan), { headers: { 'Content-Type': dataFiles[name].type } });
