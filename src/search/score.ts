/** The one scorer: which candidates answer a question, and in which order. Pure. */
import {
  isEdge,
  places,
  type Candidate,
  type Field,
  type StoredRecord,
  type Synonym,
} from './candidate.ts';
import { halfConverted } from './fuzzy.ts';
import { isKana } from './normalize.ts';
import { endsCompound, HALF_TYPED, type Phrase, type Query, type Term } from './parse-query.ts';

/** All weights, in points of one scale: about 100 is a term that fills a title. */
export const WEIGHTS = {
  /** A better kind of answer comes before all others. */
  tier: {
    /** Printed as typed. */
    surface: 4000,
    /** By its reading, or as an everyday word. */
    index: 3000,
    /** All terms of the question, or a part of an everyday word. */
    terms: 2000,
    /** But for a slip of the hand. */
    slip: 1000,
    /** A part of the question. */
    part: 0,
  },
  /** Where a word stands best; `fill` times the share of the text that it fills is added. */
  field: {
    title: { base: 60, fill: 30 },
    heads: { base: 44, fill: 10 },
    body: { base: 44, fill: 0 },
  },
  /** Added for a printed word. */
  printed: {
    titleStart: 30,
    /** For each place in the body, three at most. */
    again: 2,
  },
  /** Added for a word that is found by its reading. */
  reading: {
    /** ぼうさい fills a word, ぼうさ begins it, ねんきん is in 国民年金. */
    wholeWords: 10,
    wordStart: 3,
    inside: 0.5,
  },
  /** An everyday word; its beginning or end, and more for the share of it. */
  synonym: { whole: 50, part: { base: 20, fill: 10 } },
  /** Divided by the months of the record: one of a single month answers to that month best. */
  month: 12,
  /** Programmes and pledges come before goals, sections and the policy. */
  kind: { programme: 3, pledge: 2, section: 1.5, goal: 1, principle: 0.5 } as Record<
    string,
    number
  >,
  term: {
    /** A term that is there at all; what speaks for it is added, `strong` at most. */
    present: 100,
    strong: 60,
    /** A part of an everyday word of several. */
    inSynonym: 40,
    /** For the share of the question that is there. */
    share: 100,
  },
  /** A term is there if at least this share of it is: the beginning of a word counts as that much. */
  enoughTerm: 0.75,
  /** A part answers if it is at least this share of the question. */
  enoughPart: 0.45,
} as const;

export type Tier = keyof typeof WEIGHTS.tier;

export interface Hit {
  url: string;
  record: StoredRecord;
  tier: Tier;
  score: number;
  /** Stretches to mark, in normal form. */
  marks: string[];
  /** The everyday words that brought it here, as the content writes them. */
  synonyms: string[];
}

export function hitOf(
  { record }: Candidate,
  tier: Tier,
  points: number,
  marks: readonly string[],
  synonyms: readonly (Synonym | undefined)[] = [],
): Hit {
  const shown = synonyms.flatMap((synonym) => (synonym ? [synonym.shown] : []));
  return {
    url: record.url,
    record,
    tier,
    score: WEIGHTS.tier[tier] + points + (WEIGHTS.kind[record.kind] ?? 0),
    marks: [...new Set(marks)].filter((mark) => mark !== ''),
    synonyms: [...new Set(shown)],
  };
}

/** Best first; among equals the order in which they were given. */
const sorted = (hits: readonly Hit[]) => [...hits].sort((a, b) => b.score - a.score);

/** What answers the question as a whole: printed, by its reading or as an everyday word. */
export function rankWhole(candidates: readonly Candidate[], query: Query): Hit[] {
  const timely = inTime(candidates, query);
  const printed = timely.flatMap((candidate) => printedHit(candidate, query));
  if (query.phrases.length === 0) return sorted(printed);
  const answered = new Set(printed.map(({ url }) => url));
  const rest = timely.filter(({ record }) => !answered.has(record.url));
  const exactly = printed.length > 0;
  return sorted([...printed, ...rest.flatMap((candidate) => otherHit(candidate, query, exactly))]);
}

/** What answers the question, or else what answers a part of it. */
export function rank(candidates: readonly Candidate[], query: Query): Hit[] {
  const whole = rankWhole(candidates, query);
  if (whole.length > 0) return whole;
  const timely = inTime(candidates, query);
  const half = slipHits(timely, query.whole, halfConverted);
  if (half.length > 0) return half;
  const hits = HALF_TYPED.test(query.whole) ? [] : termHits(timely, query);
  const full = hits.filter((hit) => !isPart(hit));
  return sorted(full.length > 0 ? full : hits);
}

export const isPart = ({ tier }: Hit) => tier === 'part';

/** The candidates of the months that are asked for; all where none is. */
export const inTime = (candidates: readonly Candidate[], { months }: Pick<Query, 'months'>) =>
  months
    ? candidates.filter(({ record }) => record.months.some((month) => months.has(month)))
    : candidates;

/** The candidates that have a word for which the typed one was `meant`. */
export const slipHits = (
  candidates: readonly Candidate[],
  typed: string,
  meant: (candidate: Candidate, typed: string) => string | undefined,
): Hit[] =>
  sorted(
    candidates.flatMap((candidate) => {
      const word = meant(candidate, typed);
      if (word === undefined) return [];
      const { printed, points, synonym } = evidenceOf(candidate, word, false, true);
      return [hitOf(candidate, 'slip', points, [word], printed > 0 ? [] : [synonym])];
    }),
  );

/** Printed as typed, or all phrases printed. */
function printedHit(candidate: Candidate, query: Query): Hit[] {
  const { phrases, whole, months } = query;
  if (phrases.length === 0 && !months) return [];
  const more = months ? WEIGHTS.month / Math.max(candidate.record.months.length, 1) : 0;
  const points = scorePrinted(candidate, whole);
  if (phrases.length === 0) return [hitOf(candidate, 'surface', more, [])];
  if (points > 0 && !isAccidental(candidate, whole))
    return [hitOf(candidate, 'surface', points + more, [whole])];
  const each = phrases.map(({ text }) => (text.length > 1 ? scorePrinted(candidate, text) : 0));
  if (each.length < 2 || each.includes(0)) return [];
  const mean = each.reduce((a, b) => a + b, 0) / each.length;
  const marks = phrases.map(({ text }) => text);
  return [hitOf(candidate, 'surface', mean / 2 + more, marks)];
}

/** By reading or as an everyday word; `exactly` where others print it, so that only what fits counts. */
function otherHit(candidate: Candidate, { whole, phrases }: Query, exactly: boolean): Hit[] {
  const isKatakana = phrases[0]?.scripts.every((script) => script === 'katakana') === true;
  const { printed, read, everyday, synonym } = evidenceOf(candidate, whole, isKatakana, exactly);
  // What is printed only inside other words.
  const points = Math.max(everyday, read, printed / 10);
  if (points === 0) return [];
  const isSure = everyday >= WEIGHTS.synonym.whole || read > 0;
  const by = everyday >= read ? [synonym] : [];
  return [hitOf(candidate, isSure ? 'index' : 'terms', points, [whole], by)];
}

/** How a record has a word, in points. */
interface Evidence {
  printed: number;
  /** By its reading. */
  read: number;
  /** As an everyday word. */
  everyday: number;
  synonym?: Synonym;
  /** The most of these. */
  points: number;
}

/** `exactly`: whole words and whole everyday words alone. */
function evidenceOf(
  candidate: Candidate,
  word: string,
  isKatakana: boolean,
  exactly: boolean,
): Evidence {
  // A word in katakana is not the same letters inside hiragana (ガス in 人がすぐ), nor inside another
  // word; a short one is not its beginning (バス in バスケット).
  const printed = isKatakana && isAccidental(candidate, word) ? 0 : scorePrinted(candidate, word);
  const isReading = /^[ぁ-ゖ0-9]+$/.test(word);
  const read = isReading ? scoreReading(candidate, word, isKatakana || exactly) : 0;
  const isShort = isKatakana && word.length < 3;
  const { points: everyday, synonym } = scoreSynonym(candidate, word, isShort || exactly);
  const points = Math.max(printed, read, everyday);
  return { printed, read, everyday, points, ...(synonym && { synonym }) };
}

function scorePrinted(candidate: Candidate, word: string): number {
  const { titles, body } = candidate;
  const { titleStart, again } = WEIGHTS.printed;
  const best = bestField(candidate, word, ({ text }) => (text.includes(word) ? 0 : undefined));
  if (best === 0 || word === '') return 0;
  const start = titles.some(({ text }) => text.startsWith(word)) ? titleStart : 0;
  return best + start + again * Math.min(places(body.text, word).length, 3);
}

function scoreReading(candidate: Candidate, word: string, exactly: boolean) {
  const { wholeWords, wordStart, inside } = WEIGHTS.reading;
  const fitAt = (field: Field, at: number) => {
    const starts = isEdge(field, at);
    const ends = isEdge(field, at + word.length);
    if (starts && ends && word.length >= 3) return wholeWords;
    if (exactly) return 0;
    if (starts) return wordStart;
    // だいがく inside 課題学習 neither begins nor ends a word.
    return word.length >= (ends ? 3 : 5) ? inside : 0;
  };
  return bestField(
    candidate,
    word,
    (field) => Math.max(0, ...places(field.kana, word).map((at) => fitAt(field, at))) || undefined,
  );
}

/** The points of the field that has a word best; `fitOf` tells those of its place there, if any. */
function bestField(
  { titles, heads, body }: Candidate,
  word: string,
  fitOf: (field: Field) => number | undefined,
): number {
  const points = (field: Field, { base, fill }: { base: number; fill: number }) => {
    const fit = fitOf(field);
    return fit === undefined ? 0 : base + fit + (fill * word.length) / field.text.length;
  };
  const { title, ...weights } = WEIGHTS.field;
  return Math.max(
    ...titles.map((field) => points(field, title)),
    points(heads, weights.heads),
    points(body, weights.body),
  );
}

const fieldsOf = ({ titles, heads, body }: Candidate) => [...titles, heads, body];

/** Whether a short word in hiragana stands only inside other hiragana (いき in していきます). */
function isAccidental(candidate: Candidate, word: string): boolean {
  if (word.length > 3 || !isKana(word)) return false;
  return !fieldsOf(candidate).some(({ text, scripts }) =>
    places(text, word).some((at) => scripts[at] !== 'hiragana' || scripts[at - 1] !== 'hiragana'),
  );
}

/** The everyday word that fits best. `exactly`: not by its beginning or end. */
function scoreSynonym({ synonyms }: Candidate, word: string, exactly: boolean) {
  const { whole, part } = WEIGHTS.synonym;
  let best: { points: number; synonym?: Synonym } = { points: 0 };
  for (const synonym of synonyms) {
    const { text, kana } = synonym;
    const isWhole = word === text || word === kana;
    const isEnd = text.endsWith(word) || (word.length >= 4 && kana.endsWith(word));
    const isPart = text.startsWith(word) || kana.startsWith(word) || isEnd;
    if (!isWhole && (exactly || word.length < 2 || !isPart)) continue;
    const points = isWhole ? whole : part.base + (part.fill * word.length) / text.length;
    if (points > best.points) best = { points, synonym };
  }
  return best;
}

/** The pieces of a compound that the record prints: 児童虐待防止 is 児童虐待 and 防止. */
function piecesOf(candidate: Candidate, compound: string): string[] {
  const isPrinted = (piece: string) => fieldsOf(candidate).some(({ text }) => text.includes(piece));
  const pieces: string[] = [];
  for (let from = 0, to = 1; from < compound.length; from = to, to++) {
    // A piece is printed only where its beginning is, so that few are tried however long the word.
    while (to < compound.length && isPrinted(compound.slice(from, to + 1))) to++;
    const piece = compound.slice(from, to);
    // Two kana are in every text: マスコミ is not ます and 込み.
    if (piece.length >= (isKana(piece) ? 3 : 2)) pieces.push(piece);
    else to = from + 1;
  }
  return pieces;
}

/** What one record has of one term. */
interface TermScore {
  /** How much of the term is there, from 0 to 1. */
  share: number;
  /** Whether one everyday word stands over this term and more. */
  spanned?: boolean;
  points: number;
  marks: string[];
  synonyms: Synonym[];
}

const NOTHING: TermScore = { share: 0, points: 0, marks: [], synonyms: [] };

function scoreTerm(candidate: Candidate, phrase: Phrase, term: Term): TermScore {
  const { present, strong, inSynonym } = WEIGHTS.term;
  const { text } = term;
  const { synonyms } = candidate;
  const has = (share: number, points: number, by?: Synonym): TermScore => ({
    ...{ share, points, marks: [text] },
    synonyms: by ? [by] : [],
  });
  const spanning = synonyms.find((synonym) => spans(phrase, synonym.text, term));
  if (spanning) return { ...has(1, present + strong, spanning), spanned: true };
  if (text.length === 1) {
    if (endsCompound(phrase, term)) return NOTHING;
    const shareIn = (one: { text: string }) => kanjiShare(one.text, text);
    const printed = Math.max(...fieldsOf(candidate).map(shareIn));
    const share = Math.max(printed, ...synonyms.map(shareIn));
    const by = share > printed ? synonyms.find((one) => shareIn(one) === share) : undefined;
    return has(share, present * share, by);
  }
  const isKatakana = phrase.scripts[term.from] === 'katakana';
  const evidence = evidenceOf(candidate, text, isKatakana, false);
  const { printed, read, everyday, synonym, points } = evidence;
  // Two kana are in many words.
  if (points < WEIGHTS.synonym.whole && !(text.length < 3 && isKana(text))) {
    const made = synonyms.find(({ runs }) => runs.length > 1 && runs.includes(text));
    if (made) return has(1, present + inSynonym, printed > 0 ? undefined : made);
  }
  if (points > 0) {
    const isWhole = printed > 0 || read > 0 || everyday >= WEIGHTS.synonym.whole;
    const by = everyday > Math.max(printed, read) ? synonym : undefined;
    return has(isWhole ? 1 : WEIGHTS.enoughTerm, present + Math.min(points, strong), by);
  }
  const marks = piecesOf(candidate, text);
  const share = marks.join('').length / text.length;
  return { share, points: present * share, marks, synonyms: [] };
}

/** Whether an everyday word of kanji and kana stands over this term: もの忘れ, 預け(る), 亡くなった(とき). */
function spans({ text, scripts }: Phrase, word: string, term: Term): boolean {
  if (scripts[term.from] === 'hiragana') return false;
  return places(word, term.text).some((at) => {
    if (!text.slice(0, term.from).endsWith(word.slice(0, at))) return false;
    const end = term.from + term.text.length;
    const more = word.slice(at + term.text.length);
    let same = 0;
    while (same < more.length && text[end + same] === more[same]) same++;
    return (
      at + same > 0 &&
      (same > 0 || same === more.length) &&
      !/\p{Script=Han}/u.test(more.slice(same))
    );
  });
}

/** How much of a term one kanji is in a text: most alone, nothing inside a word (本 in 日本最大級). */
function kanjiShare(text: string, kanji: string): number {
  const shares = places(text, kanji).map((at) => {
    const beside = [text[at - 1], text[at + 1]].filter((next = '') => /\p{Script=Han}/u.test(next));
    return [1, WEIGHTS.enoughTerm, 0][beside.length] ?? 0;
  });
  return Math.max(0, ...shares);
}

/** The candidates that have all terms of the question, or enough of them. */
function termHits(candidates: readonly Candidate[], { phrases }: Query): Hit[] {
  const asked = phrases.flatMap((phrase) => phrase.terms.map((term) => ({ phrase, term })));
  const rows = candidates.map((candidate) =>
    asked.map(({ phrase, term }) => scoreTerm(candidate, phrase, term)),
  );
  const columns = asked.map(({ phrase, term }, at) => {
    const scores = rows.flatMap((row) => row[at] ?? []);
    // The stem of a verb that an everyday word spells out is as good as a noun.
    const isSpanned = !term.isGeneric && scores.some(({ spanned }) => spanned);
    const weight = isSpanned ? 1 : term.weight;
    const having = scores.filter(({ share }) => share === 1).length;
    const rarity = Math.log(1 + scores.length / Math.max(having, 0.25));
    return { weight: weight * rarity, isNeeded: weight >= 0.5 || endsCompound(phrase, term) };
  });
  const total = columns.reduce((sum, { weight }) => sum + weight, 0);
  const allNeeded = !columns.some(({ isNeeded }) => isNeeded);
  return candidates.flatMap((candidate, place) => {
    const row = rows[place] ?? [];
    const sum = (of: (score: TermScore) => number) =>
      row.reduce((at, score, column) => at + of(score) * (columns[column]?.weight ?? 0), 0);
    const share = sum((score) => score.share) / total;
    const isFull = row.every(
      ({ share }, at) => share >= WEIGHTS.enoughTerm || !(allNeeded || columns[at]?.isNeeded),
    );
    if (!isFull && share < WEIGHTS.enoughPart) return [];
    if (!row.some(({ share }) => share === 1)) return [];
    const points = sum((score) => score.points) + WEIGHTS.term.share * share;
    const marks = row.flatMap(({ marks }) => marks);
    const synonyms = row.flatMap(({ synonyms }) => synonyms);
    return [hitOf(candidate, isFull ? 'terms' : 'part', points, marks, synonyms)];
  });
}
