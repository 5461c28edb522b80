/** A plan as it is searched: one record for each noun, at its exact address. Pure. */
import { FISCAL_MONTHS } from '#model/fiscal-year.ts';
import { factText, type Fact } from '#model/fields.ts';
import { keywordsFor } from '#model/keyword.ts';
import { marksOf, ownerNames, type Noun, type Plan } from '#model/plan.ts';
import { segment, toKana } from '#model/reading.ts';
import { urls } from '#urls.ts';
import characters from './characters.json' with { type: 'json' };
import { normalize } from './normal-form.ts';
import { FORM, type Reading, type ScanFile, type StoredRecord } from './record.ts';
import thesaurus from './thesaurus.json' with { type: 'json' };
import { readGroup } from './thesaurus.ts';

export const KINDS = ['programme', 'pledge', 'section', 'goal', 'principle', 'policy'] as const;
export type Kind = (typeof KINDS)[number];

export interface PlanRecord extends StoredRecord {
  kind: Kind;
  /** In hiragana, for the order by 五十音. */
  kana: string;
  keywords: Reading[];
}

/** In the order of `KINDS`, which is that of the page. */
export function planRecords(plan: Plan): PlanRecord[] {
  const { policy, keywords, readings } = plan;
  const alts = ({ images = [] }: Noun) => images.map(({ alt }) => alt);
  const passages = (texts: readonly string[], facts: readonly Fact[] = []) =>
    [...texts, ...facts.map(factText)].filter((text) => text !== '').map((text) => ({ text }));
  const record = (
    kind: Kind,
    url: string,
    titles: string[],
    { place = '', ...rest }: Partial<PlanRecord> & { place?: string },
  ): PlanRecord => ({
    url,
    kind,
    titles,
    kana: toKana(titles.join('、'), readings),
    heads: [],
    passages: [],
    goals: [],
    sections: [],
    months: [],
    keywords: keywordsFor(keywords, place).map(({ word, reading }) => [word, reading]),
    ...rest,
  });
  return [
    ...plan.programmes.map((programme) =>
      record('programme', urls.programme(programme), [programme.title], {
        place: `programmes/${programme.id}`,
        heads: ownerNames(programme),
        passages: [
          ...passages([...programme.paragraphs, ...alts(programme)], programme.facts),
          ...programme.activities.map(({ id, text, months }) => ({ id, text, months })),
        ],
        goals: [programme.goal.number],
        sections: programme.sections.map(({ id }) => id),
        months: FISCAL_MONTHS.filter((month) =>
          programme.activities.some(({ months }) => months.includes(month)),
        ),
        marks: marksOf(programme).length > 0 ? marksOf(programme) : undefined,
      }),
    ),
    ...plan.pledges.map((pledge) =>
      record(
        'pledge',
        urls.pledge(pledge),
        pledge.units.length > 0 ? pledge.units : [pledge.name],
        {
          place: `pledges/${pledge.section.id}/${pledge.id}`,
          heads: [pledge.section.name],
          passages: passages([...pledge.paragraphs, ...alts(pledge)]),
          sections: [pledge.section.id],
        },
      ),
    ),
    ...plan.sections.map((section) =>
      record('section', urls.section(section), [section.name], {
        place: `sections/${section.id}`,
        kana: section.kana,
        heads: section.pledges.flatMap(({ units }) => units),
        passages: passages([], section.facts),
        sections: [section.id],
      }),
    ),
    ...plan.goals.map((goal) =>
      record('goal', urls.goal(goal), [goal.title], {
        place: `goals/${goal.id}`,
        passages: passages([goal.subtitle ?? '', ...goal.paragraphs, ...alts(goal)], goal.facts),
        goals: [goal.number],
      }),
    ),
    ...plan.principles.map((principle) =>
      record('principle', urls.principle(principle), [principle.title], {
        heads: [policy.principlesPart?.heading ?? ''],
        passages: passages([...principle.paragraphs, ...alts(principle)]),
      }),
    ),
    record('policy', urls.policy(), [policy.title], {
      heads: policy.parts.map(({ heading }) => heading),
      passages: passages(
        [
          ...policy.parts.flatMap(({ lead }) => lead ?? []),
          policy.pointer ?? '',
          policy.programmesHeading,
          `${policy.pledgesHeading} ${policy.pledgesSubtitle ?? ''}`.trim(),
          ...(policy.mascot ? [`${policy.mascot.caption} ${policy.mascot.name}`] : []),
        ],
        policy.facts,
      ),
    }),
  ];
}

/** The whole plan for the search, its records with what they print. */
export function scanFile(plan: Plan): ScanFile {
  const records = planRecords(plan);
  const texts = records.flatMap(({ titles, heads, marks = [], passages }) => [
    ...titles,
    ...heads,
    ...marks,
    ...passages.map(({ text }) => text),
  ]);
  const readings = texts.flatMap((text) =>
    segment(text, plan.readings).flatMap(({ text: word, reading }): Reading[] =>
      reading === undefined ? [] : [[word, reading]],
    ),
  );
  const printed = normalize([...texts, ...records.flatMap(wordsOf)].join('\n'));
  return {
    form: FORM,
    plan: plan.policy.title,
    year: plan.policy.fiscalYear.start,
    readings: [...new Map(readings)],
    keywords: records.map(({ keywords }) => keywords),
    groups: thesaurus.groups.filter((group) => {
      const { words, narrower } = readGroup(group);
      return [...words, ...narrower].some(({ text }) => printed.includes(text));
    }),
    homophones: characters.homophones
      .join(' ')
      .split(' ')
      .filter((group) => [...group].some((char) => printed.includes(char))),
    records: records.map(({ kana: _, keywords: __, ...record }) => record),
  };
}

const wordsOf = ({ keywords }: PlanRecord) => keywords.map(([word]) => word);
