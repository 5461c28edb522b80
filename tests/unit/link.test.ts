import { describe, expect, it } from 'vitest';
import { linkPlan, textsOfPlan } from '#model/link.ts';
import { numberedTitle, type PlanContent } from '#model/plan.ts';
import { ContentError } from '#model/problem.ts';
import { plainBody } from '#text/body.ts';
import { casesOf } from '../fixtures/cases.ts';
import { smallContent } from '../fixtures/small-plan.ts';

const first = <Item>([item]: readonly Item[]): Item => item!;
const copyOf = <Item extends { id: string; file: string }>(item: Item, id: string): Item => ({
  ...structuredClone(item),
  id,
  file: item.file.replace(/[^/]+\.mdx$/, `${id.split('/').at(-1)!}.mdx`),
});

interface Fault {
  name: string;
  set?: Record<string, unknown>;
  copy?: [collection: 'goals' | 'programmes' | 'pledges', id: string][];
  told?: string[];
}

/** What an editor is told of the small plan that is spoilt so. */
function problemsOf({ set = {}, copy = [] }: Fault): string[] {
  const content: PlanContent = { ...smallContent(), corrections: [] };
  for (const [collection, id] of copy) {
    const entries: { id: string; file: string }[] = content[collection];
    entries.push(copyOf(first(entries), id));
  }
  for (const [place, value] of Object.entries(set)) {
    const keys = place.split('.');
    const last = keys.pop()!;
    let holder = content as unknown as Record<string, Record<string, unknown>>;
    for (const key of keys) holder = holder[key] as typeof holder;
    if (value === null) Reflect.deleteProperty(holder, last);
    else Reflect.set(holder, last, value);
  }
  try {
    linkPlan(content);
    return [];
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.problems.map((problem) => Object.values(problem).join(' | '));
  }
}

it.each(casesOf<Fault[]>('unjoined'))(
  'what does not join is told with its file, its field, what was found and what is expected: $name',
  (fault) => {
    expect(problemsOf(fault)).toEqual(fault.told ?? []);
  },
);

describe('what is joined', () => {
  const content = smallContent();
  first(content.goals).body = [
    ...plainBody(['山。', '一度のことば']),
    { type: 'image', file: 'images/e.png', alt: '絵' },
  ];
  first(content.goals).markdown = ' 山。 ';
  first(content.goals).data.listHeading = '一覧';
  first(content.goals).body.push({ type: 'list', ordered: false, start: 1, children: [] });
  Object.assign(content.parts[1]!.data, { order: 0.5, lead: '目標の言葉' });
  content.goals.push({ ...copyOf(first(content.goals), 'h'), data: { number: 2, title: '川' } });
  content.principles.push(copyOf(first(content.principles), 'o'));
  content.principles.at(-1)!.data.order = 0.5;
  first(content.programmes).data.repeatedUnder = ['h'];
  content.programmes.push(copyOf(first(content.programmes), 'k'));
  first(content.programmes).data.number = 7;
  content.pledges.push(copyOf(first(content.pledges), 'a/l'));
  content.pledges.at(-1)!.data = { order: 9, units: ['川係'] };
  const plan = linkPlan(content);

  it('keeps the Markdown and the images of a body that has more than paragraphs', () => {
    expect(plan.goals[0]).toMatchObject({ markdown: '山。', images: [{ alt: '絵' }] });
    expect(Object.keys(plan.principles[0]!)).not.toContain('markdown');
    expect(Object.keys(plan.principles[0]!)).not.toContain('images');
  });

  it('takes no part that holds the goals for the motto', () => {
    expect(plan.policy.motto?.id).toBe('ichi');
    expect(plan.policy.goalsPart?.id).toBe('ni');
  });

  it('puts principles in their order', () => {
    expect(plan.principles.map(({ id }) => id)).toEqual(['o', 'p']);
  });

  it('numbers programmes and pledges by their place', () => {
    expect(plan.programmes.map(({ id, number }) => [id, number])).toEqual([
      ['k', 1],
      ['j', 2],
    ]);
    expect(plan.pledges.map(({ id, order }) => [id, order])).toEqual([
      ['k', 1],
      ['l', 2],
      ['b', 1],
    ]);
  });

  it('repeats a programme under other goals', () => {
    expect(plan.goals.map(({ repeated }) => repeated.map(({ id }) => id))).toEqual([
      [],
      ['k', 'j'],
    ]);
  });

  it('gives a noun the corrections of its file that are no rules', () => {
    expect(plan.goals.map(({ corrections }) => corrections.map(({ id }) => id))).toEqual([
      ['c'],
      [],
    ]);
    expect(plan.parts.flatMap(({ corrections }) => corrections)).toEqual([]);
  });

  it('knows every word of every file', () => {
    expect(textsOfPlan(plan).get('pledges/a/l.mdx')).toEqual(['川係', 'ことば', 'ことば']);
    expect(textsOfPlan(plan).get('sections/a.mdx')).toEqual(['ことば', 'あか']);
    expect(textsOfPlan(plan).size).toBe(3 + 2 + 2 + 2 + 2 + 3 + 1);
  });

  it('has empty headings where there is nothing to head, and no motto where no part leads', () => {
    const bare = smallContent();
    Object.assign(bare, { programmes: [], pledges: [], corrections: [] });
    delete bare.policy.data.programmesHeading;
    delete bare.policy.data.pledgesHeading;
    for (const { data } of bare.parts) delete data.lead;
    expect(linkPlan(bare).policy).toMatchObject({
      programmesHeading: '',
      pledgesHeading: '',
      motto: undefined,
    });
  });

  it('makes neighbours know each other, whatever the order of the files', () => {
    const [goal] = plan.goals;
    const [programme, other] = plan.programmes;
    expect(programme?.goal).toBe(goal);
    expect(goal?.programmes).toEqual([programme, other]);
    expect(programme?.sections.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(plan.sections[1]?.programmes).toEqual([programme, other]);
    expect(programme?.activities[0]?.programme).toBe(programme);
  });

  it('names a pledge by its units, or by its section', () => {
    expect(plan.pledges.map(({ name }) => name)).toEqual([
      'ことば、ことば、二',
      '川係',
      'ことば室',
    ]);
  });

  it('reads the fiscal year from the title and the months from the activities', () => {
    expect(plan.policy.fiscalYear.start).toBe(2020);
    expect(plan.programmes[0]?.activities[0]).toMatchObject({
      months: [4, 5, 1, 3],
      timing: 'months',
    });
  });

  it('tells the place of a goal from its printed number, which may be the only one given', () => {
    const placed = { ...smallContent(), corrections: [] };
    placed.goals.push({ ...copyOf(first(placed.goals), 'umi'), data: { order: 0.5, title: '海' } });
    placed.goals[0]!.data.programmesTitle = '山の事業';
    const { goals } = linkPlan(placed);
    expect(goals.map(({ id, order, number }) => [id, order, number])).toEqual([
      ['umi', 1, undefined],
      ['g', 2, 1],
    ]);
    expect(goals.map((goal) => numberedTitle(goal))).toEqual(['海', '1 ことば']);
    expect(goals.map(({ programmesTitle }) => programmesTitle)).toEqual(['海', '山の事業']);
  });
});
