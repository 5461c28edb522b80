/** Says that the plan's year is over, on a page that was built before it was. */
export {};

const notice = document.querySelector<HTMLElement>('.period > strong:empty');
if (notice && Date.now() >= Date.parse(`${notice.dataset.from ?? ''}T00:00+09:00`))
  notice.textContent = notice.dataset.words ?? '';
