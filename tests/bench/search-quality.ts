/** What the search finds of the judged questions, in the browser and by the scorer alone. */
import { readFile } from 'node:fs/promises';
import type { Plan } from '#model/plan.ts';
import homophones from '#search/homophones.json' with { type: 'json' };
import { PlanSearch } from '#search/plan-search.ts';
import { scanFile } from '#search/records.ts';
import { ask } from './browser-side.ts';
import { say } from './figures.ts';
import { namesOf, type Ground } from './search-ground.ts';

interface Asked {
  q: string;
  kind: string;
  expect: string[];
}
type Answer = (questions: readonly string[]) => Promise<string[][]>;

const FILES = ['queries.json', 'queries-own.json', 'queries-residents.json'] as const;
const read = async (file: string) =>
  JSON.parse(await readFile(`tests/bench/${file}`, 'utf8')) as Asked[];

/** How often the right record comes first, and what is not there is not found. */
async function judge(name: string, plan: Plan, asked: readonly Asked[], answer: Answer) {
  const names = namesOf(plan);
  const answers = await answer(asked.map(({ q }) => q));
  const kinds = new Map<string, { n: number; first: number }>();
  const missed: string[] = [];
  for (const [index, { q, kind, expect }] of asked.entries()) {
    const found = answers[index] ?? [];
    const isRight =
      expect.length === 0
        ? found.length === 0
        : (names.get(found[0] ?? '') ?? []).some((one) => expect.includes(one));
    const row = kinds.get(kind) ?? { n: 0, first: 0 };
    kinds.set(kind, { n: row.n + 1, first: row.first + Number(isRight) });
    if (!isRight) missed.push(`${kind}: ${q}`);
  }
  const { first: clean = 0, n: absent = 0 } = kinds.get('absent') ?? {};
  const there = [...kinds].filter(([kind]) => kind !== 'absent').map(([, row]) => row);
  const n = there.reduce((sum, row) => sum + row.n, 0);
  say(`${name} (${String(asked.length)})`, {
    'right first': there.reduce((sum, { first }) => sum + first, 0) / n,
    'absent clean': `${String(clean)} of ${String(absent)}`,
  });
  if (process.env.MISSED) console.log(`    not first: ${missed.join(' / ')}`);
}

export async function quality({ plan, onSearchPage }: Ground) {
  const sets = await Promise.all(FILES.map(read));
  const inBrowser: Answer = (questions) => onSearchPage((page) => ask(page, questions));
  await judge('all judged questions', plan, sets.flat(), inBrowser);
  await judge('second look', plan, await read('queries-second-look.json'), inBrowser);
  const bare = { ...plan, keywords: [] };
  const file = scanFile(bare);
  const search = new PlanSearch(file.records, plan.policy.fiscalYear, file);
  const groups = homophones.join(' ').split(' ');
  await judge('all, without content/keywords.yaml', plan, sets.flat(), (questions) =>
    Promise.resolve(
      questions.map((q) => search.search(q, groups).map(({ record }) => record.stored.url)),
    ),
  );
}

/** Of all records that answer a question, the share that is listed; noise in the first five. */
export async function completeness({ plan, onSearchPage }: Ground) {
  const names = namesOf(plan);
  const asked = await read('queries-complete.json');
  const answers = await onSearchPage((page) =>
    ask(
      page,
      asked.map(({ q }) => q),
    ),
  );
  let [wanted, listed, first, shown, noise] = [0, 0, 0, 0, 0];
  for (const [index, { q, expect }] of asked.entries()) {
    // Other pages of the site are no records.
    const found = (answers[index] ?? []).filter((url) => names.has(url));
    const right = found.map((url) => names.get(url)?.some((one) => expect.includes(one)) ?? false);
    const missing = expect.filter((one) => !found.some((url) => names.get(url)?.includes(one)));
    wanted += expect.length;
    listed += expect.length - missing.length;
    first += Number(right[0]);
    shown += right.slice(0, 5).length;
    noise += right.slice(0, 5).filter((one) => !one).length;
    if (missing.length > 0) console.log(`    ${q} lacks ${missing.join(' ')}`);
  }
  say(`completeness (${String(asked.length)} questions)`, {
    'listed of all that answer': listed / wanted,
    'right first': first / asked.length,
    'noise in the first five': noise / shown,
  });
}
