/** What the search finds of the judged queries. */
import { readFile } from 'node:fs/promises';
import type { Plan } from '#model/plan.ts';
import { urls } from '#urls.ts';
import { random } from '../fixtures/random.ts';
import { ask } from './browser-side.ts';
import { say } from './figures.ts';
import type { Ground } from './search-ground.ts';

interface Asked {
  q: string;
  kind: string;
  expect: string[];
}

/** How often the right record comes first or among three, and what is not there is not found. */
export async function quality({ plan, onSearchPage }: Ground) {
  const names = namesOf(plan);
  const own = halves(await read('queries-own.json'));
  for (const [file, asked] of [
    ['queries.json', await read('queries.json')],
    ['queries-own.json, half for development', own.development],
    ['queries-own.json, half for the test', own.test],
    ['queries-residents.json, by others', await read('queries-residents.json')],
  ] as const) {
    const answers = await onSearchPage((page) =>
      ask(
        page,
        asked.map(({ q }) => q),
      ),
    );
    const kinds = new Map<string, { n: number; first: number; third: number; none: number }>();
    const missed: string[] = [];
    asked.forEach(({ q, kind, expect }, index) => {
      const found = answers[index] ?? [];
      const right = found.map((url) =>
        (names.get(url) ?? []).some((name) => expect.includes(name)),
      );
      const absent = expect.length === 0;
      const row = kinds.get(kind) ?? { n: 0, first: 0, third: 0, none: 0 };
      row.n++;
      if (absent ? found.length === 0 : right[0]) row.first++;
      else missed.push(`${kind}: ${q}`);
      if (absent ? found.length === 0 : right.slice(0, 3).includes(true)) row.third++;
      if (!absent && found.length === 0) row.none++;
      kinds.set(kind, row);
    });
    const all = [...kinds].filter(([kind]) => kind !== 'absent').map(([, row]) => row);
    const sum = (of: (row: (typeof all)[number]) => number) =>
      all.reduce((at, row) => at + of(row), 0);
    const n = sum((row) => row.n);
    const absent = kinds.get('absent') ?? { n: 0, first: 0 };
    say(`${file} (${String(asked.length)})`, {
      'recall@3': sum((row) => row.third) / n,
      'right first': sum((row) => row.first) / n,
      'zero results, answerable': sum((row) => row.none),
      'absent clean': `${String(absent.first)} of ${String(absent.n)}`,
    });
    for (const [kind, { n, first, third }] of kinds)
      console.log(
        `    ${kind.padEnd(10)} ${String(first)} first, ${String(third)} in three, of ${String(n)}`,
      );
    if (missed.length > 0) console.log(`    not first: ${missed.join(' / ')}`);
  }
}

const read = async (file: string) =>
  JSON.parse(await readFile(`tests/bench/${file}`, 'utf8')) as Asked[];

/** The same halves on every machine: what is changed for the one is judged by the other. */
function halves(asked: readonly Asked[]) {
  const { below } = random(20130401);
  const drawn = asked.map((one) => ({ one, isTest: below(2) === 1 }));
  const of = (test: boolean) => drawn.flatMap(({ one, isTest }) => (isTest === test ? [one] : []));
  return { development: of(false), test: of(true) };
}

function namesOf({
  programmes,
  sections,
  pledges,
  goals,
  principles,
}: Plan): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const one of programmes)
    names.set(urls.programme(one), [`programme:${one.id}`, `programme:${one.title}`]);
  for (const one of sections)
    names.set(urls.section(one), [`section:${one.id}`, `section:${one.name}`]);
  for (const one of pledges) {
    const { section } = one;
    const alone = section.pledges.length === 1;
    names.set(urls.pledge(one), [
      ...[`pledge:${section.id}/${one.id}`, `unit:${section.name}/${one.name}`],
      ...one.units.map((unit) => `unit:${section.name}/${unit}`),
      ...(alone ? [`section:${section.id}`, `section:${section.name}`] : []),
    ]);
  }
  for (const one of goals)
    names.set(urls.goal(one), [`goal:${one.id}`, `goal:${String(one.number)}`]);
  for (const one of principles)
    names.set(urls.principle(one), [
      ...['principle', `principle:${one.id}`],
      `principle:${one.title.split('　')[0] ?? ''}`,
    ]);
  names.set(urls.policy(), ['policy']);
  return names;
}
