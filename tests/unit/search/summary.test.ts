import { expect, it } from 'vitest';
import { summaryOf } from '#integrations/search.ts';

it('names the files of the index in one order, whatever order they come in', () => {
  const files = ['pagefind-entry.json', 'index/unknown_b.pf_index', 'index/unknown_a.pf_index'].map(
    (path) => ({ path, content: new Uint8Array() }),
  );
  const summary = summaryOf(files, false);
  expect(summary.files.slice(1)).toEqual(['index/unknown_a.pf_index', 'index/unknown_b.pf_index']);
  expect(summaryOf(files.toReversed(), false)).toEqual(summary);
});
