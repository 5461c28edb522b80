/** A transcription as lines without its marks. */
import type { Fact } from '#model/fields.ts';

export interface Line {
  /** Counted from 1. */
  number: number;
  text: string;
  /** Empty lines above it. */
  blanks: number;
  /** Set in bold by the transcription: the name of a programme. */
  bold: boolean;
  /** Of a row of a table, which the transcription writes as `<p>…</p>`: the cells of each column. */
  cells?: string[][] | undefined;
}

export function linesOfText(text: string): Line[] {
  let blanks = 0;
  return text.split(/\r?\n/u).flatMap((raw, index): Line[] => {
    const trimmed = raw.trim();
    if (trimmed === '') {
      blanks += 1;
      return [];
    }
    const line = { number: index + 1, blanks, bold: /^(?:- )?\*\*/u.test(trimmed) };
    blanks = 0;
    if (trimmed.startsWith('<p>'))
      return [
        { ...line, text: trimmed.replaceAll(/<\/?p>/gu, ' ').trim(), cells: cellsOf(trimmed) },
      ];
    const plain = trimmed
      .replace(/^- (?=・|\*\*)/u, '')
      .replaceAll('**', '')
      .trim();
    return [{ ...line, text: plain }];
  });
}

const cellsOf = (row: string): string[][] =>
  row
    .split('\t')
    .map((column) => [...column.matchAll(/<p>(.*?)<\/p>/gu)].map(([, words = '']) => words.trim()));

export const isItem = ({ text }: Line): boolean => text.startsWith('・');

/** Whether words are running text and no heading. */
export const isSentence = (text: string): boolean => /[。！？]$|。/u.test(text) || text.length > 60;

/** `1 安全なまち`: a heading with its number. */
export function numbered({ text }: Line): { number: number; words: string } | undefined {
  const [, number, words] = /^(\d{1,2})[ 　.．]+(.+)$/u.exec(text) ?? [];
  return number === undefined || words === undefined || isSentence(words)
    ? undefined
    : { number: Number(number), words };
}

/** A heading and what follows it between waves: `～お客様のために～`. */
export function withSubtitle(text: string): { heading: string; subtitle?: string } {
  const [, heading, subtitle] = /^(.+?)[ 　]*([～〜~].+[～〜~])$/u.exec(text) ?? [];
  return heading !== undefined && subtitle !== undefined
    ? { heading, subtitle }
    : { heading: text };
}

/** `予算額 1,234千円` in `・予算額 1,234千円`. */
export function factOf(item: string): Fact | undefined {
  const [, label, value] = /^・(\S+) (.+)$/u.exec(item) ?? [];
  return label !== undefined && value !== undefined ? { label, value } : undefined;
}
