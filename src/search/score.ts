/** The one scorer: which candidates answer a question, and in which order. Pure. */
import { isEdge, places, type Candidate, type Field, type Synonym } from './candidate.ts';
import { halfConverted } from './fuzzy.ts';
import { isKana, type Script } from './normalize.ts';
import { endsCompound, type Phrase, type Query, type Term } from './parse-query.ts';

/** The kinds of answer, the best first. */
const TIERS = [
  /** Printed as typed. */
  'surface',
  /** By its reading, or as a synonym. */
  'index',
  /** All terms of the question. */
  'terms',
  /** Half converted, or but for a slip of the hand. */
  'slip',
  /** A part of the question. */
  'part',
] as const;
export type Tier = (typeof TIERS)[number];

/**
 * Points that order the answers of one tier, never those of two. Beside them count the weight of a
 * term (`TERM_WEIGHT` in `parse-query.ts`) and its rarity (`termHits`).
 */
export const WEIGHTS = {
  /** Where a word stands best. */
  field: { title: 60, other: 44 },
  /** A synonym, and one of which the typed word is a part. */
  synonym: { whole: 44, part: 20 },
  /** Each term of several that is there; the points of where it stands are added. */
  present: 100,
} as const;

/** The least share of a question that counts as all of it, and as a part that is worth showing. */
const SHARE = { all: 0.75, part: 0.38 } as const;

export interface Hit {
  url: string;
  candidate: Candidate;
  tier: Tier;
  score: number;
  /** Stretches to mark, in normal form. */
  marks: string[];
  /** The synonyms that brought it here, as the content writes them. */
  synonyms: string[];
}

export function hitOf(
  candidate: Candidate,
  tier: Tier,
  points: number,
  marks: readonly string[],
  synonyms: readonly (Synonym | undefined)[] = [],
): Hit {
  const shown = synonyms.flatMap((synonym) => (synonym ? [synonym.printed] : []));
  return {
    url: candidate.record.url,
    candidate,
    tier,
    score: points,
    marks: [...new Set(marks)],
    synonyms: [...new Set(shown)],
  };
}

/** Best first; among equals the order in which they were given. */
const sorted = (hits: readonly Hit[]) =>
  [...hits].sort((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) || b.score - a.score);

/** What answers the question as a whole: printed, by its reading or as a synonym. */
export const rankWhole = (candidates: readonly Candidate[], query: Query): Hit[] =>
  sorted(inTime(candidates, query).flatMap((candidate) => wholeHit(candidate, query)));

/** What answers the question, or else what answers a part of it. */
export function rank(candidates: readonly Candidate[], query: Query): Hit[] {
  const whole = rankWhole(candidates, query);
  if (whole.length > 0) return whole;
  const timely = inTime(candidates, query);
  const half = slipHits(timely, (one) => halfConverted(one, query.whole));
  return half.length > 0 ? half : termHits(timely, query);
}

/** The candidates of the months that are asked for; all where none is. */
export const inTime = (candidates: readonly Candidate[], { months }: Pick<Query, 'months'>) =>
  months
    ? candidates.filter(({ record }) => record.months.some((month) => months.has(month)))
    : candidates;

/** The candidates that have a word that was `meant`. */
export const slipHits = (
  candidates: readonly Candidate[],
  meant: (candidate: Candidate) => string | undefined,
): Hit[] =>
  sorted(
    candidates.flatMap((candidate) => {
      const word = meant(candidate);
      if (word === undefined) return [];
      const { points, synonym } = evidenceOf(candidate, word);
      return [hitOf(candidate, 'slip', points, [word], [synonym])];
    }),
  );

function wholeHit(candidate: Candidate, { phrases, whole, months }: Query): Hit[] {
  // What is done in few months answers to one of them best.
  if (phrases.length === 0)
    return months ? [hitOf(candidate, 'surface', 1 / candidate.record.months.length, [])] : [];
  const script = phrases[0]?.scripts[0];
  const printed = (text: string, script?: Script) =>
    pointsOf(candidate, (field) => isPrinted(field, text, script));
  const texts = phrases.map(({ text }) => text);
  const asOne = printed(whole, script);
  const isOne = asOne > 0 || texts.length === 1 || texts.some((text) => text.length === 1);
  const marks = isOne ? [whole] : texts;
  const each = phrases.map(({ text, scripts }) => printed(text, scripts[0]));
  const least = isOne ? asOne : Math.min(...each);
  if (least > 0) return [hitOf(candidate, 'surface', least, marks)];
  const { points, synonym } = evidenceOf(candidate, whole, script);
  return points > 0 ? [hitOf(candidate, 'index', points, [whole], [synonym])] : [];
}

/** What speaks most for a word in a record, in points; the synonym where it is one. */
interface Evidence {
  points: number;
  synonym?: Synonym;
}

/** `script`: that of the typed word. */
function evidenceOf(candidate: Candidate, word: string, script?: Script): Evidence {
  const points = pointsOf(
    candidate,
    (field) => isPrinted(field, word, script) || isRead(field, word, script),
  );
  const synonym = scoreSynonym(candidate, word, script);
  return synonym.points > points ? synonym : { points };
}

/** The points of the field that has a word best. */
const pointsOf = (candidate: Candidate, has: (field: Field) => boolean) => {
  const { title, other } = WEIGHTS.field;
  if (candidate.titles.some(has)) return title;
  return candidate.fields.some(has) ? other : 0;
};

/**
 * Not where one that is typed in katakana is only in hiragana (ニート in 親子にとって), or a short word is
 * only inside other hiragana (いき in していきます): `isRead` finds that one still, a tier below.
 */
const isPrinted = ({ text, scripts }: Field, word: string, script?: Script) =>
  places(text, word).some((at) => {
    if (word.length > 3 || !isKana(word) || scripts[at] === 'katakana') return true;
    return script !== 'katakana' && scripts[at - 1] !== 'hiragana';
  });

/**
 * Whether a word is in the reading: katakana as whole words only, else from where a word begins, or with
 * three kana up to where one ends, or with five anywhere.
 */
function isRead(field: Field, word: string, script?: Script): boolean {
  if (!/^[ぁ-ゖ0-9]+$/.test(word)) return false;
  return places(field.kana, word).some((at) => {
    const starts = isEdge(field, at);
    const ends = isEdge(field, at + word.length);
    if (script === 'katakana') return starts && ends && word.length >= 3;
    // ねんきん is in 国民年金. だいがく inside 課題学習 neither begins nor ends a word.
    return starts || word.length >= (ends ? 3 : 5);
  });
}

/** The synonym that fits best; of katakana alone, not one that only has it inside (バス in バスケット). */
function scoreSynonym({ synonyms }: Candidate, word: string, script?: Script): Evidence {
  const { whole, part } = WEIGHTS.synonym;
  const same = synonyms.find(({ text, kana }) => word === text || word === kana);
  if (same) return { points: whole, synonym: same };
  const longer =
    word.length > 1 && !(script === 'katakana' && isKana(word))
      ? synonyms.find(({ text, kana }) => text.includes(word) || kana.startsWith(word))
      : undefined;
  return longer ? { points: part, synonym: longer } : { points: 0 };
}

/** The pieces of a compound that the record prints: 児童虐待防止 is 児童虐待 and 防止. */
function piecesOf(candidate: Candidate, compound: string): string[] {
  const isThere = (piece: string) => candidate.fields.some(({ text }) => text.includes(piece));
  const pieces: string[] = [];
  for (let from = 0, to = 1; from < compound.length; from = to, to++) {
    // A piece is printed only where its beginning is, so that few are tried however long the word.
    while (to < compound.length && isThere(compound.slice(from, to + 1))) to++;
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
  /** What speaks for it beside that. */
  points: number;
  marks: string[];
  synonym?: Synonym | undefined;
}

function scoreTerm(candidate: Candidate, phrase: Phrase, term: Term): TermScore {
  const { text } = term;
  if (text.length === 1) return scoreKanji(candidate, phrase, term);
  const { points, synonym } = evidenceOf(candidate, text, phrase.scripts[term.from]);
  if (points > 0) return { share: 1, points, marks: [text], synonym };
  const marks = piecesOf(candidate, text);
  return { share: marks.join('').length / text.length, points, marks };
}

/** One kanji alone: best as the stem of a verb that a synonym spells out. */
function scoreKanji(candidate: Candidate, phrase: Phrase, term: Term): TermScore {
  const { text } = term;
  const marks = [text];
  const synonym = candidate.synonyms.find((one) => spells(phrase, one.text, term));
  if (synonym) return { share: 1, points: WEIGHTS.synonym.whole, marks, synonym };
  if (endsCompound(phrase, term)) return { share: 0, points: 0, marks: [] };
  const shares = [...candidate.fields, ...candidate.synonyms].map((one) =>
    kanjiShare(one.text, text),
  );
  return { share: Math.max(...shares), points: 0, marks };
}

/** Whether a synonym has the stem of a verb as the question has it: 預け(る), もの忘れ. */
function spells({ text }: Phrase, word: string, { text: stem, from }: Term): boolean {
  const at = word.indexOf(stem);
  const known = word.slice(0, at + 2);
  const isThere = at >= 0 && from >= at && text.startsWith(known, from - at);
  return isThere && known.length > 1 && !/\p{Script=Han}/u.test(word.slice(at + 1));
}

/** How much of a term one kanji is in a text: most alone, nothing inside a word (本 in 日本最大級). */
function kanjiShare(text: string, kanji: string): number {
  const shares = places(text, kanji).map((at) => {
    const beside = [text[at - 1], text[at + 1]].filter((next = '') => /\p{Script=Han}/u.test(next));
    return [1, 0.75, 0][beside.length] ?? 0;
  });
  return Math.max(0, ...shares);
}

/** The candidates that have all terms of the question, or enough of them. */
function termHits(candidates: readonly Candidate[], { phrases }: Query): Hit[] {
  const asked = phrases.flatMap((phrase) => phrase.terms.map((term) => ({ phrase, term })));
  const rows = candidates.map((candidate) =>
    asked.map(({ phrase, term }) => scoreTerm(candidate, phrase, term)),
  );
  const weights = asked.map(({ term }, at) => {
    const scores = rows.flatMap((row) => row[at] ?? []);
    // The stem of a verb that a synonym spells out is as good as a noun.
    const isSpelled = term.text.length === 1 && scores.some(({ synonym }) => synonym);
    const having = scores.filter(({ share }) => share === 1).length;
    return (isSpelled ? 1 : term.weight) * Math.log(1 + scores.length / Math.max(having, 0.25));
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return sorted(
    candidates.flatMap((candidate, place) => {
      const row = rows[place] ?? [];
      const sum = (of: (score: TermScore) => number) =>
        row.reduce((all, score, at) => all + of(score) * (weights[at] ?? 0), 0);
      const share = sum((score) => score.share) / total;
      if (share < SHARE.part || !row.some(({ share }) => share === 1)) return [];
      const tier = share < SHARE.all ? 'part' : 'terms';
      const marks = row.flatMap(({ marks }) => marks);
      const synonyms = row.map(({ synonym }) => synonym);
      const points = sum((score) => WEIGHTS.present * score.share + score.points);
      return [hitOf(candidate, tier, points, marks, synonyms)];
    }),
  );
}
