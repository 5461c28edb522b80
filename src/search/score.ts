/** The one scorer: which candidates answer a question, and in which order. Pure. */
import { places, type Candidate, type Field, type Synonym } from './candidate.ts';
import { halfConverted } from './fuzzy.ts';
import { isKana, type Script } from './normalize.ts';
import {
  endsCompound,
  HALF_TYPED,
  isOneKana,
  isVerbStem,
  type Phrase,
  type Query,
  type Term,
} from './parse-query.ts';

/** All weights, in points of one scale: 100 is a term that fills a title. */
export const WEIGHTS = {
  /** A better kind of answer comes before all others. */
  tier: {
    /** Printed as typed. */
    surface: 4000,
    /** By its reading, or as an everyday word. */
    index: 3000,
    /** All terms of the question. */
    terms: 2000,
    /** But for a slip of the hand. */
    slip: 1000,
    /** A part of the question. */
    part: 0,
  },
  /** `fill` times the share of the field that the word fills is added. */
  surface: {
    titleStart: { base: 90, fill: 20 },
    title: { base: 60, fill: 25 },
    heads: { base: 24, fill: 10 },
    body: { base: 24, fill: 0 },
    /** For each place in the body, three at most. */
    again: 2,
  },
  reading: {
    title: { base: 60, fill: 30 },
    heads: { base: 43, fill: 5 },
    body: { base: 44, fill: 0 },
    /** Where in words it stands: ぼうさい fills one, ぼうさ begins it, ねんきん is in 国民年金. */
    wholeWords: 10,
    wordStart: 3,
    inside: 0.5,
  },
  synonym: { whole: 50, start: { base: 20, fill: 10 }, end: { base: 16, fill: 10 } },
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
    synonym: 70,
    /** One everyday word stands over this term and more. */
    spanned: 60,
    inSynonym: 40,
    /** For the share of the terms that are there, and of the whole question in pieces. */
    share: 100,
    kind: 20,
  },
  /** A part answers if it is at least this share of the question. */
  enoughPart: 0.45,
} as const;

export type Tier = keyof typeof WEIGHTS.tier;

export interface Hit {
  url: string;
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
    tier,
    score: WEIGHTS.tier[tier] + points + (WEIGHTS.kind[record.kind] ?? 0),
    marks: [...new Set(marks)].filter((mark) => mark !== ''),
    synonyms: [...new Set(shown)],
  };
}

/** Best first; among equals the order in which they were given. */
export const sorted = (hits: readonly Hit[]) => [...hits].sort((a, b) => b.score - a.score);

/** What answers the question as a whole: printed, by its reading or as an everyday word. */
export function rankWhole(candidates: readonly Candidate[], query: Query): Hit[] {
  const timely = inTime(candidates, query);
  const surface = timely.flatMap((candidate) => surfaceHit(candidate, query));
  if (query.phrases.length === 0) return sorted(surface);
  const answered = new Set(surface.map(({ url }) => url));
  const rest = timely.filter(({ record }) => !answered.has(record.url));
  const exactly = surface.length > 0;
  return sorted([...surface, ...rest.flatMap((candidate) => indexHit(candidate, query, exactly))]);
}

/** What answers the question, or else what answers a part of it. */
export function rank(candidates: readonly Candidate[], query: Query): Hit[] {
  const whole = rankWhole(candidates, query);
  if (query.phrases.length === 0 || whole.some(({ tier }) => tier === 'surface')) return whole;
  const timely = inTime(candidates, query);
  const half = whole.length > 0 ? [] : timely.flatMap((candidate) => halfHit(candidate, query));
  if (half.length > 0) return sorted(half);
  const known = new Set(whole.map(({ url }) => url));
  const terms = HALF_TYPED.test(query.whole) ? [] : termHits(timely, candidates, query);
  const more = terms.filter(({ url }) => !known.has(url));
  const full = [...whole, ...more.filter((hit) => !isPart(hit))];
  return sorted(full.length > 0 ? full : more);
}

export const isPart = ({ tier }: Hit) => tier === 'part';

/** The candidates of the months that are asked for; all where none is. */
export const inTime = (candidates: readonly Candidate[], { months }: Pick<Query, 'months'>) =>
  months
    ? candidates.filter(({ record }) => record.months.some((month) => months.has(month)))
    : candidates;

/** Printed as typed, or all phrases printed. */
function surfaceHit(candidate: Candidate, query: Query): Hit[] {
  const { phrases, whole, months } = query;
  if (phrases.length === 0 && !months) return [];
  const more = months ? WEIGHTS.month / Math.max(candidate.record.months.length, 1) : 0;
  if (whole === '') return [hitOf(candidate, 'surface', more, [])];
  const points = scoreSurface(candidate, whole);
  if (points > 0 && !(isOneKana(query) && isAccidental(candidate, whole)))
    return [hitOf(candidate, 'surface', points + more, [whole])];
  const each = phrases.map(({ text }) => (text.length > 1 ? scoreSurface(candidate, text) : 0));
  if (each.length < 2 || each.includes(0)) return [];
  const mean = each.reduce((a, b) => a + b, 0) / each.length;
  const marks = phrases.map(({ text }) => text);
  return [hitOf(candidate, 'surface', mean / 2 + more, marks)];
}

/** By reading or as an everyday word; `exactly` where others print it, so that only what fits counts. */
function indexHit(candidate: Candidate, query: Query, exactly: boolean): Hit[] {
  const { whole, phrases } = query;
  const script: Script = phrases[0]?.scripts.every((one) => one === 'katakana')
    ? 'katakana'
    : 'hiragana';
  const short = script === 'katakana' && whole.length < 3;
  const { points: everyday, synonym } = scoreSynonym(candidate, whole, exactly || short);
  const reading = /^[ぁ-ゖ0-9]+$/.test(whole) ? scoreReading(candidate, whole, script, exactly) : 0;
  // A word in katakana is not the same letters inside hiragana: ガス is not in 人がすぐ.
  const chance = script === 'katakana' && isAccidental(candidate, whole);
  const surface = chance ? 0 : scoreSurface(candidate, whole) / 10;
  const points = Math.max(everyday, reading, surface);
  if (points === 0) return [];
  const sure = everyday >= WEIGHTS.synonym.whole || reading > 0;
  const by = everyday >= reading ? [synonym] : [];
  return [hitOf(candidate, sure ? 'index' : 'terms', points, [whole], by)];
}

function halfHit(candidate: Candidate, { whole }: Query): Hit[] {
  const word = halfConverted(candidate, whole);
  if (word === undefined) return [];
  const { points, synonym } = scoreSynonym(candidate, word, true);
  const surface = scoreSurface(candidate, word);
  return [
    hitOf(candidate, 'slip', Math.max(surface, points), [word], surface > 0 ? [] : [synonym]),
  ];
}

/** The word as printed: a title counts most, then the headings above the words, then the words. */
export function scoreSurface({ titles, heads, body }: Candidate, word: string): number {
  if (word === '') return 0;
  const { titleStart, title, again, ...weights } = WEIGHTS.surface;
  const points = titles.map(({ text }) => {
    const at = text.indexOf(word);
    if (at < 0) return 0;
    const { base, fill } = at === 0 ? titleStart : title;
    return base + (fill * word.length) / text.length;
  });
  if (heads.text.includes(word))
    points.push(weights.heads.base + (weights.heads.fill * word.length) / heads.text.length);
  const best = Math.max(0, ...points);
  const times = Math.min(count(body.text, word), 3);
  return times > 0 ? Math.max(best, weights.body.base) + times * again : best;
}

const count = (text: string, word: string) => text.split(word).length - 1;

const fieldsOf = ({ titles, heads, body }: Candidate) => [...titles, heads, body];

/** Whether a short word in hiragana stands only inside other hiragana (いき in していきます). */
function isAccidental(candidate: Candidate, word: string): boolean {
  if (word.length > 3) return false;
  return !fieldsOf(candidate).some(({ text, scripts }) =>
    places(text, word).some((at) => scripts[at] !== 'hiragana' || scripts[at - 1] !== 'hiragana'),
  );
}

/** The word as it is read aloud. `whole`: it must be whole words from edge to edge. */
function scoreReading(
  { titles, heads, body }: Candidate,
  word: string,
  script: Script,
  whole = false,
) {
  const weights = WEIGHTS.reading;
  const look = (field: Field, { base, fill }: { base: number; fill: number }) => {
    const fit = Math.max(0, ...places(field.kana, word).map((at) => fitAt(field, word, at)));
    return fit > 0 ? base + fit + (fill * word.length) / field.kana.length : 0;
  };
  const fitAt = ({ edges }: Field, { length }: string, at: number) => {
    const starts = edges[at] === true;
    const ends = edges[at + length] === true;
    if (starts && ends && length >= 3) return weights.wholeWords;
    if (whole || script === 'katakana') return 0;
    // ぼうさ is a beginning, ねんきん an end of a word; だいがく inside 課題学習 is neither.
    if (starts) return weights.wordStart;
    return length >= (ends ? 3 : 5) ? weights.inside : 0;
  };
  return Math.max(
    ...titles.map((title) => look(title, weights.title)),
    look(heads, weights.heads),
    look(body, weights.body),
  );
}

interface SynonymScore {
  points: number;
  synonym?: Synonym;
}

/** An everyday word of the record. `exactly`: not by its beginning or end. */
function scoreSynonym({ synonyms }: Candidate, word: string, exactly: boolean): SynonymScore {
  const { whole, start, end } = WEIGHTS.synonym;
  let best: SynonymScore = { points: 0 };
  for (const synonym of synonyms) {
    const { text, kana } = synonym;
    const fill = (weight: { base: number; fill: number }) =>
      weight.base + (weight.fill * word.length) / text.length;
    let points = 0;
    if (word === text || word === kana) points = whole;
    else if (exactly || word.length < 2) continue;
    else if (text.startsWith(word) || kana.startsWith(word)) points = fill(start);
    else if (text.endsWith(word) || (word.length >= 4 && kana.endsWith(word))) points = fill(end);
    if (points > best.points) best = { points, synonym };
  }
  return best;
}

/**
 * How much of a compound the record's own words and everyday words cover, in pieces of two
 * characters and more: 児童虐待防止 is 児童虐待 and 防止.
 */
function compoundCoverage(candidate: Candidate, word: string): { share: number; pieces: string[] } {
  const pieces: string[] = [];
  for (let at = 0; at < word.length;) {
    const piece = longestPiece(candidate, word, at);
    if (piece !== '') pieces.push(piece);
    at += piece.length || 1;
  }
  return { share: pieces.join('').length / word.length, pieces };
}

function longestPiece(candidate: Candidate, word: string, at: number): string {
  const isPrinted = (piece: string) => fieldsOf(candidate).some(({ text }) => text.includes(piece));
  // A piece is printed only where its beginning is, so that few are tried however long the word.
  let longest = at + 1;
  while (longest < word.length && isPrinted(word.slice(at, longest + 1))) longest++;
  for (let to = longest; to >= at + 2; to--) {
    const piece = word.slice(at, to);
    // Two kana are in every text: マスコミ is not ます and 込み.
    if (piece.length < 3 && isKana(piece)) continue;
    if (isPrinted(piece)) return piece;
  }
  return '';
}

/** What one record has of one term. */
interface TermScore {
  /** How much of the term is there, from 0 to 1. */
  share: number;
  /** Only the beginning or the end of a word. */
  near?: boolean;
  spanned?: boolean;
  points: number;
  marks: string[];
  synonyms: Synonym[];
}

const NOTHING: TermScore = { share: 0, points: 0, marks: [], synonyms: [] };

function scoreTerm(candidate: Candidate, phrase: Phrase, term: Term, alone: boolean): TermScore {
  const weights = WEIGHTS.term;
  const { text } = term;
  const marks = [text];
  const spanning = candidate.synonyms.find((synonym) => spans(phrase, synonym.text, term));
  if (spanning) {
    const points = weights.present + weights.spanned;
    return { share: 1, spanned: true, points, marks, synonyms: [spanning] };
  }
  const one = text.length === 1;
  if (one && !alone)
    return endsCompound(phrase, term)
      ? NOTHING
      : scoreKanji(candidate, text, isVerbStem(phrase, term));
  const script: Script = phrase.scripts[term.from] === 'katakana' ? 'katakana' : 'hiragana';
  const chance = script === 'katakana' && isAccidental(candidate, text);
  const surface = chance ? 0 : scoreSurface(candidate, text);
  const { points: everyday, synonym } = scoreSynonym(candidate, text, one);
  const reading = isKana(text) ? scoreReading(candidate, text, script) : 0;
  const points = Math.max(surface, everyday, reading);
  const isWhole = everyday >= WEIGHTS.synonym.whole;
  if (points < WEIGHTS.synonym.whole && !(text.length < 3 && isKana(text))) {
    const made = candidate.synonyms.find(({ runs }) => runs.length > 1 && runs.includes(text));
    const synonyms = made && surface === 0 ? [made] : [];
    if (made) return { share: 1, points: weights.present + weights.inSynonym, marks, synonyms };
  }
  if (points > 0) {
    const whole = surface > 0 || reading > 0 || isWhole;
    const strength = isWhole ? weights.synonym : Math.min(points, weights.strong);
    return {
      share: whole ? 1 : 0.75,
      near: !whole,
      points: weights.present + strength,
      marks,
      synonyms: synonym && everyday > Math.max(surface, reading) ? [synonym] : [],
    };
  }
  if (one) return NOTHING;
  const { share, pieces } = compoundCoverage(candidate, text);
  const covered = (weights.present * share ** 2) / pieces.length || 0;
  return { share, points: covered, marks: pieces, synonyms: [] };
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

/**
 * One kanji counts as a word of its own, less where it begins or ends another (穴, 離職), and not
 * inside one: 本 is not in 日本最大級. A verb is not another word's end: 会う is not in 展示会.
 */
function scoreKanji(candidate: Candidate, char: string, verb: boolean): TermScore {
  const place = new RegExp(`(\\p{Script=Han}*)${char}(\\p{Script=Han}*)`, 'gu');
  const shareIn = (text: string) =>
    Math.max(
      0,
      ...Array.from(text.includes(char) ? text.matchAll(place) : [], ([, before, after]) =>
        before && after ? 0 : before || after ? (verb ? 0 : 0.75) : 1,
      ),
    );
  const printed = Math.max(...fieldsOf(candidate).map(({ text }) => shareIn(text)));
  const share = Math.max(printed, ...candidate.synonyms.map(({ text }) => shareIn(text)));
  const synonym = candidate.synonyms.find(({ text }) => text.includes(char));
  return {
    share,
    near: share > 0,
    points: share * WEIGHTS.term.present,
    marks: [char],
    synonyms: share > printed && synonym ? [synonym] : [],
  };
}

interface Asked {
  phrase: Phrase;
  term: Term;
  /** Number of the compound that it is of: what no particle or ending parts. */
  compound: number;
}

/** Nothing, the stem of a verb (空き家, 落とし物), or と, which may end a word (ふるさと納税). */
const JOINED = /^(?:[とて]|.?[きぎしちびみりえけげせべめれ]|ども)?$/;

function askedTerms({ phrases }: Query): Asked[] {
  let compound = 0;
  return phrases.flatMap((phrase) =>
    phrase.terms.map((term, at) => {
      const before = phrase.terms[at - 1];
      const end = before ? before.from + before.text.length : 0;
      if (!before || !JOINED.test(phrase.text.slice(end, term.from))) compound++;
      return { phrase, term, compound };
    }),
  );
}

/** What of `wanted` has all terms of the question, or enough of them; `all` tells how rare each is. */
function termHits(wanted: readonly Candidate[], all: readonly Candidate[], query: Query): Hit[] {
  const asked = askedTerms(query);
  if (asked.length === 0) return [];
  const rows = new Map(
    all.map((candidate) => [
      candidate,
      asked.map(({ phrase, term }) => scoreTerm(candidate, phrase, term, asked.length === 1)),
    ]),
  );
  const table = [...rows.values()];
  // The stem of a verb that an everyday word spells out is as good as a noun.
  const spanned = asked.map(
    ({ term }, column) => !term.generic && table.some((row) => row[column]?.spanned),
  );
  const needed = asked.map(
    ({ phrase, term }, column) =>
      term.weight >= 0.5 || spanned[column] === true || endsCompound(phrase, term),
  );
  // Where all are weak (宝くじを買う), it is the first that is asked for.
  if (!needed.includes(true)) needed[0] = !asked[0]?.term.generic;
  const weights = asked.map(({ term }, column) => {
    const having = table.filter((row) => row[column]?.share === 1).length;
    return (
      (spanned[column] ? 1 : term.weight) * Math.log(1 + table.length / Math.max(having, 0.25))
    );
  });
  const total = weights.reduce((a, b) => a + b, 0);
  return wanted.flatMap((candidate) => {
    const row = rows.get(candidate) ?? [];
    const sum = (of: (score: TermScore, column: number) => number) =>
      row.reduce((at, score, column) => at + of(score, column) * (weights[column] ?? 0), 0);
    // One word of a compound says nothing: バス停 is not バス.
    const isWhole = (column: number) =>
      row.every(
        ({ share }, other) =>
          other === column || asked[other]?.compound !== asked[column]?.compound || share > 0.6,
      );
    const share = sum((score, column) => (isWhole(column) ? score.share : 0)) / total;
    const full = row.every(({ share, near }, column) => share === 1 || near || !needed[column]);
    if (!full && share < WEIGHTS.enoughPart) return [];
    // Weak words answer only where nothing stronger was asked.
    const strong = Math.max(...weights) / 4;
    if (!row.some((score, column) => score.share === 1 && (weights[column] ?? 0) >= strong))
      return [];
    const points =
      sum((score) => score.points) +
      WEIGHTS.term.share * (share + compoundCoverage(candidate, query.whole).share) +
      WEIGHTS.term.kind * (WEIGHTS.kind[candidate.record.kind] ?? 0);
    return [
      hitOf(
        candidate,
        full ? 'terms' : 'part',
        points,
        row.flatMap(({ marks }) => marks),
        row.flatMap(({ synonyms }) => synonyms),
      ),
    ];
  });
}
