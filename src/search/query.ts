/** From what a reader typed to what is looked for. */
import type { FiscalYear, Month } from '#model/fiscal-year.ts';
import { normalize, normalizeWithOffsets, type Script } from './normal-form.ts';
import { takeMonths } from './query-months.ts';
import { soundOfRomaji } from './romaji.ts';
import type { Thesaurus } from './thesaurus.ts';

/** The smallest thing that a question asks for. */
export interface Term {
  text: string;
  script: Script | undefined;
  /** Of romaji: how it sounds. */
  sound?: string | undefined;
  /** How much it counts: the stem of a verb says less than a noun. */
  weight: number;
  /** Its phrase, and the place in it. */
  phrase: string;
  from: number;
}

export interface Query {
  /** The texts between separators. */
  phrases: string[];
  terms: Term[];
  /** All phrases as one. */
  whole: Term;
  months: ReadonlySet<Month> | undefined;
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
  /^(?:[人方者事時所会物何私日前後中場店a-z]|心配|不安|方法|場所|時間|質問|詳細|予定|一覧|名前|連絡先?|電話番号|今年|毎日|大切|必要|自分|人達|皆|最近|今度|近く|一緒|息子|娘|主人|両親|友人|何人|何時|申し?込み?|手続き?|届け?出|支払い?|手伝い?|申請|受付|窓口|案内|利用|相談|予約|問い?合わ?せ?|請求|提出|参加)$/;
/** How officials end a compound, and what is asked of a section; says next to nothing. */
const OFFICIAL =
  /(?<=[^\s]{2})[\sのが]*(?:担当(?:する|している)|行(?:う|っている)|している|取り組む)?(?:対策|活動|推進|防止|予防|促進|強化|充実|啓発|事業|業務|仕事|役割|担当|取り?組み?|計画|施策|しごと)(?:について|一覧|は何)?$/u;

/** What is done at a counter, after a word of its own: 転入手続き is 転入 and 手続き. */
const BEFORE_FILING =
  /(?<=\p{Script=Han}{2})(?=(?:手続|申請|申込|届出|受付|相談|窓口|教室|講座)$)/u;
const SEPARATOR = /[\s,、。・/|+&!?]+/u;
const HIRAGANA = /^[\p{Script=Hiragana}ー]+$/u;
/** Letters at the end that the input method has not made into kana yet. */
const UNCONVERTED =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])(?:[b-df-hj-np-tv-z]y?|[cst]h|ts)$/u;

const WEIGHT = { noun: 1, hiragana: 0.6, oneKanji: 0.6, weak: 0.2 };

export interface Reader {
  fiscalYear: FiscalYear;
  thesaurus: Thesaurus;
}

/**
 * Reads the beginning of a question. Never throws, whatever is typed. Read as `untimed`, a month or a
 * season is a word; as a `sentence`, what asks is taken off hiragana too, which may be a word (さかな).
 */
export function parseQuery(
  raw: string,
  { fiscalYear, thesaurus }: Reader,
  mode?: 'untimed' | 'sentence',
): Query {
  // One sign may be many letters (㍿ is 株式会社): what they become is cut as well.
  const typed = bounded(bounded(raw).replace(UNCONVERTED, '').normalize('NFKC').toLowerCase());
  const { months, rest } =
    mode === 'untimed' ? { months: undefined, rest: typed } : takeMonths(typed, fiscalYear);
  const said = rest
    .split(SEPARATOR)
    .map((phrase) => (HIRAGANA.test(phrase) && mode !== 'sentence' ? phrase : withoutTail(phrase)))
    .filter((phrase) => normalize(phrase) !== '');
  return {
    phrases: said,
    terms: said.flatMap((phrase) => termsOf(phrase, thesaurus)),
    whole: termOf(said.join('')),
    months,
  };
}

/** The question without the official end of a compound (災害対策); undefined where it has none. */
export function stemOf(raw: string, reader: Reader): Query | undefined {
  const typed = bounded(raw).normalize('NFKC').trim();
  const stem = typed.replace(OFFICIAL, '');
  return stem === typed ? undefined : parseQuery(stem, reader);
}

/** The beginning of a text, with no half of a character. */
const bounded = (text: string) => text.slice(0, QUERY_LENGTH).replace(/\p{Surrogate}/gu, ' ');

/** The sentence without its question or wish: 選挙について知りたい is 選挙. */
function withoutTail(said: string, isAsked = false): string {
  const cut = said.replace(ASKING, '');
  const shorter = isAsked || cut !== said ? cut.replace(JOINT, '') : said;
  return shorter === said || normalize(shorter) === '' ? said : withoutTail(shorter, true);
}

function termOf(said: string): Term {
  const { text, scripts } = normalizeWithOffsets(said);
  const sound = /[a-z]/.test(said) ? soundOfRomaji(said.trim()) : undefined;
  return { text, script: scripts[0], sound, weight: WEIGHT.noun, phrase: text, from: 0 };
}

function termsOf(said: string, thesaurus: Thesaurus): Term[] {
  const { text: phrase, scripts } = normalizeWithOffsets(said);
  if (/^[a-z]+$/.test(phrase)) return [termOf(said)];
  const terms: Term[] = [];
  let from = 0;
  for (const part of thesaurus.mixed.segment(phrase).map((one) => one.text)) {
    if (thesaurus.mixed.has(part))
      terms.push({
        ...{ text: part, script: 'han', phrase, from },
        weight: COMMON.test(part) ? WEIGHT.weak : WEIGHT.noun,
      });
    else terms.push(...runsOf(part, from, phrase, scripts));
    from += part.length;
  }
  return terms;
}

/** A stretch of a phrase, cut where the script changes. */
function runsOf(part: string, start: number, phrase: string, scripts: readonly Script[]): Term[] {
  const terms: Term[] = [];
  for (let from = start, to = start; from < start + part.length; from = to) {
    const script = scripts[from];
    while (to < start + part.length && scripts[to] === script) to++;
    const run = phrase.slice(from, to);
    if (script === 'hiragana') terms.push(...hiraganaTerms(run, from, phrase));
    else
      for (const text of run.split(BEFORE_FILING)) {
        const weight = weightOf(text, from, phrase, scripts);
        terms.push({ text, script, weight, phrase, from });
        from += text.length;
      }
  }
  return terms;
}

function weightOf(text: string, from: number, phrase: string, scripts: readonly Script[]): number {
  const to = from + text.length;
  // A kanji before hiragana that is no particle is the stem of a verb.
  const isStem = text.length === 1 && scripts[from] === 'han' && scripts[to] === 'hiragana';
  const isVerb = isStem && !PARTICLES.includes(phrase.charAt(to));
  if (isVerb || COMMON.test(text)) return WEIGHT.weak;
  return text.length === 1 ? WEIGHT.oneKanji : WEIGHT.noun;
}

/** Of hiragana beside other words, what is left without endings and particles. */
function hiraganaTerms(text: string, from: number, phrase: string): Term[] {
  const term = { script: 'hiragana' as const, phrase };
  if (text === phrase) return [{ ...term, text, from, weight: WEIGHT.noun }];
  const lead = from > 0 ? (ENDING.exec(text)?.[0].length ?? text.length) : 0;
  const isBeforeWord = /[^a-z]/.test(phrase.charAt(from + text.length));
  const said = text.slice(lead).replace(isBeforeWord ? OBJECT_OR_PARTICLE : OBJECT, '');
  if (said.length < 3) return [];
  return [{ ...term, text: said, from: from + lead, weight: WEIGHT.hiragana }];
}

/**
 * Whether a lone kanji after a verb stem and its kana is the second half of a compound noun (家 in
 * 空き家): then it is no term. Suffixes still are (先 in 預け先). The term is one kanji.
 */
export const endsCompound = ({ phrase, text, from }: Term) =>
  text.length === 1 &&
  !'方先時日中後前'.includes(text) &&
  /\p{Script=Han}(?:て|[ぁ-ゖ]?[きぎしちびみりえけげせべめれ])$/u.test(phrase.slice(0, from));
