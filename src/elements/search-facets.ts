/** Filters: what is chosen, and how many each further choice would leave. */
import type { Entry } from './search-list.ts';

export type Choice = Record<string, string>;

export const readChoice = (selects: readonly HTMLSelectElement[]): Choice =>
  Object.fromEntries(selects.map(({ name, value }) => [name, value]));

/** Whether an entry passes every filter, or every one but `except`. */
export function inFacets({ facets }: Entry, choice: Choice, except?: string): boolean {
  return Object.entries(choice).every(
    ([name, value]) => value === '' || name === except || (facets[name] ?? []).includes(value),
  );
}

/** Tells behind each choice how many entries it would show, the other filters standing. */
export function countFacets(
  selects: readonly HTMLSelectElement[],
  entries: readonly Entry[],
  choice: Choice,
) {
  for (const select of selects) {
    const open = entries.filter((entry) => inFacets(entry, choice, select.name));
    for (const option of select.options) {
      option.dataset.label ??= option.text;
      const count = open.filter(
        ({ facets }) => option.value === '' || (facets[select.name] ?? []).includes(option.value),
      ).length;
      const text = `${option.dataset.label} (${String(count)})`;
      if (option.text !== text) option.text = text;
      option.disabled = count === 0 && option.value !== '' && option.value !== select.value;
    }
  }
}
