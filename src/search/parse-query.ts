/** From what a reader typed to what is looked for. */
import { takeMonths } from './months.ts';
import { normalize, normalizeWithOffsets, runsOf, type Run, type Script } from './normalize.ts';
import { kanaSpellings } from './romaji.ts';
import { SPELLINGS } from './variants.ts';

/** A stretch of one script, the smallest thing that a question asks for. */
export interface Term {
  text: string;
  /** Place in its phrase. */
  from: number;
  /** How much it counts: the stem of a verb says less than a noun. */
  weight: number;
}

/** The text between two separators. */
export interface Phrase {
  text: string;
  scripts: Script[];
  terms: Term[];
}

export interface Query {
  phrases: Phrase[];
  /** All phrases as one. */
  whole: string;
  months: ReadonlySet<number> | undefined;
}

/** Longer than any question: the fields take no more, and what follows is not read. */
export const QUERY_LENGTH = 120;

/** What asks at the end of a question. */
const ASKING =
  /(?:教えて|知りたい|探して(?:い)?|探す|調べたい|したい|(?:ほ|欲)しい|お願いし|くださ?い|下さい|(?:どう|何を|なにを)(?:した?ら|すれば|して|する)?|どこ(?:へ|に|で)?|いつ(?:から|まで)?|誰|だれ|何|なん|(?:聞け|行け|きけ|いけ)ば|あり|ある|でき(?:る)?|いい|よい|(?:し|やっ)て|でしょう|います?|です|ます|って|か|かな|ね|の)$/;
/** Particles before it. */
const JOINT = /(?:について|に関する|に関して|のこと|のため|ために|のとき|とき|[をにはがのでとも])$/;
const PARTICLES = 'のがをにはもへやとで';
/** Of hiragana between other words: the ending of the word before and a particle. */
const ENDING = new RegExp(`^.{0,3}?[${PARTICLES}]`);
/** At the end of such hiragana: を and what follows; before another word, a particle as well. */
const OBJECT = /を.*$/;
const OBJECT_OR_PARTICLE = new RegExp(`を.*$|[${PARTICLES}]$`);
/** Nouns that say little: of every office, of every question. */
const COMMON =
  /^(?:[人方者事時所会物何私日前後中場店a-z]|心配|不安|方法|場所|時間|質問|詳細|予定|一覧|連絡先?|電話番号|今年|毎日|大切|必要|自分|人達|皆|最近|今度|近く|一緒|息子|娘|主人|両親|友人|何人|何時|申し?込|手続|届出|支払|申請|受付|案内|利用|相談|予約|問合|請求|提出|参加)$/;
/** What is filed at an office, after a word of its own: 転入手続き is 転入 and 手続き. */
const BEFORE_FILING = /(?<=\p{Script=Han}{2})(?=手続|申請|申込|届出|受付|提出|請求)/u;

const SEPARATOR = /[\s,、。・/|+&!?]+/u;
const HIRAGANA = /^[\p{Script=Hiragana}ー]+$/u;
/** Letters at the end that the input method has not made into kana yet. */
const UNCONVERTED =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])(?:[b-df-hj-np-tv-z]y?|[cst]h|ts)$/u;
/** A question in romaji has no more spellings than this. */
const MOST_MEANINGS = 32;

const TERM_WEIGHT = { noun: 1, hiragana: 0.6, oneKanji: 0.6, weak: 0.2 };

/**
 * Reads the beginning of a question. Never throws, whatever is typed. Read as `untimed`, a month or a
 * season is a word; as a `sentence`, what asks is taken off hiragana too, which may be a word (さかな).
 */
export function parseQuery(raw: string, mode?: 'untimed' | 'sentence'): Query {
  // One sign may be many letters (㍿ is 株式会社): what they become is cut as well.
  const typed = bounded(bounded(raw).replace(UNCONVERTED, '').normalize('NFKC').toLowerCase());
  const { months, rest } =
    mode === 'untimed' ? { months: undefined, rest: typed } : takeMonths(typed);
  const phrases = rest
    .split(SEPARATOR)
    .map((said) => (HIRAGANA.test(said) && mode !== 'sentence' ? said : withoutTail(said)))
    .map(phraseOf)
    .filter((phrase) => phrase.text !== '');
  const whole = phrases.map(({ text }) => text).join('');
  return { phrases, whole, months };
}

/**
 * What else may be meant: a month that is part of a name; a question in hiragana; romaji read as kana;
 * another spelling.
 */
export function otherMeanings(raw: string, { whole, months, phrases }: Query): Query[] {
  const sentence = parseQuery(raw, 'sentence');
  const spelled = [...spellingsInKana(raw), ...spellingsOf(phrases)].map((text) => {
    const other = parseQuery(text);
    return { ...other, months: months ?? other.months };
  });
  return [
    ...(sentence.whole === whole ? [] : [sentence]),
    ...(months && phrases.length > 0 ? [parseQuery(raw, 'untimed')] : []),
    ...spelled,
  ];
}

/** The question with those of its words that are romaji in kana; none where none is. */
function spellingsInKana(raw: string): string[] {
  const words = bounded(raw).normalize('NFKC').toLowerCase().split(SEPARATOR).filter(Boolean);
  const spelled = words.map(kanaSpellings);
  if (spelled.every((all) => all.length === 0)) return [];
  return spelled
    .map((all, at) => (all.length > 0 ? all : [words[at] ?? '']))
    .reduce((texts, all) =>
      texts.flatMap((text) => all.map((word) => `${text} ${word}`)).slice(0, MOST_MEANINGS),
    );
}

/** The question with a word in its other spellings. */
const spellingsOf = (phrases: readonly Phrase[]) => {
  const text = phrases.map(({ text }) => text).join(' ');
  return GROUPS.flatMap((group) => {
    // The longest: 引っ越し is no 引っ越 and し.
    const [word] = group.filter((one) => text.includes(one)).sort((a, b) => b.length - a.length);
    const others = group.filter((one) => one !== word);
    return word === undefined ? [] : others.map((other) => text.replace(word, other));
  });
};
const GROUPS = SPELLINGS.map((group) => [...new Set(group.split(' ').map(normalize))]);

/** The beginning of a text, with no half of a character. */
const bounded = (text: string) => text.slice(0, QUERY_LENGTH).replace(/\p{Surrogate}/gu, ' ');

/** The sentence without its question or wish: 選挙について知りたい is 選挙. */
function withoutTail(said: string, isAsked = false): string {
  const cut = said.replace(ASKING, '');
  const shorter = isAsked || cut !== said ? cut.replace(JOINT, '') : said;
  return shorter === said || normalize(shorter) === '' ? said : withoutTail(shorter, true);
}

function phraseOf(phrase: string): Phrase {
  const normalized = normalizeWithOffsets(phrase);
  const { text, scripts } = normalized;
  const terms: Term[] = [];
  for (const run of runsOf(normalized)) {
    let { from } = run;
    if (run.script === 'hiragana') {
      terms.push(...hiraganaTerms(run, text));
      continue;
    }
    for (const part of run.text.split(BEFORE_FILING)) {
      const to = from + part.length;
      const isOne = part.length === 1;
      // A kanji before hiragana that is no particle is the stem of a verb.
      const isStem = isOne && run.script === 'han' && scripts[to] === 'hiragana';
      const isVerb = isStem && !PARTICLES.includes(text.charAt(to));
      const { weak, oneKanji, noun } = TERM_WEIGHT;
      const weight = isVerb || COMMON.test(part) ? weak : isOne ? oneKanji : noun;
      terms.push({ text: part, from, weight });
      from = to;
    }
  }
  return { text, scripts, terms };
}

/** Of hiragana beside other words, what is left without endings and particles. */
function hiraganaTerms({ text, from }: Run, phrase: string): Term[] {
  if (text === phrase) return [{ text, from, weight: TERM_WEIGHT.noun }];
  const lead = from > 0 ? (ENDING.exec(text)?.[0].length ?? text.length) : 0;
  const isBeforeWord = /[^a-z]/.test(phrase.charAt(from + text.length));
  const said = text.slice(lead).replace(isBeforeWord ? OBJECT_OR_PARTICLE : OBJECT, '');
  return said.length < 3 ? [] : [{ text: said, from: from + lead, weight: TERM_WEIGHT.hiragana }];
}

/**
 * Whether a lone kanji after a verb stem and its kana is the second half of a compound noun (家 in
 * 空き家): then it is no term. Suffixes still are (先 in 預け先). The term is one kanji.
 */
export const endsCompound = ({ text, scripts }: Phrase, { text: word, from }: Term) =>
  !'方先時日中後前'.includes(word) &&
  scripts[from - 1] === 'hiragana' &&
  /\p{Script=Han}(?:て|[ぁ-ゖ]?[きぎしちびみりえけげせべめれ])$/u.test(text.slice(0, from));
