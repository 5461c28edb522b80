/** What the search finds of the judged questions, in the browser and by the scorer alone. */
import { readFileSync } from 'node:fs';
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
type Answer = (questions: readonly string[]) => string[][] | Promise<string[][]>;

const read = (file: string) =>
  JSON.parse(readFileSync(`tests/bench/${file}.json`, 'utf8')) as Asked[];
export const JUDGED = ['queries', 'queries-own', 'queries-residents'].flatMap(read);

/** The scorer alone. */
export function scorer(plan: Plan): Answer {
  const file = scanFile(plan);
  const search = new PlanSearch(file.records, plan.policy.fiscalYear, file);
  const groups = homophones.join(' ').split(' ');
  return (questions) =>
    questions.map((q) => search.search(q, groups).map(({ record }) => record.stored.url));
}

/** How often the right record comes first, and what is not there is not found. */
export async function judge(plan: Plan, asked: readonly Asked[], answer: Answer) {
  const names = namesOf(plan);
  const answers = await answer(asked.map(({ q }) => q));
  const isRight = ({ expect }: Asked, [first]: readonly string[] = []) =>
    first === undefined
      ? expect.length === 0
      : (names.get(first) ?? []).some((name) => expect.includes(name));
  const missed = new Set(asked.filter((one, at) => !isRight(one, answers[at])));
  const rightOf = (isAbsent: boolean) => {
    const these = asked.filter(({ expect }) => (expect.length === 0) === isAbsent);
    return { right: these.filter((one) => !missed.has(one)).length, of: these.length };
  };
  return { first: rightOf(false), clean: rightOf(true), missed: [...missed].map(({ q }) => q) };
}

export async function quality({ plan, onSearchPage }: Ground) {
  const inBrowser: Answer = (questions) => onSearchPage((page) => ask(page, questions));
  const bare = scorer({ ...plan, keywords: [] });
  for (const [name, asked, answer] of [
    ['all judged questions', JUDGED, inBrowser],
    ['second look', read('queries-second-look'), inBrowser],
    ['all, without content/keywords.yaml', JUDGED, bare],
  ] as const) {
    const { first, clean, missed } = await judge(plan, asked, answer);
    say(`${name} (${String(asked.length)})`, {
      'right first': first.right / first.of,
      'absent clean': `${String(clean.right)} of ${String(clean.of)}`,
    });
    if (process.env.MISSED) console.log(`    not first: ${missed.join(' / ')}`);
  }
}

/** Of all records that answer a question, the share that is listed; noise in the first five. */
export async function complete(plan: Plan, answer: Answer) {
  const names = namesOf(plan);
  const asked = read('queries-complete');
  const answers = await answer(asked.map(({ q }) => q));
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
    if (process.env.MISSED && missing.length > 0)
      console.log(`    ${q} lacks ${missing.join(' ')}`);
  }
  return { listed: listed / wanted, first: first / asked.length, noise: noise / shown };
}

export async function completeness({ plan, onSearchPage }: Ground) {
  const found = await complete(plan, (all) => onSearchPage((page) => ask(page, all)));
  say('completeness', {
    'listed of all that answer': found.listed,
    'right first': found.first,
    'noise in the first five': found.noise,
  });
}
