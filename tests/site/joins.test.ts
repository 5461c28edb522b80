/** Pages lead to what belongs together: as the plan joins it, in its order, and to nothing else. */
import { describe, expect, it } from 'vitest';
import { beginsIn } from '#model/calendar.ts';
import { FISCAL_MONTHS } from '#model/fiscal-year.ts';
import { readPlan } from '#reader/read.ts';
import { monthId, urls } from '#urls.ts';
import { builtSite } from './pages.ts';

const site = builtSite();
const plan = await readPlan();
const { goals, programmes, sections } = plan;
const page = (url: string) => {
  const root = site.pages.get(url)?.root;
  if (!root) throw new Error(`no page ${url}`);
  return root;
};
/** Where the links lead that a selector finds, each once, in the order of the page. */
const links = (url: string, selector: string) => [
  ...new Set(
    page(url)
      .querySelectorAll(selector)
      .map((link) => link.getAttribute('href') ?? ''),
  ),
];
/** Links to a kind of page, among others. */
const among = (all: readonly string[], wanted: readonly string[]) =>
  all.filter((href) => wanted.includes(href));

describe('a page leads', () => {
  const toProgrammes = programmes.map(urls.programme);
  const toSections = sections.map(urls.section);

  it('from a goal to its programmes', () => {
    for (const goal of goals)
      expect(among(links(urls.goal(goal), 'main a'), toProgrammes), goal.id).toEqual(
        expect.arrayContaining(goal.programmes.map(urls.programme)),
      );
  });

  it('from a section to its programmes', () => {
    for (const section of sections)
      expect(among(links(urls.section(section), 'main a'), toProgrammes), section.id).toEqual(
        section.programmes.map(urls.programme),
      );
  });

  it('from a programme to its sections', () => {
    for (const programme of programmes)
      expect(
        among(links(urls.programme(programme), 'main a'), toSections).sort(),
        programme.id,
      ).toEqual(programme.sections.map(urls.section).sort());
  });

  it('from a programme to the others of its goal', () => {
    for (const { programmes: own } of goals)
      for (const programme of own) {
        const others = own.filter((one) => one !== programme).map(urls.programme);
        expect(among(links(urls.programme(programme), 'main a'), others)).toEqual(others);
      }
  });

  it.each([
    ['goals', [goals.map(urls.goal)]],
    ['sections', [toSections]],
    ['pledges of a section', sections.map(({ pledges }) => pledges.map(urls.pledge))],
    ['programmes of a goal', goals.map((goal) => goal.programmes.map(urls.programme))],
  ])('to the one before and the one after: %s', (_, rows) => {
    for (const row of rows)
      for (const [index, url] of row.entries()) {
        const [before, after] = [row.slice(0, index).at(-1), row[index + 1]];
        expect(links(url, 'nav a[rel=prev], nav a[rel=next]').length, url).toBe(
          [before, after].filter(Boolean).length,
        );
        expect(links(url, 'nav a[rel=prev]')[0], url).toBe(before);
        expect(links(url, 'nav a[rel=next]')[0], url).toBe(after);
      }
  });
});

describe('the table of programmes and sections', () => {
  it('marks the sections of each programme', () => {
    const table = page(urls.programmes()).querySelector('.matrix table');
    const [, ...heads] = table?.querySelectorAll('thead th') ?? [];
    const names = heads.map((head) => head.text.trim());
    const marked = table?.querySelectorAll('tbody tr').map((row) => ({
      title: row.querySelector('th')?.text.trim(),
      sections: row
        .querySelectorAll('td')
        .flatMap((cell, index) => (cell.text.trim() === '' ? [] : (names[index] ?? '?'))),
    }));
    const inOrder = goals.flatMap((goal) => goal.programmes);
    expect(marked).toEqual(
      inOrder.map(({ title, sections: owners }) => ({
        title,
        sections: sections.filter((one) => owners.includes(one)).map(({ name }) => name),
      })),
    );
  });
});

describe('the calendar', () => {
  it('lists under each month the activities that are printed for it', () => {
    const activities = programmes.flatMap((programme) => programme.activities);
    let listed = 0;
    for (const month of FISCAL_MONTHS) {
      const all = links(urls.calendar(), `[id="${monthId(month)}"] li a`);
      const found = among(all, activities.map(urls.activity));
      // What begins in the month comes first.
      const meant = activities.filter(({ months }) => months.includes(month));
      const begun = meant.filter((activity) => beginsIn(activity, month));
      expect(new Set(found), monthId(month)).toEqual(new Set(meant.map(urls.activity)));
      expect(found.slice(0, begun.length), monthId(month)).toEqual(begun.map(urls.activity));
      listed += found.length;
    }
    expect(listed).toBeGreaterThan(0);
  });
});
