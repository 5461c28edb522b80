/** Characters that have no place in the content, found before anything is parsed. */
import { codePoint, quote, type Problem } from '#model/problem.ts';
import { CONTROL, HALF_WIDTH_KANA, INVISIBLE, ODD_SPACE, RADICAL } from '#text/tidy-characters.ts';

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

/** Each kind of bad character in a file, once, at its first place. */
export function hygieneProblems(file: string, bytes: Uint8Array): Problem[] {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const expected = 'UTF-8で保存する';
    return [{ file, field: 'ファイル全体', found: 'UTF-8として読めない文字', expected }];
  }
  const problems = RULES.flatMap(([pattern, shown, expected]): Problem[] => {
    const match = pattern.exec(text);
    if (!match) return [];
    const [sign] = match;
    const found = shown.replace('{sign}', () => sign).replace('{code}', codePoint(sign));
    return [{ file, field: lineOf(text, match.index), found, expected }];
  });
  const line = text.split('\n').findIndex((content) => content !== content.normalize('NFC'));
  if (line >= 0) {
    const decomposed = text.split('\n')[line] ?? '';
    const index = [...decomposed].findIndex((char, i, all) => {
      const pair = char + (all[i + 1] ?? '');
      return pair !== pair.normalize('NFC');
    });
    problems.push({
      file,
      field: `${String(line + 1)}行目`,
      found: `${quote([...decomposed].slice(index, index + 2).join(''))}（濁点などが分かれた文字、または互換漢字）`,
      expected: '一文字にまとめた形（NFC）で書く',
    });
  }
  return problems;
}

/** `12行目` for an index into a text. */
export function lineOf(text: string, index: number): string {
  return `${String(text.slice(0, index).split('\n').length)}行目`;
}
