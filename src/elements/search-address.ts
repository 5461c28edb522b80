/** The question as it stands in the address: its words, and a filter each. */

type Fields = readonly (HTMLInputElement | HTMLSelectElement)[];

/** Milliseconds: a change of the address costs a browser as much as an answer. */
const REST = 300;
let timer = 0;

/** Puts the question of the address into the fields; a choice that is not offered is none. */
export function readAddress(input: HTMLInputElement, selects: readonly HTMLSelectElement[]) {
  const asked = new URLSearchParams(location.search);
  clearTimeout(timer);
  input.value = asked.get('q') ?? '';
  for (const select of selects) {
    const value = asked.get(select.name) ?? '';
    select.value = [...select.options].some((option) => option.value === value) ? value : '';
  }
}

/** Puts the question into the address once the typing rests. */
export function writeAddressSoon(fields: Fields) {
  clearTimeout(timer);
  timer = window.setTimeout(() => writeAddress(fields, true), REST);
}

/** Puts the question into the address: one step back for what is typed in one go, one a choice. */
export function writeAddress(fields: Fields, typing: boolean) {
  clearTimeout(timer);
  const address = new URL(location.href);
  address.search = '';
  address.hash = '';
  for (const { name, value } of fields) if (value !== '') address.searchParams.set(name, value);
  const wasTyping = (history.state as { typing?: boolean } | null)?.typing === true;
  const isSame = address.href === location.href || (typing && wasTyping);
  history[isSame ? 'replaceState' : 'pushState']({ typing }, '', address);
}
