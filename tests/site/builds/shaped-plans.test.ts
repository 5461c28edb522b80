/** Plans of other shapes are built whole: every word is shown, and nothing that they do not have. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { HTMLElement } from 'node-html-parser';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildDate } from '#build-date.ts';
import { documentOf } from '#document/blocks.ts';
import { chapterHref, chaptersOf } from '#document/chapters.ts';
import { linesOf } from '#document/lines.ts';
import type { PlanFile } from '#export/schema.ts';
import { dayAfter, endOf } from '#model/fiscal-year.ts';
import type { Plan } from '#model/plan.ts';
import { readPlan } from '#reader/read.ts';
import { planRecords } from '#search/records.ts';
import { t } from '#strings.ts';
import { absolute, to, urls } from '#urls.ts';
import { buildSite } from '../../fixtures/build.ts';
import { PHOTO, SHAPED, writeShapedPlan, YEAR_BEFORE } from '../../fixtures/shaped-plans.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import { brokenReferences, htmlFaults, readSite, type Site } from '../pages.ts';

const room = temporaryFolder();

/** Pages that a plan of this shape has nothing for. */
const ABSENT: Record<(typeof SHAPED)[number], string[]> = {
  budget: [],
  department: [urls.programmes(), urls.sections(), urls.calendar()],
  pillars: [urls.programmes(), urls.calendar()],
};

describe.each(SHAPED)('the plan «%s»', (name) => {
  const content = path.join(room, name, 'content');
  const dist = path.join(room, name, 'dist');
  let site: Site;
  let plan: Plan;
  beforeAll(async () => {
    writeShapedPlan(name, content);
    buildSite({ CONTENT_DIR: content, OUT_DIR: dist });
    site = readSite(dist, '/');
    plan = await readPlan(content);
  }, 120_000);

  const textOf = (...pages: string[]) =>
    pages.map((url) => site.pages.get(url)?.root.text ?? '').join('\n');
  /** The contents of the edition with readings, then its chapters. */
  const withReadings = () => [
    urls.yomigana(),
    ...chaptersOf(plan).map(({ id }) => urls.yomiganaChapter(id)),
  ];

  it('is shown with every word of its files, in every edition of the whole', () => {
    const squeeze = (text: string) => text.replace(/\s+/gu, '');
    const lines = linesOf(documentOf(plan));
    const editions = [textOf(urls.full()), textOf(...withReadings())];
    const txt = readFileSync(path.join(dist, 'data/plan.txt'), 'utf8');
    for (const { text } of lines)
      for (const edition of text === t.full.image(PHOTO.alt) ? [txt] : [...editions, txt])
        // The number of an item is the browser's own.
        expect(squeeze(edition)).toContain(squeeze(text.replace(/^\d+\. /u, '')));
    expect(lines.length).toBeGreaterThan(5);
  });

  it('has no page, link or heading for what it does not have', () => {
    for (const url of ABSENT[name]) expect(site.pages.has(url), url).toBe(false);
    const within = brokenReferences(site).filter(
      // Plans beside this one.
      (fault) => ![YEAR_BEFORE.address, '/2023/'].some((address) => fault.includes(address)),
    );
    expect(within).toEqual([]);
    for (const { url, root } of site.pages.values()) {
      const empty = root
        .querySelectorAll('main :is(h1, h2, h3, h4, h5, p, ul, ol, dl, section, figure)')
        .filter(
          (element) =>
            element.text.trim() === '' &&
            !element.hasAttribute('hidden') &&
            element.closest('template') === null &&
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

  it.runIf(name === 'budget')(
    'shows an image in sizes and formats, and its words everywhere',
    async () => {
      const chapter = chapterHref(plan, 'programme-bosai')?.split('#')[0] ?? '';
      for (const url of [urls.full(), chapter, to('programmes/bosai/')]) {
        const image = site.pages.get(url)?.root.querySelector(`img[alt="${PHOTO.alt}"]`);
        expect(Number(image?.getAttribute('width')) / Number(image?.getAttribute('height'))).toBe(
          PHOTO.width / PHOTO.height,
        );
        const sources = image?.closest('picture')?.querySelectorAll('source') ?? [];
        expect(sources.map((source) => source.getAttribute('type'))).toEqual([
          'image/avif',
          'image/webp',
        ]);
        for (const source of sources)
          for (const one of source.getAttribute('srcset')?.split(', ') ?? [])
            expect(existsSync(path.join(dist, one.split(' ')[0] ?? '')), one).toBe(true);
      }
      const file = urls.image({ file: 'programmes/bosai-kunren.jpg' });
      const given = await sharp(path.join(content, 'programmes/bosai-kunren.jpg')).metadata();
      const published = await sharp(path.join(dist, file)).metadata();
      expect([published.width, published.height]).toEqual([PHOTO.width, PHOTO.height]);
      // A camera notes the place in it.
      expect([given.exif, published.exif].map(Boolean)).toEqual([true, false]);
      const json = JSON.parse(readFileSync(path.join(dist, 'data/plan.json'), 'utf8')) as PlanFile;
      expect(json.programmes.flatMap(({ images = [] }) => images)).toEqual([
        { alt: PHOTO.alt, address: absolute(file) },
      ]);
      const csv = readFileSync(path.join(dist, 'data/programmes.csv'), 'utf8');
      expect(csv).toContain(`${PHOTO.alt} ${absolute(file)}`);
      const found = planRecords(plan).filter(({ passages }) =>
        passages.some(({ text }) => text === PHOTO.alt),
      );
      expect(found.map(({ url }) => url)).toEqual([to('programmes/bosai/')]);
    },
  );

  it.runIf(name === 'pillars')(
    'says in every edition what its parts say, and what stands above its goals and their lists',
    () => {
      const words = [
        '～くらして えがお、あるいて えがお～',
        'みなも町は、かわと うみの まちです。',
        'つたえること',
        'めざす すがたに むけて、つぎの 4つの はしらで すすめます。',
        '4つの はしら',
        'おもな とりくみ',
        'みずべの そうじを します（年3回）',
        '～まどぐちから かわる～',
        'しごとの しかたを、つぎのように あらためます。',
      ];
      const pages = [urls.home(), urls.policy(), urls.full(), urls.search()];
      const editions = [
        ...pages.map((url) => [url, textOf(url)]),
        ['with readings', textOf(...withReadings())],
        ...['plan.txt', 'plan.html', 'plan.json'].map((file) => [
          file,
          readFileSync(path.join(dist, 'data', file), 'utf8'),
        ]),
      ];
      for (const [edition, text] of editions)
        expect(
          words.filter((word) => text?.includes(word) !== true),
          edition,
        ).toEqual([]);
      const found = planRecords(plan).flatMap(({ url, passages }) =>
        passages.filter(({ text }) => words.includes(text)).map(({ id = '' }) => `${url}#${id}`),
      );
      expect(new Set(found)).toEqual(
        new Set([
          ...plan.goals.slice(0, 2).map((goal) => `${urls.goal(goal)}#`),
          ...plan.parts.map(urls.part),
          `${urls.policy()}#`,
        ]),
      );
    },
  );

  it.runIf(name === 'pillars')('puts its headings one below the other', () => {
    const outline = (url: string, first: number) => {
      const headings = site.pages.get(url)?.root.querySelectorAll('main :is(h2, h3, h4, h5)') ?? [];
      const texts = headings.map(({ tagName, text }) => `${tagName} ${text.trim()}`);
      const from = texts.findIndex((text) => text.endsWith('すがたに むけた とりくみ'));
      expect(texts.slice(from, from + 4)).toEqual([
        `H${String(first)} ${url === urls.home() ? '' : 'Ⅱ '}すがたに むけた とりくみ`,
        `H${String(first + 1)} 4つの はしら`,
        `H${String(first + 2)} みずべが いきる まち`,
        `H${String(first + 3)} おもな とりくみ`,
      ]);
    };
    const [, policy = ''] = withReadings();
    for (const url of [urls.home(), urls.policy(), urls.full(), policy]) outline(url, 2);
  });

  it.runIf(name === 'pillars')('has no number for goals that the plan does not number', () => {
    const json = JSON.parse(readFileSync(path.join(dist, 'data/plan.json'), 'utf8')) as PlanFile;
    expect(json.updated).toBe('2024-05-31');
    expect(json.goals.map(({ order, number }) => [order, number])).toEqual([
      [1, undefined],
      [2, undefined],
      [3, undefined],
      [4, undefined],
    ]);
    for (const { url, root } of site.pages.values())
      for (const mark of root.querySelectorAll('.goal-mark')) expect(mark.text, url).toBe('');
    const options =
      site.pages.get(urls.search())?.root.querySelectorAll('[name=goal] option') ?? [];
    expect(options.map(({ text }) => text).slice(1)).toEqual(plan.goals.map(({ title }) => title));
  });

  it('counts nothing that it does not have', () => {
    for (const { url, root } of site.pages.values())
      expect(root.text, url).not.toMatch(/(?<![\d,.])0(?:の|行|つ)/u);
  });

  it('calls nothing by the words of another plan', () => {
    for (const { url, root } of site.pages.values())
      // The columns of the tables have the same names for every plan.
      if (url !== urls.data())
        expect(root.text, url).not.toMatch(/基本目標|取組目標|職場|主な事業|組織運営|課・事務所/u);
  });

  it('leads on every page to the years beside it that have a name', () => {
    const linked = (root: HTMLElement) =>
      root.querySelectorAll('#other-years a').map((link) => ({
        address: link.getAttribute('href'),
        title: link.innerHTML.replaceAll(/<r[tp]>.*?<\/r[tp]>|<[^>]+>/gu, '').trim(),
      }));
    for (const { url, root } of site.pages.values())
      expect(linked(root), url).toEqual(name === 'department' ? [YEAR_BEFORE] : []);
  });

  it('can be filtered by the marks that it prints, and only by them', () => {
    const root = site.pages.get(urls.search())?.root;
    const options = root?.querySelectorAll('select[name=mark] option[value]') ?? [];
    const marks = options.map((option) => option.getAttribute('value')).filter(Boolean);
    expect(marks).toEqual(name === 'budget' ? ['新規', '重点', '拡充'] : []);
    const records = root?.querySelectorAll('[data-record]') ?? [];
    const marked = records.flatMap((item) => {
      const record = JSON.parse(item.getAttribute('data-record') ?? '') as { marks?: string[] };
      return record.marks ?? [];
    });
    expect(marked).toEqual(marks);
  });

  it('can be filtered by the plan where others are published beside it', () => {
    const root = site.pages.get(urls.search())?.root;
    const options = root?.querySelectorAll('select[name=plan] option') ?? [];
    const titles = options.map((option) => option.getAttribute('value')).filter(Boolean);
    expect(titles).toEqual(name === 'department' ? [plan.policy.title] : []);
  });

  it('says that its year is over, or has each page find out', () => {
    const end = dayAfter(plan.policy.fiscalYear);
    const isOver = (buildDate() ?? '') >= end;
    const line = site.pages.get(urls.full())?.root.querySelector('header > div');
    const { start } = plan.policy.fiscalYear;
    const sentence = t.status.over(t.cite.period(start, endOf(plan.policy.fiscalYear)), false);
    expect(line?.text).toContain(sentence.map(({ text }) => text).join(''));
    // No plan here says whose the site is: nothing is said until its year is over.
    expect(line?.hasAttribute('hidden')).toBe(!isOver);
    expect(line?.getAttribute('data-year-end')).toBe(isOver ? undefined : end);
  });

  it('has the neutral drawings where it brings none of its own', () => {
    const root = site.pages.get(urls.home())?.root;
    expect(root?.querySelector('.landscape [fill$="hill-near)"]')).not.toBeNull();
    expect(root?.querySelector('[fill$="sun)"]')).toBeNull();
    expect(root?.querySelector('link[rel=icon]')?.getAttribute('href')).toBe(to('favicon.svg'));
    expect(existsSync(path.join(dist, 'icon.svg'))).toBe(false);
  });

  it('is valid HTML on every page', () => {
    for (const page of site.pages.values()) expect(htmlFaults(page), page.url).toEqual([]);
  });

  it('says nothing of corrections and readings that it does not have', () => {
    expect(textOf(urls.corrections())).toContain(t.corrections.none);
    expect(textOf(urls.corrections())).not.toContain(t.corrections.estimate);
    expect(textOf(urls.corrections())).not.toContain(t.corrections.marked);
    const read = textOf(urls.yomigana()).replaceAll(/\([ぁ-ゖ]+\)/g, '');
    expect(read).toContain(t.yomigana.leadPart);
    expect(read).not.toContain(t.yomigana.lead);
  });
});
