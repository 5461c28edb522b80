import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKS, CRITERIA, resultOf, type Criterion } from '#model/criteria.ts';
import { t } from '#strings.ts';

const report = (checks: { id: string; tests: number; failed: number }[]) => ({
  ...{ date: '2000-01-31', browser: 'x', tools: ['y'], pages: 1 },
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
      expect(existsSync(file), file).toBe(true);
      if (file.endsWith('pages.spec.ts')) expect(readFileSync(file, 'utf8')).toContain(`'@${id}'`);
      expect(t.accessibility.checks).toHaveProperty(id);
      expect(t.conformance.checks).toHaveProperty(id);
    }
  });

  it('say no result that no test gave', () => {
    const proven: Criterion = {
      id: 'x',
      level: 'A',
      name: '',
      tests: ['axe', 'html'],
      whole: true,
    };
    const part: Criterion = { id: 'x', level: 'A', name: '', tests: ['axe'] };
    expect(resultOf(proven, undefined)).toBe('unverified');
    expect(resultOf(proven, report([run('axe')]))).toBe('unverified');
    expect(resultOf(proven, report([run('axe'), { id: 'html', tests: 0, failed: 0 }]))).toBe(
      'unverified',
    );
    expect(resultOf(proven, report([run('axe'), run('html')]))).toBe('conforms');
    expect(resultOf(proven, report([run('axe'), run('html', 1)]))).toBe('fails');
    expect(resultOf(part, report([run('axe')]))).toBe('unverified');
    expect(resultOf(part, report([run('axe', 1)]))).toBe('fails');
    expect(resultOf({ id: 'x', level: 'A', name: '' }, report([]))).toBe('unverified');
    expect(resultOf({ id: 'x', level: 'A', name: '', absent: 'b' }, report([]))).toBe(
      'notApplicable',
    );
  });
});
