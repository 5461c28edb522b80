/** `npm run new -- plan`: asks for ward, year and goals, and writes a plan that passes `check`. */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { emptyDraft } from '#import/draft.ts';
import { filesOf } from '#import/files.ts';
import { mustBeEmpty, writeNew } from '#import/write.ts';
import { readFiscalYear } from '#model/fiscal-year.ts';
import { Refusal } from '#model/problem.ts';
import { contentDir } from '#reader/read.ts';

export const USAGE =
  'npm run new -- plan（--city 市 --ward 区 --year 令和8 --name 計画の名前 --goal 目標 --goal 目標 … と付ければ尋ねません）';

/** What is not given is asked for, unless ward, year and goals are all there. */
export async function newPlan(args: string[]): Promise<void> {
  await mustBeEmpty(contentDir);
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args,
    options: { city: text, ward: text, year: text, name: text, goal: { ...text, multiple: true } },
  });
  const { goal: given = [] } = values;
  const isWhole = values.ward !== undefined && values.year !== undefined && given.length > 0;
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  const answer = async (question: string): Promise<string> => {
    process.stdout.write(`${question}: `);
    const { value, done } = await lines.next();
    if (done) throw new Refusal(`答えが足りません。\n  ${USAGE}`);
    return value.trim();
  };
  const ask = async (question: string): Promise<string> =>
    (await answer(question)) || (await ask(question));

  const city = values.city ?? (isWhole ? undefined : await ask('市の名前（区の上の自治体）'));
  const named = values.ward ?? (await ask('区の名前'));
  const [, above, ward = named] = /^(.+[都道府県市])(.+[区町村])$/u.exec(named) ?? [];
  const year = yearOf(values.year ?? (await ask('年度（例: 令和8）')));
  const name = values.name ?? (isWhole ? '' : await answer('計画の名前（例: 運営方針）'));
  const goals = [...given];
  while (!isWhole && given.length === 0) {
    const title = await answer(`${String(goals.length + 1)}つ目の目標（終わりは空のまま Enter）`);
    if (title !== '') goals.push(title);
    else if (goals.length > 0) break;
  }
  await lines.return?.();

  const files = await filesOf({
    ...emptyDraft({
      ...((city ?? above) && { city: city ?? above }),
      ward,
      title: `${year} ${ward} ${name || '運営方針'}`,
    }),
    goals: goals.map((title) => ({ title, body: [] })),
  });
  await writeNew(contentDir, files);
  console.log(`\n${contentDir} に計画を作りました: ${[...files.keys()].join('、')}
npm run check で確かめてから、npm run new -- programme 事業のid などで足していきます。`);
}

/** `令和8年度` for `令和8`. Throws a Refusal for what names no fiscal year. */
function yearOf(words: string): string {
  const year = readFiscalYear(words) ?? readFiscalYear(`${words.replace(/年$/u, '')}年度`);
  if (!year) throw new Refusal(`「${words}」は年度として読めません（例: 令和8、2026）。`);
  return year.printed;
}
