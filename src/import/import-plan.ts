/** Brings a workbook, tables or a `plan.json` into the content: whole, or not at all. */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ContentError } from '#model/problem.ts';
import { readPlan, readTexts, type Texts } from '#reader/read.ts';
import {
  contentOfRows,
  fileOfRow,
  partsOfTexts,
  rowsOfContent,
  type ContentParts,
} from '#tables/noun-rows.ts';
import { describeChanges } from './describe-changes.ts';
import { followMoves } from './followed-moves.ts';
import { CellFaults, MAX_SHOWN } from './given-tables.ts';
import { mergedTables, type Merged } from './merged-tables.ts';
import { cellOfProblem } from './problem-cell.ts';
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
  // An empty folder has no rows that could have been removed since.
  const handedIn = plan && exported ? { tables, exported } : { tables };
  const faults = new CellFaults();
  const merged = await mergedTables(handedIn, before, faults);
  faults.refuse();
  followMoves(merged.rows, before, plan?.published ?? new Map());
  const changed = changedTexts(merged.rows, parts, texts);
  if (!plan) addRequired(changed, merged.rows);
  await readPlan(dir, changed).catch((error: unknown) => {
    if (!(error instanceof ContentError)) throw error;
    for (const [index, problem] of error.problems.entries()) {
      const { file, field, found, expected } = problem;
      // Only the first are shown, and to find a cell takes time.
      const cell = index < MAX_SHOWN ? cellOfProblem(problem, merged.rows) : undefined;
      faults.add(cell ?? { where: `content/${file} の「${field}」` }, expected, found);
    }
    faults.refuse();
  });
  const lines = [...describeChanges(before, merged.rows), ...merged.notes];
  if (merged.tidied > 0)
    lines.push(
      `半角カナ、分かれた濁点、見えない文字などを ${String(merged.tidied)} か所直しました`,
    );
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

/** Writes what {@link importPlan} judged. Each file is whole at any time. */
export async function writeTexts(dir: string, texts: Texts): Promise<void> {
  for (const [file, text] of texts) {
    const target = path.join(dir, file);
    if (text === null) {
      await rm(target);
      continue;
    }
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(`${target}~`, text);
    await rename(`${target}~`, target);
  }
}
