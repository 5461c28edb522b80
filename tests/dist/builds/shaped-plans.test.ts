/** Plans of other shapes are built whole: every word is shown, and nothing that they do not have. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { HtmlValidate } from 'html-validate';
import type { HTMLElement } from 'node-html-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentOf } from '#document/blocks.ts';
import { linesOf } from '#document/lines.ts';
import { readPlan } from '#reader/read.ts';
import { t } from '#strings.ts';
import { to, urls } from '#urls.ts';
import { buildSite } from '../../fixtures/build.ts';
import { SHAPED, writeShapedPlan, YEAR_BEFORE } from '../../fixtures/shaped-plans.ts';
import { htmlRules } from '../html-rules.ts';
import { brokenReferences, readSite, type Site } from '../pages.ts';

const room = mkdtempSync(path.join(tmpdir(), 'shaped-'));
afterAll(() => {
  rmSync(room, { recursive: true, force: true });
});

/** Pages that a plan of this shape has nothing for. */
const ABSENT: Record<keyof typeof SHAPED, string[]> = {
  budget: [],
  department: [urls.programmes(), urls.sections(), urls.calendar()],
};

describe.each(Object.keys(SHAPED) as (keyof typeof SHAPED)[])('the plan «%s»', (name) => {
  const content = path.join(room, name, 'content');
  const dist = path.join(room, name, 'dist');
  let site: Site;
  beforeAll(() => {
    writeShapedPlan(name, content);
    buildSite({ CONTENT_DIR: content, OUT_DIR: dist });
    site = readSite(dist, '/');
  }, 120_000);

  it('is shown with every word of its files, in every edition of the whole', async () => {
    const squeeze = (text: string) => text.replace(/\s+/gu, '');
    const lines = linesOf(documentOf(await readPlan(content)));
    const editions = [urls.full(), urls.yomigana()].map((url) => site.pages.get(url)?.root.text);
    const txt = readFileSync(path.join(dist, 'data/plan.txt'), 'utf8');
    for (const { text } of lines)
      for (const edition of [...editions, txt])
        // The number of an item is the browser's own.
        expect(squeeze(edition ?? '')).toContain(squeeze(text.replace(/^\d+\. /u, '')));
    expect(lines.length).toBeGreaterThan(5);
  });

  it('has no page, link or heading for what it does not have', () => {
    for (const url of ABSENT[name]) expect(site.pages.has(url), url).toBe(false);
    const within = brokenReferences(site).filter((fault) => !fault.includes(YEAR_BEFORE.address));
    expect(within).toEqual([]);
    for (const { url, root } of site.pages.values()) {
      const empty = root
        .querySelectorAll('main :is(h1, h2, h3, h4, h5, p, ul, ol, dl, section, figure)')
        .filter(
          (element) =>
            element.text.trim() === '' &&
            !element.hasAttribute('hidden') &&
            !element.hasAttribute('data-part') &&
            element.querySelector('svg, img, input, select') === null,
        );
      expect(
        empty.map((element) => element.outerHTML),
        url,
      ).toEqual([]);
      expect(root.text, url).not.toMatch(/undefined|\[object|null|NaN/u);
    }
  });

  it('leads on every page to the years beside it that have a name', () => {
    const linked = (root: HTMLElement) =>
      root.querySelectorAll('#other-years a').map((link) => ({
        address: link.getAttribute('href'),
        title: link.text.trim(),
      }));
    for (const { url, root } of site.pages.values())
      expect(linked(root), url).toEqual(name === 'department' ? [YEAR_BEFORE] : []);
  });

  it('can be filtered by the marks that it prints, and only by them', () => {
    const root = site.pages.get(urls.search())?.root;
    const options = root?.querySelectorAll('select[name=mark] option[value]') ?? [];
    const marks = options.map((option) => option.getAttribute('value')).filter(Boolean);
    expect(marks).toEqual(name === 'budget' ? ['新規', '重点', '拡充'] : []);
    const marked = root
      ?.querySelectorAll('[data-marks]')
      .map((item) => item.getAttribute('data-marks'));
    expect(marked).toEqual(name === 'budget' ? [marks.join('\n')] : []);
  });

  it('has the neutral drawings where it brings none of its own', () => {
    const root = site.pages.get(urls.home())?.root;
    expect(root?.querySelector('.landscape .hill-near')).not.toBeNull();
    expect(root?.querySelector('.drawing .sun')).toBeNull();
    expect(root?.querySelector('link[rel=icon]')?.getAttribute('href')).toBe(to('favicon.svg'));
    expect(existsSync(path.join(dist, 'icon.svg'))).toBe(false);
  });

  it('is valid HTML on every page', () => {
    const validator = new HtmlValidate(htmlRules);
    for (const { url, html } of site.pages.values())
      expect(
        validator
          .validateStringSync(html, url)
          .results.flatMap(({ messages }) => messages.map(({ message }) => message)),
        url,
      ).toEqual([]);
  });

  it('says nothing of corrections and readings that it does not have', () => {
    const textOf = (url: string) => site.pages.get(url)?.root.text ?? '';
    expect(textOf(urls.corrections())).toContain(t.corrections.none);
    expect(textOf(urls.corrections())).not.toContain(t.corrections.estimate);
    expect(textOf(urls.corrections())).not.toContain(t.corrections.marked);
    const read = textOf(urls.yomigana()).replaceAll(/\([ぁ-ゖ]+\)/g, '');
    expect(read).toContain(t.yomigana.leadPart);
    expect(read).not.toContain(t.yomigana.lead);
  });
});
