/** What runs inside the pages that Firefox and WebKit show: each stands alone. */

/** What scripts add and say, or take away. */
export const SCRIPTED =
  'script, noscript, template, button, output, [role=status], [aria-live], .find-filters, [data-part=unscripted]';

/** The words of the page that is shown, and those of them that it gives no place. */
export function shownWords(scripted: string) {
  const main = document.querySelector('main')?.cloneNode(true) as HTMLElement;
  main.querySelectorAll(scripted).forEach((element) => {
    element.remove();
  });
  const holders = [...document.querySelectorAll('main :is(h1, h2, h3, h4, p, li, dt, dd, td, th)')];
  const open = holders.filter(
    (holder) =>
      // What is for paper alone is hidden by a utility of its own.
      !holder.closest(`details:not([open]), [hidden], .hidden, ${scripted}`) &&
      getComputedStyle(holder).display !== 'none',
  );
  return {
    words: main.textContent.replace(/\s+/g, ''),
    placed: open.length,
    unplaced: open
      .filter((holder) => holder.textContent.trim() !== '' && holder.getClientRects().length === 0)
      .map((holder) => holder.outerHTML.slice(0, 200)),
  };
}

/** Where a character begins a line that may not. */
export function lineStarts(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const wrong: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? '';
    let line = Infinity;
    for (let at = 0; at < text.length; at += 1) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = [...range.getClientRects()].at(-1);
      if (!box || box.width < 1) continue;
      if (box.top > line && '、。）」』'.includes(text.charAt(at)))
        wrong.push(text.slice(Math.max(at - 9, 0), at + 9));
      line = box.top + box.height / 2;
    }
  }
  return wrong;
}

/** Keeps what goes wrong in a page from now on. */
export function listen(): void {
  const said: string[] = [];
  Object.assign(window, { said });
  addEventListener('error', (event) => said.push(event.message || 'something did not load'), true);
  addEventListener('unhandledrejection', ({ reason }) => said.push(String(reason)));
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    said.push(`violation of ${effectiveDirective}: ${blockedURI}`),
  );
  console.error = (...words: unknown[]) => said.push(words.join(' '));
}

/** What it kept. */
export const complaints = () => (window as unknown as { said: string[] }).said;
