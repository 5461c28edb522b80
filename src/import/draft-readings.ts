/** Drafts of readings that nobody has given yet, from a dictionary on this machine. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { ruby, segment, toKana, type Readings } from '#model/reading.ts';
import { hiragana } from '#text/kana.ts';
import wholeWords from './whole-words.json' with { type: 'json' };

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

/** Words that the dictionary cuts or reads otherwise than an office does; `#` is a number. */
const WHOLE: ReadonlyMap<string, string> = new Map(Object.entries(wholeWords));
const CUT = new RegExp(`(${[...WHOLE.keys()].join('|').replaceAll('#', '[0-9]+')})`, 'u');

/**
 * The words of a text in order, each with its reading, in katakana if it is the dictionary's own.
 */
async function wordsOf(text: string): Promise<{ word: string; reading: string | undefined }[]> {
  const tokens = await dictionary();
  return text.split(CUT).flatMap((piece, index) => {
    if (index % 2 === 1) return { word: piece, reading: readWhole(piece) };
    return tokens.tokenize(piece).map(({ surface_form: word, reading }) => ({
      word,
      reading: reading === '*' ? undefined : reading,
    }));
  });
}

function readWhole(word: string): string | undefined {
  const [number = ''] = /[0-9]+/u.exec(word) ?? [];
  return WHOLE.get(word.replace(/[0-9]+/u, '#'))?.replace('#', number);
}

const KANJI = /\p{Script=Han}/u;

/**
 * The words with kanji that have no reading, each with a draft of one, in the order of the text.
 */
export async function draftReadings(
  text: string,
  readings: Readings,
): Promise<Map<string, string>> {
  const drafts = new Map<string, string>();
  for (const part of segment(text, readings)) {
    if (part.reading !== undefined || !KANJI.test(part.text)) continue;
    for (const { word, reading = '' } of await wordsOf(part.text)) {
      // A word that is printed with katakana is read with them.
      const draft = /[ァ-ヶ]/u.test(word) ? reading : hiragana(reading);
      if (KANJI.test(word) && fits(word, draft)) drafts.set(word, draft);
    }
  }
  return drafts;
}

/** Whether a reading leaves the kana and digits of its word as they are printed. */
function fits(word: string, reading: string): boolean {
  try {
    ruby(word, { words: { [word]: reading }, unconfirmed: {} });
    return reading !== '' && !KANJI.test(reading);
  } catch {
    return false;
  }
}

/** The words of a text, each in kana: as it is read here, else as the dictionary reads it. */
export async function wordsInKana(text: string, readings: Readings): Promise<string[]> {
  const words = await wordsOf(text);
  return words.map(({ word, reading }) => {
    const known = toKana(word, readings);
    return KANJI.test(known) ? (reading ?? known) : known;
  });
}
