/** The records of a plan as the search page holds them, before and after its index has come. */
import { addContents, type Entry } from '#elements/search-list.ts';
import type { Plan } from '#model/plan.ts';
import { readContents } from '#search/content.ts';
import { docOf, type Doc } from '#search/doc.ts';
import { indexContent, type SearchRecord } from '#search/records.ts';

/** An entry without its place in a page. */
export type BareEntry = Omit<Entry, 'element'>;

/** What the page prints of the records. */
export function printedEntries(records: readonly SearchRecord[]): BareEntry[] {
  return records.map(({ url, kind, months, titles, heads, words: paragraphs }) => {
    const words = paragraphs.join('\n');
    const doc = docOf({ url, kind, months, titles, heads: heads.join('\n'), words });
    return { doc, title: titles.join('、'), heads, words, facets: {} };
  });
}

/** The same with what the index of these records knows. */
export function indexedEntries(
  records: readonly SearchRecord[],
  plan: Pick<Plan, 'readings'>,
): BareEntry[] {
  const told = new Set<string>();
  const contents = readContents(
    new Map(records.map((record) => [record.url, indexContent(record, plan, told)])),
  );
  const entries = new Map(printedEntries(records).map((entry) => [entry.doc.url, entry]));
  addContents(entries as Map<string, Entry>, contents);
  return [...entries.values()];
}

export const docsOf = (entries: readonly BareEntry[]): Doc[] => entries.map(({ doc }) => doc);
