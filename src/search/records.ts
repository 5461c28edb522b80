/** A plan as it is searched: one record for each noun, at its exact address. Pure. */
import { FISCAL_MONTHS } from '#model/fiscal-year.ts';
import { factText, type Fact } from '#model/fields.ts';
import { keywordsFor, type Keyword } from '#model/keyword.ts';
import { marksOf, ownerNames, type Noun, type Plan } from '#model/plan.ts';
import { Lexicon, segment, toKana } from '#model/segment.ts';
import { cellOf, columnsOf, type CellForm } from '#tables/columns.ts';
import { nounTable } from '#tables/nouns.ts';
import { urls } from '#urls.ts';
import { isPrintedIn } from './evidence.ts';
import { PrintedText } from './printed-text.ts';
import { BETWEEN, FORM, type ScanFile, type StoredRecord } from './record.ts';
import thesaurus from './thesaurus.json' with { type: 'json' };
import { readWritten, wordOf, wordsOf } from './words.ts';

/** A longer reading that shorter words do not tell is not typed in kana for another word. */
const LONGEST = 8;

export const KINDS = ['programme', 'pledge', 'section', 'goal', 'principle', 'policy'] as const;
export type Kind = (typeof KINDS)[number];

export interface PlanRecord extends StoredRecord {
  kind: Kind;
  /** In hiragana, for the order by 五十音. */
  kana: string;
  keywords: Keyword[];
}

const SPOKEN: ReadonlySet<CellForm> = new Set(['text', 'lines']);
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
    .map((column) => cellOf(column, { ...row }));

/** What a noun says of itself. */
const textsOf = (table: keyof typeof ELSEWHERE, noun: Noun & { facts?: Fact[] | undefined }) => [
  ...noun.paragraphs,
  ...(noun.images ?? []).map(({ alt }) => alt),
  ...fieldsOf(table, noun),
  ...(noun.facts ?? []).map(factText),
];

const passagesOf = (texts: readonly string[], id?: string) =>
  texts.filter((text) => text !== '').map((text) => ({ text, id }));

/** In the order of `KINDS`, which is that of the page. */
export function planRecords(plan: Plan): PlanRecord[] {
  const { policy, keywords, readings } = plan;
  const record = (
    kind: Kind,
    url: string,
    titles: string[],
    noun: Noun,
    { passages = [], ...rest }: Partial<PlanRecord> = {},
    place = noun.id,
  ): PlanRecord => {
    const table = kind === 'policy' ? 'parts' : (`${kind}s` as const);
    return {
      url,
      kind,
      titles,
      kana: toKana(titles.join('、'), readings),
      heads: [],
      goals: [],
      sections: [],
      months: [],
      passages: [...passagesOf(kind === 'policy' ? [] : textsOf(table, noun)), ...passages],
      keywords: keywordsFor(keywords, `${table}/${place}`),
      ...rest,
    };
  };
  return [
    ...plan.programmes.map((programme) => {
      const { goal, sections, activities } = programme;
      const marks = marksOf(programme);
      return record('programme', urls.programme(programme), [programme.title], programme, {
        heads: ownerNames(programme),
        passages: [
          ...activities.map(({ id, text, months }) => ({ id, text, months })),
          ...activities.flatMap((activity) =>
            passagesOf(fieldsOf('activities', activity), activity.id),
          ),
        ],
        goals: [goal.order],
        sections: sections.map(({ id }) => id),
        months: FISCAL_MONTHS.filter((month) => activities.some((a) => a.months.includes(month))),
        marks: marks.length > 0 ? marks : undefined,
      });
    }),
    ...plan.pledges.map((pledge) => {
      const { id, section, units, name } = pledge;
      const titles = units.length > 0 ? units : [name];
      const rest = { heads: [section.name], sections: [section.id] };
      return record('pledge', urls.pledge(pledge), titles, pledge, rest, `${section.id}/${id}`);
    }),
    ...plan.sections.map((section) => {
      const heads = section.pledges.flatMap(({ units }) => units);
      const rest = { kana: section.kana, heads, sections: [section.id] };
      return record('section', urls.section(section), [section.name], section, rest);
    }),
    ...plan.goals.map((goal) =>
      record('goal', urls.goal(goal), [goal.title], goal, { goals: [goal.order] }),
    ),
    ...plan.principles.map((principle) => {
      const heads = [policy.principlesPart?.heading ?? ''];
      return record('principle', urls.principle(principle), [principle.title], principle, {
        heads,
      });
    }),
    record('policy', urls.policy(), [policy.title], policy, {
      heads: plan.parts.map(({ heading }) => heading),
      passages: [
        ...plan.parts.flatMap((part) => {
          const { id, lead = '', subtitle = '' } = part;
          return passagesOf([lead, subtitle, ...textsOf('parts', part)], id);
        }),
        ...passagesOf([
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
export const SITE_GROUPS: readonly string[] = thesaurus.site;

/** The whole plan for the search, its records with what they print. */
export function scanFile(plan: Plan): ScanFile {
  const records = planRecords(plan);
  const texts = records.flatMap(({ titles, heads, marks = [], passages }) => [
    ...[...titles, ...heads, ...marks],
    ...passages.map(({ text }) => text),
  ]);
  const printed = new Map(
    texts.flatMap((text) =>
      segment(text, plan.readings).flatMap(({ text: word, reading = '' }) =>
        reading === '' ? [] : [[word, reading] as const],
      ),
    ),
  );
  const groups = usedGroups(texts);
  const keywords = records.flatMap((record) => record.keywords);
  const readings = new Map([
    ...groups.flatMap(wordsOf).map(readWritten),
    ...keywords.map(({ word, reading }) => [word, reading] as const),
    ...printed,
  ]);
  const write = writer(readings, printed);
  return {
    form: FORM,
    plan: plan.policy.title,
    year: plan.policy.fiscalYear.start,
    keywords: Object.fromEntries(
      records.flatMap(({ url, keywords: of }) =>
        of.length > 0 ? [[url, of.map(({ word }) => write(word)).join(BETWEEN)]] : [],
      ),
    ),
    groups: groups.map((group) =>
      group.replaceAll(/[^ ]+/gu, (word) => write(readWritten(word)[0])),
    ),
    printed: [...printed.keys()]
      .sort()
      .map(write)
      .filter((word) => word.endsWith('）'))
      .join(BETWEEN),
    records: records.map(({ kana: _, keywords: __, ...record }) => record),
  };
}

/** Writes each word with its reading, once, and not where shorter words tell it. */
function writer(
  readings: ReadonlyMap<string, string | undefined>,
  printed: { has(word: string): boolean },
) {
  const lexicon = new Lexicon();
  for (const [word, reading] of [...readings].sort(([a], [b]) => a.length - b.length))
    if (reading !== undefined && lexicon.toKana(word) !== reading)
      if (reading.length <= LONGEST || printed.has(word)) lexicon.add(word, reading);
  const written = new Set<string>();
  return (word: string) => {
    const isNew = lexicon.has(word) && !written.has(word);
    written.add(word);
    return isNew ? `${word}（${lexicon.toKana(word)}）` : word;
  };
}

/** Of each group the words that lead to a printed one, or are one. */
function usedGroups(texts: readonly string[]): string[] {
  const lexicon = new Lexicon();
  const printed = texts.map((text) => new PrintedText(text, lexicon));
  const isPrinted = (written: string) => {
    const word = wordOf(readWritten(written)[0], '');
    return printed.some((text) => isPrintedIn(text, word));
  };
  return thesaurus.groups.flatMap((group) => {
    const [words = '', narrower = ''] = group.split(' < ');
    if (words.split(' ').some(isPrinted)) return [group];
    const there = narrower.split(' ').filter((word) => word !== '' && isPrinted(word));
    return there.length > 0 ? [`${words} < ${there.join(' ')}`] : [];
  });
}
