/** What a person hands in: a workbook, tables as CSV, or a `plan.json`. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { NounName } from '#tables/nouns.ts';
import type { Plan } from '#model/plan.ts';
import { Refusal } from '#model/problem.ts';
import { MAX_FILE_BYTES, type CellsByKey, type Given } from './given-tables.ts';
import { decodedText } from './decoded-text.ts';
import { readCsv } from './read-csv.ts';
import { readPlanJson } from './read-plan-json.ts';
import { readWorkbook } from './read-workbook.ts';

const KINDS = 'plan.xlsx、その表の CSV、または plan.json';

/** `plan` and `now`: today's content, see {@link readCsv}. Throws a {@link Refusal}. */
export async function readGiven(
  files: readonly string[],
  plan: Plan | undefined,
  now: ReadonlyMap<NounName, CellsByKey>,
): Promise<Given> {
  const tables: Given['tables'] = new Map();
  const [single] = files;
  for (const file of files) {
    const name = path.basename(file);
    const kind = path.extname(file).toLowerCase();
    if (kind !== '.csv' && files.length > 1)
      throw new Refusal(`${name} は、ほかのファイルと一緒には読めません。`);
    const bytes = await bytesOf(file, name);
    if (kind === '.xlsx') return readWorkbook(bytes, name);
    if (kind === '.json') return { tables: readPlanJson(decodedText(bytes, name), name) };
    if (kind !== '.csv') throw new Refusal(`${name} は読めません。読めるのは ${KINDS} です。`);
    const table = readCsv(bytes, name, plan, now);
    if (tables.has(table.name))
      throw new Refusal(`${name} と同じ表が、ほかのファイルにもあります。`);
    tables.set(table.name, table.rows);
  }
  if (single === undefined) throw new Refusal(`取り込むファイルを指定してください（${KINDS}）。`);
  return { tables };
}

async function bytesOf(file: string, name: string): Promise<Buffer> {
  const found = await stat(file).catch(() => undefined);
  if (!found) throw new Refusal(`${name} がありません。`);
  if (!found.isFile()) throw new Refusal(`${name} はファイルではありません。`);
  if (found.size > MAX_FILE_BYTES)
    throw new Refusal(`${name} は大きすぎます（${String(MAX_FILE_BYTES / 1_000_000)}MBまで）。`);
  if (found.size === 0) throw new Refusal(`${name} は空です。`);
  return readFile(file);
}
