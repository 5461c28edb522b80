/** Checks that need several files. */
import type { Plan, Section } from './plan.ts';
import { fieldPath, type problemIn } from './problem.ts';
import { ruby, type Readings } from './reading.ts';

export type Fault = Parameters<typeof problemIn>;

/** All in a joined plan that does not hold together. `texts`: the words of each file. */
export function* planFaults(
  plan: Plan,
  texts: ReadonlyMap<string, readonly string[]>,
): Generator<Fault> {
  const { goals, principles, sections, pledges } = plan;
  if (goals.length === 0) yield ['goals', 'ファイル', undefined, 'goals/ に1つ以上のファイル'];
  for (const { file, body } of principles)
    if (body.length === 0) yield [file, '本文', '', '1つ以上の段落'];
  for (const { file, body } of pledges)
    if (body.length === 0) yield [file, '本文', '', '取組目標の文'];
  for (const { file, body, listHeading } of goals)
    if (listHeading !== undefined && !body.some(({ type }) => type === 'list'))
      yield [file, 'listHeading', listHeading, '本文に一覧（- か 1. で始まる行）があること'];
  for (const section of sections) yield* unitFaults(section);
  yield* mottoFaults(plan);
  yield* frameFaults(plan);
  yield* ledgerFaults(plan, texts);
  yield* readingFaults(plan.readings);
  yield* idFaults(plan);
  yield* keywordFaults(plan);
}

interface Placed {
  file: string;
  order: number;
  number?: number | undefined;
}

/**
 * The first printed number that does not run 1, 2, 3 … in the order of the nouns, without a gap or a
 * repeat; else nouns in the same place.
 */
export function* placeFaults(nouns: readonly Placed[]): Generator<Fault> {
  const numbered = nouns.filter(({ number }) => number !== undefined);
  const place = numbered.findIndex(({ number }, index) => number !== index + 1);
  const wrong = numbered[place];
  const expected = `重なりも抜けもない番号（ここでは ${String(place + 1)}）`;
  if (wrong) yield [wrong.file, 'number', wrong.number, expected];
  else yield* samePlaceFaults('order', nouns);
}

/** Two nouns with the same `key`; `nouns` are sorted by it. */
export function* samePlaceFaults<Key extends 'number' | 'order'>(
  key: Key,
  nouns: readonly ({ file: string } & Record<Key, number>)[],
): Generator<Fault> {
  for (const [index, noun] of nouns.entries()) {
    const before = nouns[index - 1];
    if (before?.[key] === noun[key])
      yield [noun.file, key, noun[key], `content/${before.file} と違う番号`];
  }
}

/** Ids that the pages with blocks of the content have of their own. A test compares them. */
export const PAGE_IDS: ReadonlySet<string> = new Set(
  'main site-search activities others programmes pledges toc large corrected flagged rule other-years'.split(
    ' ',
  ),
);

/**
 * Blocks of one page whose id the page has already: for something of its own, or for the name
 * (`…-name`) or the words (`…-words`) of another block.
 */
function* idFaults(plan: Plan): Generator<Fault> {
  const ofFile = ({ file, id }: { file: string; id: string }) => ({
    file,
    field: 'ファイル名',
    id,
  });
  const pages = [
    [...plan.parts, ...plan.principles].map(ofFile),
    ...plan.programmes.map(({ file, activities }) =>
      activities.map(({ id }, index) => ({
        file,
        field: fieldPath(['activities', index, 'id']),
        id,
      })),
    ),
    ...plan.sections.map(({ pledges }) => pledges.map(ofFile)),
    plan.corrections.map(({ id }) => ({ file: 'corrections.yaml', field: 'id', id })),
  ];
  for (const blocks of pages) {
    const taken = new Set(PAGE_IDS);
    for (const { id } of blocks) for (const end of ['name', 'words']) taken.add(`${id}-${end}`);
    for (const { file, field, id } of blocks) {
      if (taken.has(id))
        yield [file, field, id, 'ほかと違うid（このidは、同じページのほかのところが使う）'];
      taken.add(id);
    }
  }
}

/** A goal's word that the motto does not have, or that is within another goal's. */
function* mottoFaults({ goals, policy: { motto } }: Plan): Generator<Fault> {
  for (const goal of goals) {
    const { file, mottoWord: word } = goal;
    if (word === undefined) continue;
    const lead = motto?.lead;
    if (!lead?.includes(word))
      yield [file, 'mottoWord', word, `大きく出る一文にある言葉: ${lead ?? '（一文がない）'}`];
    else if (goals.some((other) => other !== goal && other.mottoWord?.includes(word)))
      yield [file, 'mottoWord', word, 'ほかの目標の言葉と重ならない言葉'];
  }
}

/** A unit that two pledges of a section name. */
function* unitFaults({ pledges }: Section): Generator<Fault> {
  const seen = new Set<string>();
  for (const { file, units } of pledges)
    for (const [index, unit] of units.entries()) {
      const field = fieldPath(['units', index]);
      if (seen.has(unit)) yield [file, field, unit, '一つの課の中で一度だけ出る係・担当・園'];
      seen.add(unit);
    }
}

/**
 * Rows of the ledger whose words are not in the file they name, and corrected words that occur more
 * than once in it.
 */
function* ledgerFaults(
  { corrections }: Plan,
  texts: ReadonlyMap<string, readonly string[]>,
): Generator<Fault> {
  const ledger = 'corrections.yaml';
  for (const row of corrections) {
    if (row.status === 'rule') continue;
    const { id, file, shown, status } = row;
    const pieces = texts.get(file)?.join('\n').split(shown).length;
    if (pieces === undefined)
      yield [ledger, `${id} の file`, file, 'content/ にあるファイル（例: goals/midori.mdx）'];
    else if (pieces === 1) yield [ledger, `${id} の shown`, shown, `content/${file} にある言葉`];
    else if (pieces > 2 && status === 'corrected')
      yield [ledger, `${id} の shown`, shown, `content/${file} に一度だけ出る言葉`];
  }
}

/** Words that are in both lists, and readings that do not fit the word's kana and digits. */
function* readingFaults({ words, unconfirmed }: Readings): Generator<Fault> {
  const file = 'readings.yaml';
  for (const word of Object.keys(unconfirmed))
    if (Object.hasOwn(words, word))
      yield [file, `unconfirmed の ${word}`, word, 'words にないことば（どちらか一方に書く）'];
  const rows = [
    ...Object.entries(words).map((row) => ['words', ...row] as const),
    ...Object.entries(unconfirmed).flatMap(([word, { reading, also = reading }]) =>
      Array.from(new Set([reading, also]), (kana) => ['unconfirmed', word, kana] as const),
    ),
  ];
  for (const [list, word, reading] of rows) {
    const expected = `「${word}」のかな・数字をそのまま残し、漢字のところだけをかなにした読み`;
    if (!fits(word, reading)) yield [file, `${list} の ${word}`, reading, expected];
  }
}

function fits(word: string, reading: string): boolean {
  try {
    ruby(word, { words: { [word]: reading }, unconfirmed: {} });
    return true;
  } catch {
    return false;
  }
}

/** Keywords for nouns that the plan does not have. */
function* keywordFaults({ keywords, entries }: Plan): Generator<Fault> {
  const places = entries.map(({ file }) => file.replace(/\.mdx$/, ''));
  for (const [index, { for: place }] of keywords.entries()) {
    if (places.includes(place)) continue;
    const folder = place.replace(/\/.*/, '/');
    const ids = places.filter((id) => id.startsWith(folder)).map((id) => id.slice(folder.length));
    const field = fieldPath([index, 'for']);
    yield ['keywords.yaml', field, place, `${folder} にあるid: ${ids.join('、')}`];
  }
}

/** Headings that the policy lacks for what the plan has, and parts that hold the same. */
function* frameFaults(plan: Plan): Generator<Fault> {
  const { policy, parts, principles, programmes, pledges } = plan;
  const { file, principlesPart, programmesHeading, pledgesHeading } = policy;
  for (const what of ['goals', 'principles'] as const) {
    const [, second] = parts.filter(({ holds }) => holds === what);
    if (second) yield [second.file, 'holds', what, `holds: ${what} と書いた部は1つだけ`];
  }
  if (principlesPart && principles.length === 0)
    yield [principlesPart.file, 'holds', 'principles', 'principles/ に1つ以上のファイル'];
  if (!programmesHeading && programmes.length > 0)
    yield [file, 'programmesHeading', undefined, '事業の一覧の見出し'];
  if (!pledgesHeading && pledges.length > 0)
    yield [file, 'pledgesHeading', undefined, '取組目標の見出し'];
}
