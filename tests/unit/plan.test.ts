import { describe, expect, it } from 'vitest';
import { linkPlan } from '#model/link.ts';
import { numberedTitle, type PlanContent } from '#model/plan.ts';
import { ContentError } from '#model/problem.ts';
import { plainBody } from '#text/body.ts';

const entry = <Data>(file: string, data: Data, ...paragraphs: string[]) => ({
  id: file.replace(/^[a-z]+\//, ''),
  file: `${file}.mdx`,
  data,
  body: plainBody(paragraphs),
});
const programme = (id: string, number: number, goal: string, sections: string[]) =>
  entry(`programmes/${id}`, {
    number,
    title: `${id}事業`,
    goal,
    sections,
    activities: [{ id: 'koza', text: '講座(5月)' }],
  });

/** A small plan of a ward that is not there, its files in no order. */
const small = (): PlanContent => ({
  policy: entry('policy', {
    city: '港市',
    ward: '港区',
    title: '令和2年度 港区 運営方針',
    pointer: '次へ',
    programmesHeading: '事業',
    pledgesHeading: '目標',
    pledgesSubtitle: '～満足～',
  }),
  parts: [
    entry('parts/c', { order: 30, heading: 'c', holds: 'principles' }),
    entry('parts/a', { order: 1, heading: 'a', lead: 'い' }),
    entry('parts/b', { order: 2.5, heading: 'b', holds: 'goals' }),
  ],
  goals: [
    entry(
      'goals/umi',
      { number: 2, title: '海', subtitle: '～海～', programmesTitle: '青い海' },
      '海。',
    ),
    entry('goals/yama', { number: 1, title: '山', subtitle: '～山～' }, '山。'),
  ],
  principles: [entry('principles/wa', { order: 1, title: '和' }, '和。')],
  programmes: [
    programme('hama', 3, 'umi', ['minato', 'mori']),
    programme('ki', 2, 'yama', ['mori']),
    programme('mine', 1, 'yama', ['mori']),
  ],
  sections: [
    entry('sections/mori', { name: '森課', kana: 'もりか', order: 2 }),
    entry('sections/minato', { name: '港課', kana: 'みなとか', order: 1 }),
  ],
  pledges: [
    entry('pledges/mori/b', { order: 2, units: ['庶務係', '木担当'] }, '二。'),
    entry('pledges/mori/a', { order: 1, units: [] }, '一。'),
    entry('pledges/minato/a', { order: 1, units: ['船係'] }, '船。'),
  ],
  pages: [],
  corrections: [
    {
      id: 'fune',
      status: 'corrected',
      line: 1,
      file: 'pledges/minato/a.mdx',
      source: '舟',
      shown: '船',
      reason: '字',
      confidence: 90,
    },
  ],
  readings: { words: {}, unconfirmed: {} },
  redirects: [],
  source: undefined,
});
const files = (spoil: (content: PlanContent) => void) => {
  const content = small();
  spoil(content);
  try {
    linkPlan(content);
  } catch (error) {
    if (error instanceof ContentError)
      return error.problems.map(({ file, field }) => `${file} ${field}`);
    throw error;
  }
  return [];
};

describe('linkPlan', () => {
  const content = small();
  content.pledges[2]!.data.units = ['ふね係'];
  const plan = linkPlan(content);

  it('puts everything in printed order, whatever the order of the files', () => {
    expect(plan.goals.map(({ id }) => id)).toEqual(['yama', 'umi']);
    expect(plan.programmes.map(({ id }) => id)).toEqual(['mine', 'ki', 'hama']);
    expect(plan.sections.map(({ id }) => id)).toEqual(['minato', 'mori']);
    expect(plan.pledges.map(({ section, id }) => `${section.id}/${id}`)).toEqual([
      'minato/a',
      'mori/a',
      'mori/b',
    ]);
  });

  it('takes for the motto the first part with a lead that holds nothing', () => {
    expect(plan.parts.map(({ id, order }) => [id, order])).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]);
    const { motto, goalsPart, principlesPart } = plan.policy;
    expect([motto, goalsPart, principlesPart]).toEqual(plan.parts);
  });

  it('tells the place of a goal from its printed number, which may be the only one given', () => {
    const some = small();
    some.corrections = [];
    some.goals[0]!.data = { order: 0.5, title: '海' };
    const { goals } = linkPlan(some);
    expect(goals.map(({ id, order, number }) => [id, order, number])).toEqual([
      ['umi', 1, undefined],
      ['yama', 2, 1],
    ]);
    expect(goals.map((goal) => numberedTitle(goal))).toEqual(['海', '1 山']);
  });

  it('makes neighbours know each other', () => {
    const [mine, , hama] = plan.programmes;
    expect(mine?.goal).toBe(plan.goals[0]);
    expect(plan.goals[0]?.programmes.map(({ id }) => id)).toEqual(['mine', 'ki']);
    expect(hama?.sections.map(({ id }) => id)).toEqual(['minato', 'mori']);
    expect(plan.sections[1]?.programmes.map(({ id }) => id)).toEqual(['mine', 'ki', 'hama']);
    expect(hama?.activities[0]?.programme).toBe(hama);
  });

  it('names a pledge by its units, or by its section', () => {
    expect(plan.pledges.map(({ name }) => name)).toEqual(['ふね係', '森課', '庶務係、木担当']);
  });

  it('gives a goal its own title above its programmes only where it is printed differently', () => {
    expect(plan.goals.map(({ programmesTitle }) => programmesTitle)).toEqual(['山', '青い海']);
  });

  it('reads the fiscal year from the title and the months from the activities', () => {
    expect(plan.policy.fiscalYear.start).toBe(2020);
    expect(plan.programmes[0]?.activities[0]).toMatchObject({ months: [5], timing: 'months' });
  });

  it('hands a correction to the noun whose file it names', () => {
    expect(plan.pledges.map(({ corrections }) => corrections.length)).toEqual([1, 0, 0]);
  });

  it('tells all problems at once', () => {
    expect(
      files((spoiled) => {
        spoiled.programmes[0]!.data.goal = 'sora';
        spoiled.programmes[1]!.data.sections = ['kawa'];
        delete spoiled.policy.data.pledgesHeading;
        spoiled.corrections = [];
      }),
    ).toEqual([
      'programmes/hama.mdx goal',
      'programmes/ki.mdx sections の 1番目',
      'policy.mdx pledgesHeading',
    ]);
  });
});
