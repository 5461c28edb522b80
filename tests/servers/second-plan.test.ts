/** The next ward, the next year: another plan by another content folder alone, under another path. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPlan } from '#reader/read.ts';
import { SECOND, writeSecondPlan } from '../fixtures/second-plan.ts';

const base = '/midori/2026/';
const home = mkdtempSync(path.join(tmpdir(), 'plan-second-'));
const content = path.join(home, 'words');
const dist = path.join(home, 'dist');
const env = {
  ...process.env,
  CONTENT_DIR: content,
  OUT_DIR: dist,
  DIST: dist,
  BASE_PATH: base,
  SITE_URL: 'https://midori.example',
  NODE_ENV: 'production',
  OG_IMAGES: '0',
};

describe('a second plan', () => {
  beforeAll(() => {
    writeSecondPlan(content);
    execFileSync(process.execPath, ['src/commands/build.ts'], { env, stdio: 'pipe' });
  });
  afterAll(() => {
    rmSync(home, { recursive: true });
  });

  const files = (dir: string, ending: string) =>
    readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(ending));
  const pages = () => files(dist, '.html');

  it('has a page for each of its goals, programmes and sections', async () => {
    const plan = await readPlan(content);
    expect(plan.goals).toHaveLength(SECOND.goals);
    const folders = (folder: string) =>
      pages().filter((file) => file.startsWith(`${folder}/`) && file.split('/').length === 3);
    expect(folders('goals')).toHaveLength(SECOND.goals);
    expect(folders('programmes')).toHaveLength(SECOND.programmes);
    expect(folders('sections')).toHaveLength(SECOND.sections);
  });

  it('says nothing of the first plan', async () => {
    const first = await readPlan();
    // The first may be of the same year, or the next.
    const { start } = (await readPlan(content)).policy.fiscalYear;
    const own = files(content, '.mdx')
      .map((file) => readFileSync(path.join(content, file), 'utf8'))
      .concat(String(start), String(start + 1))
      .join('\n');
    const words = [
      ...[
        first.policy.city,
        first.policy.ward,
        first.policy.fiscalYear.printed,
        String(first.policy.fiscalYear.start),
      ],
      ...first.goals.map(({ title }) => title),
      ...first.programmes.map(({ title }) => title),
      ...first.sections.map(({ name }) => name),
      ...first.pledges.flatMap(({ units }) => units),
      ...(first.policy.mascot ? [first.policy.mascot.name] : []),
    ].filter((word) => !own.includes(word));
    for (const page of pages()) {
      // A hash in the policy may hold any letters and digits.
      const html = readFileSync(path.join(dist, page), 'utf8').replace(/'sha256-[^']+'/g, '');
      expect(
        words.filter((word) => html.includes(word)),
        page,
      ).toEqual([]);
    }
  });

  /** Runs tests of the first plan on this one, by their project and what else chooses them. */
  const passes = (...chosen: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        ...['node_modules/vitest/vitest.mjs', 'run', '--reporter', 'dot'],
        ...['--config', 'tests/vitest.config.ts', '--project'],
        ...chosen,
      ],
      { env: { ...env, TEST_REPORTS: undefined }, encoding: 'utf8' },
    );
    expect(status, stdout.slice(-4000) + stderr.slice(-2000)).toBe(0);
  };

  it('passes the tests of the code', () => {
    passes('unit');
  });

  it('passes the tests of the built site, once its addresses are listed', () => {
    execFileSync(process.execPath, ['src/commands/permalinks.ts'], { env, stdio: 'pipe' });
    passes('dist');
  });

  it('is served by nginx under its path as the first is', () => {
    passes('servers', 'requests');
  });
});
