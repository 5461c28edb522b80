/**
 * What keeps a save from being made: faults of the file itself. What it causes elsewhere (a
 * correction that quotes the old words) is told, and stops the build, not the save: one of two
 * files must be the first to change.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { sentenceOf } from '#deploy/failures.ts';
import { folderOf } from '#model/collections.ts';
import { ContentError, report, type Problem } from '#model/problem.ts';
import { isImage } from '#reader/images.ts';
import { readContent, readPlan, readTexts } from '#reader/read.ts';
import { columnsOf } from '#tables/columns.ts';
import { nounNames, nounTable } from '#tables/nouns.ts';
import { digestOf } from './cms-file.ts';

/** A file that the CMS is about to write. */
export interface Save {
  /** Inside `content/`. */
  file: string;
  text: string;
  /** The digest of what was loaded; absent for a new file. */
  loaded?: string;
}

/** Why the file is not to be written, in Japanese; undefined where it may be. */
export async function refusalOfSave(dir: string, save: Save): Promise<string | undefined> {
  const changed = await changeSince(dir, save);
  if (changed !== undefined) return `content/${save.file} が、${changed}\n${KEPT}`;
  const own = await ownFaults(dir, save);
  return own.length > 0 ? `まだ保存していません。\n\n${report(own.map(inForm))}` : undefined;
}

/** Why a build would refuse the content as it lies on the disk, or undefined. */
export const refusalOfBuild = (dir: string): Promise<string | undefined> =>
  readPlan(dir).then(
    () => undefined,
    (error: unknown) => sentenceOf(error) ?? String(error),
  );

const KEPT =
  '保存していません。書いたことばは、この画面に残っています。写し取ってから、ページを読み込み直して、書き直してください。';

async function changeSince(dir: string, { file, loaded }: Save): Promise<string | undefined> {
  const text = (await readTexts(dir)).get(file);
  if (text === undefined) return loaded && '開いたあとになくなりました。';
  if (loaded === undefined) return 'もうあります。ほかのアドレスの名前にしてください。';
  return loaded === (await digestOf(text)) ? undefined : '開いたあとにほかで変わりました。';
}

/** All that the file itself says wrongly, or else what it newly contradicts in other files. */
async function ownFaults(dir: string, { file, text }: Save): Promise<Problem[]> {
  const texts = new Map([[file, text], ...newImages(dir, file, text)]);
  const isOwn = (problem: Problem) => problem.file === file;
  const inFile = (await problemsOf(readContent(dir, texts))).filter(isOwn);
  if (inFile.length > 0) return inFile;
  const stood = (await problemsOf(readPlan(dir))).map((problem) => JSON.stringify(problem));
  const joined = (await problemsOf(readPlan(dir, texts))).filter(isOwn);
  return joined.filter((problem) => !stood.includes(JSON.stringify(problem)));
}

const problemsOf = (reading: Promise<unknown>): Promise<readonly Problem[]> =>
  reading.then(
    () => [],
    (error: unknown) => {
      if (error instanceof ContentError) return error.problems;
      throw error;
    },
  );

/** Pictures that the words show: the CMS writes a new one after the words are judged. */
const newImages = (dir: string, file: string, text: string): [string, string][] =>
  [...text.matchAll(/\]\(\.\/([^)\s]+)\)/gu)]
    .map(([, name = '']): [string, string] => [path.posix.join(path.posix.dirname(file), name), ''])
    .filter(([image]) => isImage(image) && !existsSync(path.join(dir, image)));

const tablesOf = (file: string) =>
  nounNames.map(nounTable).filter(({ kept }) => {
    return 'file' in kept ? kept.file === file : kept.folder === folderOf(file);
  });

export const hasForm = (file: string): boolean =>
  tablesOf(file).length > 0 || folderOf(file) === 'pages';

/** The place of a fault as the form calls it: by labels, without lines. */
function inForm(problem: Problem): Problem {
  const labels = new Map(
    tablesOf(problem.file).flatMap(({ schema, kept, sheet }) => [
      ...(kept.as === 'items' ? [[kept.list, sheet] as const] : []),
      ...columnsOf(schema).map(({ path, header }) => [path.at(-1) ?? '', header] as const),
    ]),
  );
  const field = problem.field
    .replace(/（?\d+行目）?$/u, '')
    .replaceAll(/[a-z]\w*/giu, (name) => labels.get(name) ?? name);
  return { ...problem, field: field || '内容' };
}
