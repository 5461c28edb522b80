import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { citation } from '#export/cite.ts';
import { correctionsFeed } from '#export/feed.ts';
import { planHtml, planTxt } from '#export/editions.ts';
import { planFile, planJson } from '#export/json.ts';
import { planJsonSchema } from '#export/schema.ts';
import { readPlan } from '#reader/read.ts';
import { scriptText, structuredData } from '#share/structured-data.ts';
import { absolute, fileUrl, to, urls } from '#urls.ts';
import { HOSTILE, smallPlan } from '../fixtures/small-plan.ts';

const plan = smallPlan(HOSTILE);

describe('plan.json', () => {
  const schema = JSON.parse(planJsonSchema('計画')) as Record<string, unknown>;
  const validate = new Ajv2020({ strict: true, validateFormats: false }).compile(schema);

  it('is what its schema says, whatever the words', async () => {
    for (const written of [planJson(plan), planJson(await readPlan())])
      expect(validate(JSON.parse(written)), JSON.stringify(validate.errors)).toBe(true);
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  });

  it('names from each noun the nouns that belong to it', () => {
    const { goals, programmes, sections } = planFile(plan);
    expect(goals.map((goal) => goal.programmes)).toEqual([['j']]);
    expect(programmes.map((programme) => programme.sections)).toEqual([['a', 'b']]);
    expect(sections.map((section) => section.programmes)).toEqual([['j'], ['j']]);
    expect(sections.map((section) => section.pledges)).toEqual([['a/k'], ['b/b']]);
  });

  it('has a number of a noun only where one is printed, and its place always', () => {
    const { goals, principles } = planFile(plan);
    const placed = [...goals, ...principles].map(({ order, number }) => [order, number]);
    expect(placed).toEqual([
      [1, 1],
      [1, undefined],
    ]);
  });
});

describe('the feed of errata', () => {
  const entries = (changed: typeof plan) =>
    [...correctionsFeed(changed).matchAll(/<updated>(.*)T00:00:00\+09:00</g)].map(([, day]) => day);

  it('gives each its own day, or the first of the fiscal year, and has that of the latest', () => {
    const [first, ...others] = plan.corrections;
    const corrections = [{ ...first!, date: '2021-02-03' }, ...others];
    expect(entries(plan)).toEqual(['2020-04-01', '2020-04-01', '2020-04-01', '2020-04-01']);
    expect(entries({ ...plan, corrections })).toEqual([
      '2021-02-03',
      '2021-02-03',
      '2020-04-01',
      '2020-04-01',
    ]);
  });
});

describe('a citation', () => {
  it('says what, whose, in which plan of which year, and where', () => {
    const [programme] = plan.programmes;
    if (!programme) throw new Error('an empty plan');
    const { title, sections } = programme;
    expect(citation(plan.policy, { title, sections, href: urls.programme(programme) })).toBe(
      `「${HOSTILE}」（${HOSTILE}、${HOSTILE}室）、空市山区「令和2年度 山区 ${HOSTILE}」` +
        `（令和2年度、2020年4月～2021年3月）、${absolute(to('programmes/j/'))}`,
    );
  });
});

describe('the words of a file', () => {
  it.each([
    ['parts/ni.mdx', 'policy/#ni'],
    ['principles/p.mdx', 'policy/#p'],
    ['pledges/a/k.mdx', 'sections/a/k/'],
    ['goals/g.mdx', 'goals/g/'],
    ['policy.mdx', 'policy/'],
  ])('of %s stand at %s', (file, address) => {
    expect(fileUrl(file)).toBe(to(address));
  });
});

describe('plan.html', () => {
  const root = parse(planHtml(plan));

  it('shows hostile words as words', () => {
    expect(root.querySelectorAll('script, b')).toEqual([]);
    expect(root.querySelector('h1')?.textContent).toContain(HOSTILE);
  });

  it('leads nowhere but into itself and to its site', () => {
    const ids = root.querySelectorAll('[id]').map(({ id }) => id);
    const links = root.querySelectorAll('a').map((link) => link.getAttribute('href') ?? '');
    expect(new Set(ids).size).toBe(ids.length);
    expect(links.filter((href) => !ids.includes(href.slice(1)))).toEqual([absolute(urls.home())]);
  });
});

describe('plan.txt', () => {
  it('holds every word as it stands', () => {
    const count = planTxt(plan).split(HOSTILE).length - 1;
    expect(count).toBe(planTxt(smallPlan()).split('ことば').length - 1);
  });
});

describe('structured data', () => {
  it('cannot end its script element', () => {
    const page = { title: HOSTILE, description: HOSTILE, path: urls.data() };
    const text = scriptText(structuredData(plan, page));
    expect(text).not.toContain('<');
    expect(JSON.stringify(JSON.parse(text))).toContain('</script>');
  });
});
