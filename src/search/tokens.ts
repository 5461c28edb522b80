/**
 * The tokens that the index holds, and those that a question asks it for: of kanji each pair, of kana
 * the first few from where a word may begin, of letters and digits the whole run. Pagefind finds a
 * token by its beginning as well; where it has none, it takes one that the asked one begins with, so
 * tokens that are shorter than others of their kind are closed by a sign that no question has.
 */
import type { Candidate, Field } from './candidate.ts';
import { isKana, runsOf, type Run } from './normalize.ts';
import type { Query } from './parse-query.ts';

/** Kana of a token: more make an index larger, and the records fewer that a question in kana fetches. */
const KANA = 6;
/**
 * Stands in no text in normal form. At the end of a token: it is complete. At its beginning: it is of a
 * synonym.
 */
const SIGN = 'ー';

/** Whether a token is of a synonym, which no page prints: these are in chunks of their own. */
export const isSynonymToken = (token: string) => token.startsWith(SIGN);

/**
 * All tokens of a record, each once, those of its titles first. Not those of its headings: they are
 * titles of other records, and would be tokens of all that stands under them.
 */
export function indexTokens({ titles, marks, passages, synonyms }: Candidate) {
  const ofTitles = new Set(titles.flatMap(fieldTokens));
  const ofSynonyms = synonyms.flatMap(({ text, kana }) => [
    ...runsIn(text).flatMap((run) => (isKana(run) ? [] : edgesOf(run))),
    closed(kana),
  ]);
  const tokens = new Set([
    ...ofTitles,
    ...[...marks, ...passages].flatMap(fieldTokens),
    ...ofSynonyms.filter(Boolean).map((token) => SIGN + token),
  ]);
  return { tokens: [...tokens].filter(Boolean), ofTitles: ofTitles.size };
}

/** What Pagefind is asked for: records that print all runs of a list. */
export const printedTokens = (list: string) => list.split(' ').flatMap(tokensOf).join(' ');

/** What it is asked for besides: records with a synonym that begins or ends with each run of a list. */
export const synonymTokens = (list: string) =>
  list
    .replaceAll(SIGN, '')
    .split(' ')
    .flatMap(edgesOf)
    .map((token) => SIGN + token)
    .join(' ');

/** What to ask for questions: each list is of runs of one script that a record should have all of. */
export function wholeLists(queries: readonly Query[]): Set<string> {
  const lists = queries.map(({ phrases }) => {
    const texts = phrases.map(({ text }) => text);
    if (texts.every(isKana)) return texts;
    // Pagefind looks for a beginning in one chunk, and one kanji begins tokens of several chunks. A kanji
    // before kana ends its run, so its closed token is asked for.
    const runs = texts.flatMap((text) => runsIn(text.replace(LAST_KANJI, `$&${SIGN}`)));
    const kana = phrases.flatMap(runsOf).filter(isKanaWord);
    return [...runs.filter((run) => !isKana(run)), ...kana.map(({ text }) => text)];
  });
  return new Set(lists.map((runs) => runs.join(' ')).filter(Boolean));
}

/** The same for each part of each of their terms, the first `MOST_LISTS`. */
export const termLists = (queries: readonly Query[]): Set<string> => {
  const terms = queries.flatMap(({ phrases }) => phrases.flatMap(({ terms }) => terms));
  return new Set(terms.flatMap(({ text }) => tokensOf(text)).slice(0, MOST_LISTS));
};
const MOST_LISTS = 40;

/** The same for a word that may have a slip anywhere: its beginnings as they may have been, and its parts. */
export function slipLists(word: string): Set<string> {
  const chars = Array.from(word);
  const [first = '', second = '', third = ''] = chars;
  const starts = isKana(word) ? [first + second, first + third, second + first] : chars;
  const parts = beginnings(chars).map((rest) => rest.slice(0, 3).join(''));
  const lists = [...starts, ...parts, ...tokensOf(word)];
  return new Set(lists.filter((list) => /^[^a-z0-9]+$/.test(list)));
}

const LAST_KANJI = /(?<!\p{Script=Han})\p{Script=Han}(?=[ぁ-ゖ])/gu;
const KANJI_WORD = /^\p{Script=Han}./u;
const RUN = /\p{Script=Han}+ー?|[ぁ-ゖ]+|[^\p{Script=Han}ぁ-ゖ]+/gu;

const runsIn = (text: string): string[] => text.match(RUN) ?? [];

/** The tokens of a text, as the index holds them. */
const tokensOf = (text: string): string[] =>
  runsIn(text).flatMap((run) => {
    if (isKana(run)) return run.slice(0, KANA);
    return KANJI_WORD.test(run) ? pairs(run) : run;
  });

/** The first and the last of them: enough to find a synonym by, and fewer to keep and to ask for. */
const edgesOf = (run: string) => {
  const tokens = tokensOf(run);
  return [...new Set([tokens[0] ?? '', tokens.at(-1) ?? ''])];
};

const fieldTokens = (field: Field) => [
  ...runsOf(field).flatMap(runTokens),
  // The beginnings of words that have readings, into the words that follow.
  ...field.words.map(({ at }) => closed(field.kana.slice(at))),
];

/** The last kanji of a run alone as well. Katakana begin a word; in hiragana one may begin anywhere. */
function runTokens(run: Run): string[] {
  const { text, script } = run;
  if (script === 'han') return [...pairs(text), `${[...text].at(-1) ?? ''}${SIGN}`];
  if (script === 'other') return [text + SIGN];
  if (script === 'katakana') return [closed(text)];
  return isKanaWord(run) ? beginnings([...text]).map((rest) => closed(rest.join(''))) : [];
}

/** The first kana of a text. */
function closed(text: string): string {
  const kana = /^[ぁ-ゖ]*/.exec(text)?.[0].slice(0, KANA) ?? '';
  return kana === '' || kana.length === KANA ? kana : kana + SIGN;
}

/** Whether a run may be more than an ending or a particle. */
const isKanaWord = ({ text, script }: Run) =>
  script === 'katakana' ? text.length > 1 : script === 'hiragana' && text.length > 3;

/** From each character but the last two. */
const beginnings = (run: readonly string[]) =>
  Array.from({ length: Math.max(1, run.length - 2) }, (_, at) => run.slice(at));

const pairs = (run: string) => {
  const chars = [...run];
  return chars.slice(1).map((char, at) => `${chars[at] ?? ''}${char}`);
};
