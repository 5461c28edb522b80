/** What can be found: one record for each noun of the plan, at its exact address. Pure. */
import { FISCAL_MONTHS } from '#model/fiscal-year.ts';
import { readKeyword } from '#model/keyword.ts';
import { factText, type Fact } from '#model/fields.ts';
import { marksOf, ownerNames, type Noun, type Plan } from '#model/plan.ts';
import { segment, toKana, type Readings } from '#model/reading.ts';
import { urls } from '#urls.ts';
import { candidateOf, filtersOf, FORM, type Reading, type StoredRecord } from './candidate.ts';
import { indexTokens } from './tokens.ts';

export const KINDS = ['programme', 'pledge', 'section', 'goal', 'principle', 'policy'] as const;
export type Kind = (typeof KINDS)[number];

export interface SearchRecord extends StoredRecord {
  kind: Kind;
  /** In hiragana, for the order by 五十音. */
  kana: string;
}

/** What Pagefind is given of a record. */
export interface IndexEntry {
  tokens: string[];
  /** So many of them, the first, are of its titles. */
  ofTitles: number;
  filters: Record<string, string[]>;
  /** What a candidate is verified against and shown from. */
  record: StoredRecord;
}

/** In the order of `KINDS`, which is that of the page: the place of a record names it in the index. */
export function searchRecords(plan: Plan): SearchRecord[] {
  const { policy, keywords, readings } = plan;
  const alts = ({ images = [] }: Noun) => images.map(({ alt }) => alt);
  const passages = (texts: readonly string[], facts: readonly Fact[] = []) =>
    [...texts, ...facts.map(factText)].filter((text) => text !== '').map((text) => ({ text }));
  const synonyms = (printed: readonly string[] = []) =>
    printed.map((one): Reading => {
      const { word, reading } = readKeyword(one) ?? { word: one, reading: one };
      return [word, reading];
    });
  const record = (
    kind: Kind,
    url: string,
    titles: string[],
    rest: Partial<SearchRecord>,
  ): SearchRecord => ({
    url,
    kind,
    titles,
    kana: toKana(titles.join('、'), readings),
    heads: [],
    passages: [],
    goals: [],
    sections: [],
    months: [],
    synonyms: [],
    ...rest,
  });
  return [
    ...plan.programmes.map((programme) =>
      record('programme', urls.programme(programme), [programme.title], {
        heads: ownerNames(programme),
        passages: [
          ...passages([...programme.paragraphs, ...alts(programme)], programme.facts),
          ...programme.activities.map(({ id, text, months }) => ({ id, text, months })),
        ],
        goals: [programme.goal.order],
        sections: programme.sections.map(({ id }) => id),
        months: FISCAL_MONTHS.filter((month) =>
          programme.activities.some(({ months }) => months.includes(month)),
        ),
        synonyms: synonyms(keywords.programmes[programme.id]),
        marks: marksOf(programme).length > 0 ? marksOf(programme) : undefined,
      }),
    ),
    ...plan.pledges.map((pledge) =>
      record(
        'pledge',
        urls.pledge(pledge),
        pledge.units.length > 0 ? pledge.units : [pledge.name],
        {
          heads: [pledge.section.name],
          passages: passages([...pledge.paragraphs, ...alts(pledge)]),
          sections: [pledge.section.id],
          synonyms: synonyms(keywords.pledges[`${pledge.section.id}/${pledge.id}`]),
        },
      ),
    ),
    ...plan.sections.map((section) =>
      record('section', urls.section(section), [section.name], {
        kana: section.kana,
        heads: section.pledges.flatMap(({ units }) => units),
        passages: passages([], section.facts),
        sections: [section.id],
        synonyms: synonyms(keywords.sections[section.id]),
      }),
    ),
    ...plan.goals.map((goal) =>
      record('goal', urls.goal(goal), [goal.title], {
        passages: passages(
          [goal.subtitle ?? '', goal.listHeading ?? '', ...goal.paragraphs, ...alts(goal)],
          goal.facts,
        ),
        goals: [goal.order],
        synonyms: synonyms(keywords.goals[goal.id]),
      }),
    ),
    ...plan.principles.map((principle) =>
      record('principle', urls.principle(principle), [principle.title], {
        heads: [policy.principlesPart?.heading ?? ''],
        passages: passages([...principle.paragraphs, ...alts(principle)]),
      }),
    ),
    record('policy', urls.policy(), [policy.title], {
      heads: plan.parts.map(({ heading }) => heading),
      passages: [
        ...plan.parts.flatMap((part) => {
          const { id, lead = '', subtitle = '', paragraphs } = part;
          return passages([lead, subtitle, ...paragraphs, ...alts(part)]).map((passage) => ({
            ...passage,
            id,
          }));
        }),
        ...passages(
          [
            policy.goalsHeading ?? '',
            policy.pointer ?? '',
            policy.programmesHeading,
            `${policy.pledgesHeading} ${policy.pledgesSubtitle ?? ''}`.trim(),
            ...(policy.mascot ? [`${policy.mascot.caption} ${policy.mascot.name}`] : []),
          ],
          policy.facts,
        ),
      ],
    }),
  ];
}

/** The words that records print and that have a reading, each once. */
export function usedReadings(records: readonly StoredRecord[], readings: Readings): Reading[] {
  const texts = records.flatMap(({ titles, heads, marks = [], passages }) => [
    ...titles,
    ...heads,
    ...marks,
    ...passages.map(({ text }) => text),
  ]);
  const words = texts.flatMap((text) =>
    segment(text, readings).flatMap(({ text: word, reading }): Reading[] =>
      reading === undefined ? [] : [[word, reading]],
    ),
  );
  return [...new Map(words)];
}

/** The records as the index holds them, with all readings that the plan knows. */
export const indexEntries = (plan: Plan): IndexEntry[] =>
  searchRecords(plan).map(({ kana: _, ...record }) =>
    indexEntry({
      ...record,
      readings: usedReadings([record], plan.readings),
      plan: plan.policy.title,
    }),
  );

export const indexEntry = (record: StoredRecord): IndexEntry => ({
  ...indexTokens(candidateOf(record)),
  filters: filtersOf(record),
  record: { form: FORM, ...record },
});
