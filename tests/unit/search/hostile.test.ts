/** Whatever is typed, and whatever a plan says, each stage of the search keeps its promise. */
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { readPlan } from '#reader/read.ts';
import { readContent, writeContent } from '#search/content.ts';
import { joined, type Doc } from '#search/doc.ts';
import { excerpt, mark, type Stretch } from '#search/excerpt.ts';
import { fold, foldWithPlaces, spaced } from '#search/fold.ts';
import { halfConverted } from '#search/half.ts';
import { takeMonths } from '#search/months.ts';
import { parseQuery, type Query } from '#search/query.ts';
import type { Hit } from '#search/hit.ts';
import { answer, answerFromWords } from '#search/rank.ts';
import { searchRecords, type SearchRecord } from '#search/records.ts';
import { answerDespiteSlips, nearly, otherSpellings, slipped } from '#search/slip.ts';
import { hostileStrings, SEED } from '../../fixtures/hostile.ts';
import { docsOf, indexedEntries, printedEntries, type BareEntry } from './plan-docs.ts';

const STRINGS = 10_000;
/** Of the records that one string finds, so many are marked. */
const MARKED = 3;
const TIERS = ['words', 'index', 'all', 'slip', 'part'];
const PROTOTYPES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

const plan = await readPlan();
const records = searchRecords(plan);
const words = records.flatMap(({ titles, heads, words }) =>
  [...titles, ...heads, ...words]
    .flatMap((text) => text.split(/[、。・（）]/))
    .filter((text) => text.length < 9),
);

/** What broke a promise; the strings that did come first in the report. */
const faults = new Map<string, string[]>();
let strings = 0;
let broken = 0;
function hold(promise: string, kept: boolean, text: string) {
  if (kept) return;
  broken += 1;
  const others = faults.get(promise) ?? [];
  faults.set(promise, [...others, JSON.stringify(text.slice(0, 200))].slice(0, 5));
}
afterEach(() => {
  faults.clear();
});
const expectNone = () => {
  expect(Object.fromEntries(faults)).toEqual({});
};
afterAll(() => {
  console.log(
    `search: ${String(strings)} hostile strings, seed ${String(SEED)}, promises broken ${String(broken)} times`,
  );
});

function* hostile(count: number, seed: number, own: readonly string[] = []): Generator<string> {
  for (const text of [...PROTOTYPES, ...hostileStrings(count - PROTOTYPES.length, seed, own)]) {
    strings += 1;
    yield text;
  }
}

describe(`${String(STRINGS)} hostile strings`, { timeout: 120_000 }, () => {
  it('are folded once and for all, each character known by its place', () => {
    let before = '';
    for (const text of hostile(STRINGS, SEED)) {
      const { text: folded, at, scripts } = foldWithPlaces(text);
      hold('folding twice folds no more', fold(folded) === folded, text);
      hold('letters and digits alone are left', /^[\p{L}\p{N}]*$/u.test(folded), text);
      hold('every character has a place', at.length === folded.length, text);
      hold('every character has a writing', scripts.length === folded.length, text);
      hold(
        'places are in the text, in its order',
        at.every((place, index) => place >= (at[index - 1] ?? 0) && place < text.length),
        text,
      );
      hold(
        'no place is inside a character',
        at.every((place) => !insidePair(text, place)),
        text,
      );
      hold(
        'texts are folded apart as together',
        fold(`${before} ${text}`) === fold(before) + folded,
        text,
      );
      hold('white space is one space', !/\s\s|^\s|\s$/u.test(spaced(text)), text);
      before = text;
    }
    expectNone();
  });

  it('are read as a short query that says no more than was typed', () => {
    for (const text of hostile(STRINGS, SEED + 1, words)) {
      const query = parseQuery(text);
      const { groups, whole } = query;
      hold('a query is short', whole.length <= 120, text);
      hold('the end of a long text is not read', same(query, parseQuery(text.slice(0, 120))), text);
      hold('the groups are the whole', groups.map((group) => group.text).join('') === whole, text);
      hold('the whole is folded', fold(whole) === whole, text);
      for (const group of [...groups, ...(query.loose?.groups ?? [])]) {
        hold('no group is empty', group.text !== '', text);
        hold('every character has a writing', group.scripts.length === group.text.length, text);
        let end = 0;
        for (const run of group.runs) {
          hold('a run stands where it says', group.text.startsWith(run.text, run.from), text);
          hold('runs follow each other', run.text !== '' && run.from >= end, text);
          hold('a run has a weight', run.weight > 0 && run.weight <= 1, text);
          end = run.from + run.text.length;
        }
      }
      const { months, rest } = takeMonths(text);
      hold(
        'months are months',
        [...(months ?? [])].every((month) => Number.isInteger(month) && month > 0 && month < 13),
        text,
      );
      hold(
        'without months the text stays',
        months !== undefined || rest === text.replaceAll('\0', ' ').trim(),
        text,
      );
      hold('months are taken once', takeMonths(rest).rest.length <= rest.length, text);
    }
    expectNone();
  });

  it('find records of the plan, each once, for a reason, and mark its text as it is', () => {
    const found = look(indexedEntries(records, plan), printedEntries(records), [
      ...hostile(STRINGS / 2, SEED + 2),
      ...hostile(STRINGS / 2, SEED + 3, words),
    ]);
    expectNone();
    expect(found).toBeGreaterThan(STRINGS / 10);
  });

  it('find nothing by the names that every object has', () => {
    const docs = docsOf(indexedEntries(records, plan));
    for (const name of PROTOTYPES) {
      const query = parseQuery(name);
      expect([...answer(docs, query), ...answerDespiteSlips(docs, query)], name).toEqual([]);
    }
  });

  it('are found in a plan that is made of them', () => {
    const texts = [...hostile(records.length * 4, SEED + 4, words)].map((text) =>
      text.slice(0, 300),
    );
    const evil = records.map((record, index): SearchRecord => {
      const [title = '', head = '', line = '', keyword = ''] = texts.slice(index * 4);
      return {
        ...record,
        titles: [title, ...record.titles.slice(1)],
        heads: [head, ...record.heads.slice(1)],
        words: [...record.words, line],
        keywords: [...record.keywords, keyword, ...PROTOTYPES],
      };
    });
    const cuts = texts.flatMap((text) => [
      text,
      text.slice(0, 5),
      text.slice(-7),
      text.slice(3, 9),
    ]);
    const found = look(indexedEntries(evil, plan), printedEntries(evil), cuts);
    expectNone();
    expect(found).toBeGreaterThan(cuts.length);
  });

  it('are written into the index and read from it without a letter lost', () => {
    for (const text of hostile(STRINGS, SEED + 5, [...words, '␟', '␞', '␤', ' '])) {
      const segments = [{ text }, { text: '\n' }, { text, reading: 'よみ' }];
      const { title, words, keywords } = readContent(
        writeContent({ title: segments, words: segments, keywords: [] }),
      );
      for (const pieces of [title, words])
        hold(
          'the index gives back what was written',
          fold(pieces.map((piece) => piece.text).join('')) === fold(text) + fold(text),
          text,
        );
      hold('nothing goes from one field into another', keywords.length === 0, text);
    }
    expectNone();
  });

  it('are no slip of themselves, and are compared alike from both sides', () => {
    let before = '';
    for (const text of hostile(STRINGS, SEED + 6, words)) {
      const folded = fold(text).slice(0, 120);
      hold('a word is no slip of itself', !nearly(folded, folded), text);
      hold(
        'two words are as near from either side',
        nearly(before, folded) === nearly(folded, before),
        text,
      );
      hold(
        'other spellings are others',
        otherSpellings(folded).every((other) => other !== folded && fold(other) === other),
        text,
      );
      before = folded;
    }
    expectNone();
  });
});

/** Asks every text of the records and holds what is found against them; tells how much that was. */
function look(
  indexed: readonly BareEntry[],
  printed: readonly BareEntry[],
  texts: readonly string[],
): number {
  const entries = new Map(indexed.map((entry) => [entry.doc.url, entry]));
  const [docs, bare] = [docsOf(indexed).map(frozen), docsOf(printed).map(frozen)];
  let found = 0;
  for (const text of texts) {
    const query = parseQuery(text);
    const atOnce = answerFromWords(bare, query);
    const hits = answer(docs, query);
    const meant = hits.every(({ tier }) => tier === 'part') ? answerDespiteSlips(docs, query) : [];
    found += hits.length + meant.length;
    hold(
      'what was shown at once stays at the head',
      same(
        atOnce.map(({ url }) => url),
        hits.slice(0, atOnce.length).map(({ url }) => url),
      ),
      text,
    );
    for (const all of [hits, meant, atOnce]) holdHits(all, entries, query, text);
    for (const hit of [...hits, ...meant].slice(0, MARKED)) {
      const entry = entries.get(hit.url);
      if (!entry) continue;
      holdMarks(entry, hit, text);
      if (hit.tier === 'slip') holdGuesses(entry.doc, query.whole, text);
    }
  }
  return found;
}

function holdHits(
  hits: readonly Hit[],
  entries: ReadonlyMap<string, BareEntry>,
  query: Query,
  text: string,
) {
  hold('no record is found twice', new Set(hits.map(({ url }) => url)).size === hits.length, text);
  const tiers = hits.map(({ tier }) => TIERS.indexOf(tier));
  hold(
    'tiers follow each other',
    tiers.every((tier, at) => tier >= (tiers[at - 1] ?? 0)),
    text,
  );
  for (const { url, score, marks, keywords } of hits) {
    const doc = entries.get(url)?.doc;
    hold('what is found is a record', doc !== undefined, text);
    hold('a score is a number', Number.isFinite(score), text);
    hold(
      'marks are folded words',
      marks.every((word) => word !== '' && fold(word) === word),
      text,
    );
    hold(
      'everyday words are of the record',
      keywords.every((word) => doc?.keywords.some(({ shown }) => shown === word)),
      text,
    );
    if (query.months && !query.loose)
      hold(
        'the month is of the record',
        doc?.months.some((month) => query.months?.has(month)) === true,
        text,
      );
  }
}

function holdMarks({ title, words, doc }: BareEntry, { marks }: Hit, text: string) {
  const line = mark(title, joined(doc.titles), marks);
  hold('a marked title is the title', textOf(line) === title, text);
  const whole = mark(words, doc.words, marks);
  hold('a marked text is the text', textOf(whole) === words, text);
  const cut = excerpt(words, doc.words, marks);
  const inner = textOf(
    cut.filter(({ text }, at) => text !== '…' || (at > 0 && at < cut.length - 1)),
  );
  hold('an excerpt is of the text', words.includes(inner), text);
  hold('an excerpt is short', inner.length <= 120, text);
  hold('an excerpt cuts no character', !words.isWellFormed() || inner.isWellFormed(), text);
  for (const stretches of [line, whole, cut]) {
    hold(
      'no stretch is empty',
      stretches.every(({ text }) => text !== ''),
      text,
    );
    hold(
      'marked and unmarked take turns',
      stretches.every(
        ({ marked }, at) =>
          at === 0 ||
          marked ||
          stretches[at - 1]?.marked === true ||
          stretches[at - 1]?.text === '…' ||
          stretches[at]?.text === '…',
      ),
      text,
    );
    hold(
      'a mark begins and ends with a letter',
      stretches.every(({ text, marked }) => !marked || (fold(text) !== '' && !insidePair(text, 0))),
      text,
    );
  }
}

/** What a slip or a half converted word is taken for is a word of the record. */
function holdGuesses(doc: Doc, whole: string, text: string) {
  const { titles, heads, words, keywords } = doc;
  const all = [...titles, heads, words, ...keywords].flatMap(({ literal, kana }) => [
    literal,
    kana,
  ]);
  for (const guess of [slipped(doc, whole), halfConverted(doc, whole)])
    hold(
      'a guess is a word of the record',
      guess === undefined || all.some((one) => one.includes(guess)),
      text,
    );
}

const textOf = (stretches: readonly Stretch[]) => stretches.map(({ text }) => text).join('');
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const insidePair = (text: string, at: number) =>
  /[\udc00-\udfff]/.test(text[at] ?? '') && /[\ud800-\udbff]/.test(text[at - 1] ?? '');

/** A record that no stage may change. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
