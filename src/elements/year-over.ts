/**
 * Says that the plan's year is over, on a page that was built before it was: from that day what is
 * marked with it is shown where it was hidden, and hidden where it was shown.
 */
export {};

for (const element of document.querySelectorAll<HTMLElement>('[data-year-end]'))
  if (Date.now() >= Date.parse(`${element.dataset.yearEnd ?? ''}T00:00+09:00`))
    element.hidden = !element.hidden;
