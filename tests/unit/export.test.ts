import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { planHtml } from '#export/html.ts';
import { planJson } from '#export/json.ts';
import { planJsonSchema } from '#export/json-schema.ts';
import { planTxt } from '#export/txt.ts';
import { scriptText, structuredData } from '#share/structured-data.ts';
import { urls } from '#urls.ts';
import { HOSTILE, smallPlan } from '../fixtures/small-plan.ts';

const plan = smallPlan(HOSTILE);

describe('plan.json', () => {
  const schema = JSON.parse(planJsonSchema('計画')) as Record<string, unknown>;
  const validate = new Ajv2020({ strict: true, validateFormats: false }).compile(schema);

  it('is what its schema says, whatever the words', () => {
    expect(validate(JSON.parse(planJson(plan))), JSON.stringify(validate.errors)).toBe(true);
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  });

  it.each([
    ['a missing title', (file: Record<string, unknown>) => delete file.title],
    ['an unknown field', (file: Record<string, unknown>) => (file.x = 1)],
    ['a goal that is no goal', (file: Record<string, unknown>) => (file.goals = [{}])],
  ])('with %s is refused', (_, damage) => {
    const file = JSON.parse(planJson(plan)) as Record<string, unknown>;
    damage(file);
    expect(validate(file)).toBe(false);
  });
});

describe('plan.html', () => {
  const root = parse(planHtml(plan));

  it('shows hostile words as words', () => {
    expect(root.querySelectorAll('script, b')).toEqual([]);
    expect(root.querySelector('h1')?.textContent).toContain(HOSTILE);
  });

  it('leads nowhere but into itself', () => {
    const ids = root.querySelectorAll('[id]').map(({ id }) => id);
    const links = root.querySelectorAll('a').map((link) => link.getAttribute('href') ?? '');
    expect(new Set(ids).size).toBe(ids.length);
    expect(links.filter((href) => !ids.includes(href.slice(1)))).toEqual([]);
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
    const trail = [{ href: urls.sections(), text: HOSTILE }];
    const page = { title: HOSTILE, description: HOSTILE, path: urls.data(), trail };
    const text = scriptText(structuredData(plan, page));
    expect(text).not.toContain('<');
    expect(JSON.stringify(JSON.parse(text))).toContain('</script>');
  });
});
