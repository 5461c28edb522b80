/** Builds the plan again after a programme and a pledge were renamed, with redirects for both. */
import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addresses } from '#links/addresses.ts';
import { brokenPromises } from '#links/promises.ts';
import { contentDir, readPlan } from '#reader/read.ts';
import { absolute, belowBase, fullId, to, urls } from '#urls.ts';
import { buildSite } from '../../fixtures/build.ts';
import { brokenReferences, readSite, type Site } from '../pages.ts';

const plan = await readPlan();
const [programme] = plan.programmes;
const [pledge] = plan.pledges;
if (!programme || !pledge) throw new Error('an empty plan');
const rename = (text: string) => text.replace(programme.id, `${programme.id}-2`);
const programmeFragments = [
  fullId.programme(programme),
  ...programme.activities.map(fullId.activity),
];
const moved: [from: string, to: string][] = [
  [urls.programme(programme), rename(urls.programme(programme))],
  [urls.pledge(pledge), `${urls.pledge(pledge)}-2`],
  [urls.full(fullId.pledge(pledge)), `${urls.full(fullId.pledge(pledge))}-2`],
  ...programmeFragments.map((id): [string, string] => [urls.full(id), urls.full(rename(id))]),
];

describe('a renamed programme and a renamed pledge', () => {
  let dir = '';
  let site: Site;
  const content = () => path.join(dir, 'content');
  const page = (url: string) => site.pages.get(url)?.root;

  beforeAll(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'plan-'));
    cpSync(contentDir, content(), { recursive: true });
    // The everyday words name what they belong to; the plan may do without them.
    rmSync(path.join(content(), 'keywords.yaml'), { force: true });
    const files = [
      [`programmes/${programme.id}.mdx`, `programmes/${programme.id}-2.mdx`],
      [
        `pledges/${pledge.section.id}/${pledge.id}.mdx`,
        `pledges/${pledge.section.id}/${pledge.id}-2.mdx`,
      ],
    ] as const;
    for (const [from, renamed] of files) {
      renameSync(path.join(content(), from), path.join(content(), renamed));
      const ledger = path.join(content(), 'corrections.yaml');
      writeFileSync(ledger, readFileSync(ledger, 'utf8').replaceAll(from, renamed));
    }
    const rows = moved.map(
      ([from, there]) => `- { from: '${belowBase(from)}', to: '${belowBase(there)}' }\n`,
    );
    writeFileSync(path.join(content(), 'redirects.yaml'), rows.join(''));
    const out = path.join(dir, 'dist');
    buildSite({ CONTENT_DIR: content(), OUT_DIR: out });
    site = readSite(out, to());
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  it('keep every address that the plan had before', async () => {
    const published = new Map(addresses(plan).map(({ path, subject }) => [path, subject]));
    expect(brokenPromises(published, await readPlan(content()))).toEqual([]);
    expect(brokenReferences(site)).toEqual([]);
  });

  it('leave a page at the old address that leads to the new one', () => {
    const old = page(urls.programme(programme));
    const there = rename(urls.programme(programme));
    expect(old?.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(absolute(there));
    expect(site.pages.get(urls.programme(programme))?.html).toContain(
      `<meta http-equiv="refresh" content="0; url=${there}">`,
    );
    expect(old?.querySelector(`main a[href="${there}"]`)?.text).toContain(programme.title);
  });

  it('leave the old fragments where a reader lands, each with the way on', () => {
    for (const [from, there] of moved.slice(1)) {
      const [url = '', id = ''] = from.split('#');
      const places = page(url)?.querySelectorAll(`[id="${id}"]`) ?? [];
      expect(places, from).toHaveLength(1);
      expect(places[0]?.querySelector('a')?.getAttribute('href')).toBe(there);
    }
  });
});
