/** Brings a workbook, tables or a `plan.json` into the content: whole, or not at all. */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ContentError, type Problem } from '#model/problem.ts';
import { readPlan, readTexts, type Texts } from '#reader/read.ts';
import {
  contentOfRows,
  fileOfRow,
  partsOfTexts,
  rowsOfContent,
  type ContentParts,
} from '#tables/noun-rows.ts';
import { nounTable } from '#tables/nouns.ts';
import { layoutOf, RowNames } from '#tables/sheet-layout.ts';
import { someNames } from './cell-values.ts';
import { describeChanges } from './describe-changes.ts';
import { followMoves } from './followed-moves.ts';
import { CellFaults, MAX_SHOWN } from './given-tables.ts';
import { mergedTables, type Merged } from './merged-tables.ts';
import { readGiven } from './read-given.ts';
import { rewriteFile } from './rewrite-file.ts';

export interface Imported {
  /** What differs from the content, and what was done for it, each a Japanese line. */
  lines: string[];
  /** The files that change: path inside `content/` → text, null for one that goes. */
  texts: Texts;
}

/** Judges files against the content in `dir`. Writes nothing. Throws a Refusal. */
export async function importPlan(dir: string, files: readonly string[]): Promise<Imported> {
  const texts = existsSync(dir) ? await readTexts(dir) : new Map<string, string>();
  const plan = texts.size === 0 ? undefined : await readPlan(dir);
  const parts = partsOfTexts(texts);
  const before = rowsOfContent(parts);
  const { exported, tables } = await readGiven(files, plan);
  const faults = new CellFaults();
  // An empty folder has no rows that could have been removed since.
  const handedIn = plan && exported ? { tables, exported } : { tables };
  const { rows, notes, tidied } = await mergedTables(handedIn, before, faults);
  faults.refuse();
  followMoves(rows, before, plan?.published ?? new Map());
  const changed = changedTexts(rows, parts, texts);
  if (!plan) addRequired(changed, rows);
  await readPlan(dir, changed).catch((error: unknown) => {
    if (!(error instanceof ContentError)) throw error;
    for (const [index, problem] of error.problems.entries()) {
      const { file, field, found, expected } = problem;
      // Only the first are shown, and to find a cell takes time.
      const cell = index < MAX_SHOWN ? cellOfProblem(problem, rows) : undefined;
      const right = cell?.refers ? someNames(cell.refers, new RowNames(rows)) : expected;
      faults.add(cell ?? { where: `content/${file} の「${field}」` }, right, found);
    }
    faults.refuse();
  });
  const repairs = `半角カナ、分かれた濁点、見えない文字などを ${String(tidied)} か所直しました`;
  const lines = [...describeChanges(before, rows), ...notes, ...(tidied > 0 ? [repairs] : [])];
  return { lines, texts: changed };
}

/** The texts of the files whose rows differ from what they hold; a moved file keeps its bytes. */
function changedTexts(
  rows: Merged['rows'],
  parts: ContentParts,
  texts: ReadonlyMap<string, string>,
): Map<string, string | null> {
  const changed = new Map<string, string | null>();
  const files = contentOfRows(rows, parts);
  for (const [file, content] of files) {
    const row = rows.get('pledges')?.find(({ key }) => fileOfRow('pledges', key) === file);
    const from = row?.movedFrom === undefined ? file : fileOfRow('pledges', row.movedFrom);
    const text = rewriteFile(file, texts.get(from), content);
    if (text !== texts.get(file)) changed.set(file, text);
  }
  for (const file of contentOfRows(rowsOfContent(parts), parts).keys())
    if (!files.has(file)) changed.set(file, null);
  return changed;
}

/** Adds the files that every plan has and no table needs to hold. */
function addRequired(texts: Map<string, string | null>, rows: Merged['rows']): void {
  const { city, ward, title } = rows.get('policy')?.[0]?.data ?? {};
  const plan = `${[city, ward].map(String).join('')}の「${String(title)}」`;
  const required = {
    'corrections.yaml': '[]\n',
    'readings.yaml': 'words: {}\nunconfirmed: []\n',
    'pages/about.mdx': `---\ntitle: このサイトについて\ndescription: このサイトの説明\n---\n\n${plan}の言葉を載せたサイトです。\n`,
  };
  for (const [file, text] of Object.entries(required)) if (!texts.has(file)) texts.set(file, text);
}

/**
 * The cell that a fault of the content came from, and what it names; undefined where
 * no row that was handed in has it.
 */
function cellOfProblem({ file, field }: Problem, rows: Merged['rows']) {
  // `activities の 2番目 の text（12行目）`, `[0].from`: the line is that of the file as it would be.
  const steps = field.split(/ の |（\d+行目）$|[[\].]+/u).filter(Boolean);
  const [, fromOne, fromZero] = /(\d+)番目|\[(\d+)\]/u.exec(field) ?? [];
  // Items before the file that they stand in.
  for (const [name, all] of [...rows].reverse()) {
    const { kept } = nounTable(name);
    if (kept.as === 'items' && kept.list !== steps[0]) continue;
    const inFile = all.filter(
      ({ key, data }) =>
        fileOfRow(name, key) === file && !(data.confirmed && steps[0] === 'unconfirmed'),
    );
    const isAlone = kept.as === 'files' || kept.as === 'record';
    const nth = isAlone ? 0 : Number(fromZero ?? Number(fromOne) - 1);
    const { handedIn } = inFile.find(({ key }) => steps.includes(key)) ?? inFile[nth] ?? {};
    const index = layoutOf(name).findIndex(({ kind, column }) =>
      kind === 'body' ? /本文|行目$/u.test(field) : steps.includes(column?.path[0] ?? '-'),
    );
    const refers = layoutOf(name)[index]?.refers;
    if (handedIn) return { refers, ...(handedIn.cells[index] ?? { where: handedIn.where }) };
  }
  return undefined;
}

/** Writes what {@link importPlan} judged. Each file is whole at any time. */
export async function writeTexts(dir: string, texts: Texts): Promise<void> {
  for (const [file, text] of texts) {
    const target = path.join(dir, file);
    await mkdir(path.dirname(target), { recursive: true });
    if (text !== null) await writeFile(`${target}~`, text);
    await (text === null ? rm(target) : rename(`${target}~`, target));
  }
}
