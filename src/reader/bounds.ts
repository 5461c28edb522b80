/**
 * How large the files of the content may be, far beyond what a plan prints: more would cost minutes
 * or all memory. A plan of 18 programmes has 3 KB in a file of words, 70 KB in its longest list and
 * 500 characters in its longest line.
 */
import type { Problem } from '#model/problem.ts';
import { isImage } from './images.ts';

/** Bytes of a file. To parse a body costs more than to parse a list; a camera's photo has its own. */
export const maxBytes = (file: string) =>
  file.endsWith('.mdx') ? 200_000 : isImage(file) ? 10_000_000 : 1_000_000;
/** Characters of a line, and so of a value and of a paragraph. */
export const MAX_LINE = 10_000;

const shown = (count: number) => count.toLocaleString('ja-JP');

export function sizeProblems(file: string, size: number): Problem[] {
  const max = maxBytes(file);
  if (size <= max) return [];
  const rest = isImage(file)
    ? '画像の縦横を小さくして保存し直す'
    : 'まちがって貼り付けたものを消すか、ファイルを分ける';
  const expected = `${shown(max)}バイトまで。${rest}`;
  return [{ file, field: 'ファイルの大きさ', found: `${shown(size)}バイト`, expected }];
}

/** The first line that is too long. */
export function lineProblems(file: string, text: string): Problem[] {
  const lines = text.split(/[\n\r]/);
  const index = lines.findIndex((line) => line.length > MAX_LINE);
  if (index < 0) return [];
  const found = `${shown(lines[index]?.length ?? 0)}字`;
  const expected = `1行は${shown(MAX_LINE)}字まで。まちがって貼り付けたものを消すか、段落や値を分ける`;
  return [{ file, field: `${String(index + 1)}行目`, found, expected }];
}
