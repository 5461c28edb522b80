/** A plan as it is searched: one record for each noun, at its exact address. Pure. */
import { FISCAL_MONTHS } from '#model/fiscal-year.ts';
import { factText, type Fact } from '#model/fields.ts';
import { keywordsFor } from '#model/keyword.ts';
import { marksOf, ownerNames, type Noun, type Plan } from '#model/plan.ts';
import { Lexicon, segment, toKana } from '#model/segment.ts';
import { columnsOf, type CellForm } from '#tables/columns.ts';
import { nounTable } from '#tables/nouns.ts';
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
/** Text fields that are no passage: a record has them elsewhere, or its page does not print them. */
const ELSEWHERE = {
  programmes: ['title', 'goal', 'sections', 'repeatedUnder', 'otherOwners', 'marks'],
  activities: ['id', 'text', 'marks'],
  pledges: ['units'],
  sections: ['name', 'kana'],
  goals: ['title', 'programmesTitle'],
  principles: ['title'],
  parts: ['numeral', 'heading', 'lead', 'subtitle'],
};

/** The words of all other text fields, such as a field that is new. */
const fieldsOf = (table: keyof typeof ELSEWHERE, row: object) =>
  columnsOf(nounTable(table).schema)
    .filter(({ path: [field = ''], form }) => {
      return SPOKEN.has(form) && !ELSEWHERE[table].includes(field);
    })
    .map((column) => cellOf(column, { ...row }, NO_NAMES));
const alts = ({ images = [] }: Noun) => images.map(({ alt }) => alt);
const passages = (texts: readonly string[], id?: string) =>
  texts.filter((text) => text !== '').map((text) => ({ text, id }));

/** In the order of `KINDS`, which is that of the page. */
export function planRecords(plan: Plan): PlanRecord[] {
  const { policy, keywords, readings } = plan;
  const record = (kind: Kind, url: string, titles: string[], rest: Partial<PlanRecord>) => ({
    ...{ url, kind, titles, kana: toKana(titles.join('、'), readings) },
    ...{ heads: [], passages: [], goals: [], sections: [], months: [], keywords: [] },
    ...rest,
  });
  /** What every noun has: the words of its page, and the everyday words that lead there. */
  const words = (
    table: keyof typeof ELSEWHERE,
    noun: Noun & { facts?: Fact[] | undefined },
    place = `${table}/${noun.id}`,
  ) => ({
    passages: passages([
      ...[...noun.paragraphs, ...alts(noun), ...fieldsOf(table, noun)],
      ...(noun.facts ?? []).map(factText),
    ]),
    keywords: keywordsFor(keywords, place).map(({ word, reading }): Reading => [word, reading]),
  });
  return [
    ...plan.programmes.map((programme) => {
      const { goal, sections, activities } = programme;
      const own = words('programmes', programme);
      const marks = marksOf(programme);
      return record('programme', urls.programme(programme), [programme.title], {
        ...own,
        heads: ownerNames(programme),
        passages: [
          ...own.passages,
          ...activities.map(({ id, text, months }) => ({ id, text, months })),
          ...activities.flatMap((one) => passages(fieldsOf('activities', one), one.id)),
        ],
        goals: [goal.order],
        sections: sections.map(({ id }) => id),
        months: FISCAL_MONTHS.filter((month) =>
          activities.some(({ months }) => months.includes(month)),
        ),
        marks: marks.length > 0 ? marks : undefined,
      });
    }),
    ...plan.pledges.map((pledge) => {
      const { id, section, units, name } = pledge;
      return record('pledge', urls.pledge(pledge), units.length > 0 ? units : [name], {
        ...words('pledges', pledge, `pledges/${section.id}/${id}`),
        heads: [section.name],
        sections: [section.id],
      });
    }),
    ...plan.sections.map((section) =>
      record('section', urls.section(section), [section.name], {
        ...words('sections', section),
        kana: section.kana,
        heads: section.pledges.flatMap(({ units }) => units),
        sections: [section.id],
      }),
    ),
    ...plan.goals.map((goal) =>
      record('goal', urls.goal(goal), [goal.title], {
        ...words('goals', goal),
        goals: [goal.order],
      }),
    ),
    ...plan.principles.map((principle) =>
      record('principle', urls.principle(principle), [principle.title], {
        ...words('principles', principle),
        heads: [policy.principlesPart?.heading ?? ''],
      }),
    ),
    record('policy', urls.policy(), [policy.title], {
      heads: plan.parts.map(({ heading }) => heading),
      passages: [
        ...plan.parts.flatMap((part) => {
          const { id, lead = '', subtitle = '', paragraphs } = part;
          return passages(
            [lead, subtitle, ...paragraphs, ...alts(part), ...fieldsOf('parts', part)],
            id,
          );
        }),
        ...passages([
          ...[policy.goalsHeading ?? '', policy.pointer ?? '', policy.programmesHeading],
          `${policy.pledgesHeading} ${policy.pledgesSubtitle ?? ''}`.trim(),
          ...(policy.mascot ? [`${policy.mascot.caption} ${policy.mascot.name}`] : []),
          ...(policy.facts ?? []).map(factText),
        ]),
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
