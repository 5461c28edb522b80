/** `npm run new`: what it writes is valid as it stands, and nothing that stands is touched. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPlan } from '#reader/read.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'plan-new-'));
beforeAll(() => {
  cpSync('content', dir, { recursive: true });
});
afterAll(() => {
  rmSync(dir, { recursive: true });
});

const make = (...args: string[]) =>
  spawnSync(process.execPath, ['src/commands/new.ts', ...args], {
    env: { ...process.env, CONTENT_DIR: dir },
    encoding: 'utf8',
  });

describe('npm run new', { timeout: 60_000 }, () => {
  it('makes a section, a pledge and a programme that join the plan', async () => {
    const before = await readPlan(dir);
    for (const [kind, id] of [
      ['section', 'atarashii-ka'],
      ['pledge', 'atarashii-ka/kakari'],
      ['programme', 'atarashii-jigyo'],
    ] as const)
      expect(make(kind, id).status, id).toBe(0);
    const after = await readPlan(dir);
    expect(after.sections).toHaveLength(before.sections.length + 1);
    expect(after.sections.at(-1)?.pledges).toHaveLength(2);
    expect(after.programmes.at(-1)?.number).toBe(before.programmes.length + 1);
  });

  it.each([
    [['programme', 'Not An Id'], '小文字のローマ字'],
    [['pledge', 'nai-ka/kakari'], 'がありません'],
    [['nothing'], '作るものを選んでください'],
    [[], '作るものを選んでください'],
  ])('refuses %j and says why', (args, why) => {
    const { status, stderr } = make(...args);
    expect(status).toBe(1);
    expect(stderr).toContain(why);
  });

  it('leaves what stands as it is', async () => {
    const [programme] = (await readPlan(dir)).programmes;
    const file = path.join(dir, 'programmes', `${programme?.id ?? ''}.mdx`);
    const before = readFileSync(file, 'utf8');
    const { status, stderr } = make('programme', programme?.id ?? '');
    expect(status).toBe(1);
    expect(stderr).toContain('もうあります');
    expect(readFileSync(file, 'utf8')).toBe(before);
  });
});
