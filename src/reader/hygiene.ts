/** Characters that have no place in the content, found before anything is parsed. */
import { codePoint, quote, type Problem } from '#model/problem.ts';
import { CONTROL, HALF_WIDTH_KANA, INVISIBLE, ODD_SPACE, RADICAL } from '#text/tidy-characters.ts';

interface Rule {
  pattern: RegExp;
  found: (char: string) => string;
  expected: string;
}

const RULES: readonly Rule[] = [
  {
    pattern: /^(?:<{7}|={7}|>{7})(?: .*)?$/mu,
    found: (line) => `${line}（編集の衝突のしるし）`,
    expected: '衝突を解いて、<<<<<<< ======= >>>>>>> の行を残さない',
  },
  {
    pattern: /\uFEFF/u,
    found: () => '[U+FEFF]（BOM）',
    expected: 'BOMなしのUTF-8で保存する',
  },
  {
    pattern: /\r/u,
    found: () => '[U+000D]（改行がCRLFまたはCR）',
    expected: '改行はLFで保存する',
  },
  {
    pattern: CONTROL,
    found: (char) => `[${codePoint(char)}]（タブなどの制御文字）`,
    expected: '制御文字を消す',
  },
  {
    pattern: INVISIBLE,
    found: (char) => `[${codePoint(char)}]（目に見えない文字）`,
    expected: '目に見えない文字を消す',
  },
  {
    pattern: HALF_WIDTH_KANA,
    found: (char) => `${char}（半角カナ）`,
    expected: `全角カナで書く`,
  },
  {
    pattern: /[\p{Co}\p{Cn}\uFFFD]/v,
    found: (char) => `[${codePoint(char)}]（外字、または壊れた文字）`,
    expected: 'UTF-8で保存し、外字を使わない',
  },
  {
    pattern: RADICAL,
    found: (char) => `${char}（部首の記号。PDFから写すと混ざる）`,
    expected: '同じ形のふつうの漢字で書く',
  },
  {
    pattern: ODD_SPACE,
    found: (char) => `[${codePoint(char)}]（特殊な空白）`,
    expected: 'ふつうの空白で書く',
  },
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
  const problems = RULES.flatMap((rule): Problem[] => {
    const match = rule.pattern.exec(text);
    if (!match) return [];
    const field = lineOf(text, match.index);
    return [{ file, field, found: rule.found(match[0]), expected: rule.expected }];
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
