import { gunzipSync } from 'node:zlib';
import { decode } from 'cborg';
import { expect, it } from 'vitest';
import { makeIndex, summaryOf } from '#integrations/search.ts';
import { indexEntry } from '#search/records.ts';
import { stored } from './fixture.ts';

const entries = stored.map(indexEntry);
const files = await makeIndex(entries);
const data = (path: RegExp) =>
  files.flatMap((file) =>
    path.test(file.path) ? [gunzipSync(file.content).subarray('pagefind_dcd'.length)] : [],
  );
type Word = [token: string, postings: [page: number, places: number[], of: unknown[]][]];
const chunks = data(/\.pf_index$/).map((chunk) => (decode(chunk) as [Word[]])[0]);

it('keeps every token with its records, and of no place more than that it is in a title', () => {
  const tokens = chunks.flatMap((words) => words.map(([token]) => token));
  expect(new Set(tokens)).toEqual(new Set(entries.flatMap((entry) => entry.tokens)));
  const places = chunks.flatMap((words) =>
    words.flatMap(([, postings]) => postings.map(([, places]) => places.length)),
  );
  const ofTitles = entries.reduce((sum, entry) => sum + entry.ofTitles, 0);
  expect(places.reduce((a, b) => a + b, 0)).toBe(ofTitles);
  expect(Math.max(...places)).toBe(1);
});

it('keeps the everyday words in chunks of their own, which a page that prints the others loads', () => {
  for (const words of chunks)
    expect(new Set(words.map(([token]) => token.startsWith('ー'))).size).toBe(1);
  const { version, files: first } = summaryOf(files, true);
  const everyday = chunks.findIndex((words) => words[0]?.[0].startsWith('ー'));
  expect(first).toContain(`index/${version}${String(everyday)}_.pf_index`);
  expect(first.filter((name) => name.startsWith('index/'))).toHaveLength(1);
});

it('names a fragment by the place of its record, which is its content', () => {
  const { version } = summaryOf(files, true);
  const named = new Map(files.map(({ path, content }) => [path, content]));
  entries.forEach(({ record }, place) => {
    const file = named.get(`fragment/${version}${place.toString(36)}.pf_fragment`);
    const text = gunzipSync(file ?? '')
      .toString()
      .replace('pagefind_dcd', '');
    expect(JSON.parse((JSON.parse(text) as { content: string }).content)).toEqual(record);
  });
});

it('has names of its own for whatever it holds', async () => {
  const [first, ...rest] = stored;
  const other = await makeIndex([{ ...first!, kind: 'goal' }, ...rest].map(indexEntry));
  expect(summaryOf(other, true).version).not.toBe(summaryOf(files, true).version);
  const same = await makeIndex(entries);
  expect(summaryOf(same, true)).toEqual(summaryOf(files, true));
});
