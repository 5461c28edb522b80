/** The commands of the Japanese guides are run as they are printed, in a copy of the project. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { exampleWorkbook } from '#import/example-workbook.ts';
import { readPlan } from '#reader/read.ts';
import { copyCheckout } from '../fixtures/checkout.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const room = temporaryFolder();

/** The blocks of a guide, with the ways through it that they belong to: the words behind `sh`. */
const blocks = (guide: string): { ways: string[]; commands: string }[] =>
  [...readFileSync(`docs/${guide}`, 'utf8').matchAll(/^ *```sh([ \w]*)\n([^]*?)^ *```$/gmu)].map(
    ([, ways = '', commands = '']) => ({
      ways: ways.trim().split(' '),
      commands: commands.replaceAll(/^ +/gmu, ''),
    }),
  );

function follow(guide: string, way: string, files: Record<string, string | Uint8Array>) {
  const copy = copyCheckout(mkdtempSync(path.join(room, 'checkout-')));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(copy, name), text);
  const said = blocks(guide)
    .filter(({ ways }) => ways.includes('') || ways.includes(way))
    // The packages of the copy are those of the project.
    .map(({ commands }) => commands.replaceAll(/^npm ci .*$/gmu, ''))
    .map((commands) =>
      execFileSync('bash', ['-euo', 'pipefail', '-c', commands], {
        cwd: copy,
        encoding: 'utf8',
        env: { ...process.env, OG_IMAGES: '0', CONTENT_DIR: 'content', OUT_DIR: 'dist' },
      }),
    );
  return { content: path.join(copy, 'content'), said: said.join('\n') };
}

/** What a person writes into the empty workbook. */
const ROWS: Record<string, string[][]> = {
  計画: [
    ['市や区の名前', '山川市'],
    ['区の名前', '空区'],
    ['計画の題名', '令和8年度 空区 運営方針'],
    ['事業の一覧の見出し', '主な事業'],
  ],
  目標: [['1', '', '安心なまち', '', '', '', '', '', 'みんなで守ります。', '']],
  課: [['総務課', 'そうむか', '1', '', '']],
  事業: [['1', '防災の事業', '安心なまち', '', '', '総務課', '', '', '', '', '']],
  取組: [['1', '防災の事業', '訓練(9月)', '', '', '', '']],
};

async function filledWorkbook(): Promise<Uint8Array> {
  const { sheets } = await readXlsx(await exampleWorkbook());
  const recordHeader = sheets.find(({ name }) => name === '計画')?.rows[0]?.[0];
  return writeXlsx({
    sheets: sheets.map(({ name, rows }) => {
      const given = ROWS[name];
      if (name === '使い方') return { name, rows };
      // A sheet of one record has a line a field.
      const isRecord = rows[0]?.[0] === recordHeader;
      if (!isRecord) return { name, rows: [...rows.slice(0, 1), ...(given ?? [])] };
      const value = (field: unknown) => given?.find(([header]) => header === field)?.[1] ?? '';
      return {
        name,
        rows: rows.map(([field, , help], row) => [
          field!,
          row === 0 ? '内容' : value(field),
          help!,
        ]),
      };
    }),
  });
}

describe('新しい区で始める', { timeout: 300_000 }, () => {
  it('ends with a plan that passes', async () => {
    const { content, said } = follow('new-ward.ja.md', '', { 'plan.xlsx': await filledWorkbook() });
    expect(said).toContain('内容に誤りはありません');
    const { programmes, policy } = await readPlan(content);
    expect(policy.title).toBe('令和8年度 空区 運営方針');
    expect(programmes[0]?.activities[0]?.months).toEqual([9]);
    expect(readFileSync(path.join(content, 'permalinks.txt'), 'utf8')).toContain('programmes/');
  });
});

describe('次の年度を作る', { timeout: 300_000 }, () => {
  it('ends with a site below the path of its year', () => {
    const { content, said } = follow('next-year.ja.md', '', {});
    expect(said).toContain('内容に誤りはありません');
    const home = readFileSync(path.join(content, '../dist/index.html'), 'utf8');
    expect(home).toContain('https://plan.example.jp/2026/');
  });
});
