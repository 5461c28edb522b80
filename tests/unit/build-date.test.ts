/** The days that pages name: what they are taken from, and that git is asked for them once. */
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { afterAll, beforeEach, expect, it, vi } from 'vitest';

vi.mock('node:child_process', () => ({ execFileSync: vi.fn() }));

/** What git prints, by its command; it fails for any other. */
let printed: Record<string, string> = {};
const git = vi.mocked(execFileSync);
beforeEach(() => {
  vi.resetModules();
  git.mockReset().mockImplementation((_, [command = ''] = []) => {
    if (printed[command] === undefined) throw new Error('no repository');
    return printed[command];
  });
  printed = {};
});

// Test files share modules: none may keep this git.
afterAll(() => vi.resetModules());

/** With nothing remembered. */
const dates = () => import('#build-date.ts');
const commit = String(Date.UTC(2020, 2, 31, 15) / 1000);

it('the build is of BUILD_DATE, else of the day of the last commit in Japan', async () => {
  printed = { log: commit };
  const { buildDate } = await dates();
  expect(buildDate({})).toBe('2020-04-01');
  expect(buildDate({ BUILD_DATE: '2021-04-01' })).toBe('2021-04-01');
});

it('the content changed on CONTENT_DATE, else with the last commit that changed it', async () => {
  printed = { log: `${commit}\n`, 'ls-files': '', 'rev-parse': 'false\n' };
  const { lastChange } = await dates();
  expect(lastChange({ CONTENT_DATE: '2021-04-01' })).toBe('2021-04-01');
  expect(lastChange({})).toBe('2020-04-01');
});

it('the content changed on the day of a file that is not committed as it is', async () => {
  printed = { log: commit, 'ls-files': 'policy.mdx\0gone.mdx\0', 'rev-parse': 'false' };
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' });
  const changed = day.format(statSync('content/policy.mdx').mtime);
  expect((await dates()).lastChange({})).toBe(changed);
});

it('does not take the oldest commit of a history that is cut off for a change', async () => {
  printed = { log: commit, 'ls-files': '', 'rev-parse': 'true' };
  expect((await dates()).lastChange({})).toBeUndefined();
});

it('neither is taken from what is no day', async () => {
  const { buildDate, lastChange } = await dates();
  expect(() => buildDate({ BUILD_DATE: '2020/4/1' })).toThrow('書いてください');
  expect(() => lastChange({ CONTENT_DATE: '4月1日' })).toThrow('書いてください');
});

it('both are unknown without git, which is asked once', async () => {
  const { buildDate, lastChange } = await dates();
  expect([buildDate({}), lastChange({})]).toEqual([undefined, undefined]);
  const asked = git.mock.calls.length;
  expect([buildDate({}), lastChange({})]).toEqual([undefined, undefined]);
  expect(git).toHaveBeenCalledTimes(asked);
});
