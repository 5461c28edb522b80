/** A plan as it is searched: one record for each noun, at its exact address. Pure. */
import { FISCAL_MONTHS } from '#model/fiscal-year.ts';
import { factText, type Fact } from '#model/fields.ts';
import { keywordsFor } from '#model/keyword.ts';
import { marksOf, ownerNames, type Noun, type Plan } from '#model/plan.ts';
import { Lexicon, segment, toKana } from '#model/segment.ts';
import { columnsOf, type CellForm } from '#tables/columns.ts';
import { nounTable, type NounName } from '#tables/nouns.ts';
import { cellOf, RowNames } from '#tables/sheet-layout.ts';
import { urls } from '#urls.ts';
import { isPrintedIn } from './evidence.ts';
import { PrintedText } from './printed-text.ts';
import {
  BETWEEN,
  FORM,
  type Keyword,
  type Reading,
  type ScanFile,
  type StoredRecord,
} from './record.ts';
import { readWritten, writeSpoken } from './related-words.ts';
import thesaurus from './thesaurus.json' with { type: 'json' };
import { readGroup, type Group } from './thesaurus.ts';

export const KINDS = ['programme', 'pledge', 'section', 'goal', 'principle', 'policy'] as const;
export type Kind = (typeof KINDS)[number];

export interface PlanRecord extends StoredRecord {
  kind: Kind;
  /** In hiragana, for the order by 五十音. */
  kana: string;
  keywords: Reading[];
}

const SPOKEN: ReadonlySet<CellForm> = new Set(['text', 'lines']);
const NO_NAMES = new RowNames(new Map());

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
  /** The words of fields that no record places by itself, such as a field that is new. */
  const others = (name: NounName, noun: object, placed: string) =>
    columnsOf(nounTable(name).schema)
      .filter(
        ({ path: [field = ''], form }) => SPOKEN.has(form) && !placed.split(' ').includes(field),
      )
      .map((column) => cellOf(column, { ...noun }, NO_NAMES));
  return [
    ...plan.programmes.map((programme) =>
      record('programme', urls.programme(programme), [programme.title], {
        place: `programmes/${programme.id}`,
        heads: ownerNames(programme),
        passages: [
          ...passages(
            [
              ...programme.paragraphs,
              ...alts(programme),
              ...others(
                'programmes',
                programme,
                'title goal sections repeatedUnder otherOwners marks',
              ),
            ],
            programme.facts,
          ),
          ...programme.activities.map(({ id, text, months }) => ({ id, text, months })),
          ...programme.activities.flatMap((activity) =>
            passages(others('activities', activity, 'id text marks')).map((passage) => ({
              ...passage,
              id: activity.id,
            })),
          ),
        ],
        goals: [programme.goal.order],
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
          passages: passages([
            ...pledge.paragraphs,
            ...alts(pledge),
            ...others('pledges', pledge, 'units'),
          ]),
          sections: [pledge.section.id],
        },
      ),
    ),
    ...plan.sections.map((section) =>
      record('section', urls.section(section), [section.name], {
        place: `sections/${section.id}`,
        kana: section.kana,
        heads: section.pledges.flatMap(({ units }) => units),
        passages: passages(others('sections', section, 'name kana'), section.facts),
        sections: [section.id],
      }),
    ),
    ...plan.goals.map((goal) =>
      record('goal', urls.goal(goal), [goal.title], {
        place: `goals/${goal.id}`,
        passages: passages(
          [
            goal.subtitle ?? '',
            goal.listHeading ?? '',
            ...goal.paragraphs,
            ...alts(goal),
            ...others('goals', goal, 'title programmesTitle subtitle listHeading'),
          ],
          goal.facts,
        ),
        goals: [goal.order],
      }),
    ),
    ...plan.principles.map((principle) =>
      record('principle', urls.principle(principle), [principle.title], {
        heads: [policy.principlesPart?.heading ?? ''],
        passages: passages([
          ...principle.paragraphs,
          ...alts(principle),
          ...others('principles', principle, 'title'),
        ]),
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

/** Groups of words for the other pages of the site. */
export const SITE_GROUPS = thesaurus.site.map((group) => group.replaceAll(/（[^）]+）/g, ''));

/** The whole plan for the search, its records with what they print. */
export function scanFile(plan: Plan): ScanFile {
  const records = planRecords(plan);
  const texts = records.flatMap(({ titles, heads, marks = [], passages }) => [
    ...titles,
    ...heads,
    ...marks,
    ...passages.map(({ text }) => text),
  ]);
  const readings = new Map(
    texts.flatMap((text) =>
      segment(text, plan.readings).flatMap(({ text: word, reading }): Reading[] =>
        reading === undefined ? [] : [[word, reading]],
      ),
    ),
  );
  const printed = texts.map((text) => new PrintedText(text, new Lexicon()));
  const written = new Map(
    thesaurus.groups.flatMap((group) => group.split(/ < | /).map(readWritten)),
  );
  const groups = thesaurus.groups
    .map((group) => usedOf(readGroup(group, readWritten), printed))
    .filter((group) => group.words.length > 0);
  const related = [
    ...records.flatMap(({ keywords }) => keywords),
    ...groups.flatMap(({ words, narrower }) =>
      [...words, ...narrower].map(({ printed }): Reading => [printed, written.get(printed) ?? '']),
    ),
  ];
  return {
    form: FORM,
    plan: plan.policy.title,
    year: plan.policy.fiscalYear.start,
    keywords: Object.fromEntries(
      records.flatMap(({ url, keywords }) =>
        keywords.length > 0 ? [[url, keywords.map(([word]) => word).join(BETWEEN)]] : [],
      ),
    ),
    groups: groups.map(({ words, narrower }) =>
      [words, narrower]
        .filter((half) => half.length > 0)
        .map((half) => half.map(({ printed }) => printed).join(' '))
        .join(' < '),
    ),
    ...writeSpoken(related, readings),
    records: records.map(({ kana: _, keywords: __, ...record }) => record),
  };
}

/** The words of a group that lead to a printed one, or are one; none where there is no such way. */
function usedOf({ words, narrower }: Group, printed: readonly PrintedText[]): Group {
  const isPrinted = ({ text, script }: Keyword) =>
    printed.some((one) => isPrintedIn(one, text, script));
  if (words.some(isPrinted)) return { words, narrower };
  const there = narrower.filter(isPrinted);
  return { words: there.length > 0 ? words : [], narrower: there };
}
