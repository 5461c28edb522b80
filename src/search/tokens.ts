/**
 * The words that the index holds, and the words that a question asks it for. Of kanji every pair
 * and the last one, of kana the first three from where a word may begin, of letters and digits the whole run; Pagefind
 * finds a word by its beginning as well. All that fits is then verified against the text.
 */
import type { Candidate, Field } from './candidate.ts';
import { isKana, type Script } from './normalize.ts';
import type { Query } from './parse-query.ts';

const KANA = 3;

/** All tokens of a record, each once. */
export function indexTokens({ titles, body, synonyms }: Candidate): string[] {
  const tokens = [...titles, body].flatMap((field) => [
    ...textTokens(field),
    ...readingTokens(field),
  ]);
  const everyday = synonyms.flatMap(({ text, kana }) => [
    ...(text.match(RUN) ?? []).flatMap(edgePairs),
    kana.slice(0, KANA),
  ]);
  return [...new Set([...tokens, ...everyday])].filter((token) => token !== '');
}

/** What to ask for a question: each item is a list of tokens that a record should have all of. */
export function wholeLists(queries: readonly Query[]): Set<string> {
  const lists = queries.flatMap(({ phrases }) => {
    const texts = phrases.map(({ text }) => text);
    if (texts.every(isKana)) return [texts.flatMap(tokensOf)];
    const edges = texts.flatMap((text) => text.match(RUN) ?? []).flatMap(edgePairs);
    const kana = texts.flatMap((text) => text.match(/[ぁ-ゖ]{4,}/g) ?? []).flatMap(windows);
    return [edges, [...edges, ...kana]];
  });
  return new Set(lists.map((list) => list.join(' ')).filter((list) => list !== ''));
}

/** The same for each term of the question and each part of a term. */
export function termLists(queries: readonly Query[]): Set<string> {
  const phrases = queries.flatMap((query) => query.phrases);
  const terms = phrases.flatMap((phrase) => phrase.terms.map(({ text }) => tokensOf(text)));
  const words = phrases.filter(({ text }) => text.length <= HALF_CONVERTED);
  return new Set([
    ...terms.flatMap((tokens) => [tokens.join(' '), ...tokens]),
    ...words.flatMap(({ text }) => tokensOf(text)).filter((token) => token.length > 1),
  ]);
}

/** The same for a word that may have a slip anywhere. */
export function slipLists(word: string, spellings: readonly string[]): Set<string> {
  const [first = '', second = '', third = ''] = word;
  const starts = isKana(word) ? [first + second, first + third, second + first] : [...word];
  return new Set([
    ...starts,
    ...[word, ...spellings].flatMap((one) => [...windows(one), ...tokensOf(one)]),
  ]);
}

/** A longer phrase than this is no single word, typed half in kana. */
const HALF_CONVERTED = 8;

/** The tokens of which a record that has the text has all. */
const tokensOf = (text: string): string[] =>
  (text.match(ANY_RUN) ?? []).flatMap((run) =>
    KANJI.test(run) ? pairs(run) : /^[ぁ-ゖ]/.test(run) ? run.slice(0, KANA) : run,
  );

const KANJI = /^\p{Script=Han}/u;
const RUN = /\p{Script=Han}+|[^\p{Script=Han}ぁ-ゖ]+/gu;
const ANY_RUN = /\p{Script=Han}+|[ぁ-ゖ]+|[^\p{Script=Han}ぁ-ゖ]+/gu;

function textTokens({ text, scripts }: Field): string[] {
  return (text.match(RUN) ?? [])
    .flatMap((run) => (KANJI.test(run) ? [...pairs(run), [...run].at(-1) ?? ''] : [run]))
    .concat(kanaRuns(text, scripts));
}

const windows = (run: string) =>
  Array.from({ length: Math.max(1, run.length - KANA + 1) }, (_, at) => run.slice(at, at + KANA));

/**
 * Katakana begin a word. In hiragana a word may begin anywhere, but in a
 * run too short for more than endings and particles.
 */
function kanaRuns(text: string, scripts: readonly Script[]): string[] {
  const tokens: string[] = [];
  for (const { 0: run, index } of text.matchAll(/[ぁ-ゖ]+/g)) {
    let from = 0;
    for (let at = 1; at <= run.length; at++)
      if (at === run.length || scripts[index + at] !== scripts[index + from]) {
        const part = run.slice(from, at);
        if (scripts[index + from] === 'katakana') tokens.push(part.slice(0, KANA));
        else if (part.length > 3) tokens.push(...windows(part));
        from = at;
      }
  }
  return tokens;
}

/** The beginnings of words that have readings, into the words that follow. */
function readingTokens({ kana, words }: Field): string[] {
  let at = 0;
  return words.flatMap((word) => {
    const token = /^[ぁ-ゖ]*/.exec(kana.slice(at, at + KANA))?.[0] ?? '';
    at += word.kana.length;
    return word.kana === word.text ? [] : [token];
  });
}

const pairs = (run: string) => {
  const chars = [...run];
  return chars.length < 2 ? chars : chars.slice(1).map((char, at) => `${chars[at] ?? ''}${char}`);
};

/** An everyday word is asked for by its beginning and its end. */
function edgePairs(run: string): string[] {
  const all = tokensOf(run);
  return [...new Set([all[0] ?? '', all.at(-1) ?? ''])];
}
