/** What a person hands in: a workbook, tables as CSV, or a `plan.json`. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Plan } from '#model/plan.ts';
import { Refusal } from '#model/problem.ts';
import type { HandedIn } from './given-tables.ts';
import { readCsv } from './read-csv.ts';
import { readPlanJson } from './read-plan-json.ts';
import { readWorkbook } from './read-workbook.ts';

const KINDS = 'plan.xlsx、その表の CSV、または plan.json';

/** `plan`: that of today's content, if any. Throws a {@link Refusal}. */
export async function readGiven(
  files: readonly string[],
  plan: Plan | undefined,
): Promise<HandedIn> {
  if (files.length === 0) throw new Refusal(`取り込むファイルを指定してください（${KINDS}）。`);
  const tables: HandedIn['tables'] = new Map();
  for (const file of files) {
    const name = path.basename(file);
    const kind = path.extname(file).toLowerCase();
    if (kind !== '.csv' && files.length > 1)
      throw new Refusal(`${name} は、ほかのファイルと一緒には読めません。`);
    const bytes = await bytesOf(file, name);
    if (kind === '.xlsx') return readWorkbook(bytes, name);
    if (kind === '.json') return { tables: readPlanJson(decodedText(bytes, name), name) };
    if (kind !== '.csv') throw new Refusal(`${name} は読めません。読めるのは ${KINDS} です。`);
    const table = readCsv(decodedText(bytes, name), name, plan);
    if (tables.has(table.name))
      throw new Refusal(`${name} と同じ表が、ほかのファイルにもあります。`);
    tables.set(table.name, table.rows);
  }
  return { tables };
}

async function bytesOf(file: string, name: string): Promise<Buffer> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new Refusal(`${name} というファイルがありません。`);
  if (found.size > 5_000_000) throw new Refusal(`${name} は大きすぎます（5MBまで）。`);
  if (found.size === 0) throw new Refusal(`${name} は空です。`);
  return readFile(file);
}

/** In whichever of the usual encodings the file was saved. */
function decodedText(bytes: Buffer, file: string): string {
  const wide = { fffe: 'utf-16le', feff: 'utf-16be' }[bytes.toString('hex', 0, 2)];
  for (const encoding of wide ? [wide] : ['utf-8', 'shift_jis'])
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\0')) return text;
    } catch {
      continue;
    }
  throw new Refusal(
    `${file} の文字を読めません。UTF-8、UTF-16、Shift_JIS のどれかで保存し直してください。`,
  );
}
