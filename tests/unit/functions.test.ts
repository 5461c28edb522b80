/** Functions of one argument, each with a table of what it gives: tests/fixtures/functions.yaml. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { escapeFormula } from '#export/csv.ts';
import { drawingProblems } from '#model/drawings.ts';
import { FISCAL_MONTHS, japaneseYear, readFiscalYear, yearOf } from '#model/fiscal-year.ts';
import { Refusal } from '#model/problem.ts';
import { ruby, segment, toKana, unread, unused, type Readings } from '#model/reading.ts';
import { hygieneProblems } from '#reader/hygiene.ts';
import { securityProblems } from '#reader/security-txt.ts';
import { tidyCharacters } from '#text/tidy-characters.ts';
import { readBase, readSite } from '#urls.ts';
import { nearest } from '../../src/elements/nearest.ts';
import { casesOf } from '../fixtures/cases.ts';

const tables = casesOf<Record<string, unknown[][]>>('functions');
const PATHS = ['/', '/full/', '/goals/midori/', '/sections/midori/', '/programmes/eko-raifu/'];

type Words = Readings['words'];
type Unconfirmed = Readings['unconfirmed'];

/** What each table calls, and what a reader or an editor has of it. */
const FUNCTIONS: Record<string, [behaviour: string, run: (...given: never[]) => unknown]> = {
  readFiscalYear: ['a title says its fiscal year, or all of them', readFiscalYear],
  japaneseYear: ['a year has its name in Japan', japaneseYear],
  readSite: ['SITE_URL names an origin', (value?: string) => readSite(value ?? undefined)],
  readBase: ['BASE_PATH names a folder', (value?: string) => readBase(value ?? undefined)],
  nearest: ['a wrong address is near to one, or to none', (path: string) => nearest(path, PATHS)],
  tidyCharacters: ['characters are put right and counted', tidyCharacters],
  securityProblems: [
    'security.txt is taken, or refused by the place (RFC 9116)',
    (text: string) => securityProblems(text).map(({ field }) => field),
  ],
  escapeFormula: ['a cell of a table starts no formula and no date', escapeFormula],
  drawingProblems: [
    'a drawing is shapes and nothing else',
    (text: string) => drawingProblems('hero.svg', text).length,
  ],
  ruby: [
    'kana stand over kanji only',
    (word: string, reading: string) => ruby(word, { words: { [word]: reading }, unconfirmed: {} }),
  ],
  segment: [
    'a text is parted into words with their readings and the rest, every character kept',
    (text: string, words: Words, unconfirmed: Unconfirmed) => segment(text, { words, unconfirmed }),
  ],
  toKana: [
    'a text is read in kana',
    (text: string, words: Words, unconfirmed: Unconfirmed) => toKana(text, { words, unconfirmed }),
  ],
  unread: [
    'each run of kanji without a reading is listed',
    (text: string, words: Words) => unread(text, { words, unconfirmed: {} }),
  ],
  unused: [
    'each word that no text uses by itself is listed',
    (texts: string[], words: Words) => unused(texts, { words, unconfirmed: {} }),
  ],
};

describe.each(Object.entries(FUNCTIONS))('%s', (name, [behaviour, run]) => {
  it.each(tables[name] ?? [])(`${behaviour}: %j %j`, (...row) => {
    expect(run(...(row.slice(0, -1) as never[])) ?? null).toEqual(row.at(-1));
  });
});

describe.each([
  ['readSiteError', 'SITE_URL', readSite],
  ['readBaseError', 'BASE_PATH', readBase],
] as const)('%s', (name, variable, read) => {
  it.each(tables[name] ?? [])(`${variable} %j is refused in one sentence`, (value) => {
    const reading = () => read(value as string);
    expect(reading).toThrow(Refusal);
    expect(reading).toThrow(new RegExp(`^${variable} は[^\\n]+$`));
  });
});

it('what characters are put right is clean for the reader of the content', () => {
  for (const [, tidy] of tables.tidyCharacters ?? [])
    expect(
      hygieneProblems('goals/a.mdx', new TextEncoder().encode((tidy as { text: string }).text)),
    ).toEqual([]);
});

it('a drawing of a card has the card’s measure, and the neutral icon is a drawing', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630"></svg>\n';
  expect(drawingProblems('card.svg', svg)).toEqual([]);
  expect(drawingProblems('card.svg', svg.replace('1200', '1'))).toHaveLength(1);
  expect(drawingProblems('icon.svg', readFileSync('public/favicon.svg', 'utf8'))).toEqual([]);
});

it('a fiscal year runs from April to the March of the next calendar year', () => {
  const year = { printed: '平成25年度', start: 2013 };
  expect(FISCAL_MONTHS.map((month) => yearOf(year, month))).toEqual([
    ...Array<number>(9).fill(2013),
    ...Array<number>(3).fill(2014),
  ]);
  const years = { printed: '令和2年度～5年度', start: 2020, last: 2023 };
  expect(yearOf(years, 4)).toBeUndefined();
});
