/** Checks that need several files. They report through `addFault`. */
import type { Correction } from './correction.ts';
import type { PledgeData } from './pledge.ts';
import { keywordFaults } from './keyword.ts';
import type { Entry, Plan, PlanContent } from './plan.ts';
import { fieldPath } from './problem.ts';
import { ruby, type Readings } from './reading.ts';

/** Reports one fault; `found` is quoted. */
export type AddFault = (file: string, field: string, found: unknown, expected: string) => void;
/** The known ids, for a message. */
export const ids = (map: ReadonlyMap<string, unknown>) => [...map.keys()].join('、');

/** Reports all in a joined plan that does not hold together. `texts`: the words of each file. */
export function planFaults(
  plan: Plan,
  content: PlanContent,
  texts: ReadonlyMap<string, readonly string[]>,
  addFault: AddFault,
): void {
  const { policy, parts, goals, principles, programmes, sections, pledges } = plan;
  if (goals.length === 0) addFault('goals', 'ファイル', undefined, 'goals/ に1つ以上のファイル');
  for (const { file, body } of principles)
    if (body.length === 0) addFault(file, '本文', '', '1つ以上の段落');
  for (const { file, body } of pledges)
    if (body.length === 0) addFault(file, '本文', '', '取組目標の文');
  for (const { file, body, listHeading } of goals)
    if (listHeading !== undefined && !body.some(({ type }) => type === 'list'))
      addFault(file, 'listHeading', listHeading, '本文に一覧（- か 1. で始まる行）があること');
  mottoFaults(goals, policy.motto?.lead, addFault);
  frameFaults(plan, addFault);
  ledgerFaults(plan.corrections, texts, addFault);
  readingFaults(plan.readings, addFault);
  const named = (nouns: readonly { file: string; id: string }[]) =>
    nouns.map(({ file, id }) => ({ file, field: 'ファイル名', id }));
  const rows = plan.corrections.map(({ id }) => ({ file: 'corrections.yaml', field: 'id', id }));
  for (const blocks of [
    named([...parts, ...principles]),
    ...programmes.map(({ file, activities }) =>
      activities.map(({ id }, index) => {
        const field = fieldPath(['activities', index, 'id']);
        return { file, field, id };
      }),
    ),
    ...sections.map((section) => named(section.pledges)),
    rows,
  ])
    fragmentFaults(blocks, addFault);
  // Ids of the files, not of the plan: a programme that does not join is reported once.
  keywordFaults(plan.keywords, content, addFault);
}

interface Placed {
  file: string;
  order: number;
  number?: number | undefined;
}

/**
 * Reports the first printed number that does not run 1, 2, 3 … in the order of the nouns, without a
 * gap or a repeat; else nouns in the same place.
 */
export function placeFaults(nouns: readonly Placed[], addFault: AddFault) {
  const numbered = nouns.filter(({ number }) => number !== undefined);
  const place = numbered.findIndex(({ number }, index) => number !== index + 1);
  const wrong = numbered[place];
  if (!wrong) distinct('order', nouns, addFault);
  else {
    const expected = `重なりも抜けもない番号（ここでは ${String(place + 1)}）`;
    addFault(wrong.file, 'number', wrong.number, expected);
  }
}

/** Reports two nouns with the same `key`; `nouns` are sorted by it. */
export function distinct<Key extends 'number' | 'order'>(
  key: Key,
  nouns: readonly ({ file: string } & Record<Key, number>)[],
  addFault: AddFault,
) {
  for (const [index, noun] of nouns.entries()) {
    const before = nouns[index - 1];
    if (before?.[key] === noun[key])
      addFault(noun.file, key, noun[key], `content/${before.file} と違う番号`);
  }
}

/** Ids that the pages with blocks of the content have of their own. A test compares them. */
export const PAGE_IDS: ReadonlySet<string> = new Set(
  'main site-search activities others programmes pledges toc large corrected flagged rule other-years'.split(
    ' ',
  ),
);

/**
 * Reports blocks of one page whose id the page has already: for something of its own, or for the
 * name (`…-name`) or the words (`…-words`) of another block.
 */
export function fragmentFaults(
  blocks: readonly { file: string; field: string; id: string }[],
  addFault: AddFault,
) {
  const taken = new Set(PAGE_IDS);
  for (const { id } of blocks) for (const end of ['name', 'words']) taken.add(`${id}-${end}`);
  for (const { file, field, id } of blocks) {
    if (taken.has(id))
      addFault(file, field, id, 'ほかと違うid（このidは、同じページのほかのところが使う）');
    taken.add(id);
  }
}

/** Reports a goal's word that the motto does not have, or that is within another goal's. */
export function mottoFaults(
  goals: readonly { file: string; mottoWord?: string | undefined }[],
  motto: string | undefined,
  addFault: AddFault,
) {
  for (const goal of goals) {
    const { file, mottoWord: word } = goal;
    if (word === undefined) continue;
    if (!motto?.includes(word))
      addFault(file, 'mottoWord', word, `大きく出る一文にある言葉: ${motto ?? '（一文がない）'}`);
    else if (goals.some((other) => other !== goal && other.mottoWord?.includes(word)))
      addFault(file, 'mottoWord', word, 'ほかの目標の言葉と重ならない言葉');
  }
}

/** Reports a unit that two pledges of its section name. */
export function repeatedUnits(entries: readonly Entry<PledgeData>[], addFault: AddFault) {
  const seen = new Set<string>();
  for (const entry of entries)
    for (const [index, unit] of entry.data.units.entries()) {
      if (seen.has(unit))
        addFault(
          entry.file,
          fieldPath(['units', index]),
          unit,
          '一つの課の中で一度だけ出る係・担当・園',
        );
      seen.add(unit);
    }
}

/**
 * Reports rows of the ledger with the same id, rows whose words are not in the file they name, and
 * corrected words that occur more than once in it.
 */
export function ledgerFaults(
  corrections: readonly Correction[],
  texts: ReadonlyMap<string, readonly string[]>,
  addFault: AddFault,
) {
  const file = 'corrections.yaml';
  for (const row of corrections) {
    if (row.status === 'rule') continue;
    const pieces = texts.get(row.file)?.join('\n').split(row.shown).length;
    if (pieces === undefined)
      addFault(
        file,
        `${row.id} の file`,
        row.file,
        'content/ にあるファイル（例: goals/midori.mdx）',
      );
    else if (pieces === 1)
      addFault(file, `${row.id} の shown`, row.shown, `content/${row.file} にある言葉`);
    else if (pieces > 2 && row.status === 'corrected')
      addFault(file, `${row.id} の shown`, row.shown, `content/${row.file} に一度だけ出る言葉`);
  }
}

/** Reports words that are in both lists, and readings that do not fit the word's kana and digits. */
export function readingFaults(readings: Readings, addFault: AddFault) {
  const { words, unconfirmed } = readings;
  const twice = Object.keys(unconfirmed).filter((word) => Object.hasOwn(words, word));
  for (const word of twice)
    addFault(
      'readings.yaml',
      `unconfirmed の ${word}`,
      word,
      'words にないことば（どちらか一方に書く）',
    );
  if (twice.length > 0) return;
  const fits = (field: string, word: string, reading: string) => {
    try {
      ruby(word, { words: { [word]: reading }, unconfirmed: {} });
    } catch {
      const expected = `「${word}」のかな・数字をそのまま残し、漢字のところだけをかなにした読み`;
      addFault('readings.yaml', `${field} の ${word}`, reading, expected);
    }
  };
  for (const [word, reading] of Object.entries(words)) fits('words', word, reading);
  for (const [word, { reading, also }] of Object.entries(unconfirmed)) {
    fits('unconfirmed', word, reading);
    if (also !== undefined) fits('unconfirmed', word, also);
  }
}

/** Reports headings that the policy lacks for what the plan has, and parts that hold the same. */
function frameFaults({ policy, parts, principles, programmes, pledges }: Plan, addFault: AddFault) {
  const { file, principlesPart } = policy;
  for (const what of ['goals', 'principles'] as const) {
    const [, second] = parts.filter(({ holds }) => holds === what);
    if (second) addFault(second.file, 'holds', what, `holds: ${what} と書いた部は1つだけ`);
  }
  if (principlesPart && principles.length === 0)
    addFault(principlesPart.file, 'holds', 'principles', 'principles/ に1つ以上のファイル');
  if (!policy.programmesHeading && programmes.length > 0)
    addFault(file, 'programmesHeading', undefined, '事業の一覧の見出し');
  if (!policy.pledgesHeading && pledges.length > 0)
    addFault(file, 'pledgesHeading', undefined, '取組目標の見出し');
}
