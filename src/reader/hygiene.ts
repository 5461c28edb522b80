/** What no file of the content may be or hold, found before anything is parsed. */
import { codePoint, problemIn, type Problem } from '#model/problem.ts';
import { CONTROL, HALF_WIDTH_KANA, INVISIBLE, ODD_SPACE, RADICAL } from '#text/tidy-characters.ts';
import { isImage } from './images.ts';

/**
 * Bytes of a file, far beyond what a plan prints: more would cost minutes or all memory. To parse a
 * body costs more than to parse a list; a camera's photo has its own. A plan of 18 programmes has
 * 3 KB in a file of words, 70 KB in its longest list and 500 characters in its longest line.
 */
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
  return [problemIn(file, 'ファイルの大きさ', `${shown(size)}バイト`, expected)];
}

/** What no file may hold; how it is shown, with its `{sign}` or its `{code}`; what is expected. */
const RULES: readonly [pattern: RegExp, found: string, expected: string][] = [
  [
    /^(?:<{7}|={7}|>{7})(?: .*)?$/mu,
    '{sign}（編集の衝突のしるし）',
    '衝突を解いて、<<<<<<< ======= >>>>>>> の行を残さない',
  ],
  [/\uFEFF/u, '[{code}]（BOM）', 'BOMなしのUTF-8で保存する'],
  [/\r/u, '[{code}]（改行がCRLFまたはCR）', '改行はLFで保存する'],
  [CONTROL, '[{code}]（タブなどの制御文字）', '制御文字を消す'],
  [INVISIBLE, '[{code}]（目に見えない文字）', '目に見えない文字を消す'],
  [HALF_WIDTH_KANA, '{sign}（半角カナ）', '全角カナで書く'],
  [/[\p{Co}\p{Cn}\uFFFD]/v, '[{code}]（外字、または壊れた文字）', 'UTF-8で保存し、外字を使わない'],
  [RADICAL, '{sign}（部首の記号。PDFから写すと混ざる）', '同じ形のふつうの漢字で書く'],
  [ODD_SPACE, '[{code}]（特殊な空白）', 'ふつうの空白で書く'],
];

/** A file without the mark and the line ends that Windows programs add. */
export function savedPlainly(bytes: Uint8Array): { bytes: Uint8Array; changed: boolean } {
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const crlf = bytes.some((byte, index) => byte === 0x0d && bytes[index + 1] === 0x0a);
  if (!bom && !crlf) return { bytes, changed: false };
  const kept = bytes.filter((byte, index) => byte !== 0x0d || bytes[index + 1] !== 0x0a);
  return { bytes: bom ? kept.subarray(3) : kept, changed: true };
}

/** The first line that is too long; else each kind of bad character, once, at its first place. */
export function hygieneProblems(file: string, bytes: Uint8Array): Problem[] {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const found = 'UTF-8として読めない文字';
    return [problemIn(file, 'ファイル全体', found, 'UTF-8で保存する')];
  }
  const problemAt = (index: number, found: string, expected: string) =>
    problemIn(file, lineOf(text, index), found, expected);
  const long = new RegExp(`[^\\n\\r]{${String(MAX_LINE + 1)},}`).exec(text);
  if (long) {
    const expected = `1行は${shown(MAX_LINE)}字まで。まちがって貼り付けたものを消すか、段落や値を分ける`;
    return [problemAt(long.index, `${shown(long[0].length)}字`, expected)];
  }
  const problems = RULES.flatMap(([pattern, found, expected]): Problem[] => {
    const match = pattern.exec(text);
    if (!match) return [];
    const [sign] = match;
    const named = found.replace('{sign}', () => sign).replace('{code}', codePoint(sign));
    return [problemAt(match.index, named, expected)];
  });
  const composed = text.normalize('NFC');
  const index =
    composed === text ? -1 : text.split('').findIndex((unit, i) => unit !== composed[i]);
  if (index >= 0) {
    const [first = '', mark = ''] = text.slice(index);
    const found = `${first}${mark}（濁点などが分かれた文字、または互換漢字）`;
    problems.push(problemAt(index, found, '一文字にまとめた形（NFC）で書く'));
  }
  return problems;
}

/** `12行目` for an index into a text. */
export const lineOf = (text: string, index: number): string =>
  `${String(text.slice(0, index).split('\n').length)}行目`;
