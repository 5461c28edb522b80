/**
 * Arrows and Escape between the field and the links of the results; `clear` empties the field. The
 * Enter that ends a composition submits nothing.
 */
export function onKey(
  event: KeyboardEvent,
  input: HTMLInputElement,
  links: readonly HTMLAnchorElement[],
  clear: () => void,
) {
  // 229: some browsers report the Enter that ends a composition only so.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const composing = event.isComposing || event.keyCode === 229;
  if (composing) {
    if (event.key === 'Enter' && event.target === input) event.preventDefault();
    return;
  }
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const at = links.indexOf(event.target as HTMLAnchorElement);
  const inField = event.target === input;
  if (!inField && at < 0) return;
  if (event.key === 'ArrowDown') links[at + 1]?.focus();
  else if (event.key === 'ArrowUp' && at >= 0) (links[at - 1] ?? input).focus();
  else if (event.key === 'Escape' && at >= 0) input.focus();
  else if (event.key === 'Escape' && input.value !== '') clear();
  else return;
  event.preventDefault();
}
