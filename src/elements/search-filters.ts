/** The filters of the search page: what is chosen, and how many results each choice would show. */
import { filtersOf, type StoredRecord } from '#search/record.ts';

/** The values that are chosen, by the names of filters. */
export type Choice = Readonly<Record<string, string>>;

export function choiceIn(form: HTMLFormElement): Choice {
  const { q: _, ...choice } = Object.fromEntries(new FormData(form)) as Record<string, string>;
  return Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== ''));
}

export function passes(record: StoredRecord, choice: Choice): boolean {
  const values = filtersOf(record);
  return Object.entries(choice).every(([name, value]) => values[name]?.includes(value));
}

/** Puts the choice of an address into the form; a value that is not offered is none. */
export function choose(form: HTMLFormElement, asked: URLSearchParams) {
  offerPlan(form, asked.get('plan'));
  for (const select of form.querySelectorAll('select')) {
    select.value = asked.get(select.name) ?? '';
    if (select.selectedIndex < 0) select.selectedIndex = 0;
  }
}

/** Tells behind each choice how many results it would show, the other filters standing. */
export function countChoices(form: HTMLFormElement, found: readonly StoredRecord[] | undefined) {
  for (const { plan } of found ?? []) offerPlan(form, plan);
  if (!form.querySelector('details')?.open) return;
  for (const { name, options } of form.querySelectorAll('select')) {
    const { [name]: _, ...others } = choiceIn(form);
    const left = found?.filter((record) => passes(record, others));
    for (const option of options) {
      const { label = option.text } = option.dataset;
      const choice = option.value === '' ? {} : { [name]: option.value };
      const count = left?.filter((record) => passes(record, choice)).length;
      option.dataset.label = label;
      option.text = count === undefined ? label : `${label} (${String(count)})`;
    }
  }
}

/** Offers to choose a plan beside this one, whose title is known once something of it is found. */
function offerPlan(form: HTMLFormElement, title: string | null | undefined) {
  const plans = form.querySelector<HTMLSelectElement>('select[name="plan"]');
  if (plans && title && ![...plans.options].some(({ value }) => value === title))
    plans.add(new Option(title, title));
}
