/** What can be found: one record for each noun of the plan, at its exact address. Pure. */
import { readKeyword } from '#model/keyword.ts';
import { FISCAL_MONTHS, type Month } from '#model/fiscal-year.ts';
import type { Plan } from '#model/plan.ts';
import { segment, type Segment } from '#model/reading.ts';
import { urls } from '#urls.ts';
import { writeContent } from './content.ts';

export const KINDS = ['programme', 'pledge', 'section', 'goal', 'principle', 'policy'] as const;
export type Kind = (typeof KINDS)[number];

export interface SearchRecord {
  url: string;
  kind: Kind;
  /** Its names; more than one where a pledge is of several units. */
  titles: string[];
  /** In hiragana, for the order by 五十音. */
  kana: string;
  /** What stands over its words: whose it is. */
  heads: string[];
  /** Its own words, one string a paragraph. */
  words: string[];
  /** Numbers of the goals it serves. */
  goals: number[];
  /** Ids of the sections that own it. */
  sections: string[];
  months: Month[];
  /** Everyday words, as the content has them. */
  keywords: string[];
}

export function searchRecords(plan: Plan): SearchRecord[] {
  const { policy, keywords, readings } = plan;
  const kanaOf = (text: string) =>
    segment(text, readings)
      .map((part) => part.reading ?? part.text)
      .join('');
  const record = (
    kind: Kind,
    url: string,
    titles: string[],
    rest: Partial<SearchRecord>,
  ): SearchRecord => ({
    url,
    kind,
    titles,
    kana: kanaOf(titles.join('、')),
    heads: [],
    words: [],
    goals: [],
    sections: [],
    months: [],
    keywords: [],
    ...rest,
  });
  return [
    ...plan.programmes.map((programme) =>
      record('programme', urls.programme(programme), [programme.title], {
        heads: programme.sections.map(({ name }) => name),
        words: programme.activities.map(({ text }) => text),
        goals: [programme.goal.number],
        sections: programme.sections.map(({ id }) => id),
        months: FISCAL_MONTHS.filter((month) =>
          programme.activities.some(({ months }) => months.includes(month)),
        ),
        keywords: keywords.programmes[programme.id] ?? [],
      }),
    ),
    ...plan.pledges.map((pledge) =>
      record(
        'pledge',
        urls.pledge(pledge),
        pledge.units.length > 0 ? pledge.units : [pledge.name],
        {
          heads: [pledge.section.name],
          words: pledge.paragraphs,
          sections: [pledge.section.id],
          keywords: keywords.pledges[`${pledge.section.id}/${pledge.id}`] ?? [],
        },
      ),
    ),
    ...plan.sections.map((section) =>
      record('section', urls.section(section), [section.name], {
        kana: section.kana,
        heads: section.pledges.flatMap(({ units }) => units),
        sections: [section.id],
        keywords: keywords.sections[section.id] ?? [],
      }),
    ),
    ...plan.goals.map((goal) =>
      record('goal', urls.goal(goal), [goal.title], {
        words: [goal.subtitle ?? '', ...goal.paragraphs],
        goals: [goal.number],
        keywords: keywords.goals[goal.id] ?? [],
      }),
    ),
    ...plan.principles.map((principle) =>
      record('principle', urls.principle(principle), [principle.title], {
        heads: [policy.principlesPart?.heading ?? ''],
        words: principle.paragraphs,
      }),
    ),
    record('policy', urls.policy(), [policy.title], {
      heads: policy.parts.map(({ heading }) => heading),
      words: [
        ...policy.parts.flatMap(({ lead }) => lead ?? []),
        policy.pointer ?? '',
        policy.programmesHeading,
        `${policy.pledgesHeading} ${policy.pledgesSubtitle ?? ''}`.trim(),
        ...(policy.mascot ? [`${policy.mascot.caption} ${policy.mascot.name}`] : []),
      ],
    }),
  ];
}

/**
 * The record's text for the index: its words and everyday words with their readings, but for the
 * words that `told` holds already, and holds afterwards.
 */
export function indexContent(
  record: SearchRecord,
  { readings }: Pick<Plan, 'readings'>,
  told: Set<string>,
): string {
  const once = (part: Segment) => {
    if (told.has(part.text)) return { text: part.text };
    told.add(part.text);
    return part;
  };
  const parts = (texts: readonly string[], join = '\n'): Segment[] =>
    texts.flatMap((text, index) => [
      ...(index > 0 ? [{ text: join }] : []),
      ...segment(text, readings).map(once),
    ]);
  return writeContent({
    title: parts(record.titles, '、'),
    words: parts(record.words),
    keywords: record.keywords.flatMap((printed): Segment[] => {
      const { word, reading } = readKeyword(printed) ?? { word: printed, reading: printed };
      return [reading === word ? { text: word } : { text: word, reading }];
    }),
  });
}
