/**
 * `npm run new -- plan|programme|section|pledge <id>`: writes a valid start for an editor to fill
 * in. An existing file is never touched, but that a heading the new file needs is added to the policy.
 */
import './plain-failures.ts';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Data } from '#edit/data.ts';
import { newFile, withFields } from '#edit/parts.ts';
import { folders } from '#model/collections.ts';
import type { Plan } from '#model/plan.ts';
import { ContentError, Refusal } from '#model/problem.ts';
import { contentDir, readPlan } from '#reader/read.ts';
import { newPlan, USAGE } from './new-plan.ts';

const next = (numbers: readonly number[]) => Math.max(0, ...numbers) + 1;

interface Start {
  folder: keyof typeof folders;
  usage: string;
  fields: (plan: Plan, id: string) => Data;
  body?: string;
  /** A heading that the policy must have, and words to begin with. */
  heading?: ['programmesHeading' | 'pledgesHeading', string];
}
const STARTS: Record<string, Start> = {
  programme: {
    folder: 'programmes',
    usage: 'npm run new -- programme 事業のid',
    fields: ({ programmes, goals, sections }) => ({
      number: next(programmes.map(({ number }) => number)),
      title: '新しい事業の名前',
      goal: goals.at(-1)?.id ?? '',
      sections: sections.slice(0, 1).map(({ id }) => id),
      activities: [{ id: 'torikumi', text: '取組の文(通年)' }],
    }),
    heading: ['programmesHeading', '主な事業'],
  },
  section: {
    folder: 'sections',
    usage: 'npm run new -- section 課のid',
    fields: ({ sections }) => ({
      name: '新しい課の名前',
      kana: 'あたらしいか',
      order: next(sections.map(({ order }) => order)),
    }),
  },
  pledge: {
    folder: 'pledges',
    usage: 'npm run new -- pledge 課のid/係のid',
    fields: ({ sections }, id) => {
      const section = sections.find((one) => one.id === id.split('/')[0]);
      return {
        order: next(section?.pledges.map(({ order }) => order) ?? []),
        units: ['新しい係'],
      };
    },
    body: '取組目標の文',
    heading: ['pledgesHeading', '各職場の取組目標'],
  },
};

const [kind = '', id = '', ...rest] = process.argv.slice(2);
if (kind === 'plan') {
  await newPlan(id === '' ? [] : [id, ...rest]);
  process.exit();
}
const start = STARTS[kind];
if (!start) {
  const usages = [USAGE, ...Object.values(STARTS).map(({ usage }) => usage)];
  throw new Refusal(['作るものを選んでください。', ...usages].join('\n  '));
}
const file = `${start.folder}/${id}.mdx`;
if (!folders[start.folder].path.test(file))
  throw new Refusal(`id は小文字のローマ字・数字・ハイフンで書いてください。\n  ${start.usage}`);

const plan = await readPlan().catch((error: unknown) => {
  if (!(error instanceof ContentError)) throw error;
  throw new Refusal(`今の内容に誤りがあります。先に直してください。\n\n${error.message}`);
});
const section = id.split('/')[0] ?? '';
if (kind === 'pledge' && !plan.sections.some((one) => one.id === section))
  throw new Refusal(
    `課「${section}」がありません。先に課を作ってください。\n  npm run new -- section ${section}`,
  );
if (existsSync(path.join(contentDir, file)))
  throw new Refusal(`content/${file} はもうあります。ほかの id にしてください。`);

write(file, start.fields(plan, id), start.body);
if (start.heading && !plan.policy[start.heading[0]]) addHeading(...start.heading);
// In a plan with pledges a section begins with one, made by the section as a whole.
if (kind === 'section' && plan.pledges.length > 0)
  write(`pledges/${id}/${id}.mdx`, { order: 1, units: [] }, '取組目標の文');
console.log('ことばを書きかえてから npm run check を実行してください。');
if (kind === 'programme')
  console.log('番号は目標の順に続けます。目標を変えたら番号も直してください。');

function write(name: string, data: Data, body?: string): void {
  const target = path.join(contentDir, name);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, newFile({ data, body }));
  console.log(`content/${name} を作りました。`);
}

function addHeading(name: string, words: string): void {
  const target = path.join(contentDir, 'policy.mdx');
  const policy = { file: 'policy.mdx', text: readFileSync(target, 'utf8') };
  writeFileSync(target, withFields(policy, { [name]: words }));
  console.log(
    `content/policy.mdx に ${name}: ${words} を足しました。計画の見出しに書きかえてください。`,
  );
}
