/** Whatever is typed, and whatever a plan says, each stage of the search keeps its promise. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidateOf, type Candidate } from '#search/candidate.ts';
import { isOneEdit } from '#search/fuzzy.ts';
import { excerpt, highlight, type Stretch } from '#search/highlight.ts';
import { takeMonths } from '#search/months.ts';
import { normalize, normalizeWithOffsets } from '#search/normalize.ts';
import { otherMeanings, parseQuery } from '#search/parse-query.ts';
import { rank } from '#search/score.ts';
import { indexTokens, termLists, wholeLists } from '#search/tokens.ts';
import { indexed, printed, stored } from './fixture.ts';

const words = stored.flatMap(({ titles, heads, passages }) => [
  ...titles,
  ...heads,
  ...passages.map(({ text }) => text),
]);
const pieces = [
  ...['<img src=x onerror=alert(1)>', '(((', '.*[^', '\\', '$&', '__proto__', 'constructor'],
  ...['\ud842', '\u202e', '\u0000', 'か\u3099', 'ﾎﾟ', '㍿', 'ﷺ', '𠮷', '葛\u{e0100}', '々', 'ゞ'],
  ...['7月', '７～９月', '夏', 'ヶ', 'ケ', 'bosai', '　', '・', '。', ...words],
];
/** Any text, or one made of what is hard and of the plan's own words. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), { maxLength: 6 })
    .map((all) => all.join('')),
  fc
    .tuple(fc.constantFrom(...words), fc.nat(20), fc.integer({ min: 1, max: 9 }))
    .map(([word, from, length]) => word.slice(from % word.length, (from % word.length) + length)),
);
const holds = (property: (text: string) => void) => {
  fc.assert(fc.property(text, property), { numRuns: 1000 });
};

const joined = (stretches: readonly Stretch[]) => stretches.map((one) => one.text).join('');

describe('whatever is typed', () => {
  it('has one normal form, each character known by its place', () => {
    holds((typed) => {
      const { text: normal, offsets, scripts } = normalizeWithOffsets(typed);
      expect(normal).toMatch(/^[\p{L}\p{N}]*$/u);
      expect([offsets.length, scripts.length]).toEqual([normal.length, normal.length]);
      offsets.forEach((offset, at) => {
        expect(offset).toBeGreaterThanOrEqual(offsets[at - 1] ?? 0);
        expect(offset).toBeLessThan(typed.length);
      });
    });
  });

  it('is read as a short question whose terms stand where they say', () => {
    holds((typed) => {
      const { phrases, whole } = parseQuery(typed);
      expect(whole.length).toBeLessThanOrEqual(120);
      expect(phrases.map((phrase) => phrase.text).join('')).toBe(whole);
      for (const phrase of phrases) {
        expect(phrase.text).not.toBe('');
        for (const { text, from, weight } of phrase.terms) {
          expect(phrase.text.startsWith(text, from)).toBe(true);
          expect(weight).toBeGreaterThan(0);
        }
      }
    });
  });

  it('names months of the year or none', () => {
    holds((typed) => {
      for (const month of takeMonths(typed).months ?? [])
        expect(month >= 1 && month <= 12).toBe(true);
    });
  });

  it("finds records each once, for a reason, the page's own words first", () => {
    holds((typed) => {
      const query = parseQuery(typed);
      const hits = rank(indexed, query);
      const urls = hits.map(({ url }) => url);
      expect(new Set(urls).size).toBe(urls.length);
      for (const { score, marks } of hits) {
        expect(Number.isFinite(score)).toBe(true);
        for (const mark of marks) expect(normalize(mark)).toBe(mark);
      }
      const surface = (all: readonly Candidate[]) =>
        rank(all, query).flatMap(({ url, tier }) => (tier === 'surface' ? [url] : []));
      expect(urls.slice(0, surface(printed).length)).toEqual(surface(printed));
    });
  });

  it('marks a text and takes nothing from it', () => {
    holds((typed) => {
      const { whole } = parseQuery(typed);
      for (const field of indexed.flatMap(({ fields }) => fields)) {
        expect(joined(highlight(field, [whole]))).toBe(field.printed);
        expect(field.printed).toContain(joined(excerpt(field, [whole], 10)).replaceAll('…', ''));
      }
    });
  });

  it('asks the index for letters and digits alone', () => {
    holds((typed) => {
      const query = parseQuery(typed);
      for (const list of [...wholeLists([query]), ...termLists([query])])
        expect(list).toMatch(/^[\p{L}\p{N} ]+$/u);
    });
  });

  it('is no slip of itself, and is compared alike from both sides', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [a, b] = [normalize(one), normalize(other)];
        expect(isOneEdit(a, a)).toBe(false);
        expect(isOneEdit(a, b)).toBe(isOneEdit(b, a));
        const query = parseQuery(one);
        for (const { whole } of otherMeanings(one, query)) expect(whole).not.toBe(query.whole);
      }),
    );
  });
});

it('finds whatever a plan says by what it says', () => {
  holds((said) => {
    const [first] = stored;
    const record = { ...first!, passages: [{ text: `前${said}後` }], synonyms: [] };
    const candidate = candidateOf(record);
    const { whole, months } = parseQuery(said);
    if (whole.length < 2 || months || whole !== normalize(said)) return;
    if (!candidate.passages[0]?.text.includes(whole)) return;
    expect(rank([candidate], parseQuery(said)).map(({ url }) => url)).toEqual([record.url]);
    expect(new Set(indexTokens(candidate).tokens).size).toBeGreaterThan(0);
  });
});

it('finds nothing by the names that every object has', () => {
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])
    expect(rank(indexed, parseQuery(name)), name).toEqual([]);
});
