/** The content files of a drafted plan. What was drafted and not given is marked as a draft. */
import { inOrder } from '#edit/data.ts';
import { newFile } from '#edit/parts.ts';
import { writeYaml } from '#edit/rewrite.ts';
import type { Correction } from '#model/correction.ts';
import { goalSchema } from '#model/goal.ts';
import { DRAFT } from '#model/notices.ts';
import { pageSchema } from '#model/page.ts';
import { partSchema } from '#model/part.ts';
import { pledgeSchema } from '#model/pledge.ts';
import { policySchema } from '#model/policy.ts';
import { principleSchema } from '#model/principle.ts';
import { activitySchema, programmeSchema } from '#model/programme.ts';
import { sectionSchema } from '#model/section.ts';
import type { Draft, DraftPrinciple } from './draft.ts';
import { draftIds } from './ids.ts';
import { markdownOf } from './markdown.ts';
import { withPlaceholders } from './placeholders.ts';
import { kanaOf, NO_READINGS, readingsFile } from './readings.ts';

/** The line of a file that says what in it nobody has confirmed. */
export const draftLine = (what: readonly string[]): string =>
  `${DRAFT}: ${what.join('、')}。確かめたら、この行を消してください\n`;

/** Whether the words that a correction is about came with the other files. */
function stands(row: Correction, files: ReadonlyMap<string, string>): boolean {
  const plain = (text: string) => text.replaceAll(/[\\"']/gu, '');
  return row.status === 'rule' || plain(files.get(row.file) ?? '').includes(plain(row.shown));
}

/** Every string of a draft. */
const wordsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
};

type Body = Pick<DraftPrinciple, 'body' | 'markdown'>;
const some = <Item>(list: readonly Item[]) => (list.length > 0 ? list : undefined);

/** Path inside `content/` → the text of the file. */
export async function filesOf(given: Draft): Promise<Map<string, string>> {
  const { draft, placeholders } = withPlaceholders(given);
  const drafted = await draftIds(draft, NO_READINGS);
  const files = new Map<string, string>();
  const add = (
    file: string,
    { shape }: { shape: object },
    data: object,
    body: Body = { body: [] },
    unsure: readonly (string | false)[] = [],
  ) => {
    const words = body.markdown ?? markdownOf(body.body);
    const text = newFile({ data: inOrder(Object.keys(shape), data), body: words });
    const what = unsure.filter((name) => name !== false);
    files.set(file, what.length > 0 ? text.replace('\n', `\n${draftLine(what)}`) : text);
  };
  const unnamed = (noun: object) => drafted.has(noun) && 'ファイル名';

  const { policy, goals, principles, sections, programmes } = draft;
  add('policy.mdx', policySchema, policy, undefined, placeholders);
  for (const [index, part] of policy.parts.entries()) {
    const data = { ...part, order: index + 1 };
    const { body = [], markdown } = part;
    add(`parts/${String(part.id)}.mdx`, partSchema, data, { body, markdown }, [unnamed(part)]);
  }
  for (const [index, goal] of goals.entries())
    add(`goals/${String(goal.id)}.mdx`, goalSchema, { number: index + 1, ...goal }, goal, [
      unnamed(goal),
    ]);
  for (const [index, principle] of principles.entries()) {
    const data = { ...principle, order: index + 1 };
    add(`principles/${String(principle.id)}.mdx`, principleSchema, data, principle, [
      unnamed(principle),
    ]);
  }
  for (const [index, section] of sections.entries()) {
    const { name, kana = await kanaOf(name) } = section;
    const file = `sections/${String(section.id)}.mdx`;
    add(file, sectionSchema, { ...section, kana, order: index + 1 }, undefined, [
      unnamed(section),
      section.kana === undefined && 'kana',
    ]);
  }
  for (const [index, programme] of programmes.entries()) {
    const { activities, repeatedUnder, otherOwners } = programme;
    const data = {
      ...programme,
      number: index + 1,
      goal: programme.goal.id,
      repeatedUnder: some(repeatedUnder.map(({ id }) => id)),
      sections: programme.sections.map(({ id }) => id),
      otherOwners: some(otherOwners),
      activities: activities.map((one) => inOrder(Object.keys(activitySchema.shape), one)),
    };
    add(`programmes/${String(programme.id)}.mdx`, programmeSchema, data, programme, [
      unnamed(programme),
      activities.some((activity) => drafted.has(activity)) && '取組のid',
    ]);
  }
  for (const [section, pledges] of Map.groupBy(draft.pledges, (pledge) => pledge.section))
    for (const [index, pledge] of pledges.entries()) {
      const file = `pledges/${String(section.id)}/${String(pledge.id)}.mdx`;
      add(file, pledgeSchema, { ...pledge, order: index + 1 }, pledge, [unnamed(pledge)]);
    }
  const { city = '', ward = '', title = '' } = policy;
  const about = { body: [`${city}${ward}の「${title}」の言葉を載せたサイトです。`] };
  add('pages/about.mdx', pageSchema, { description: 'このサイトの説明' }, about, ['全体']);
  files.set('corrections.yaml', writeYaml(draft.corrections.filter((row) => stands(row, files))));
  files.set(
    'readings.yaml',
    draft.readings ? writeYaml(draft.readings) : await readingsFile(wordsIn(draft)),
  );
  if (draft.source) files.set('source.yaml', writeYaml(draft.source));
  return files;
}
