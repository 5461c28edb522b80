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

  it.each(['a folder that is not there', 'an empty folder'])(
    'makes a plan in %s, in which everything else can begin',
    async (kind) => {
      const fresh = mkdtempSync(path.join(tmpdir(), 'plan-fresh-'));
      if (kind !== 'an empty folder') rmSync(fresh, { recursive: true });
      const run = (...args: string[]) =>
        spawnSync(process.execPath, ['src/commands/new.ts', ...args], {
          env: { ...process.env, CONTENT_DIR: fresh },
          encoding: 'utf8',
          input: '山田市\n空区\n2026\n\nまもる\nそだつ\n\n',
        });
      const flags = ['--ward', '空区', '--year', '令和8', '--goal', 'まもる', '--goal', 'そだつ'];
      expect(run('plan', ...(kind === 'an empty folder' ? flags : [])).stderr).toBe('');
      const { policy, goals } = await readPlan(fresh);
      expect(policy.fiscalYear.start).toBe(2026);
      expect(policy.ward).toBe('空区');
      expect(goals.map(({ id, title }) => [id, title])).toEqual([
        ['mamoru', 'まもる'],
        ['sodatsu', 'そだつ'],
      ]);
      expect(run('plan', ...flags).stderr).toContain('があります');
      for (const [what, id] of [
        ['section', 'somu'],
        ['programme', 'mori'],
        ['pledge', 'somu/shomu'],
      ] as const)
        expect(run(what, id).stderr, id).toBe('');
      const plan = await readPlan(fresh);
      expect([plan.sections, plan.programmes, plan.pledges].map(({ length }) => length)).toEqual([
        1, 1, 1,
      ]);
      rmSync(fresh, { recursive: true });
    },
  );

  it.each([
    [['plan', '--ward', '空区', '--year', 'いつか', '--goal', 'あ'], '年度として読めません'],
    [['plan', '--ward', '空区'], '答えが足りません'],
  ])('refuses %j and says why', (args, why) => {
    const { status, stderr } = spawnSync(process.execPath, ['src/commands/new.ts', ...args], {
      env: { ...process.env, CONTENT_DIR: path.join(dir, 'not-there') },
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([1, expect.stringContaining(why)]);
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
