/** From what a reader typed to what is looked for. */
import { fold, foldWithPlaces, isKana, spaced, type Script } from './fold.ts';
import { takeMonths } from './months.ts';

/** A stretch of the query that says something: a run of one writing. */
export interface Run {
  text: string;
  /** Place in its group. */
  from: number;
  /** How much it counts: a verb's stem says less than a noun. */
  weight: number;
  /** Of a word that is asked of every office: 申し込み, 手続き. */
  office?: true;
}

/** What stands between spaces. */
export interface Group {
  text: string;
  scripts: Script[];
  runs: Run[];
}

export interface Query {
  groups: Group[];
  /** All groups as one. */
  whole: string;
  /** As typed, where it has spaces or punctuation that the words it is cut from have too. */
  exact?: string;
  months: ReadonlySet<number> | undefined;
  /** The same with the season read as a word, where one was read as months. */
  loose?: Query;
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
/** Hiragana that says nothing by itself, as it stands folded. */
const STOP =
  /どうすればいい|どうしたらいい|どんな|どこで|どこ|いつ|だれ|なに|なん|について|ください|ほしい|したい|しています|しました|します|している|してくれる|ている|ています|ません|なくて|ないで|ました|ますか|ます|です|ない|たい|ある|いる|する|こと|もの|とき|ため|から|まで|など|たら|れば|さん|もらう|もらえる|もらえ|もらい|くれる|あげる|できる|できます|やって|やり|かもしれない|だれか|どれ|どの|ひどい|とても|すぐ|よい|いい|ほう|みたい|くらい|ぐらい|いろいろ|いろんな|わから|わかり|なりたい|なった|なる|いく|いき|行き|しまった|しまう|いりますか|いります|いて|して/g;
const PARTICLE = /^.{0,3}?(?:の|が|を|に|は|も|へ|や|と|で)/;

/** Reads the beginning of a query. Never throws, whatever is typed. */
export function parseQuery(raw: string): Query {
  // One sign may be many letters (㍿ is 株式会社): what they become is cut as well.
  const plain = whole(whole(raw).normalize('NFKC').toLowerCase());
  const { months, rest } = takeMonths(plain);
  const exact = spaced(plain);
  const pointed = /[^\p{L}\p{N}ー]/u.test(exact);
  const query = { ...readWords(rest), months, ...(pointed && { exact }) };
  return months && rest !== ''
    ? { ...query, loose: { ...readWords(plain), months: undefined } }
    : query;
}

/** The beginning of a text, with no half of a character. */
const whole = (text: string) => text.slice(0, QUERY_LENGTH).replace(/\p{Surrogate}/gu, ' ');

function readWords(text: string): Pick<Query, 'groups' | 'whole'> {
  const groups = text
    .split(/[\s,、。・/|+&!?]+/u)
    .map(withoutTail)
    .map(groupOf)
    .filter((group) => group.text !== '');
  return { groups, whole: groups.map(({ text }) => text).join('') };
}

/** The sentence without its question or wish: 選挙について知りたい → 選挙. */
function withoutTail(text: string): string {
  let said = text;
  for (;;) {
    const shorter = said.replace(TAIL, '').replace(said === text ? /$^/ : JOINT, '');
    if (shorter === said || fold(shorter) === '') return said === text ? text : said;
    said = shorter;
  }
}

function groupOf(text: string): Group {
  const { text: folded, scripts } = foldWithPlaces(text);
  const offices = Array.from(
    folded.matchAll(OFFICE),
    ({ 0: word, index }) => [index, index + word.length] as const,
  );
  const filings = new Set(Array.from(folded.matchAll(FILING), ({ index }) => index));
  const runs: Run[] = [];
  let from = 0;
  while (from < folded.length) {
    const script = scripts[from];
    let to = from + 1;
    while (to < folded.length && scripts[to] === script && !filings.has(to)) to++;
    const part = folded.slice(from, to);
    if (script === 'h')
      runs.push(...hiraganaRuns(part, from, runs.length > 0 || to < folded.length));
    else {
      const verb =
        script === 'c' &&
        to - from === 1 &&
        scripts[to] === 'h' &&
        !PARTICLE_ONLY.test(folded.slice(to, to + 1));
      const office = offices.some(([start, end]) => from >= start && to <= end);
      runs.push({
        text: part,
        from,
        ...(office && { office }),
        weight: office || verb || SOFT.test(part) ? WEAK : part.length === 1 ? 0.6 : 1,
      });
    }
    from = to;
  }
  return { text: folded, scripts, runs };
}

/** Of words that say little by themselves, and of the stems of verbs. */
const WEAK = 0.25;
/** Nouns that are in every question. */
const SOFT =
  /^(?:[人方者事時所会物何私日前後中場]|心配|不安|方法|場所|時間|質問|詳細|予定|一覧|連絡先|電話番号|今年|毎日|大切|必要|自分|人達|皆|最近|今度|近く|一緒|息子|娘|主人|両親|友人|何人|何時|[a-z]|.*(?:方法|時間|期間|場所|費用|金額|書類))$/;
const OFFICE =
  /申し?込み?|手続き?|届け?出?|支払い?|申請|受付|案内|利用|相談|予約|問い?合わ?せ|請求|提出|連絡|参加/g;
/** What is filed at an office, after a word of its own: 転入手続き is 転入 and 手続き. */
const FILING = /(?<=\p{Script=Han}{2})(?:手続|申請|申込|届出|受付|提出|請求)/gu;
const PARTICLE_ONLY = /^[のがをにはもへやとで]/;

/** Of hiragana between other words, what is left without endings, particles and stop words. */
function hiraganaRuns(part: string, from: number, among: boolean): Run[] {
  if (!among) {
    const pieces = part.length > 5 ? splitKana(part, from) : [];
    return pieces.length > 1 ? pieces : [{ text: part, from, weight: 1 }];
  }
  const lead = from > 0 ? (PARTICLE.exec(part)?.[0].length ?? part.length) : 0;
  const said = part.slice(lead).replace(STOP, (word) => ' '.repeat(word.length));
  return Array.from(said.matchAll(/\S{3,}/g), ({ 0: text, index }) => ({
    text: text.replace(/[のがをにはもへやとで]$/, ''),
    from: from + lead + index,
    weight: 0.7,
  })).filter(({ text }) => text.length >= 3);
}

function splitKana(part: string, from: number): Run[] {
  return Array.from(part.matchAll(/(?:^|[のをと])([^のを]{3,}?)(?=[のをと]|$)/g), (match) => ({
    text: match[1] ?? '',
    from: from + match.index + match[0].length - (match[1] ?? '').length,
    weight: 1,
  }));
}

/** Whether everything that is looked for was typed in kana of one kind. */
export const typedInKana = ({ groups }: Query) =>
  groups.length > 0 &&
  groups.every(
    ({ text, scripts }) => isKana(text) && scripts.every((script) => script === scripts[0]),
  );
