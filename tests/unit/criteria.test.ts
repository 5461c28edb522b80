import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKS, CRITERIA, resultOf, type Criterion } from '#model/criteria.ts';
import { t } from '#strings.ts';

const report = (checks: { id: string; tests: number; failed: number }[]) => ({
  date: '2000-01-31',
  browser: 'x',
  tools: ['y'],
  pages: 1,
  checks,
});
const run = (id: string, failed = 0) => ({ id, tests: 3, failed });

describe('the criteria of the statement', () => {
  it('are the 25 of level A and the 13 of level AA, in order, each once', () => {
    const count = (level: string) => CRITERIA.filter((one) => one.level === level).length;
    expect([count('A'), count('AA')]).toEqual([25, 13]);
    const ids = CRITERIA.map(({ id }) => id);
    expect(new Set(ids).size).toBe(38);
    expect(ids.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))).toEqual(ids);
    // How many criteria each guideline has at these levels.
    const each = Object.values(Object.groupBy(ids, (id) => id.replace(/\.\d+$/, '')));
    expect(each.map((group) => group?.length)).toEqual([1, 5, 3, 5, 2, 2, 1, 7, 2, 4, 4, 2]);
  });

  it('name only checks whose tests are there and have a name', () => {
    for (const [id, file] of Object.entries(CHECKS)) {
      const text = readFileSync(file, 'utf8');
      if (file.endsWith('pages.spec.ts')) expect(text).toContain(`'@${id}'`);
      expect(t.accessibility.checks).toHaveProperty(id);
      expect(t.conformance.checks).toHaveProperty(id);
    }
  });

  it('are decided by tests, or by what stands on no page, but for five at most that a person has to say', () => {
    for (const { id, tests, person, absent } of CRITERIA)
      expect(tests ?? person ?? absent, id).toBeTruthy();
    expect(CRITERIA.filter(({ person }) => person).length).toBeLessThanOrEqual(5);
  });

  it.each([
    ['unverified', {}, undefined],
    ['unverified', {}, report([run('axe')])],
    ['unverified', {}, report([run('axe'), { id: 'html', tests: 0, failed: 0 }])],
    ['conforms', {}, report([run('axe'), run('html')])],
    ['fails', {}, report([run('axe'), run('html', 1)])],
    ['unverified', { person: '人' }, report([run('axe'), run('html')])],
    ['fails', { person: '人' }, report([run('axe', 1)])],
    ['notApplicable', { absent: 'b' }, report([])],
  ] as const)('are said to be %s by no less than the tests %j %j', (result, more, found) => {
    const criterion: Criterion = { id: 'x', level: 'A', name: '', tests: ['axe', 'html'], ...more };
    expect(resultOf(criterion, found)).toBe(result);
  });
});
