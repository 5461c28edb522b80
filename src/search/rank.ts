/** Which records answer a query, and in which order. The same for the page and for the index. */
import type { Doc, Keyword } from './doc.ts';
import { accidental, covered, everyday, printed, read } from './evidence.ts';
import { isKana } from './fold.ts';
import { halfConverted } from './half.ts';
import { typedInKana, type Group, type Query, type Run } from './query.ts';

/**
 * `words`: printed as typed · `index`: by its reading or as an everyday word · `all`: every part of
 * the question · `slip`: but for a slip · `part`: only a part of the question.
 */
export type Tier = 'words' | 'index' | 'all' | 'slip' | 'part';
export interface Hit {
  url: string;
  tier: Tier;
  score: number;
  /** Folded stretches to mark. */
  marks: string[];
  /** The everyday words that brought it here. */
  keywords: string[];
}

const ORDER: readonly Tier[] = ['words', 'index', 'all', 'slip', 'part'];
const PRIOR: Record<string, number> = {
  programme: 3,
  pledge: 2,
  section: 1.5,
  goal: 1,
  principle: 0.5,
};
/** A part answers if it is at least this much of what was asked. */
const ENOUGH = 0.45;

/** Letters that the input method has not made into kana yet: ぼうさいk. */
export const HALF_TYPED = /(?<=[ぁ-ゖ\p{Script=Han}])[a-z]{1,3}(?=[ぁ-ゖ]|$)/u;

/** What the page's own words answer: needs no index, and its order never changes. */
export function answerFromWords(docs: readonly Doc[], query: Query): Hit[] {
  if (query.groups.length === 0 && !query.months) return [];
  const exact = exactly(docs, query);
  if (exact.length > 0)
    return sorted(
      exact.map((doc) => hit(doc, 'words', 30 + printed(doc, query.whole), marksOf(query))),
    );
  const kana = typedInKana(query);
  const hits = inTime(docs, query).flatMap((doc): Hit[] => {
    const whole = query.whole === '' ? 1 : printed(doc, query.whole);
    if (whole > 0 && !(kana && accidental(doc, query.whole)))
      return [hit(doc, 'words', whole + narrow(doc, query), [query.whole])];
    if (query.groups.length < 2) return [];
    const values = query.groups.map(({ text }) => (text.length > 1 ? printed(doc, text) : 0));
    if (values.includes(0)) return [];
    return [
      hit(
        doc,
        'words',
        mean(values) / 2,
        query.groups.map(({ text }) => text),
      ),
    ];
  });
  return sorted(hits);
}

/** Everything that answers, the page's own words first. `docs` may or may not know the index. */
export function answer(docs: readonly Doc[], query: Query): Hit[] {
  const first = answerFromWords(docs, query);
  if (exactly(docs, query).length > 0) return first;
  const known = new Set(first.map(({ url }) => url));
  const rest = inTime(docs, query).filter((doc) => !known.has(doc.url));
  if (query.groups.length === 0) return first;
  const more = sorted(rest.flatMap((doc) => wholeAnswer(doc, query, first.length > 0)));
  if (first.length > 0) return [...first, ...more];
  const half = more.length > 0 ? [] : inHalf(rest, query);
  if (half.length > 0) return half;
  const urls = new Set(more.map(({ url }) => url));
  const parts = HALF_TYPED.test(query.whole)
    ? []
    : inParts(rest, docs, query).filter(({ url }) => !urls.has(url));
  const all = [...more, ...parts.filter(({ tier }) => tier === 'all')];
  if (all.length > 0) return all;
  const loose = query.loose ? answer(docs, query.loose) : [];
  return loose.length > 0 ? loose : parts;
}

/** What one word answers whose kanji are typed in kana in part. */
function inHalf(docs: readonly Doc[], { whole }: Query): Hit[] {
  return sorted(
    docs.flatMap((doc) => {
      const word = halfConverted(doc, whole);
      if (word === undefined) return [];
      const { value, keyword } = everyday(doc, word, true);
      const literal = printed(doc, word);
      return [
        hit(doc, 'slip', Math.max(literal, value), [word], literal > 0 ? undefined : keyword),
      ];
    }),
  );
}

/** The records that print a phrase with its very spaces and signs: who types them wants no others. */
const exactly = (docs: readonly Doc[], { exact }: Query) =>
  exact === undefined ? [] : docs.filter((doc) => doc.raw.includes(exact));

const marksOf = ({ whole, groups }: Query) => [whole, ...groups.map(({ text }) => text)];

/** By reading or as an everyday word. Where words answered already, only what fits exactly. */
function wholeAnswer(doc: Doc, query: Query, exactly: boolean): Hit[] {
  const { whole } = query;
  const script = query.groups[0]?.scripts.every((s) => s === 'k') ? 'k' : 'h';
  const keyword = everyday(doc, whole, exactly || (script === 'k' && whole.length < 3));
  const reading = /^[ぁ-ゖ0-9]+$/.test(whole) ? read(doc, whole, script, exactly) : 0;
  // A word in katakana is not the same letters inside hiragana: ガス is not in 人がすぐ.
  const chance = script === 'k' && accidental(doc, whole) ? 0 : printed(doc, whole) / 10;
  const value = Math.max(keyword.value, reading, chance);
  if (value === 0) return [];
  const tier = keyword.value >= 50 || reading > 0 ? 'index' : 'all';
  return [hit(doc, tier, value, [whole], keyword.value >= reading ? keyword.keyword : undefined)];
}

/** Run by run: what covers the whole question, else what covers enough of it. */
function inParts(docs: readonly Doc[], all: readonly Doc[], query: Query): Hit[] {
  const runs = query.groups.flatMap((group) => group.runs.map((run) => ({ group, run })));
  if (runs.length === 0) return [];
  const table = all.map((doc) =>
    runs.map(({ group, run }) => partOf(doc, group, run, runs.length)),
  );
  // The stem of a verb that an everyday word spells out is as good as a noun.
  const spelt = runs.map(
    ({ run }, column) => !run.office && table.some((row) => row[column]?.spelt),
  );
  const needed = runs.map(
    ({ group, run }, column) =>
      run.weight >= 0.5 || spelt[column] === true || (bound(group, run) && !run.office),
  );
  // Where all are weak (宝くじを買う), it is the first that is asked for.
  if (!needed.includes(true)) needed[0] = runs[0]?.run.office !== true;
  const weights = runs.map(({ run }, column) => {
    const having = table.filter((row) => (row[column]?.share ?? 0) === 1);
    const weight = spelt[column] ? 1 : having.length === 0 && !needed[column] ? 0.15 : run.weight;
    return weight * Math.log(1 + all.length / Math.max(having.length, 0.25));
  });
  const strongest = Math.max(...weights);
  const total = weights.reduce((a, b) => a + b, 0);
  const wanted = new Set(docs);
  const compounds = compoundsOf(runs);
  return sorted(
    all.flatMap((doc, index): Hit[] => {
      if (!wanted.has(doc)) return [];
      const row = table[index] ?? [];
      const sum = (of: (part: Part) => number) =>
        row.reduce((at, part, column) => at + of(part) * (weights[column] ?? 0), 0);
      // One word of a compound says nothing of it: バス停 is not バス.
      const whole = row.filter((_, column) =>
        runs.every(
          (_, other) =>
            other === column ||
            compounds[other] !== compounds[column] ||
            (row[other]?.share ?? 0) > 0.6,
        ),
      );
      const share = sum((part) => (whole.includes(part) ? part.share ** 2 : 0)) / total;
      const full = row.every(
        (part, column) => part.share === 1 || part.near === true || !needed[column],
      );
      if (!full && (runs.length === 1 || share < ENOUGH)) return [];
      // Weak words answer only where nothing stronger was asked.
      if (!row.some((part, column) => part.share === 1 && (weights[column] ?? 0) >= strongest / 4))
        return [];
      const keywords = row.flatMap((part) => part.keywords);
      const made = hit(
        doc,
        full ? 'all' : 'part',
        sum((part) => part.value) + share + covered(doc, query.whole).share,
        row.flatMap((part) => part.marks),
      );
      // What a record is counts less here than what it says.
      made.score -= 0.8 * (PRIOR[doc.kind] ?? 0);
      return [{ ...made, keywords: [...new Set(keywords.map(({ shown }) => shown))] }];
    }),
  );
}

/** For each run, the number of the compound that it is of: what no particle or ending parts. */
function compoundsOf(runs: readonly { group: Group; run: Run }[]): number[] {
  let number = 0;
  return runs.map(({ group, run }, at) => {
    const before = runs[at - 1];
    const end = before ? before.run.from + before.run.text.length : 0;
    if (before?.group !== group || !JOINED.test(group.text.slice(end, run.from))) number++;
    return number;
  });
}
/** Nothing, the stem of a verb (空き家, 落とし物), or と, which may end a word (ふるさと納税). */
const JOINED = /^(?:[とて]|.?[きぎしちびみりえけげせべめれ]|ども)?$/;

interface Part {
  share: number;
  /** Only the beginning or the end of a word. */
  near?: true;
  /** An everyday word stands over this run and more. */
  spelt?: true;
  value: number;
  marks: string[];
  keywords: Keyword[];
}

const NO_PART: Part = { share: 0, value: 0, marks: [], keywords: [] };

/** Whether hiragana that is no particle follows. */
const stem = ({ text, scripts }: Group, { text: word, from }: Run) =>
  scripts[from + word.length] === 'h' &&
  !/[のがをにはもへやとで]/.test(text[from + word.length] ?? '');

/** Whether a kanji ends a noun that the stem of a verb begins: no 家 in 空き家, but 先 in 預け先. */
const bound = ({ text, scripts }: Group, { text: word, from }: Run) =>
  word.length === 1 &&
  !'方先時日中後前'.includes(word) &&
  scripts[from - 1] === 'h' &&
  /\p{Script=Han}(?:て|[ぁ-ゖ]?[きぎしちびみりえけげせべめれ])$/u.test(text.slice(0, from));

function partOf(doc: Doc, group: Group, run: Run, runs: number): Part {
  const spanning = doc.keywords.filter(({ literal }) => spells(group, literal, run));
  if (spanning[0])
    return { share: 1, spelt: true, value: 1.6, marks: [run.text], keywords: [spanning[0]] };
  const one = run.text.length === 1;
  if (one && runs > 1) return bound(group, run) ? NO_PART : lone(doc, run.text, stem(group, run));
  const katakana = group.scripts[run.from] === 'k';
  const literal = katakana && accidental(doc, run.text) ? 0 : printed(doc, run.text);
  const keyword = everyday(doc, run.text, one);
  const reading = /^[ぁ-ゖ]+$/.test(run.text) ? read(doc, run.text, katakana ? 'k' : 'h') : 0;
  const value = Math.max(literal, keyword.value, reading);
  const made = doc.keywords.find(
    ({ parts }) =>
      parts.length > 1 && parts.includes(run.text) && !(run.text.length < 3 && isKana(run.text)),
  );
  if (made && value < 50)
    return { share: 1, value: 1.4, marks: [run.text], keywords: literal > 0 ? [] : [made] };
  if (value > 0)
    return {
      ...(literal > 0 || reading > 0 || keyword.value >= 50
        ? { share: 1 }
        : { share: 0.75, near: true }),
      value: 1 + (literal >= 90 ? 75 : keyword.value >= 50 ? 70 : Math.min(value, 60)) / 100,
      marks: [run.text],
      keywords:
        keyword.keyword && keyword.value > Math.max(literal, reading) ? [keyword.keyword] : [],
    };
  if (one) return NO_PART;
  const { share, pieces } = covered(doc, run.text);
  return { share, value: share ** 2 / pieces.length || 0, marks: pieces, keywords: [] };
}

/** Whether an everyday word of kanji and kana stands over this run: もの忘れ, 預け(る), 亡くなった(とき). */
function spells({ text, scripts }: Group, word: string, run: Run): boolean {
  if (scripts[run.from] === 'h') return false;
  for (let at = word.indexOf(run.text); at >= 0; at = word.indexOf(run.text, at + 1)) {
    if (!text.slice(0, run.from).endsWith(word.slice(0, at))) continue;
    const end = run.from + run.text.length;
    const more = word.slice(at + run.text.length);
    let same = 0;
    while (same < more.length && text[end + same] === more[same]) same++;
    if (
      at + same > 0 &&
      (same > 0 || same === more.length) &&
      !/\p{Script=Han}/u.test(more.slice(same))
    )
      return true;
  }
  return false;
}

/**
 * One kanji counts as a word of its own, less where it begins or ends another (穴, 離職), and not
 * inside one: 本 is not in 日本最大級. A verb is not another word's end: 会う is not in 展示会.
 */
function lone(doc: Doc, char: string, verb: boolean): Part {
  const place = new RegExp(`(\\p{Script=Han}*)${char}(\\p{Script=Han}*)`, 'gu');
  let share = 0;
  const look = (text: string) => {
    if (!text.includes(char)) return;
    for (const { 1: before, 2: after } of text.matchAll(place))
      share = Math.max(share, before && after ? 0 : before || after ? (verb ? 0 : 0.75) : 1);
  };
  for (const { literal } of [...doc.titles, doc.heads, doc.words]) look(literal);
  const printedShare = share;
  for (const { literal } of doc.keywords) look(literal);
  const keyword = doc.keywords.find(({ literal }) => literal.includes(char));
  return {
    share,
    ...(share > 0 && { near: true }),
    value: share,
    marks: [char],
    keywords: share > printedShare && keyword ? [keyword] : [],
  };
}

export const inTime = (docs: readonly Doc[], { months }: Query) =>
  months ? docs.filter((doc) => doc.months.some((month) => months.has(month))) : docs;

/** A programme of one month answers to that month better than one of nine. */
function narrow(doc: Doc, { months }: Query): number {
  return months ? 12 / Math.max(doc.months.length, 1) : 0;
}

export function hit(doc: Doc, tier: Tier, score: number, marks: string[], keyword?: Keyword): Hit {
  return {
    url: doc.url,
    tier,
    score: score + (PRIOR[doc.kind] ?? 0),
    marks: marks.filter((mark) => mark !== ''),
    keywords: keyword ? [keyword.shown] : [],
  };
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
export const sorted = (hits: Hit[]) =>
  hits.sort((a, b) => ORDER.indexOf(a.tier) - ORDER.indexOf(b.tier) || b.score - a.score);
