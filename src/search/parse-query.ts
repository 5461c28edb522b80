/** From what a reader typed to what is looked for. */
import { takeMonths } from './months.ts';
import { normalize, normalizeWithOffsets, runsOf, type Script } from './normalize.ts';
import { kanaSpellings } from './romaji.ts';

/** A stretch of one script, the smallest thing that a question asks for. */
export interface Term {
  text: string;
  /** Place in its phrase. */
  from: number;
  /** How much it counts: the stem of a verb says less than a noun. */
  weight: number;
  /** Of a word that is asked of every office: 申し込み, 手続き. */
  isGeneric: boolean;
}

/** The text between two spaces. */
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
  /** Romaji read as kana. */
  alternatives: string[];
}

/** Longer than any question: the fields take no more, and what follows is not read. */
export const QUERY_LENGTH = 120;

const WISHES =
  'を教えてほしい|教えてください|教えて下さい|教えて|を知りたい(?:です)?|知りたい(?:です)?|を探しています|を探す|を調べたい|がしたい(?:です)?|したい(?:です)?|がほしい|が欲しい|ほしい|欲しい|をお願いします|ください|下さい';
const QUESTIONS =
  'どうしたらいいですか|どうしたらいい|どうすればいいですか|どうすればいい|どうすれば|どうしたら|どこに聞けばいいですか|どこに聞けばいい|どこへ行けばいい|どこですか|どこにありますか|どこで|どこに|どこへ|どこ|いつですか|いつから|いつまで|いつ|誰が|だれが|何ですか|なんですか|何をして(?:い)?ますか|とは|ありますか|あります|あるの|ある|できますか|できる|できますでしょうか|いいですか|でしょうか|ですか|ますか|ですよね|です|ます|かな';
const TAIL = new RegExp(`(?:${WISHES}|${QUESTIONS})$`);
const JOINT =
  /(?:について|に関する|に関して|のこと|のため|ために|のとき|とき|って|では|には|とは|[をにはがのでとも])$/;
/** Stop words in hiragana. */
const STOP =
  /どうすればいい|どうしたらいい|どんな|どこで|どこ|いつ|だれ|なに|なん|について|ください|ほしい|したい|しています|しました|します|している|してくれる|ている|ています|ません|なくて|ないで|ました|ますか|ます|です|ない|たい|ある|いる|する|こと|もの|とき|ため|から|まで|など|たら|れば|さん|もらう|もらえる|もらえ|もらい|くれる|あげる|できる|できます|やって|やり|かもしれない|だれか|どれ|どの|ひどい|とても|すぐ|よい|いい|ほう|みたい|くらい|ぐらい|いろいろ|いろんな|わから|わかり|なりたい|なった|なる|いく|いき|行き|しまった|しまう|いりますか|いります|いて|して/g;
const PARTICLES = 'のがをにはもへやとで';
const LEADING_PARTICLE = new RegExp(`^.{0,3}?[${PARTICLES}]`);
/** Nouns that are stop words. */
const COMMON =
  /^(?:[人方者事時所会物何私日前後中場]|心配|不安|方法|場所|時間|質問|詳細|予定|一覧|連絡先|電話番号|今年|毎日|大切|必要|自分|人達|皆|最近|今度|近く|一緒|息子|娘|主人|両親|友人|何人|何時|[a-z]|.*(?:方法|時間|期間|場所|費用|金額|書類))$/;
const GENERIC =
  /申し?込み?|手続き?|届け?出?|支払い?|申請|受付|案内|利用|相談|予約|問い?合わ?せ|請求|提出|連絡|参加/g;
/** What is filed at an office, after a word of its own: 転入手続き is 転入 and 手続き. */
const BEFORE_FILING = /(?<=\p{Script=Han}{2})(?=手続|申請|申込|届出|受付|提出|請求)/u;
/** Letters that the input method has not made into kana yet. */
export const HALF_TYPED = /(?<=[ぁ-ゖ\p{Script=Han}])[a-z]{1,3}(?=[ぁ-ゖ]|$)/u;

const TERM_WEIGHT = { noun: 1, hiragana: 0.7, oneKanji: 0.6, weak: 0.25 };

/**
 * Reads the beginning of a question. Never throws, whatever is typed. `readsMonths`: whether a month
 * or a season in it is a time and not a word.
 */
export function parseQuery(raw: string, readsMonths = true): Query {
  // One sign may be many letters (㍿ is 株式会社): what they become is cut as well.
  const typed = bounded(bounded(raw).normalize('NFKC').toLowerCase());
  const { months, rest } = readsMonths ? takeMonths(typed) : { months: undefined, rest: typed };
  const phrases = phrasesOf(rest);
  const whole = phrases.map(({ text }) => text).join('');
  return { phrases, whole, months, alternatives: kanaSpellings(whole) };
}

/** The beginning of a text, with no half of a character. */
const bounded = (text: string) => text.slice(0, QUERY_LENGTH).replace(/\p{Surrogate}/gu, ' ');

const phrasesOf = (text: string) =>
  text
    .split(/[\s,、。・/|+&!?]+/u)
    .map(withoutTail)
    .map(phraseOf)
    .filter((phrase) => phrase.text !== '');

/** The sentence without its question or wish: 選挙について知りたい is 選挙. */
function withoutTail(text: string): string {
  let said = text;
  for (;;) {
    const shorter = said.replace(TAIL, '').replace(said === text ? /$^/ : JOINT, '');
    if (shorter === said || normalize(shorter) === '') return said;
    said = shorter;
  }
}

function phraseOf(phrase: string): Phrase {
  const normalized = normalizeWithOffsets(phrase);
  const { text, scripts } = normalized;
  const withoutGeneric = text.replace(GENERIC, (word) => ' '.repeat(word.length));
  const terms: Term[] = [];
  for (const run of runsOf(normalized)) {
    let { from } = run;
    if (run.script === 'hiragana') {
      const isAmong = terms.length > 0 || run.text.length < text.length;
      terms.push(...hiraganaTerms(run.text, from, isAmong));
      continue;
    }
    for (const part of run.text.split(BEFORE_FILING)) {
      const to = from + part.length;
      const isOne = part.length === 1;
      const isGeneric = withoutGeneric.slice(from, to).trim() === '';
      // A kanji before hiragana that is no particle is the stem of a verb.
      const isStem = isOne && run.script === 'han' && scripts[to] === 'hiragana';
      const isVerb = isStem && !PARTICLES.includes(text.charAt(to));
      const { weak, oneKanji, noun } = TERM_WEIGHT;
      const weight = isGeneric || isVerb || COMMON.test(part) ? weak : isOne ? oneKanji : noun;
      terms.push({ text: part, from, weight, isGeneric });
      from = to;
    }
  }
  return { text, scripts, terms };
}

/** Of hiragana between other words, what is left without endings, particles and stop words. */
function hiraganaTerms(part: string, from: number, among: boolean): Term[] {
  if (!among) {
    return [{ text: part, from, weight: TERM_WEIGHT.noun, isGeneric: false }];
  }
  const lead = from > 0 ? (LEADING_PARTICLE.exec(part)?.[0].length ?? part.length) : 0;
  const said = part.slice(lead).replace(STOP, (word) => ' '.repeat(word.length));
  return Array.from(said.matchAll(/\S{3,}/g), ({ 0: text, index }) => ({
    text,
    from: from + lead + index,
    weight: TERM_WEIGHT.hiragana,
    isGeneric: false,
  }));
}

/** Whether a kanji ends a noun that the stem of a verb begins: no 家 in 空き家, but 先 in 預け先. */
export const endsCompound = ({ text, scripts }: Phrase, { text: word, from }: Term) =>
  word.length === 1 &&
  !'方先時日中後前'.includes(word) &&
  scripts[from - 1] === 'hiragana' &&
  /\p{Script=Han}(?:て|[ぁ-ゖ]?[きぎしちびみりえけげせべめれ])$/u.test(text.slice(0, from));
