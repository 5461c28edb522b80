/** Brings a workbook, tables or a `plan.json` into the content: whole, or not at all. */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describeChanges } from './describe-changes.ts';
import {
  contentOfRows,
  rowsOfContent,
  type ContentParts,
  type NounRows,
} from '#tables/noun-rows.ts';
import { brokenPromises } from '#links/promises.ts';
import { linkPlan } from '#model/link.ts';
import { nounTable } from '#tables/nouns.ts';
import type { Plan } from '#model/plan.ts';
import { ContentError, Refusal } from '#model/problem.ts';
import { partsOfTexts } from '#tables/file-parts.ts';
import { readContent, readPlan, readTexts, type Texts } from '#reader/read.ts';
import { withCarriedRows } from './carried-rows.ts';
import { CellFaults, type Given } from './given-tables.ts';
import { cellsOfRows, mergeRows, type Merged } from './merge-rows.ts';
import { movedAddresses, withRedirects } from './moved-addresses.ts';
import { addProblems, checkSchemas } from './problem-cells.ts';
import { readGiven } from './read-given.ts';
import { rewriteFile } from './rewrite-file.ts';

export interface Imported {
  /** What differs from the content, and what was done for it, each a Japanese line. */
  lines: string[];
  /** The files that change: path inside `content/` → text, null for one that goes. */
  texts: Texts;
}

/** Judges files against the content in `dir`. Writes nothing. Throws a {@link Refusal}. */
export async function importPlan(dir: string, files: readonly string[]): Promise<Imported> {
  const isNew = !existsSync(dir);
  const texts = isNew ? new Map<string, string>() : await readTexts(dir);
  const plan = texts.size === 0 ? undefined : await planBefore(dir);
  const parts = partsOfTexts(texts);
  const before = rowsOfContent(parts);
  const now = cellsOfRows(before);
  const { exported, ...read } = await readGiven(files, plan, now);
  // An empty folder has no rows that could have been removed since.
  const given: Given = { ...read, ...(plan && exported && { exported }) };
  const faults = new CellFaults();
  const merged = await mergeRows(given, before, now, faults);
  checkSchemas(merged.rows, merged.sources, faults);
  faults.refuse();

  const rows = withCarriedRows(merged.rows, before);
  const moves = movedAddresses(before, rows);
  const changed = changedTexts(rows, parts, texts);
  if (plan && moves.length > 0) await addRedirects(dir, changed, rows, plan, moves, faults, merged);
  const all = plan ? changedTexts(rows, parts, texts) : withRequired(changed, rows);
  await judge(dir, all, rows, merged, faults);
  return { lines: linesOf(before, rows, merged, given.exported !== undefined), texts: all };
}

async function planBefore(dir: string): Promise<Plan> {
  try {
    return await readPlan(dir);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    throw new Refusal(`今の content/ に誤りがあります。先に直してください。\n\n${error.message}`);
  }
}

/** The texts of the files whose rows differ from what they hold. */
function changedTexts(
  rows: NounRows,
  parts: ContentParts,
  texts: ReadonlyMap<string, string>,
): Map<string, string | null> {
  const changed = new Map<string, string | null>();
  const files = contentOfRows(rows, parts);
  const movedFrom = new Map(
    (rows.get('pledges') ?? []).flatMap((row): [string, string][] =>
      row.movedFrom === undefined
        ? []
        : [[`pledges/${row.key}.mdx`, `pledges/${row.movedFrom}.mdx`]],
    ),
  );
  for (const [file, content] of files) {
    const text = texts.get(movedFrom.get(file) ?? file);
    const next = rewriteFile(file, text, content);
    if (next !== texts.get(file)) changed.set(file, next);
  }
  const held = contentOfRows(rowsOfContent(parts), parts);
  for (const file of held.keys()) if (!files.has(file)) changed.set(file, null);
  return changed;
}

/** Adds to `rows` the redirects of published addresses that the new plan no longer has. */
async function addRedirects(
  dir: string,
  texts: Texts,
  rows: NounRows,
  plan: Plan,
  moves: ReturnType<typeof movedAddresses>,
  faults: CellFaults,
  merged: Merged,
): Promise<void> {
  try {
    const next = linkPlan(await readContent(dir, texts));
    const broken = brokenPromises(plan.published ?? new Map(), next);
    const gone = new Set(broken.flatMap(({ path, now }) => (now === undefined ? [path] : [])));
    rows.set('redirects', withRedirects(rows.get('redirects') ?? [], moves, gone));
  } catch (error) {
    refuseProblems(error, rows, merged, faults);
  }
}

/** Throws one {@link Refusal} with what keeps the content with `texts` from being a plan. */
async function judge(
  dir: string,
  texts: Texts,
  rows: NounRows,
  merged: Merged,
  faults: CellFaults,
): Promise<void> {
  try {
    await readPlan(dir, texts);
  } catch (error) {
    refuseProblems(error, rows, merged, faults);
  }
}

function refuseProblems(error: unknown, rows: NounRows, merged: Merged, faults: CellFaults): void {
  if (!(error instanceof ContentError)) throw error;
  addProblems(error.problems, rows, merged.sources, faults);
  faults.refuse();
}

/** The files that every plan has and no table holds. */
function withRequired(texts: Map<string, string | null>, rows: NounRows): Texts {
  const { city = '', ward = '', title = '' } = rows.get('policy')?.[0]?.data ?? {};
  const words = [city, ward].map(String).join('');
  const required: [string, string][] = [
    ['corrections.yaml', '[]\n'],
    ['readings.yaml', 'words: {}\nunconfirmed: []\n'],
    [
      'pages/about.mdx',
      `---\ntitle: このサイトについて\ndescription: このサイトの説明\n---\n\n${words}の「${String(title)}」の言葉を載せたサイトです。\n`,
    ],
  ];
  for (const [file, text] of required) if (!texts.has(file)) texts.set(file, text);
  return texts;
}

function linesOf(before: NounRows, rows: NounRows, merged: Merged, isMerge: boolean): string[] {
  const { drafted, tidied, kept } = merged;
  return [
    ...describeChanges(before, rows),
    ...drafted.map(
      ({ name: noun, key }) =>
        `id の下書き 「${nounTable(noun).sheet}」の ${key}（アドレスになります。変えるなら、公開する前に id の列に書いてください）`,
    ),
    ...(tidied > 0
      ? [`半角カナ、分かれた濁点、見えない文字などを ${String(tidied)} か所直しました`]
      : []),
    ...(isMerge
      ? []
      : kept.map(
          ({ name: noun, key }) => `表にない行（消しません） 「${nounTable(noun).sheet}」の ${key}`,
        )),
  ];
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
    const draft = `${target}~`;
    await writeFile(draft, text);
    await rename(draft, target);
  }
}
