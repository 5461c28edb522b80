import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { columnsOfPlan, csv, tables } from '#export/csv.ts';
import { fileNames } from '#export/files.ts';
import { planFile } from '#export/json.ts';
import type { PlanFile } from '#export/schema.ts';
import { readPlan } from '#reader/read.ts';
import { t } from '#strings.ts';
import { absolute, dataId, urls } from '#urls.ts';
import { readTable } from '../fixtures/from-csv.ts';
import { builtSite } from './pages.ts';

const site = builtSite();
const plan = await readPlan();
const read = (name: string) => readFileSync(path.join(site.dir, 'data', name));
const page = (url: string) => {
  const found = site.pages.get(url);
  if (!found) throw new Error(`no page ${url}`);
  return found.root;
};
const file = JSON.parse(read('plan.json').toString()) as PlanFile;
const table = Object.fromEntries(
  tables.map((name) => [name, readTable(name, read(`${name}.csv`).toString())]),
);
const { programmes = [], activities = [], pledges = [], corrections = [] } = table;

it('the page of the files says under which licence the words are, where the plan says it', () => {
  const { licence } = plan.policy;
  const chapter = page(urls.data()).querySelector('#licence')?.parentNode;
  expect(chapter?.querySelector('p')?.textContent.trim()).toBe(licence?.name);
  expect(chapter?.querySelector('a')?.getAttribute('href')).toBe(licence?.url);
});

describe('plan.json', () => {
  it('is valid by the published schema', () => {
    const schema = JSON.parse(read('plan.schema.json').toString()) as object;
    const validate = new Ajv2020({ strict: true, validateFormats: false }).compile(schema);
    expect(validate(file), JSON.stringify(validate.errors)).toBe(true);
  });

  it('is the plan', () => {
    expect(file).toEqual(JSON.parse(JSON.stringify(planFile(plan))));
  });
});

describe('the tables', () => {
  it.each(tables)('%s.csv is the plan’s, as csv.test.ts reads it back', (name) => {
    expect(read(`${name}.csv`).toString()).toBe(csv(name, plan));
  });

  it.each(tables)('%s.csv ends every line with CRLF and starts no formula', (name) => {
    const text = read(`${name}.csv`).toString();
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.match(/\r(?!\n)/g)).toBeNull();
    expect(text.slice(1).match(/(?:^|,|\r\n)"?\s*[=+\-@＝＋－＠]/gmu)).toBeNull();
  });
});

describe('one truth', () => {
  const txt = read('plan.txt').toString();
  const html = parse(read('plan.html').toString());

  it('counts the same in HTML, JSON, CSV and the text (the ledger: in the page in one file)', () => {
    const pages = (prefix: string) =>
      [...site.pages.keys()].filter((url) => url.startsWith(prefix) && url !== prefix);
    const within = (prefix: string, selector: string) =>
      pages(prefix).flatMap((url) => page(url).querySelectorAll(selector));
    const ids = new Set(plan.pledges.map(({ id }) => id));
    const counts = {
      programmes: {
        html: pages(urls.programmes()).length,
        json: file.programmes.length,
        csv: programmes.length,
        txt: txt.split('\n').filter((line) => line.includes('【')).length,
      },
      activities: {
        html: within(urls.programmes(), 'main li[id]').length,
        json: file.programmes.flatMap((programme) => programme.activities).length,
        csv: activities.length,
        txt: txt.split('\n').filter((line) => line.startsWith('・')).length,
      },
      pledges: {
        html: within(urls.sections(), 'section').filter(({ id }) => ids.has(id)).length,
        json: file.pledges.length,
        csv: pledges.length,
        txt: plan.pledges.filter(({ paragraphs }) => txt.includes(paragraphs.join('\n\n'))).length,
      },
      corrections: {
        html: page(urls.corrections())
          .querySelectorAll('[id]')
          .filter(({ id }) => plan.corrections.some((row) => row.id === id)).length,
        json: file.corrections.length,
        csv: corrections.length,
        txt: html.querySelectorAll('dt').length,
      },
    };
    for (const [noun, count] of Object.entries(counts))
      expect(new Set(Object.values(count)).size, noun).toBe(1);
  });
});

describe('plan.html', () => {
  it('needs nothing from outside, and leads to the site that it is from', () => {
    const text = read('plan.html').toString();
    expect(
      text.match(/\b(?:src|srcset|action|data|poster)=|url\(|@import|<link|<script/g),
    ).toBeNull();
    const outside = Array.from(text.matchAll(/href="([^"#]+)/g), ([, href]) => href);
    expect(outside).toEqual([absolute(urls.home())]);
  });

  it('holds the ledger and the fingerprint of the source', () => {
    const text = read('plan.html').toString();
    if (plan.source) expect(text).toContain(plan.source.sha256);
    for (const row of plan.corrections) expect(text).toContain(row.reason);
  });
});

describe('the data page', () => {
  it.each(fileNames)('tells the size of %s', (name) => {
    const entry = page(urls.data()).querySelector(`#${dataId(name)}`);
    expect(entry?.text).toContain(t.data.size(read(name).length));
  });

  it('has the fingerprint of each file beside them, as sha256sum checks it', () => {
    const sums = read('sha256.txt').toString().trimEnd().split('\n');
    const sum = (name: string) => createHash('sha256').update(read(name)).digest('hex');
    const files = fileNames.filter((name) => name !== 'sha256.txt');
    expect(sums).toEqual(files.map((name) => `${sum(name)}  ${name}`));
  });

  it.each(tables)('tells the rows of %s.csv and every column with its meaning', (name) => {
    const entry = page(urls.data()).querySelector(`#${dataId(`${name}.csv`)}`);
    expect(entry?.text).toContain(t.data.rowCount(table[name]?.length ?? -1));
    for (const { header, meaning } of columnsOfPlan(name, plan)) {
      expect(entry?.text).toContain(header);
      expect(entry?.text).toContain(meaning);
    }
  });
});
