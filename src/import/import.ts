/** From files of other forms to the content files of a plan. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ContentError, Refusal } from '#model/problem.ts';
import { readPlan } from '#reader/read.ts';
import { emptyDraft, type Draft, type DraftPolicy, type Unplaced } from './draft.ts';
import { filesOf } from './files.ts';
import { draftOfJson, lostValues } from './json.ts';
import { isRepeated, lostCells, lostLines } from './lost.ts';
import { merged } from './merge.ts';
import { decoded, readSheets } from './tables/sheets.ts';
import { draftOf } from './tables/read.ts';
import { rowsOfSheets } from './tables/rows.ts';
import { readTranscription, wardIn } from './transcription/read.ts';
import { linesOfText, type Line } from './transcription/lines.ts';
import { mustBeEmpty, writeNew } from './write.ts';

export interface Imported {
  /** How many were written. */
  files: number;
  unplaced: Unplaced[];
  /** Headings that the text repeats; the plan has them once. */
  notes: Unplaced[];
}

/** Writes into `dir`, which must be empty. `given`: options of the command, which go before the files. */
export async function importFiles(
  dir: string,
  names: readonly string[],
  given: Pick<DraftPolicy, 'city' | 'ward' | 'title'>,
): Promise<Imported> {
  await mustBeEmpty(dir);
  const texts = names.filter((name) => name.endsWith('.txt'));
  if (texts.length > 1) throw new Refusal('書き起こし（.txt）は1つだけ読めます。');
  const [name] = texts;
  const text = name === undefined ? '' : decoded(await readFile(name)).replace(/^\uFEFF/u, '');
  const read = readTranscription(text);
  const jsons = names.filter((one) => one.endsWith('.json'));
  if (jsons.length > 0 && names.length > 1)
    throw new Refusal(
      'plan.json は、ほかのファイルと一緒には読めません。計画の全部が入っています。',
    );
  const [json] = jsons;
  const whole = json === undefined ? '' : await readFile(json, 'utf8');
  const others = names.filter((one) => one !== name && one !== json);
  const sheets = await Promise.all(others.map(readSheets));
  const { rows, unplaced } = rowsOfSheets(sheets.flat());
  const { title = read.draft.policy.title } = given;
  const tables = draftOf(rows, title);
  const draft: Draft =
    json === undefined
      ? merged(name === undefined ? emptyDraft() : read.draft, tables)
      : draftOfJson(whole, json);
  const ward = given.ward ?? (given.title === undefined ? draft.policy.ward : wardIn(given.title));
  const policy = { ...draft.policy, ...given, ...(ward !== undefined && { ward }) };
  const files = await filesOf({ ...draft, policy });
  await writeNew(dir, files);

  const plan = await readPlan(dir).catch((error: unknown) => {
    if (error instanceof ContentError) return undefined;
    throw error;
  });
  const lines = plan ? lostLines(linesOfText(text), plan) : read.unplaced;
  const repeated = (line: Line) => plan !== undefined && isRepeated(line, plan);
  const asUnplaced = (line: Line): Unplaced => ({
    file: path.basename(name ?? ''),
    place: `${String(line.number)}行目`,
    words: line.text,
  });
  return {
    files: files.size,
    unplaced: [
      ...unplaced,
      ...(plan ? lostCells(rows, plan) : []),
      ...(plan && json !== undefined ? lostValues(whole, path.basename(json), plan) : []),
      ...lines.filter((line) => !repeated(line)).map(asUnplaced),
    ],
    notes: lines.filter(repeated).map(asUnplaced),
  };
}
