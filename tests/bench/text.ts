/**
 * `npm run bench -- text [page …]`: how the text of each kind of page is set on a phone of 360 px: how
 * full the lines of running text are before they are justified (but the last of each), and which words of
 * headings and cells are torn.
 */
import { chromium } from '@playwright/test';
import { launchOptions } from '../tools.ts';
import { addressOf, DIST, kindsOfPages } from '../dist-folder.ts';
import { quantile, say } from './figures.ts';
import { serve } from './server.ts';

const pages = process.argv[2] ? process.argv.slice(2) : kindsOfPages().map(addressOf);
const site = await serve(DIST, new Map());
const browser = await chromium.launch(launchOptions());
const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
const fills = new Map<string, number[]>();
const torn: string[] = [];
for (const address of pages) {
  await page.goto(site.origin + address, { waitUntil: 'load' });
  const found = await page.evaluate(linesOfText);
  fills.set(address, found.fills);
  torn.push(...found.torn.map((words) => `${address} ${words}`));
}
await browser.close();
site.close();

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const percent = (value: number) => `${(value * 100).toFixed(1)} %`;
const figures = (values: readonly number[]) =>
  `${percent(mean(values))}, worst tenth ${percent(quantile(values, 0.1))}, ${String(values.length)} lines`;
const isRead = (address: string) => address.includes('/yomigana/');
const all = (read: boolean) =>
  [...fills].flatMap(([address, values]) => (isRead(address) === read ? values : []));
say('How full lines are at 360 px', {
  'all pages': figures(all(false)),
  'with readings': figures(all(true)),
  ...Object.fromEntries(
    [...fills]
      .filter(([, values]) => values.length > 0)
      .map(([address, values]) => [address, figures(values)]),
  ),
});
say(`Torn words in headings and cells: ${String(torn.length)}`, Object.fromEntries(torn.entries()));

/** Runs inside the page and uses nothing from outside it. */
function linesOfText(): { fills: number[]; torn: string[] } {
  const plain = new CSSStyleSheet();
  plain.replaceSync('* { text-align: start !important }');
  document.adoptedStyleSheets = [plain];
  const main = document.querySelector('main') ?? document.body;
  const shown = (selector: string) =>
    [...main.querySelectorAll<HTMLElement>(selector)].filter(
      (element) => element.checkVisibility() && !element.closest('.sr-only, details:not([open])'),
    );
  /** Each letter with its place; those of readings stand over others. */
  const letters = (element: HTMLElement) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const found: { letter: string; box: DOMRect }[] = [];
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      if (text.parentElement?.closest('rt, rp, button, details, .sr-only')) continue;
      for (let index = 0; index < text.length; index += 1) {
        const range = new Range();
        range.setStart(text, index);
        range.setEnd(text, index + 1);
        const box = range.getClientRects()[0];
        const letter = text.data[index] ?? '';
        if (box && box.width > 0 && letter.trim() !== '') found.push({ letter, box });
      }
    }
    return found;
  };
  type Letters = ReturnType<typeof letters>;
  /** A line begins where a letter stands left of the one before it, and lower. */
  const linesOf = (all: Letters) => {
    const lines: Letters[] = [];
    for (const [index, letter] of all.entries()) {
      const before = all[index - 1]?.box;
      const isNew = !before || (letter.box.left < before.left && letter.box.top > before.top + 4);
      if (isNew) lines.push([letter]);
      else lines.at(-1)?.push(letter);
    }
    return lines;
  };
  const widthOf = (element: HTMLElement) => {
    const style = getComputedStyle(element);
    const inner = (name: string) => Number.parseFloat(style.getPropertyValue(name)) || 0;
    return (
      element.getBoundingClientRect().width -
      ['padding-left', 'padding-right', 'border-left-width', 'border-right-width']
        .map(inner)
        .reduce((sum, value) => sum + value, 0)
    );
  };
  const isRunning = (element: HTMLElement) => {
    const { wordBreak, display } = getComputedStyle(element);
    return wordBreak === 'normal' && /block|list-item|flow-root/.test(display);
  };
  const fills = shown('p, li, dd')
    .filter((element) => isRunning(element) && !element.querySelector('p, li, br, ul, div'))
    .flatMap((element) =>
      linesOf(letters(element))
        .slice(0, -1)
        .map((line) => {
          const [first, last] = [line[0]?.box.left ?? 0, line.at(-1)?.box.right ?? 0];
          return Math.min((last - first) / widthOf(element), 1);
        }),
    );
  const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });
  /** A cell of a sentence is running text. */
  const isShort = ({ textContent }: HTMLElement) => !textContent.includes('。');
  const labels = shown('h1, h2, h3, h4, h5, th, td, dt, summary, label').filter(isShort);
  const torn = labels.flatMap((element) => {
    const lines = linesOf(letters(element));
    const text = lines.flat();
    const ends = lines
      .slice(0, -1)
      .map((_, index) => lines.slice(0, index + 1).reduce((sum, { length }) => sum + length, 0));
    const words = [...segmenter.segment(text.map(({ letter }) => letter).join(''))];
    return words
      .filter(
        ({ index, segment }) =>
          /^(?:\p{Script=Han}+|[\p{Script=Katakana}ー]+)$/u.test(segment) &&
          ends.some((end) => end > index && end < index + segment.length) &&
          text
            .slice(index, index + segment.length)
            .reduce((sum, { box: { width } }) => sum + width, 0) <= widthOf(element),
      )
      .map(({ segment }) => `${segment} in 「${element.innerText.slice(0, 30)}」`);
  });
  document.adoptedStyleSheets = [];
  return { fills, torn };
}
