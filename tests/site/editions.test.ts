/**
 * The plan's words stand in several editions: two pages, a part of it on the page of the policy, a
 * text file and one HTML file. All have the same blocks in the same order with the same words.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, type HTMLElement } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { chaptersOf } from '#document/chapters.ts';
import { toKana } from '#model/reading.ts';
import { readPlan } from '#reader/read.ts';
import { absolute, fileUrl, urls } from '#urls.ts';
import { builtSite } from './pages.ts';

const site = builtSite();
const plan = await readPlan();
const bare = (text: string) => text.replaceAll(/\s+/gu, '');
const page = (url: string) => {
  const root = site.pages.get(url)?.root;
  if (!root) throw new Error(`no page ${url}`);
  return root;
};
const file = (name: string) => readFileSync(path.join(site.dir, 'data', name), 'utf8');

/** Words that stand together, and the fragment that they stand at or follow. */
interface Piece {
  id: string;
  words: string;
}

const LEAF = 'h1, h2, h3, h4, h5, h6, p, li, td, th';
const BLOCK = `section, ${LEAF}`;

/** The pieces of these elements in document order, without the readings over them. */
function piecesOf(elements: readonly HTMLElement[]): Piece[] {
  let id = '';
  return elements.flatMap((element) => {
    if (element.id) id = element.id;
    if (!element.matches(LEAF) || element.querySelector(LEAF)) return [];
    const copy = parse(element.outerHTML);
    for (const reading of copy.querySelectorAll('rt, rp')) reading.remove();
    return [{ id, words: bare(copy.textContent) }];
  });
}

/** The title of a page, and its blocks. */
const titleOf = (url: string) => page(url).querySelectorAll('main h1');
const blocksOn = (url: string) =>
  page(url)
    .querySelectorAll(`main :is(${BLOCK})`)
    .filter((one) => one.closest('section') && !one.closest('details'));
const ofPage = (url: string) => piecesOf([...titleOf(url), ...blocksOn(url)]);
const chapters = chaptersOf(plan).map(({ id }) => urls.yomiganaChapter(id));
/** The edition with readings: the title of its contents, then its chapters. */
const ofChapters = () =>
  piecesOf([...titleOf(urls.yomigana()), ...chapters.flatMap((url) => blocksOn(url))]);

/** The HTML file, from its title to the ledger, without its address and its table of contents. */
function ofHtmlFile(): Piece[] {
  const elements = parse(file('plan.html'))
    .querySelectorAll(`main :is(${LEAF})`)
    .filter((one) => !one.closest('nav') && one.textContent !== absolute(urls.home()));
  const ledger = elements.findIndex(({ id }) => id === 'corrections');
  return piecesOf(elements.slice(0, ledger));
}

const ofText = () =>
  file('plan.txt')
    .split('\n')
    .map((line) => bare(line.replace(/^(?:・|\d+\. )/, '')))
    .filter(Boolean);

const wordsOf = (pieces: readonly Piece[]) => pieces.map(({ words }) => words).filter(Boolean);
/** Each fragment with all words up to the next one. */
const blocksOf = (pieces: readonly Piece[]) =>
  [...Map.groupBy(pieces, ({ id }) => id)].map(([id, all]) => [id, wordsOf(all).join('')]);

/** What the print says, noun by noun, as the plan has it. */
function printedWords(): string[] {
  const { policy, parts, goals, principles, sections } = plan;
  const held = {
    goals: goals.flatMap(({ title, paragraphs }) => [title, ...paragraphs]),
    principles: principles.flatMap(({ title, paragraphs }) => [title, ...paragraphs]),
  };
  return [
    policy.title,
    ...parts.flatMap(({ heading, lead, holds }) => [
      heading,
      ...(lead === undefined ? [] : [lead]),
      ...(holds ? held[holds] : []),
    ]),
    ...goals.flatMap(({ programmesTitle, subtitle, programmes }) => [
      programmesTitle,
      ...(subtitle ? [subtitle] : []),
      ...programmes.flatMap((programme) => [
        programme.title,
        ...programme.sections.map(({ name }) => name),
        ...programme.activities.map(({ text }) => text),
      ]),
    ]),
    ...(policy.mascot ? [policy.mascot.caption, policy.mascot.name] : []),
    ...sections.flatMap(({ name, pledges }) => [
      name,
      ...pledges.flatMap(({ units, paragraphs }) => [...units, ...paragraphs]),
    ]),
  ].map(bare);
}

describe('every edition', () => {
  const full = ofPage(urls.full());

  it('has the words of the print, in its order', () => {
    const text = wordsOf(full).join('');
    let at = 0;
    const astray = printedWords().filter((words) => {
      const found = text.indexOf(words, at);
      if (found >= 0) at = found + words.length;
      return found < 0;
    });
    expect(astray).toEqual([]);
    expect(full.length).toBeGreaterThan(plan.programmes.length + plan.pledges.length);
  });

  it('has the blocks of the whole text in the same order with the same words: with readings', () => {
    // The headings above several chapters stand in their contents.
    const groups = new Map(
      piecesOf(page(urls.yomigana()).querySelectorAll('main h2[id]')).map(({ id, words }) => [
        id,
        words,
      ]),
    );
    const whole = blocksOf(full);
    const isGroup = ([id]: (typeof whole)[number]) => groups.has(String(id));
    expect(blocksOf(ofChapters())).toEqual(whole.filter((block) => !isGroup(block)));
    expect(whole.filter(isGroup)).toEqual([...groups].filter(([id]) => id !== 'unconfirmed'));
  });

  it('has a reading over its words, headings too: with readings', () => {
    const leaves = chapters
      .flatMap((url) => blocksOn(url))
      .filter((one) => one.matches(LEAF) && !one.querySelector(LEAF));
    const bareWords = leaves
      .filter((leaf) => !leaf.querySelector('rt'))
      .map((leaf) => leaf.textContent.trim())
      .filter((text) => toKana(text, plan.readings) !== text);
    expect(bareWords).toEqual([]);
  });

  it('has the blocks of the whole text in the same order with the same words: as one file', () => {
    expect(blocksOf(ofHtmlFile())).toEqual(blocksOf(full));
  });

  it('has the words of the whole text in the same order: as plain text', () => {
    expect(ofText().join('')).toBe(wordsOf(full).join(''));
  });

  it('has the parts, the goals and the principles as the whole text has them: the policy', () => {
    const part = wordsOf(ofPage(urls.policy())).slice(1).join('');
    expect(part.length).toBeGreaterThan(0);
    expect(wordsOf(full).join('')).toContain(part);
    for (const { paragraphs } of [...plan.goals, ...plan.principles])
      for (const words of paragraphs) expect(part).toContain(bare(words));
  });
});

describe('a corrected word', () => {
  const rows = plan.corrections.filter((row) => row.status === 'corrected');
  const marked = (...pages: string[]) =>
    new Set(
      pages
        .flatMap((url) => page(url).querySelectorAll('main a.corrected'))
        .map((link) => link.getAttribute('href')),
    );

  it.each([
    ['the whole text', [urls.full()]],
    ['the edition with readings', chapters],
  ])('leads to its row in the ledger in %s', (_, pages) => {
    expect([...marked(...pages)].sort()).toEqual(rows.map((row) => urls.corrections(row)).sort());
  });

  it('leads there from the page of its noun', () => {
    const bareOf = (row: (typeof rows)[number]) => fileUrl(row.file).split('#')[0] ?? '';
    const unmarked = rows.filter((row) => !marked(bareOf(row)).has(urls.corrections(row)));
    expect(unmarked.map(({ id }) => id)).toEqual([]);
  });
});
