/** The filters of the search page: what is chosen, and how many results each choice would show. */
import { filtersOf, type StoredRecord } from '#search/record.ts';

export class SearchFilters {
  #details: HTMLDetailsElement;
  #selects: readonly HTMLSelectElement[];
  #plans: HTMLSelectElement | undefined;
  /** What is found before any filter; undefined where nothing is asked. */
  #found: readonly StoredRecord[] | undefined;

  constructor(form: HTMLFormElement) {
    this.#details = form.querySelector('details') as HTMLDetailsElement;
    this.#selects = [...form.querySelectorAll('select')];
    this.#plans = this.#selects.find(({ name }) => name === 'plan');
  }

  /** Without a question the page lists the records of its own plan. */
  set isAsked(isAsked: boolean) {
    if (this.#plans) this.#plans.disabled = !isAsked;
  }

  get #chosen() {
    return this.#selects.filter(({ value, disabled }) => value !== '' && !disabled);
  }

  get isChosen() {
    return this.#chosen.length > 0;
  }

  /** Shows them, which are hidden where no script makes them work. */
  begin() {
    this.#details.hidden = false;
    this.#details.open = this.isChosen;
    this.#details.addEventListener('toggle', () => this.count(this.#found));
  }

  /** Takes the choice of an address; a value that is not offered is none. */
  choose(asked: URLSearchParams) {
    this.#offerPlan(asked.get('plan'));
    for (const select of this.#selects) {
      select.value = asked.get(select.name) ?? '';
      if (select.selectedIndex < 0) select.selectedIndex = 0;
    }
  }

  /** Whether a record passes all filters, or all but one. */
  passes(record: StoredRecord, but?: HTMLSelectElement): boolean {
    const values = filtersOf(record);
    return this.#chosen.every(
      (select) => select === but || values[select.name]?.includes(select.value),
    );
  }

  /** Tells behind each choice how many results it would show, the other filters standing. */
  count(found: readonly StoredRecord[] | undefined) {
    this.#found = found;
    for (const { plan } of found ?? []) this.#offerPlan(plan);
    if (!this.#details.open) return;
    for (const select of this.#selects) {
      const left = found?.filter((record) => this.passes(record, select)).map(filtersOf);
      for (const option of select.options) {
        const { value } = option;
        const { label = option.text } = option.dataset;
        option.dataset.label = label;
        const number = left?.filter(
          (all) => value === '' || all[select.name]?.includes(value),
        ).length;
        option.text = label + (number === undefined ? '' : ` (${String(number)})`);
      }
    }
  }

  /** Offers to choose a plan beside this one, whose title is known once something of it is found. */
  #offerPlan(title: string | null | undefined) {
    const plans = this.#plans;
    if (plans && title && ![...plans.options].some(({ value }) => value === title))
      plans.add(new Option(title, title));
  }
}
