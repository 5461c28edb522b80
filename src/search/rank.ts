/** Which records answer a query, and in which order. The same for the page and for the index. */
import type { Doc } from './doc.ts';
import { accidental, everyday, printed, read } from './evidence.ts';
import { halfConverted, HALF_TYPED } from './half.ts';
import { hit, sorted, type Hit } from './hit.ts';
import { inParts } from './parts.ts';
import { typedInKana, type Query } from './query.ts';

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

/** The records of the months that are asked for; all where none is. */
export const inTime = (docs: readonly Doc[], { months }: Query) =>
  months ? docs.filter((doc) => doc.months.some((month) => months.has(month))) : docs;

/** A programme of one month answers to that month better than one of nine. */
function narrow(doc: Doc, { months }: Query): number {
  return months ? 12 / Math.max(doc.months.length, 1) : 0;
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
