/** What changed in the content since it was published, in words, from git. */
import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { git } from '#deploy/git.ts';
import { PUBLISHED_FILE } from '#links/promises.ts';
import { Refusal } from '#model/problem.ts';
import { alike } from './alike.ts';
import { isData } from './data.ts';
import { FOLDER_NAMES } from './kinds.ts';
import { itemOf, type Item } from './library.ts';
import { readParts } from './parts.ts';
import { labelOf, shapeOf, variantOf, type Shape } from './shape.ts';
import { isContentFile } from './store.ts';

export interface FileChange {
  file: string;
  /** `事業「…」`. */
  name: string;
  /** What changed in it, each in a sentence. */
  lines: string[];
}

/** Since `ref`, or the last tag, or the last commit where there is no tag. */
export async function changesSince(dir: string, ref?: string): Promise<FileChange[]> {
  const real = await realpath(dir);
  if ((await git(real, 'rev-parse', '--verify', 'HEAD')) === undefined)
    throw new Refusal('content/ の記録（git）がないので、変わったところを調べられません。');
  const since = ref ?? (await git(real, 'describe', '--tags', '--abbrev=0'))?.trim() ?? 'HEAD';
  const names = ['--name-only', '--relative', '-z', since, '--', '.'];
  // A name that begins with a dash would be an option.
  const changed = since.startsWith('-') ? undefined : await git(real, 'diff', ...names);
  if (changed === undefined) throw new Refusal(`「${since}」という版はありません。`);
  const added = await git(real, 'ls-files', '--others', '--exclude-standard', '-z', '--', '.');
  const files = [...new Set(`${changed}\0${added ?? ''}`.split('\0'))].filter(
    (file) => isContentFile(file) && file !== PUBLISHED_FILE,
  );
  return Promise.all(
    files.sort().map(async (file) => {
      const before = await git(real, 'show', `${since}:./${file}`);
      const after = await readFile(path.join(real, file), 'utf8').catch(() => undefined);
      return changeOf(file, before, after);
    }),
  );
}

export function changeOf(
  file: string,
  before: string | undefined,
  after: string | undefined,
): FileChange {
  const item = itemOf(file, after ?? before ?? '');
  const name = `${item.folder ? FOLDER_NAMES[item.folder] : ''}「${item.name}」`;
  if (before === undefined) return { file, name, lines: ['足しました'] };
  if (after === undefined) return { file, name, lines: ['消しました'] };
  const old = itemOf(file, before);
  const lines =
    old.broken || item.broken
      ? ['書きかえました']
      : [...valueChanges(shapeOf(file), old.data, item.data, ''), ...bodyChanges(old, item)];
  return { file, name, lines: lines.length > 0 ? lines : ['書き方だけを変えました'] };
}

function bodyChanges(old: Item, item: Item): string[] {
  const paragraphs = ({ file, text }: Item) => readParts(file, text).body?.split('\n\n') ?? [];
  return listChanges({ type: 'string' }, paragraphs(old), paragraphs(item), '本文の段落');
}

/** `label`: the field, empty for a whole file. */
function valueChanges(shape: Shape, before: unknown, after: unknown, label: string): string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (Array.isArray(before) && Array.isArray(after))
    return listChanges(shape.items ?? {}, before, after, label);
  if (isData(before) && isData(after)) {
    const own = variantOf(shape, after);
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => {
      const inner = own.properties?.[key] ?? (own.additionalProperties || {});
      const name = own.properties ? labelOf(inner, key) : `「${key}」`;
      return valueChanges(inner, before[key], after[key], label ? `${label} の ${name}` : name);
    });
  }
  const what = label || '内容';
  if (before === undefined) return [`${what}を足しました: ${inWords(after)}`];
  if (after === undefined) return [`${what}を消しました: ${inWords(before)}`];
  return [`${what}: ${difference(inWords(before), inWords(after))}`];
}

function listChanges(
  shape: Shape,
  before: readonly unknown[],
  after: readonly unknown[],
  label: string,
): string[] {
  const origins = alike(before, after);
  const kept = origins.filter((from) => from !== undefined);
  const gone = before.flatMap((value, index) =>
    kept.includes(index) ? [] : [`${label}を消しました: ${inWords(value)}`],
  );
  const changed = after.flatMap((value, index) => {
    const from = origins[index];
    return from === undefined
      ? [`${label}を足しました: ${inWords(value)}`]
      : valueChanges(shape, before[from], value, `${label} ${String(index + 1)}番目`);
  });
  const moved = kept.some((from, index) => index > 0 && from < (kept[index - 1] ?? 0));
  return [...gone, ...changed, ...(moved ? [`${label}の順番を変えました`] : [])];
}

const inWords = (value: unknown): string =>
  isData(value)
    ? inWords(value.text ?? value.heading ?? value.shown ?? Object.values(value).join('、'))
    : String(value);

const AROUND = 8;

/** `…の環境学[習→修]会…`: what differs, with a few characters around it. */
function difference(before: string, after: string): string {
  const [a, b] = [[...before], [...after]];
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const cut = (text: string[]) => {
    const from = Math.max(0, start - AROUND);
    const to = Math.min(text.length, text.length - end + AROUND);
    return `「${from > 0 ? '…' : ''}${text.slice(from, to).join('')}${to < text.length ? '…' : ''}」`;
  };
  return `${cut(a)}を${cut(b)}に`;
}
