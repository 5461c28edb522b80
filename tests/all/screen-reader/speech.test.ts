/**
 * Every kind of page as it is heard from its beginning to its end, and along its headings, tables,
 * fields and buttons; and the search while one types. What is said is kept in
 * test-results/screen-reader/.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { marksIn, calendarRows } from '#model/calendar.ts';
import { readPlan } from '#reader/read.ts';
import { planRecords } from '#search/records.ts';
import { labels, t } from '#strings.ts';
import { BASE, urls } from '#urls.ts';
import { addressOf, DIST, kindsOfPages } from '../../dist-folder.ts';
import { startPlainServer } from '../../site/servers/plain-server.ts';
import { hasPackages, SCREEN_READER } from '../../tools.ts';
import { startReader, type Reader } from './reader.ts';

const plan = await readPlan();
const WALKS = ['heading', 'table', 'entry', 'button'] as const;
const REPORTS = 'test-results/screen-reader';

/** What the page holds for those who hear it; runs in it. */
function held() {
  // What is not laid out yet counts as visible here, unlike for the browser.
  const waits = (one: Element | null): boolean =>
    one !== null &&
    (getComputedStyle(one).contentVisibility === 'auto' || waits(one.parentElement));
  const open = (selector: string) =>
    [...document.querySelectorAll<HTMLElement>(selector)].filter(
      (one) =>
        (one.checkVisibility() || waits(one)) &&
        !one.closest('details:not([open]) > :not(summary)'),
    );
  const headings = open('h1, h2, h3, h4');
  const text = (one: HTMLElement) => one.innerText.trim();
  return {
    links: open('a[href]:not(.skip)').length,
    headings: headings.length,
    /** A link and what stands beside it in a heading may be said apart. */
    pieces: headings.length + headings.filter((one) => one.querySelector('a + *')).length,
    tables: open('table').length,
    /** Sentences with nothing in them but text and its marks. */
    sentences: open('main :is(p, li)')
      .filter((one) => !one.querySelector(':not(.note, wbr)'))
      .filter((one) => !one.closest('[aria-hidden]'))
      .map(text)
      // Orca itself takes a breath between a Latin word and its number.
      .filter((words) => words !== '' && !/[A-Za-z] \d/.test(words)),
  };
}

describe.skipIf(!hasPackages(...SCREEN_READER))('heard with Orca in Firefox', () => {
  const its = {} as { origin: string; reader: Reader };
  let stop: () => Promise<void>;
  beforeAll(async () => {
    mkdirSync(REPORTS, { recursive: true });
    const server = await startPlainServer(DIST, BASE);
    its.origin = server.origin;
    its.reader = await startReader(server.origin + BASE);
    stop = server.stop;
  });
  afterAll(async () => {
    await its.reader.stop();
    await stop();
  });

  describe.each(kindsOfPages().map((file) => ({ file, address: addressOf(file) })))(
    '$address',
    ({ file, address }) => {
      let said: string[] = [];
      let page: ReturnType<typeof held>;
      const walks: Partial<Record<(typeof WALKS)[number], string[]>> = {};
      beforeAll(async () => {
        said = await its.reader.read(its.origin + address);
        page = await its.reader.run(held);
        for (const kind of WALKS) walks[kind] = await its.reader.walk(kind);
        const along = WALKS.flatMap((kind) => [`\n# ${kind}`, ...(walks[kind] ?? [])]);
        const name = file.replace(/(?:\/?index)?\.html$/, '').replaceAll('/', '-') || 'home';
        writeFileSync(`${REPORTS}/${name}.txt`, [...said, ...along, ''].join('\n'));
      });

      it('says each link and each heading as one', () => {
        // What has the keyboard as the page opens is named without its role.
        const links = said.filter((one, at) => one === 'link' && said[at - 1] !== t.skip);
        expect(links.length).toBe(page.links);
        const headings = said.filter((one) => one.startsWith('heading level '));
        expect(headings.length).toBeLessThanOrEqual(page.pieces);
      });

      it('says a sentence in one piece, its brackets with it', () => {
        const missing = page.sentences.filter((one) => !said.some((piece) => piece.includes(one)));
        expect(missing).toEqual([]);
      });

      it('says nothing empty, and no mark without its meaning', () => {
        const bare = new RegExp(`^[${Object.values(t.calendar.marks).join('')}→※\\s]+$`, 'u');
        expect(said.filter((one) => bare.test(one))).toEqual([]);
        for (const role of ['statusbar', 'caption', 'article', 'clickable', 'blank'])
          expect(said).not.toContain(role);
      });

      it('has few landmarks', () => {
        const [, count] = /Page has (\d+) landmarks/.exec(said.join('\n')) ?? [];
        expect(Number(count)).toBeLessThanOrEqual(8);
        expect(Number(count)).toBeGreaterThanOrEqual(4);
      });

      it('has its headings, its tables and its search under the keys for them', () => {
        const { heading = [], table = [], entry = [], button = [] } = walks;
        expect(heading.length).toBe(page.headings);
        expect(heading.filter((one) => !/heading level \d\.$/.test(one))).toEqual([]);
        expect(table.length).toBe(page.tables);
        expect(entry).toHaveLength(1);
        expect(entry[0]).toContain(t.search.label);
        expect(button[0]).toContain(t.search.button);
      });
    },
  );

  it('says the words of an activity once, and of its controls first what they are', async () => {
    for (const programme of plan.programmes.slice(0, 2)) {
      const { activities } = programme;
      const said = await its.reader.read(its.origin + urls.programme(programme));
      for (const { text } of activities)
        if (!programme.corrections.some(({ shown }) => text.includes(shown)))
          expect(said.filter((one) => one.includes(text))).toHaveLength(1);
      const controls = (await its.reader.walk('button')).filter((one) =>
        one.startsWith(t.share.button),
      );
      expect(controls.length).toBe(activities.length);
    }
  });

  /** What is said of the cells of the tables of a page, without their headers. */
  async function cellsOf(address: string) {
    const said = await its.reader.read(its.origin + address);
    return said.flatMap((words, index) =>
      words.startsWith('column ') && !words.includes('header') ? [said[index + 1] ?? ''] : [],
    );
  }

  it.skipIf(marksIn(calendarRows(plan)).size === 0)(
    'says in each marked cell of the year its month',
    async () => {
      const cells = await cellsOf(urls.calendar());
      expect(cells.length).toBeGreaterThan(0);
      expect(cells.filter((words) => !/^\d+月/.test(words))).toEqual([]);
    },
  );

  it('says in each marked cell of the owners the section', async () => {
    const names = plan.sections.map(({ name }) => name);
    const cells = await cellsOf(urls.programmes());
    expect(cells.filter((words) => !names.includes(words))).toEqual([]);
  });

  it('says the whole plan in its order', async () => {
    const said = (await its.reader.read(its.origin + urls.full())).join('').replaceAll(/\s/g, '');
    const inOrder = [
      ...plan.goals.flatMap(({ programmes }) => programmes.map(({ title }) => title)),
      ...plan.sections.flatMap(({ pledges }) =>
        pledges.flatMap(({ paragraphs }) => paragraphs.map((words) => words.slice(0, 12))),
      ),
    ].map((words) => words.replaceAll(/\s/g, ''));
    let from = 0;
    for (const words of inOrder) {
      const found = said.indexOf(words, from);
      expect(found, words).toBeGreaterThanOrEqual(from);
      from = found;
    }
  });

  it('says of the edition with readings where it is heard without them', async () => {
    const said = await its.reader.read(its.origin + urls.yomigana());
    const [kana = ''] = t.yomigana.spoken.link.split(/\p{Script=Han}/u);
    expect(said.some((one) => one.includes(kana))).toBe(true);
  });

  const number = new RegExp(`^${t.find.count.replace('{n}', '\\d+')}`);

  /** Opens the search with the keyboard in its field. */
  async function openSearch(): Promise<void> {
    await its.reader.read(its.origin + urls.search());
    await its.reader.press('ctrl+Home');
    for (let said = ''; !said.includes(t.search.label);) said = await its.reader.press('Tab');
  }

  it('says the number of results once the typing rests, and results under the arrow keys', async () => {
    const [section] = plan.sections;
    const name = section?.name ?? plan.policy.title;
    await openSearch();
    await its.reader.type(name, number);
    const titles = planRecords(plan).map((record) => record.titles.join(t.find.join));
    const first = await its.reader.press('Down');
    expect(first).toMatch(/ link/);
    // A word that is marked is said as a word of its own.
    const title = first.replace(/ link.*/, '').replaceAll(' ', '');
    expect(titles.map((one) => one.replaceAll(' ', ''))).toContain(title);
    await its.reader.press('Down');
    expect(await its.reader.press('Escape')).toContain(t.search.label);
  });

  it('says that nothing is found', async () => {
    await openSearch();
    const said = await its.reader.type('zzqqzzqq', new RegExp(t.find.noneShort));
    expect(said.filter((one) => number.test(one))).toEqual([]);
  });

  it('has the groups of its index as headings', async () => {
    await its.reader.read(its.origin + urls.search());
    const headings = (await its.reader.walk('heading')).join('\n');
    for (const { kind } of planRecords(plan))
      expect(headings).toContain(`${labels(plan).kindTitles[kind]} heading level 3`);
    expect(headings).toContain(`${t.find.byKana} heading level 3`);
  });
});
