import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { columnsOfPlan, rowCount, tables } from '#export/csv.ts';
import { fileNames, respond } from '#export/files.ts';
import { readPlan } from '#reader/read.ts';
import { t } from '#strings.ts';
import { absolute, dataId, urls } from '#urls.ts';
import { builtSite } from './pages.ts';

const site = builtSite();
const plan = await readPlan();
const read = (name: string) => readFileSync(path.join(site.dir, 'data', name));
const page = site.pages.get(urls.data())?.root;
const entryOf = (name: string) => page?.querySelector(`#${dataId(name)}`)?.text;

describe('a file of the data page', () => {
  it.each(fileNames)('is the plan’s, as its own tests judge it: %s', async (name) => {
    const bytes = await (await respond(name, plan)).arrayBuffer();
    expect(read(name).equals(Buffer.from(bytes))).toBe(true);
  });

  it('in HTML needs nothing from outside, and leads to the site that it is from', () => {
    const text = read('plan.html').toString();
    expect(
      text.match(/\b(?:src|srcset|action|data|poster)=|url\(|@import|<link|<script/g),
    ).toBeNull();
    const outside = Array.from(text.matchAll(/href="([^"#]+)/g), ([, href]) => href);
    expect(outside).toEqual([absolute(urls.home())]);
  });

  it('in HTML holds the ledger and the fingerprint of the source', () => {
    const text = read('plan.html').toString();
    if (plan.source) expect(text).toContain(plan.source.sha256);
    for (const row of plan.corrections) expect(text).toContain(row.reason);
  });
});

describe('the data page', () => {
  it('says under which licence the words are, where the plan says it', () => {
    const { licence } = plan.policy;
    const chapter = page?.querySelector('#licence')?.parentNode;
    expect(chapter?.querySelector('p')?.textContent.trim()).toBe(licence?.name);
    expect(chapter?.querySelector('a')?.getAttribute('href')).toBe(licence?.url);
  });

  it.each(fileNames)('tells the size of %s', (name) => {
    expect(entryOf(name)).toContain(t.data.size(read(name).length));
  });

  it('has the fingerprint of each file beside them, as sha256sum checks it', () => {
    const sums = read('sha256.txt').toString().trimEnd().split('\n');
    const sum = (name: string) => createHash('sha256').update(read(name)).digest('hex');
    const files = fileNames.filter((name) => name !== 'sha256.txt');
    expect(sums).toEqual(files.map((name) => `${sum(name)}  ${name}`));
  });

  it.each(tables)('tells the rows of %s.csv and every column with its meaning', (name) => {
    const entry = entryOf(`${name}.csv`);
    expect(entry).toContain(t.data.rowCount(rowCount(name, plan)));
    for (const { header, meaning } of columnsOfPlan(name, plan)) {
      expect(entry).toContain(header);
      expect(entry).toContain(meaning);
    }
  });
});
