/** The filters of the search page: what is chosen, and how many results each choice would show. */
import { filtersOf, type StoredRecord } from '#search/record.ts';

export class SearchFilters {
  #details: HTMLDetailsElement;
  /** What is found before any filter; undefined where nothing is asked. */
  #found: readonly StoredRecord[] | undefined;
  #input: HTMLInputElement;
  #plans: HTMLSelectElement | undefined;
  readonly selects: readonly HTMLSelectElement[];

  constructor(root: HTMLElement, details: HTMLElement) {
    this.#details = details as HTMLDetailsElement;
    this.#input = root.querySelector('input') as HTMLInputElement;
    this.selects = [...details.querySelectorAll('select')];
    this.#plans = this.selects.find(({ name }) => name === 'plan');
  }

  /** The values that are chosen, by the names of filters. A plan counts only for a question. */
  get choice(): Record<string, string> {
    const chosen = this.selects.filter(
      ({ name, value }) => value !== '' && (name !== 'plan' || this.#isAsked),
    );
    return Object.fromEntries(chosen.map(({ name, value }) => [name, value]));
  }
  /** Without a question the page lists the records of its own plan. */
  get #isAsked() {
    return this.#input.value.trim() !== '';
  }
  get isChosen() {
    return Object.keys(this.choice).length > 0;
  }

  /** Shows them, which are hidden where no script makes them work. */
  begin() {
    this.#details.hidden = false;
    this.#details.open = this.selects.some(({ value }) => value !== '');
    this.#details.addEventListener('toggle', () => this.#count());
  }

  passes = (record: StoredRecord) => passes(filtersOf(record), this.choice);

  /** Offers to choose a plan that is published beside this one. */
  offerPlan(title: string | null | undefined) {
    const select = this.#plans;
    if (select && title && ![...select.options].some(({ value }) => value === title))
      select.add(new Option(title, title));
  }

  /** To be told whenever something else is found, or nothing is asked. */
  tell(found: readonly StoredRecord[] | undefined) {
    this.#found = found;
    for (const { plan } of found ?? []) this.offerPlan(plan);
    if (this.#plans) this.#plans.disabled = !this.#isAsked;
    this.#count();
  }

  /** Tells behind each choice how many results it would show, the other filters standing. */
  #count() {
    if (!this.#details.open) return;
    const found = this.#found?.map(filtersOf);
    for (const { name, options } of this.selects) {
      const { [name]: _, ...others } = this.choice;
      const open = found?.filter((values) => passes(values, others));
      for (const option of options) {
        option.dataset.label ??= option.text;
        const all = option.value === '';
        const left = open?.filter((values) => all || values[name]?.includes(option.value));
        const text = option.dataset.label + (left ? ` (${String(left.length)})` : '');
        if (option.text !== text) option.text = text;
      }
    }
  }
}

/** Whether a record of these values passes all filters of a choice. */
const passes = (values: ReturnType<typeof filtersOf>, choice: Readonly<Record<string, string>>) =>
  Object.entries(choice).every(([name, value]) => values[name]?.includes(value));
