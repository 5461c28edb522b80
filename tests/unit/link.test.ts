import { describe, expect, it } from 'vitest';
import { linkPlan, textsOfPlan } from '#model/link.ts';
import type { PlanContent } from '#model/plan.ts';
import { ContentError } from '#model/problem.ts';
import { plainBody } from '#text/body.ts';
import { smallContent } from '../fixtures/small-plan.ts';

/** What an editor is told of a small plan that is spoilt: file, field, found, expected. */
function problemsOf(spoil: (content: PlanContent) => void): string[] {
  const content = { ...smallContent(), corrections: [] };
  spoil(content);
  try {
    linkPlan(content);
    return [];
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.problems.map((problem) => Object.values(problem).join(' | '));
  }
}
const first = <Item>([item]: readonly Item[]): Item => item!;
const copyOf = <Item extends { id: string; file: string }>(item: Item, id: string): Item => ({
  ...structuredClone(item),
  id,
  file: item.file.replace(/[^/]+\.mdx$/, `${id.split('/').at(-1)!}.mdx`),
});

const faults: [name: string, spoil: (content: PlanContent) => void, ...told: string[]][] = [
  ['nothing', () => undefined],
  [
    'no goal',
    (c) => {
      c.goals = [];
    },
    'goals | ファイル | （ありません） | goals/ に1つ以上のファイル',
    'programmes/j.mdx | goal | g | goals/ にあるid: ',
  ],
  [
    'no principle',
    (c) => {
      c.principles = [];
    },
    'parts/san.mdx | holds | principles | principles/ に1つ以上のファイル',
  ],
  [
    'a principle without words',
    (c) => {
      first(c.principles).body = [];
    },
    'principles/p.mdx | 本文 | （空です） | 1つ以上の段落',
  ],
  [
    'a heading over a list that is not there',
    (c) => {
      first(c.goals).data.listHeading = '一覧';
    },
    'goals/g.mdx | listHeading | 一覧 | 本文に一覧（- か 1. で始まる行）があること',
  ],
  [
    'a word of a motto that there is not, and one within that of another goal',
    (c) => {
      first(c.parts).data.lead = '花と緑';
      first(c.goals).data.mottoWord = '海';
      for (const [index, mottoWord] of ['緑', '花と緑'].entries())
        c.goals.push({
          ...copyOf(first(c.goals), `h${String(index)}`),
          data: { number: index + 2, title: '川', mottoWord },
        });
    },
    'goals/g.mdx | mottoWord | 海 | 大きく出る一文にある言葉: 花と緑',
    'goals/h0.mdx | mottoWord | 緑 | ほかの目標の言葉と重ならない言葉',
  ],
  [
    'a title without a fiscal year or the ward',
    (c) => {
      c.policy.data.title = '運営方針';
    },
    'policy.mdx | title | 運営方針 | 年度を含む題名（例: 令和元年度 …）',
    'policy.mdx | ward | 山区 | title の中にある区の名前',
  ],
  [
    'two parts that hold the goals',
    (c) => {
      c.parts[2]!.data.holds = 'goals';
      c.principles = [];
    },
    'parts/san.mdx | holds | goals | holds: goals と書いた部は1つだけ',
  ],
  [
    'no heading of the programmes',
    (c) => {
      delete c.policy.data.programmesHeading;
    },
    'policy.mdx | programmesHeading | （ありません） | 事業の一覧の見出し',
  ],
  [
    'no heading of the pledges',
    (c) => {
      delete c.policy.data.pledgesHeading;
    },
    'policy.mdx | pledgesHeading | （ありません） | 取組目標の見出し',
  ],
  [
    'parts in one place',
    (c) => {
      c.parts[1]!.data.order = 1;
    },
    'parts/ni.mdx | order | 1 | content/parts/ichi.mdx と違う番号',
  ],
  [
    'an unknown goal and unknown sections',
    (c) => {
      Object.assign(first(c.programmes).data, {
        goal: 'x',
        sections: ['a', 'y'],
        repeatedUnder: ['z'],
      });
    },
    'programmes/j.mdx | goal | x | goals/ にあるid: g',
    'programmes/j.mdx | sections の 2番目 | y | sections/ にあるid: a、b',
    'programmes/j.mdx | repeatedUnder の 1番目 | z | goals/ にあるid: g',
  ],
  [
    'an owner twice',
    (c) => {
      first(c.programmes).data.sections = ['a', 'a'];
    },
    'programmes/j.mdx | sections | ["a","a"] | 同じidは一度だけ',
  ],
  [
    'two programmes with one number',
    (c) => {
      c.programmes.push(copyOf(first(c.programmes), 'k'));
    },
    'programmes/k.mdx | number | 1 | content/programmes/j.mdx と違う番号',
  ],
  [
    'a pledge of no section',
    (c) => {
      first(c.pledges).id = 'c/k';
    },
    'pledges/a/k.mdx | フォルダー名 | c | sections/ にあるid: a、b',
  ],
  [
    'a pledge without words',
    (c) => {
      first(c.pledges).body = [];
    },
    'pledges/a/k.mdx | 本文 | （空です） | 取組目標の文',
  ],
  [
    'two pledges in one place and of one unit',
    (c) => {
      c.pledges.push(copyOf(first(c.pledges), 'a/l'));
    },
    'pledges/a/l.mdx | order | 1 | content/pledges/a/k.mdx と違う番号',
    'pledges/a/l.mdx | units の 1番目 | ことば | 一つの課の中で一度だけ出る係・担当・園',
    'pledges/a/l.mdx | units の 2番目 | ことば、二 | 一つの課の中で一度だけ出る係・担当・園',
  ],
  [
    'a month twice',
    (c) => {
      first(first(c.programmes).data.activities as { months?: number[] }[]).months = [5, 5];
    },
    'programmes/j.mdx | activities の 1番目 の months | [5,5] | 同じ月は一度だけ',
  ],
  [
    'an activity’s id twice',
    (c) => {
      first(c.programmes).data.activities[1]!.id = 'x';
    },
    'programmes/j.mdx | activities の 2番目 の id | x | ほかと違うid（このidは、同じページのほかのところが使う）',
  ],
  [
    'ids that their page has already',
    (c) => {
      first(c.parts).id = 'main';
      first(c.principles).id = 'ni';
      first(c.pledges).id = 'a/toc';
    },
    'parts/ichi.mdx | ファイル名 | main | ほかと違うid（このidは、同じページのほかのところが使う）',
    'principles/p.mdx | ファイル名 | ni | ほかと違うid（このidは、同じページのほかのところが使う）',
    'pledges/a/k.mdx | ファイル名 | toc | ほかと違うid（このidは、同じページのほかのところが使う）',
  ],
  [
    'a correction’s id twice',
    (c) => {
      const row = smallContent().corrections[0]!;
      c.corrections = [row, { ...row, shown: '無い' }];
    },
    'corrections.yaml | c の shown | 無い | content/goals/g.mdx にある言葉',
    'corrections.yaml | id | c | ほかと違うid（このidは、同じページのほかのところが使う）',
  ],
  [
    'a reading that does not fit its word',
    (c) => {
      c.readings = { words: { まち森: 'もり' }, unconfirmed: {} };
    },
    'readings.yaml | words の まち森 | もり | 「まち森」のかな・数字をそのまま残し、漢字のところだけをかなにした読み',
  ],
  [
    'keywords of nothing',
    (c) => {
      c.keywords = ['programmes/q', 'sections/q', 'pledges/a/q', 'goals/q'].map((place) => ({
        for: place,
        words: ['く'],
      }));
    },
    'keywords.yaml | 1番目 の for | programmes/q | programmes/ にあるid: j',
    'keywords.yaml | 2番目 の for | sections/q | sections/ にあるid: a、b',
    'keywords.yaml | 3番目 の for | pledges/a/q | pledges/ にあるid: a/k、b/b',
    'keywords.yaml | 4番目 の for | goals/q | goals/ にあるid: g',
  ],
];

describe('what does not join is told with its file, its field, what was found and what is expected', () => {
  it.each(faults)('%s', (_name, spoil, ...told) => {
    expect(problemsOf(spoil)).toEqual(told);
  });
});

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
});
