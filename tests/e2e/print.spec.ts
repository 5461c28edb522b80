import { readPlan } from '#reader/read.ts';
import { expect, pages, test } from './site.ts';

/** How many sheets a PDF of the browser has. */
const sheets = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

for (const url of pages)
  test(`/${url} prints, with its address`, async ({ open }) => {
    const page = await open(url, 'print');
    const address = await page.locator('link[rel=canonical]').getAttribute('href');
    expect(await page.locator('body').innerText()).toContain(address);
    expect(sheets(await page.pdf({ preferCSSPageSize: true }))).toBeGreaterThan(0);
  });

test('the whole plan prints on both sides of one A4 sheet', async ({ open }) => {
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
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(sheets(pdf)).toBe(2);
  expect(pdf.toString('latin1')).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12]/);
});
