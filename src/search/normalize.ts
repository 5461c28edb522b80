/**
 * One normal form for text and question, at build time and in the browser: width (NFKC), case,
 * katakana as hiragana, small kana as large ones, ぢづ as じず, 々 and ゝ written out, ヶ as it is
 * read; no spaces, signs, long vowel marks or variation selectors.
 */
import { VARIANTS } from './variants.ts';

/** `other`: letters of all other scripts, and digits. */
export type Script = 'han' | 'katakana' | 'hiragana' | 'other';

export interface Normalized {
  text: string;
  /** For each character of `text`, the offset in the original that it came from. */
  offsets: number[];
  /** For each character of `text`, how it was written. */
  scripts: Script[];
}

/** A stretch of a text in normal form that is written in one script. */
export interface Run {
  text: string;
  from: number;
  script: Script;
}

const SMALL = 'ぁぃぅぇぉっゃゅょゎゕゖぢづゐゑ';
const LARGE = 'あいうえおつやゆよわかがじずいえ';
/** A kana and the voicing marks after it become one character only together (ﾎ + ﾞ). */
const CLUSTER = /[\s\S][\uff9e\uff9f\u3099\u309a]*/gu;
/** ヶ is か where things are counted (3ヶ月, 数ヵ所), が between other kanji (保土ケ谷). */
const COUNTER = /(?<=[0-9０-９一二三四五六七八九十百数何])[ヶケｹヵカｶ箇](?=[月所国年条村件])/gu;
const IN_NAME = /(?<=\p{Script=Han})[ヶケｹヵカｶ](?=\p{Script=Han})/gu;

const variants = new Map(
  VARIANTS.split(' ').flatMap(([first = '', ...others]) =>
    others.map((other): [string, string] => [other, first]),
  ),
);

interface Letter {
  written: string;
  /** In normal form: empty for a sign. */
  char: string;
  script: Script;
}
/** What a cluster stands for by itself, each worked out once. */
const letters = new Map<string, Letter[]>();

function lettersOf(cluster: string): Letter[] {
  const known = letters.get(cluster);
  if (known) return known;
  const made = [...cluster.normalize('NFKC').toLowerCase()].map((written) => ({
    written,
    char: normalizeChar(variants.get(written) ?? written),
    script: scriptOf(written),
  }));
  letters.set(cluster, made);
  return made;
}

export function normalizeWithOffsets(original: string): Normalized {
  const offsets: number[] = [];
  const scripts: Script[] = [];
  let text = '';
  // One character becomes one, so that the offsets stay those of the original.
  const spelled = original.replace(COUNTER, 'か').replace(IN_NAME, 'が');
  for (const { 0: cluster, index } of spelled.matchAll(CLUSTER))
    for (const { written, char: itself, script } of lettersOf(cluster)) {
      const char = repeated(written, text) ?? itself;
      text += char;
      // An entry for each UTF-16 unit.
      while (offsets.length < text.length) {
        offsets.push(index);
        scripts.push(script);
      }
    }
  return { text, offsets, scripts };
}

export const normalize = (text: string): string => normalizeWithOffsets(text).text;

export function runsOf({ text, scripts }: Pick<Normalized, 'text' | 'scripts'>): Run[] {
  const runs: Run[] = [];
  for (const [from, script] of scripts.entries()) {
    const last = runs.at(-1);
    if (last?.script === script) last.text += text.charAt(from);
    else runs.push({ text: text.charAt(from), from, script });
  }
  return runs;
}

export const isKana = (normalized: string) => /^[ぁ-ゖ]+$/.test(normalized);

/** What an iteration mark stands for: the character before it, voiced for ゞ. */
function repeated(written: string, before: string): string | undefined {
  if (!/[々〻ゝヽゞヾ]/.test(written)) return undefined;
  const last = /.$/u.exec(before)?.[0] ?? '';
  if (/[々〻]/.test(written)) return last === '' ? undefined : last;
  if (!isKana(last)) return undefined;
  const voiced = /[ゞヾ]/.test(written) ? `${last}\u3099`.normalize('NFC') : last;
  return normalizeChar(voiced.length === 1 ? voiced : last);
}

function normalizeChar(char: string): string {
  if (!/[\p{L}\p{N}]/u.test(char) || char === 'ー') return '';
  const code = char.charCodeAt(0);
  const hiragana = code >= 0x30a1 && code <= 0x30f6 ? String.fromCharCode(code - 0x60) : char;
  const small = SMALL.indexOf(hiragana);
  return small < 0 ? hiragana : LARGE.charAt(small);
}

function scriptOf(char: string): Script {
  if (/\p{Script=Han}/u.test(char)) return 'han';
  if (/\p{Script=Katakana}/u.test(char)) return 'katakana';
  return /\p{Script=Hiragana}/u.test(char) ? 'hiragana' : 'other';
}
