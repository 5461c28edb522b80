/** What an editor is told: once, with what a field is for, and what is only worth a look. */
import { expect, it } from 'vitest';
import { noticesOf } from '#model/notices.ts';
import { ContentError } from '#model/problem.ts';
import { readPlan, fileNotices } from '#reader/read.ts';
import { changedContent, changes, type Case } from './changed-content.ts';

const changed = changedContent();

it.each([
  ['goal: anshin', 'goal: anshim'],
  ['- kodomo-katei-shien', '- kodomo-katei'],
])('a problem of one wrong id is told once: %s', async (from, to) => {
  const reading = readPlan(changed([{ edit: ['programmes/dv-taisaku.mdx', from, to] }]));
  const error = await reading.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ContentError);
  expect((error as ContentError).problems).toHaveLength(1);
});

/** `files` that are named for how they are saved, `notices` by their file, `only` in some of them. */
interface Told {
  files?: string[];
  notices?: Record<string, string>;
  only?: string;
}

it.each<readonly [string, Case & Told]>([
  ['nothing', { name: '', change: [] }],
  ...changes<Told>('notices'),
])('an editor is told of %s', async (_, { change, files = [], notices = {}, only = '' }) => {
  const dir = changed(change);
  expect((await fileNotices(dir)).map(({ file }) => file)).toEqual(files);
  const told = noticesOf(await readPlan(dir)).filter(({ file }) => file.startsWith(only));
  expect(told).toEqual(
    Object.entries(notices).map(([file, text]) => ({
      file,
      text: expect.stringContaining(text) as string,
    })),
  );
});
