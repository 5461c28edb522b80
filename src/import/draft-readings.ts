/** Drafts of readings that nobody has given yet, from a dictionary on this machine. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { ruby, segment, toKana, type Readings } from '#model/reading.ts';
import { hiragana } from '#text/kana.ts';

interface Token {
  surface_form: string;
  reading?: string;
}
interface Tokenizer {
  tokenize: (text: string) => Token[];
}
interface Kuromoji {
  builder: (options: { dicPath: string }) => {
    build: (done: (error: Error | null, tokenizer: Tokenizer) => void) => void;
  };
}

const require = createRequire(import.meta.url);
let loading: Promise<Tokenizer> | undefined;

/** Loaded once it is asked for: the dictionary takes a second and 100 MB. */
const dictionary = (): Promise<Tokenizer> =>
  (loading ??= new Promise((resolve, reject) => {
    const name = '@sglkc/kuromoji';
    const { builder } = require(name) as Kuromoji;
    const dicPath = path.join(path.dirname(require.resolve(`${name}/package.json`)), 'dict');
    builder({ dicPath }).build((error, built) => {
      if (error) reject(error);
      else resolve(built);
    });
  }));

/** Words that the dictionary cuts or reads otherwise than an office does. */
const WHOLE_WORDS: Readonly<Record<string, string>> = {
  令和: 'れいわ',
  平成: 'へいせい',
  昭和: 'しょうわ',
  手続: 'てつづき',
  二十歳: 'はたち',
  一人: 'ひとり',
  二人: 'ふたり',
};
/** What follows a number, and is read with it. */
const COUNTERS: Readonly<Record<string, string>> = {
  年度: 'ねんど',
  年間: 'ねんかん',
  年: 'ねん',
  月: 'がつ',
  日間: 'にちかん',
  日: 'にち',
  回目: 'かいめ',
  回: 'かい',
  校: 'こう',
  人: 'にん',
  歳: 'さい',
  件: 'けん',
  地区: 'ちく',
  区: 'く',
  拠点: 'きょてん',
  箇所: 'かしょ',
  園: 'えん',
  館: 'かん',
  名: 'めい',
  時: 'じ',
  分: 'ふん',
};
/** `年3回`, `月4回`; then a number and its counter; then the whole words. */
const WHOLE = new RegExp(
  `(?<every>[年月週])(?<times>[0-9]+)回|(?<number>[0-9]+)(?<counter>${Object.keys(COUNTERS).join('|')})|${Object.keys(WHOLE_WORDS).join('|')}`,
  'gu',
);
const EVERY: Readonly<Record<string, string>> = { 年: 'ねん', 月: 'つき', 週: 'しゅう' };

function readWhole(match: RegExpMatchArray): string {
  const { every, times, number, counter } = match.groups ?? {};
  if (every !== undefined) return `${EVERY[every] ?? ''}${times ?? ''}かい`;
  if (counter !== undefined) return `${number ?? ''}${COUNTERS[counter] ?? ''}`;
  return WHOLE_WORDS[match[0]] ?? '';
}

/** The words with kanji that have no reading, each with a draft of one, in the order of the text. */
export async function draftReadings(
  text: string,
  readings: Readings,
): Promise<Map<string, string>> {
  const drafts = new Map<string, string>();
  const add = (word: string, reading: string) => {
    if (fits(word, reading)) drafts.set(word, reading);
  };
  for (const part of segment(text, readings)) {
    if (part.reading !== undefined || !/\p{Script=Han}/u.test(part.text)) continue;
    for (const match of part.text.matchAll(WHOLE)) add(match[0], readWhole(match));
    const tokens = await dictionary();
    for (const rest of part.text.replaceAll(WHOLE, '\n').split('\n'))
      for (const { surface_form: word, reading } of tokens.tokenize(rest))
        if (/\p{Script=Han}/u.test(word) && reading && reading !== '*')
          // A word that is printed with katakana is read with them.
          add(word, /[ァ-ヶ]/u.test(word) ? reading : hiragana(reading));
  }
  return drafts;
}

/** Whether a reading leaves the kana and digits of its word as they are printed. */
function fits(word: string, reading: string): boolean {
  try {
    ruby(word, { words: { [word]: reading }, unconfirmed: {} });
    return !/\p{Script=Han}/u.test(reading);
  } catch {
    return false;
  }
}

/** The words of a text, each in kana: as it is read here, else as the dictionary reads it. */
export async function wordsInKana(text: string, readings: Readings): Promise<string[]> {
  const tokens = await dictionary();
  const words: string[] = [];
  let from = 0;
  const addUpTo = (end: number) => {
    for (const { surface_form: word, reading } of tokens.tokenize(text.slice(from, end))) {
      const known = toKana(word, readings);
      words.push(/\p{Script=Han}/u.test(known) && reading && reading !== '*' ? reading : known);
    }
  };
  for (const match of text.matchAll(WHOLE)) {
    addUpTo(match.index);
    words.push(readWhole(match));
    from = match.index + match[0].length;
  }
  addUpTo(text.length);
  return words;
}
