import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPlan } from '#reader/read.ts';

/** A column of the data files, whose names are the same for every plan. */
const GENERIC = new Set(['基本目標']);

describe('src knows no plan', async () => {
  const { policy, parts, goals, principles, programmes, sections, pledges } = await readPlan();
  const year = policy.fiscalYear.start;
  const names = [
    ...[policy.city, policy.ward, policy.title],
    ...policy.title.split(/\s/).filter((word) => /\d/.test(word)),
    ...parts.flatMap(({ heading, lead = heading }) => [heading, lead]),
    ...goals.flatMap(({ title, subtitle = title }) => [title, subtitle]),
    ...principles.map(({ title }) => title),
    ...programmes.flatMap(({ title, activities }) => [title, ...activities.map((a) => a.text)]),
    ...sections.map(({ name }) => name),
    ...pledges.flatMap(({ units }) => units),
    ...(policy.mascot ? [policy.mascot.name] : []),
    ...[String(year), String(year + 1)],
  ].filter((name) => !GENERIC.has(name));
  const ids = [parts, goals, principles, programmes, sections, pledges]
    .flatMap((nouns) => nouns.map(({ id }) => id))
    .concat(programmes.flatMap(({ activities }) => activities.map(({ id }) => id)));

  const lines = globSync('src/**/*.*').flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .map((line, index) => ({ at: `${file}:${String(index + 1)}`, line })),
  );

  it('names no ward, year, goal, programme, section or unit', () => {
    const found = lines.flatMap(({ at, line }) =>
      names.filter((name) => line.includes(name)).map((name) => `${at} ${name}`),
    );
    expect(found).toEqual([]);
  });

  it('holds no id of the content', () => {
    const words = new Set(ids);
    const found = lines.flatMap(({ at, line }) =>
      [...line.matchAll(/[a-z0-9]+(?:-[a-z0-9]+)*/g)]
        .map(([word]) => word)
        .filter((word) => words.has(word))
        .map((word) => `${at} ${word}`),
    );
    expect(found).toEqual([]);
  });
});
