/** Drafts of readings that nobody has given yet, from a dictionary on this machine. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { segment, toKana, unread, type Readings } from '#model/reading.ts';
import { hiragana } from './romaji.ts';

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
const tokenizer = (): Promise<Tokenizer> =>
  (loading ??= new Promise((resolve, reject) => {
    const name = '@sglkc/kuromoji';
    const { builder } = require(name) as Kuromoji;
    const dicPath = path.join(path.dirname(require.resolve(`${name}/package.json`)), 'dict');
    builder({ dicPath }).build((error, built) => {
      if (error) reject(error);
      else resolve(built);
    });
  }));

/** The words with kanji that have no reading, each with a draft of one, in the order of the text. */
export async function draftsFor(text: string, readings: Readings): Promise<Map<string, string>> {
  const drafts = new Map<string, string>();
  if (unread(text, readings).length === 0) return drafts;
  const dictionary = await tokenizer();
  for (const part of segment(text, readings))
    if (part.reading === undefined && /\p{Script=Han}/u.test(part.text))
      for (const { surface_form: word, reading } of dictionary.tokenize(part.text))
        if (/\p{Script=Han}/u.test(word) && reading && reading !== '*')
          // A word that is printed with katakana is read with them.
          drafts.set(word, /[ァ-ヶ]/u.test(word) ? reading : hiragana(reading));
  return drafts;
}

/** The readings with drafts for what they lack of the text. */
export async function withDrafts(text: string, readings: Readings): Promise<Readings> {
  const drafts = await draftsFor(text, readings);
  return { ...readings, words: { ...Object.fromEntries(drafts), ...readings.words } };
}

/** The words of a text, each in kana: as it is read here, else as the dictionary reads it. */
export async function wordsInKana(text: string, readings: Readings): Promise<string[]> {
  return (await tokenizer()).tokenize(text).map(({ surface_form: word, reading }) => {
    const known = toKana(word, readings);
    return /\p{Script=Han}/u.test(known) && reading && reading !== '*' ? reading : known;
  });
}
