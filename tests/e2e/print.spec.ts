import { readPlan } from '#reader/read.ts';
import { provesContent } from '../truth/source.ts';
import { printOut } from './paper.ts';
import { expect, pages, test } from './site.ts';
import { beyondEdge, overprinted, tornBlocks, tornHeadings } from './torn.ts';

/** Where the last sheet begins hangs on how many words a plan has. */
const measured = await provesContent();

for (const url of pages)
  test(`/${url} prints whole, with its address and without its navigation`, async ({ open }) => {
    const page = await open(url, 'print');
    const address = await page.locator('link[rel=canonical]').getAttribute('href');
    const paper = await printOut(page);
    const words = paper.sheets.flatMap((sheet) => sheet.words.map(({ text }) => text));
    expect(words.join('')).toContain(address);
    const text = paper.elements.find(({ tag }) => tag === 'main')?.runs.at(-1);
    if (measured)
      expect
        .soft(text?.sheet, 'the last sheet holds more than the address')
        .toBe(paper.sheets.length);
    const navigation = paper.elements.filter((element) => element.navigation);
    expect.soft(navigation.map(({ name }) => name)).toEqual([]);
    expect.soft(paper.lost, 'words that no sheet shows').toEqual([]);
    expect.soft(tornHeadings(paper), 'headings left behind by their text').toEqual([]);
    expect.soft(tornBlocks(paper), 'blocks torn').toEqual([]);
    expect.soft(overprinted(paper), 'words over words').toEqual([]);
    expect.soft(beyondEdge(paper), 'words beyond the edge').toEqual([]);
  });

test('the whole plan prints on both sides of one A4 sheet, at 8.5 pt or more', async ({ open }) => {
  test.skip(!measured, 'a plan of more words takes more sheets');
  const page = await open('full/', 'print');
  const { goals, principles, programmes, pledges } = await readPlan();
  const words = [goals, principles, pledges].flat().flatMap(({ paragraphs }) => paragraphs);
  const works = programmes.flatMap(({ title, activities }) => [
    title,
    ...activities.map(({ text }) => text),
  ]);
  // Marks on corrected words are drawn, not written: the text is the plan's own.
  const shown = (await page.locator('main').innerText()).replace(/\s/g, '');
  const lost = [...words, ...works].filter((text) => !shown.includes(text.replace(/\s/g, '')));
  expect(lost).toEqual([]);
  const { sheets } = await printOut(page);
  expect(sheets.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([
    [595, 842],
    [595, 842],
  ]);
  const printed = sheets.flatMap((sheet) => sheet.words);
  // The browser rounds lengths to a 300th of an inch.
  expect(Math.min(...printed.map(({ size }) => size))).toBeGreaterThan(8.49);
  // Room for the taller lines of another font: an inch at the foot of the second side.
  const foot = Math.min(...(sheets[1]?.words ?? []).map(({ y }) => y));
  expect(foot).toBeGreaterThan(72);
});
