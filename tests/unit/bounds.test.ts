/**
 * Files that are absurdly large, or hold what a careless pattern would try in endless ways: each is
 * refused in one sentence or read as it stands. Nothing here is timed; without its bound, or its
 * pattern, a case would run for hours or out of memory.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { noticesOf } from '#model/notices.ts';
import type { Plan } from '#model/plan.ts';
import { ContentError } from '#model/problem.ts';
import { MAX_LINE } from '#reader/hygiene.ts';
import { readPlan } from '#reader/read.ts';
import { writeShapedPlan } from '../fixtures/shaped-plans.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'plan-bounds-'));
beforeEach(() => {
  rmSync(dir, { recursive: true });
  writeShapedPlan('budget', dir);
});
afterAll(() => {
  rmSync(dir, { recursive: true });
});

const PROGRAMME = 'programmes/mimamori.mdx';
const write = (file: string, text: string) => {
  writeFileSync(path.join(dir, file), text);
};
const programme = (text: string, body = '') =>
  `---\nnumber: 20\ntitle: みまもり\ngoal: mamoru\nactivities:\n  - { id: a, text: ${text} }\n---\n\n${body}\n`;
const readings = (words: string) => `words:\n${words}\nunconfirmed: []\n`;
/** As many copies of `part` as a line may hold beside the field's name. */
const line = (part: string) => part.repeat(Math.floor((MAX_LINE - 100) / part.length));
const list = (count: number, row: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => row(index)).join('\n');

const activityOf = ({ programmes }: Plan) =>
  programmes.find(({ file }) => file === PROGRAMME)?.activities[0]?.text;

async function refusal() {
  const error = await readPlan(dir).catch((reason: unknown) => reason);
  if (!(error instanceof ContentError)) throw error;
  return error.problems;
}

describe('one sentence refuses', () => {
  const size = { field: 'ファイルの大きさ', expected: expect.stringContaining('バイトまで') };
  const long = { expected: expect.stringContaining('1行は10,000字まで') };
  it.each([
    ['a file of 20 MB', PROGRAMME, 'あ'.repeat(7_000_000), { ...size, found: '21,000,000バイト' }],
    ['a list of more than 1 MB', 'redirects.yaml', '# あ\n'.repeat(200_000), size],
    ['1 MB on one line', 'redirects.yaml', `# ${'a'.repeat(900_000)}`, long],
    [
      'a note of 100,000 digits',
      PROGRAMME,
      programme(`x(${'1'.repeat(100_000)})`),
      { ...long, field: '6行目', found: '100,024字' },
    ],
    ['100,000 brackets', PROGRAMME, programme('（'.repeat(60_000)), long],
    ['20,000 months', PROGRAMME, programme('10月'.repeat(20_000)), long],
    ['100,000 spaces', PROGRAMME, programme('x', `a${' '.repeat(100_000)}b`), long],
    ['a line that ends as those of old systems', PROGRAMME, `${'a'.repeat(20_000)}\r\r`, long],
    [
      'a reading of ten kanji in turn with kana that fits in many ways',
      'readings.yaml',
      readings(`  ${'漢か'.repeat(10)}: ${'か'.repeat(60)}`),
      { found: 'か'.repeat(60) },
    ],
    [
      'a key that stands twice among 30,000',
      'readings.yaml',
      readings(
        `${list(30_000, (index) => `  漢${String(index)}: か${String(index)}`)}\n  漢7: か7`,
      ),
      { field: '30002行目', expected: '同じ項目は一度だけ書く' },
    ],
    [
      'a file for reports that names 50,000 contacts and no day',
      'security.txt',
      list(50_000, () => 'Contact: tel:1'),
      { field: 'Expires' },
    ],
  ])('%s', async (_, file, text, told) => {
    write(file, text);
    expect(await refusal()).toEqual([expect.objectContaining({ file, ...told })]);
  });

  it('each field of 45,000 wrong rows', async () => {
    write(
      'redirects.yaml',
      list(45_000, () => '- a: b'),
    );
    expect((await refusal()).length).toBe(135_000);
  });
});

describe('as it stands is read', () => {
  // ﷺ is 18 letters in plain form.
  it.each(['ﷺ', '（', '）', '「', '　x', '9', '10月', '十月', '1月1日～', '年1回', '月、'])(
    'an activity of as many %s as a line holds, in words and in a note',
    async (part) => {
      for (const text of [line(part), `x(${line(part)})`]) {
        write(PROGRAMME, programme(`"${text.trim()}"`));
        const plan = await readPlan(dir);
        expect(activityOf(plan)).toBe(text.trim());
        expect(noticesOf(plan)).toBeDefined();
      }
    },
  );

  it('a long word of kanji in turn with kana whose reading fits', async () => {
    const kana = (index: number) => String.fromCodePoint(0xac00 + index);
    const [word, reading] = ['漢', 'か'].map((one) =>
      list(250, (i) => one + kana(i)).replaceAll('\n', ''),
    );
    write('readings.yaml', readings(`  ${word ?? ''}: ${reading ?? ''}`));
    expect(Object.values((await readPlan(dir)).readings.words)).toEqual([reading]);
  });

  it('a text whose every character begins thousands of words', async () => {
    write(
      'readings.yaml',
      readings(list(20_000, (index) => `  漢字${String(index)}: か${String(index)}`)),
    );
    write(
      PROGRAMME,
      programme(
        'x',
        list(6, () => `${line('漢')}\n`),
      ),
    );
    expect(noticesOf(await readPlan(dir)).map(({ file }) => file)).toContain('readings.yaml');
  });

  it('a page that names 10,000 years, and one with endless spaces behind a year', async () => {
    const spaces = list(18, () => `平成24${' '.repeat(9000)}x\n`);
    for (const text of [list(6, () => `${line('平成24年度')}\n`), spaces]) {
      write('pages/about.mdx', `---\ntitle: あ\ndescription: あ\n---\n\n${text}`);
      expect(noticesOf(await readPlan(dir))).toBeDefined();
    }
  });
});
