/** What the search index holds: one record for each noun of the plan, at its exact address. */
import type { Plan } from '#model/plan.ts';
import { urls } from '#urls.ts';

export interface SearchRecord {
  url: string;
  content: string;
  language: string;
  meta: Record<string, string>;
}

export function searchRecords(plan: Plan): SearchRecord[] {
  const record = (url: string, title: string, text: string[]): SearchRecord => ({
    url,
    content: [title, ...text].join('\n'),
    language: 'ja',
    meta: { title },
  });
  return [
    ...plan.goals.map((goal) =>
      record(urls.goal(goal), goal.title, [goal.subtitle, ...goal.paragraphs]),
    ),
    ...plan.principles.map((principle) =>
      record(urls.principle(principle), principle.title, principle.paragraphs),
    ),
    ...plan.programmes.map((programme) =>
      record(
        urls.programme(programme),
        programme.title,
        programme.activities.map(({ text }) => text),
      ),
    ),
    ...plan.sections.map((section) => record(urls.section(section), section.name, [])),
    ...plan.pledges.map((pledge) => record(urls.pledge(pledge), pledge.name, pledge.paragraphs)),
  ];
}
