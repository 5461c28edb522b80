/** The search as it is heard while one types, goes through the results and finds nothing. */
import { describe, expect, it } from 'vitest';
import { readPlan } from '#reader/read.ts';
import { planRecords } from '#search/records.ts';
import { labels, t } from '#strings.ts';
import { urls } from '#urls.ts';
import { hasPackages, SCREEN_READER } from '../../tools.ts';
import { listening } from './listening.ts';

const plan = await readPlan();
const number = new RegExp(`^${t.find.count.replace('{n}', '\\d+')}`);

describe.skipIf(!hasPackages(...SCREEN_READER))('the search heard with Orca in Firefox', () => {
  const its = listening();

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
