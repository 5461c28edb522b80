import { countedSides } from '#document/counted-sides.ts';
import type { Edition } from '#model/recorded-facts.ts';
import { readPlan } from '#reader/read.ts';
import { provesContent } from '../unit/truth/source.ts';
import { countSides, EDITIONS, printOut } from './paper.ts';
import { expect, test } from './site.ts';

test(
  'the whole plan prints on both sides of one A4 sheet, at 8.5 pt or more',
  {
    tag: '@print',
  },
  async ({ open }) => {
    test.skip(!(await provesContent()), 'a plan of more words takes more sheets');
    const page = await open('full/', { mode: 'print' });
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
  },
);

for (const [name, { path, choice }] of Object.entries(EDITIONS))
  test(
    `takes as many sides as the page of the editions says: ${name}`,
    { tag: '@print' },
    async ({ open }) => {
      const counted = countedSides(await readPlan());
      test.skip(!counted && !(await provesContent()), 'not counted: the page gives no number');
      expect(
        counted,
        'run `npm run sheets`: the words are not those that were counted',
      ).toBeDefined();
      const page = await open(path);
      if (choice) await page.check(choice);
      expect(await countSides(page)).toBe(counted?.[name as Edition]);
    },
  );

test('the year is a poster on one sheet', { tag: '@print' }, async ({ open }) => {
  test.skip(!(await provesContent()), 'a plan of more activities takes more sheets');
  const { sheets } = await printOut(await open('calendar/', { mode: 'print' }));
  expect(sheets.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([
    [842, 595],
  ]);
});

test(
  'the address and the publisher have room on paper, with a code and without',
  {
    tag: '@print',
  },
  async ({ open }) => {
    for (const path of ['', '404.html']) {
      const page = await open(path, { mode: 'print' });
      const lines = page.locator('.printed > p');
      for (const line of await lines.all())
        expect((await line.boundingBox())?.width, path).toBeGreaterThan(150);
    }
  },
);
