/** `npm run import`: what the files of a plan say is in the imported plan, or it is listed. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { documentOf } from '#document/blocks.ts';
import { dataFiles } from '#export/files.ts';
import { planFile } from '#export/json.ts';
import { planTxt } from '#export/txt.ts';
import { importFiles } from '#import/import.ts';
import { imagesOfPlan, type Plan } from '#model/plan.ts';
import { fileNotices, readPlan } from '#reader/read.ts';
import type { BodyImage } from '#text/body.ts';
import { writeSecondPlan } from '../fixtures/second-plan.ts';
import { writeShapedPlan } from '../fixtures/shaped-plans.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const room = temporaryFolder();
let count = 0;
/** A folder that is not there yet. */
const empty = () => path.join(room, String((count += 1)));
const file = (name: string, text: string | Uint8Array) => {
  const folder = empty();
  mkdirSync(folder);
  writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
};

const PLANS = {
  second: writeSecondPlan,
  budget: (dir: string) => writeShapedPlan('budget', dir),
  department: (dir: string) => writeShapedPlan('department', dir),
} as const;

describe.each(Object.entries(PLANS))('the plan «%s»', (_, write) => {
  let plan: Plan;
  let images: BodyImage[];
  let given: string;
  beforeAll(async () => {
    const dir = empty();
    write(dir);
    plan = await readPlan(dir);
    images = imagesOfPlan(plan);
    given = dir;
  });
  /** The files of images come by hand. */
  const withImages = (dir: string) => {
    for (const image of images) cpSync(path.join(given, image.file), path.join(dir, image.file));
    return readPlan(dir);
  };
  const exported = (...names: (keyof typeof dataFiles)[]) =>
    names.map((name) => file(name, dataFiles[name].write(plan)));

  it('is the same, exported as plan.json and imported', async () => {
    const dir = empty();
    const { unplaced } = await importFiles(dir, exported('plan.json'), {});
    expect(unplaced).toEqual([]);
    const again = await withImages(dir);
    expect(planFile(again)).toEqual(planFile(plan));
    expect(documentOf(again)).toEqual(documentOf(plan));
  });

  it('has the same words, exported as text and imported', async () => {
    const dir = empty();
    const { unplaced } = await importFiles(dir, exported('plan.txt'), {});
    expect(unplaced).toEqual([]);
    const squeezed = (text: string) => text.replaceAll(/\s+/gu, '');
    expect(squeezed(planTxt(await readPlan(dir)))).toBe(squeezed(planTxt(plan)));
  });

  it('has the same programmes and pledges, exported as tables and imported', async () => {
    const dir = empty();
    const names = ['programmes.csv', 'activities.csv', 'pledges.csv', 'corrections.csv'] as const;
    const { unplaced } = await importFiles(dir, exported(...names), { title: plan.policy.title });
    expect(unplaced.map(({ words }) => words.replace(/ \S+$/u, ''))).toEqual(
      images.map(({ alt }) => alt),
    );
    const [before, after] = [planFile(plan), planFile(await readPlan(dir))];
    // A table has no place for the form of a body.
    const words = <Noun extends { markdown?: unknown; images?: unknown }>(nouns: Noun[]) =>
      nouns.map(({ markdown: _, images: __, ...noun }) => noun);
    expect(words(after.programmes)).toEqual(words(before.programmes));
    expect(words(after.pledges)).toEqual(words(before.pledges));
  });
});

describe('tables of a ward', () => {
  const PROGRAMMES = '基本目標,事業名,担当課,備考\r\nまもる,くんれん,そなえ課、まち課,新しい\r\n';
  const ACTIVITIES = '事業名\t取組\t月\nくんれん\t"ためしの\n"\t\nくんれん\tはなし(上半期)\t5、6\n';

  it.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ])('are read in %s, without ids', async (_, bytes) => {
    const dir = empty();
    const tables = [file('a.csv', bytes(PROGRAMMES)), file('b.txt.tsv', bytes(ACTIVITIES))];
    await importFiles(dir, tables, { title: '令和8年度 ためし町 計画' });
    const [programme] = (await readPlan(dir)).programmes;
    expect(programme?.id).toBe('kun-ren');
    expect(programme?.sections.map(({ name }) => name)).toEqual(['そなえ課', 'まち課']);
    expect(programme?.activities.map(({ months }) => months)).toContainEqual([5, 6]);
  });

  it('are read in Shift_JIS, as spreadsheets save them', async () => {
    const dir = empty();
    // 「事業名,基本目標」「あ,い」
    const bytes = Buffer.from('8e968bc696bc2c8aee967b96da95570d0a82a02c82a20d0a', 'hex');
    await importFiles(dir, [file('a.csv', bytes)], {});
    expect((await readPlan(dir)).programmes[0]?.title).toBe('あ');
  });

  it('are read from a sheet of Excel; what stands around the table and beside it is listed', async () => {
    const dir = empty();
    const { unplaced } = await importFiles(dir, ['tests/fixtures/import/programmes.xlsx'], {});
    expect(unplaced.map(({ place, words }) => `${place}: ${words}`)).toEqual([
      '1行目: 令和8年度 ためし町 事業の表',
      '4行目「備考」の欄: ことし新しい',
    ]);
    const { programmes, goals } = await readPlan(dir);
    expect(programmes.map(({ title }) => title)).toEqual(['ぼうさい くんれん', 'あそびば 1号']);
    expect(goals.map(({ title }) => title)).toEqual(['まもる', 'そだつ']);
  });

  it.each([
    ['a row without its main words', '事業名,取組\nあ,\nい,う\n', '2行目: あ'],
    [
      'a cell that says otherwise than the plan',
      '番号,事業名,基本目標\n7,あ,い\n',
      '「番号」の欄: 7',
    ],
    ['a table of another kind', '品目,値段\nりんご,100\n', '2行目: りんご、100'],
  ])('list %s', async (_, table, listed) => {
    const { unplaced } = await importFiles(empty(), [file('a.csv', table)], {});
    expect(unplaced.map(({ place, words }) => `${place}: ${words}`).join('\n')).toContain(listed);
  });
});

describe('a text', () => {
  it('that has words without a place is listed with its line', async () => {
    const text = '令和8年度 ためし町 計画\n\nどこにも入らない言葉\n\n1 まもる\n\nまもります。\n';
    const { unplaced } = await importFiles(empty(), [file('a.txt', text)], {});
    expect(unplaced).toEqual([{ file: 'a.txt', place: '3行目', words: 'どこにも入らない言葉' }]);
  });

  it('may hold any sign: it is shown as it is written', async () => {
    const dir = empty();
    const hostile = '<b>&amp; {x} *y* _z_ [a](b) `c` # 1. ~d~ | 﨑髙𠮷。';
    const text = `令和8年度 ためし町 計画\n\n1 まもる\n\n${hostile}\n\n- ではじまる。\n`;
    const { unplaced } = await importFiles(dir, [file('a.txt', text)], {});
    expect(unplaced).toEqual([]);
    expect((await readPlan(dir)).goals[0]?.paragraphs[0]).toBe(hostile);
  });
});

describe('npm run import', () => {
  const run = (dir: string, ...args: string[]) =>
    spawnSync(process.execPath, ['src/commands/import.ts', ...args], {
      env: { ...process.env, CONTENT_DIR: dir },
      encoding: 'utf8',
    });

  it('says by its exit code whether all has its place, and marks its drafts', async () => {
    const dir = empty();
    const whole = run(dir, file('a.csv', '事業名,基本目標\n防災,安心\n'), '--ward', '山区');
    expect([whole.status, whole.stderr]).toEqual([0, '']);
    const notices = (await fileNotices(dir)).map(({ file, text }) => `${file}${text}`);
    expect(notices).toContain('programmes/bosai.mdxの2行目に下書きがあります: ファイル名');
    expect(notices).toContain('readings.yamlの1行目に下書きがあります: 辞書による読み');
    expect((await readPlan(dir)).readings.words).toEqual(
      expect.objectContaining({ 防災: 'ぼうさい' }),
    );
    const part = run(empty(), file('a.csv', '事業名,備考\n防災,メモ\n'));
    expect(part.status).toBe(1);
    expect(part.stderr).toContain('a.csv 2行目「備考」の欄: メモ');
  });

  it('never writes where anything lies', () => {
    const mine = file('policy.mdx', 'わたしの');
    const { status, stderr } = run(path.dirname(mine), file('a.csv', '事業名\nあ\n'));
    expect(status).toBe(1);
    expect(stderr).toContain('「policy.mdx」があります');
    expect(readFileSync(mine, 'utf8')).toBe('わたしの');
  });
});
