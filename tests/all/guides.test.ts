/** The commands of the Japanese guides are run as they are printed, in a copy of the project. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readPlan } from '#reader/read.ts';
import { copyCheckout } from '../fixtures/checkout.ts';

const room = mkdtempSync(path.join(tmpdir(), 'plan-guide-'));
afterAll(() => {
  rmSync(room, { recursive: true });
});

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
        input: '山川市\n空区\n令和8\n\n安心なまち\n\n',
      }),
    );
  return { content: path.join(copy, 'content'), said: said.join('\n') };
}

const TEXT = `令和8年度 空区 運営方針

I めざすこと

1 安心なまち

みんなで守ります。

主な事業

1 安心なまち

防災の事業 【総務課】
・訓練(9月)
`;

describe('新しい区で始める', { timeout: 300_000 }, () => {
  const bosai = readFileSync('tests/fixtures/import/bosai.xlsx');
  const torikumi = '事業名,取組\n防災の事業,訓練(9月)\n';
  it.each([
    ['ask', {}, '令和8年度 空区 運営方針', []],
    ['new', {}, '令和8年度 空区 運営方針', []],
    ['import', { 'jigyo.xlsx': bosai, 'torikumi.csv': torikumi }, '令和8年度 空区 運営方針', [9]],
    ['text', { 'keikaku.txt': TEXT }, '令和8年度 空区 運営方針', [9]],
  ])('ends with a plan that passes, by the way «%s»', async (way, files, title, months) => {
    const { content, said } = follow('new-ward.ja.md', way, files);
    expect(said).toContain('内容に誤りはありません');
    const { programmes, policy } = await readPlan(content);
    expect(policy.title).toBe(title);
    expect(programmes[0]?.activities[0]?.months).toEqual(months);
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
