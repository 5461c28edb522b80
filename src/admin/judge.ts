/**
 * What keeps a save from being made: faults of the file itself. What it causes elsewhere (a
 * correction that quotes the old words) is told, and stops the build, not the save: one of two
 * files must be the first to change.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { planOf } from '#links/promises.ts';
import { ContentError, report, type Problem } from '#model/problem.ts';
import { isImage } from '#reader/images.ts';
import { readContent, readTexts, type Texts } from '#reader/read.ts';
import { digestOf } from './cms-file.ts';
import { labelsIn } from './content-names.ts';

/** A file that the CMS is about to write. */
export interface Save {
  /** Inside `content/`. */
  file: string;
  text: string;
  /** The digest of what was loaded; absent for a new file. */
  loaded?: string;
}

/** Why the file is not to be written, in Japanese; undefined where it may be. */
export async function refusal(dir: string, save: Save): Promise<string | undefined> {
  const changed = await changeSince(dir, save);
  if (changed !== undefined) return `content/${save.file} が、${changed}\n${KEPT}`;
  const own = await ownFaults(dir, save);
  return own.length > 0 ? `まだ保存していません。\n\n${report(own.map(inForm))}` : undefined;
}

/** Every fault of the content as it lies on the disk, in Japanese; empty where there is none. */
export async function allFaults(dir: string): Promise<string> {
  const { problems } = await faultsWith(dir);
  const count = `直すところが${String(problems.length)}件あります。直すまで、サイトは作られません。`;
  return problems.length > 0 ? `${count}\n\n${report(problems)}` : '';
}

const KEPT =
  '保存していません。書いたことばは、この画面に残っています。写し取ってから、ページを読み込み直して、書き直してください。';

async function changeSince(dir: string, { file, loaded }: Save): Promise<string | undefined> {
  const text = (await readTexts(dir)).get(file);
  if (text === undefined) return loaded && '開いたあとになくなりました。';
  if (loaded === undefined) return 'もうあります。ほかのアドレスの名前にしてください。';
  // The CMS cannot have loaded a broken file.
  const digest = await digestOf(file, text).catch(() => undefined);
  return loaded === digest ? undefined : '開いたあとにほかで変わりました。';
}

/** All that the file itself says wrongly, and what it newly contradicts in other files. */
async function ownFaults(dir: string, { file, text }: Save): Promise<Problem[]> {
  const after = await faultsWith(dir, new Map([[file, text], ...newImages(dir, file, text)]));
  const own = after.problems.filter((problem) => problem.file === file);
  if (after.isUnjoined || own.length === 0) return own;
  const before = await faultsWith(dir);
  const stood = new Set(before.problems.map((problem) => JSON.stringify(problem)));
  return own.filter((problem) => !stood.has(JSON.stringify(problem)));
}

/** `isUnjoined`: files have faults of their own, so that nothing was held against each other. */
async function faultsWith(
  dir: string,
  texts?: Texts,
): Promise<{ problems: readonly Problem[]; isUnjoined: boolean }> {
  let isUnjoined = true;
  try {
    const content = await readContent(dir, texts);
    isUnjoined = false;
    planOf(content);
    return { problems: [], isUnjoined };
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return { problems: error.problems, isUnjoined };
  }
}

/** Pictures that the words show: the CMS writes a new one after the words are judged. */
const newImages = (dir: string, file: string, text: string): [string, string][] =>
  [...text.matchAll(/\]\(\.\/([^)\s]+)\)/gu)]
    .map(([, name = '']): [string, string] => [path.posix.join(path.posix.dirname(file), name), ''])
    .filter(([image]) => isImage(image) && !existsSync(path.join(dir, image)));

/** The place of a fault as the form calls it: by labels, without lines. */
function inForm(problem: Problem): Problem {
  const labels = labelsIn(problem.file);
  const field = problem.field
    .replace(/（?\d+行目）?$/u, '')
    .replaceAll(/[a-z]\w*/giu, (name) => labels.get(name) ?? name);
  return { ...problem, field: field || '内容' };
}
