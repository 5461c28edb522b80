/** From what a reader typed to what is looked for. */
import type { FiscalYear, Month } from '#model/fiscal-year.ts';
import type { Lexicon } from '#model/segment.ts';
import language from './language.json' with { type: 'json' };
import { normalize } from './normal-form.ts';
import { takeMonths } from './query-months.ts';
import { soundOfKana, soundOfRomaji } from './romaji.ts';
import type { Word } from './words.ts';

/** The smallest thing that a question asks for; its sound is known of kana and of romaji. */
export interface Term extends Word {
  /** How much it counts: the stem of a verb says less than a noun. */
  weight: number;
}

export interface Query {
  terms: Term[];
  /** All of the question as one; without text where it names a time alone. */
  whole: Term;
  /** The question without the official end of a compound (災害対策), where it has one. */
  stem: Term | undefined;
  months: ReadonlySet<Month> | undefined;
}

/** Longer than any question: the fields take no more, and what follows is not read. */
export const QUERY_LENGTH = 120;

const oneOf = (words: readonly string[]) => `(?:${words.join('|')})`;
/** What asks at the end of a question, and particles before it. */
const ASKING = new RegExp(`${oneOf(language.asking)}$`);
const ABOUT = new RegExp(`${oneOf(language.about)}$`);
/** Nouns that say little: of every office, of every question. */
const COMMON = new RegExp(`^${oneOf(language.common)}$`);
/** How officials end a compound, and what is asked of a section; says next to nothing. */
const OFFICIAL = new RegExp(
  `(?<=[^\\s]{2})[\\sのが]*(?:担当(?:する|している)|行(?:う|っている)|している|取り組む)?${oneOf(language.official)}(?:一覧|は何)?$`,
  'u',
);
const PARTICLES = 'のがをにはもへやとで';
/** Of hiragana between other words: the ending of the word before and a particle. */
const ENDING = new RegExp(`^.{0,3}?[${PARTICLES}]`);
/** At the end of such hiragana: を and what follows; before another word, a particle as well. */
const OBJECT = /を.*$/;
const OBJECT_OR_PARTICLE = new RegExp(`を.*$|[${PARTICLES}]$`);
const VERB_ENDING = new RegExp(`^[ぁ-ゖ](?<![${PARTICLES}])`, 'u');
const SEPARATOR = /[\s,、。・/|+&!?]+/u;
const HIRAGANA = /^[\p{Script=Hiragana}ー]+$/u;
/** May be a word (さかな), of which nothing that asks is taken off. */
const SHORT_HIRAGANA = /^[\p{Script=Hiragana}ー]{1,5}$/u;
const KANA = /^[\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u;
/** Letters at the end that the input method has not made into kana yet. */
const UNCONVERTED =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])(?:[b-df-hj-np-tv-z]y?|[cst]h|ts)$/u;
/** Stretches of one script. */
const RUNS = /\p{Script=Han}+|[ぁ-ゖー]+|[ァ-ヺー]+|[^\p{Script=Han}ぁ-ゖァ-ヺー]+/gu;

/** The stem of a verb before the second half of a compound noun. */
const STEM = /\p{Script=Han}(?:て|[ぁ-ゖ]?[きぎしちびみりえけげせべめれ])$/u;

const WEIGHT = { noun: 1, hiragana: 0.6, oneKanji: 0.6, weak: 0.2 };

/** Reads the beginning of a question. `mixed`: words of several scripts, which are cut out whole. */
export function parseQuery(raw: string, fiscalYear: FiscalYear, mixed: Lexicon): Query {
  // One sign may be many letters (㍿ is 株式会社): what they become is cut as well.
  const typed = bounded(bounded(raw).normalize('NFKC').toLowerCase());
  const { months, rest } = takeMonths(typed, fiscalYear);
  const phrases = rest
    .split(SEPARATOR)
    .map((phrase) => (SHORT_HIRAGANA.test(phrase) ? phrase : withoutTail(phrase)))
    .filter((phrase) => normalize(phrase) !== '');
  const whole = phrases.join('');
  const stem = whole.replace(OFFICIAL, '');
  return {
    terms: phrases.flatMap((phrase) => termsOf(phrase, mixed)),
    whole: termOf(whole),
    stem: stem === whole ? undefined : termOf(stem),
    months,
  };
}

/** The beginning of a text, with no half of a character. */
const bounded = (text: string) => text.slice(0, QUERY_LENGTH).replace(/\p{Surrogate}/gu, ' ');

/** The sentence without its question or wish: 選挙について知りたい is 選挙. */
function withoutTail(asked: string, isAsked = false): string {
  const cut = asked.replace(ASKING, '');
  const shorter = isAsked || cut !== asked ? cut.replace(ABOUT, '') : asked;
  return shorter === asked || normalize(shorter) === '' ? asked : withoutTail(shorter, true);
}

function termOf(written: string, weight = WEIGHT.noun): Term {
  const plain = written.replace(UNCONVERTED, '');
  // After しょくい a k says 食育 and not 職員.
  const sound = KANA.test(plain) ? soundOfKana(written) : (soundOfRomaji(written) ?? '');
  return { printed: written, text: normalize(plain), sound, weight };
}

function termsOf(phrase: string, mixed: Lexicon): Term[] {
  if (HIRAGANA.test(phrase.replace(UNCONVERTED, '')) || soundOfRomaji(phrase) !== undefined)
    return [termOf(phrase)];
  let from = 0;
  const terms = mixed.segment(phrase).flatMap(({ text, reading }) => {
    const start = from;
    from += text.length;
    if (reading !== undefined) return [termOf(text, COMMON.test(text) ? WEIGHT.weak : undefined)];
    return Array.from(text.matchAll(RUNS)).flatMap(({ 0: run, index }) => {
      const before = phrase.slice(0, start + index);
      const after = phrase.slice(before.length + run.length);
      if (HIRAGANA.test(run)) return hiraganaTerms(run, before, after);
      // The second half of a compound noun says nothing alone: 家 in 空き家.
      if (/^(?![方先時日中後前])\p{Script=Han}$/u.test(run) && STEM.test(before))
        return [termOf(`${STEM.exec(before)?.[0] ?? ''}${run}`)];
      return [termOf(run, weightOf(run, after))];
    });
  });
  return terms.filter(({ text }) => text !== '');
}

function weightOf(word: string, after: string): number {
  // A kanji before hiragana that is no particle is the stem of a verb.
  const isVerb = /^\p{Script=Han}$/u.test(word) && VERB_ENDING.test(after);
  if (isVerb || COMMON.test(word)) return WEIGHT.weak;
  return word.length === 1 ? WEIGHT.oneKanji : WEIGHT.noun;
}

/** Of hiragana beside other words, what is left without endings and particles. */
function hiraganaTerms(run: string, before: string, after: string): Term[] {
  const lead = before === '' ? 0 : (ENDING.exec(run)?.[0].length ?? run.length);
  const word = run.slice(lead).replace(/^[^a-z]/.test(after) ? OBJECT_OR_PARTICLE : OBJECT, '');
  return word.length < 3 ? [] : [termOf(word, WEIGHT.hiragana)];
}
