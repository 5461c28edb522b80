/** What the site itself offers as questions, asked of the plan. */
import { describe, expect, it } from 'vitest';
import { topicsOf } from '#model/pieces.ts';
import { readPlan } from '#reader/read.ts';
import { normalize } from '#search/normal-form.ts';
import { PlanSearch } from '#search/plan-search.ts';
import { scanFile } from '#search/records.ts';
import { labels } from '#strings.ts';
import { urls } from '#urls.ts';

const plan = await readPlan();
const file = scanFile(plan);
const search = new PlanSearch(file.records, plan.policy.fiscalYear, file);
const found = (query: string) => search.search(query).map(({ record }) => record.stored);

/** The longest beginning of a topic that a programme of the goal prints. */
describe.each(plan.goals)('each topic of the goal $title', (goal) => {
  const topics = topicsOf(goal.subtitle ?? '').flatMap(({ text, topic }) => (topic ? [text] : []));

  it.each(topics)('%s finds the programmes of the goal that print it', (topic) => {
    const stem = normalize(topic).replace(/対策$/u, '');
    const printing = goal.programmes.filter(({ title, paragraphs, activities }) =>
      normalize([title, ...paragraphs, ...activities.map(({ text }) => text)].join(' ')).includes(
        stem,
      ),
    );
    const answers = found(topic).map(({ url }) => url);
    expect(answers.length).toBeGreaterThan(0);
    expect(answers).toEqual(expect.arrayContaining(printing.map(urls.programme)));
    const named = printing.filter(({ title }) => normalize(title).includes(stem));
    if (named[0]) expect(named.map(urls.programme)).toContain(answers[0]);
  });
});

it('the example in the field finds a programme first', () => {
  const [, example = ''] = /: (.+)$/u.exec(labels(plan).searchExample ?? '') ?? [];
  expect(found(example)[0]?.kind).toBe('programme');
});

it('the scan file keeps the words of every record, and no reading in them', () => {
  expect(file.records.map(({ url }) => url)).toHaveLength(
    new Set(file.records.map(({ url }) => url)).size,
  );
  expect(JSON.stringify(file.records)).not.toContain('kana');
});
