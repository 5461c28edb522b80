/** Every kind of page can be read: its words, its look, its width, in the dark and without script. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import axe from 'axe-core';
import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { readPlan } from '#reader/read.ts';
import { planRecords } from '#search/records.ts';
import { t } from '#strings.ts';
import { urls } from '#urls.ts';
import { addressOf, DIST } from '../../dist-folder.ts';
import { clipped, sidewaysBy, smallTargets } from '../../browser/measure.ts';
import { kinds, type Open } from './core.ts';
import { complaints, NARROW, WIDE } from './tab.ts';

/** The light scheme's ground. */
const [, PAPER = ''] =
  /--color-paper: light-dark\((#\w{6})/.exec(readFileSync('src/styles/tokens.css', 'utf8')) ?? [];
const records = planRecords(await readPlan());

/** What scripts add and say, or take away. */
const SCRIPTED =
  'script, noscript, template, button, output, [role=status], [aria-live], [data-part=filters], [data-part=unscripted]';

function builtWords(file: string): string {
  const main = parse(readFileSync(path.join(DIST, file), 'utf8')).querySelector('main');
  main?.querySelectorAll(SCRIPTED).forEach((one) => {
    one.remove();
  });
  return main?.textContent.replace(/\s+/g, '') ?? '';
}

/** The words of the page that is shown, and those of them that it gives no place. */
function shownWords(scripted: string) {
  const main = document.querySelector('main')?.cloneNode(true) as HTMLElement;
  main.querySelectorAll(scripted).forEach((one) => {
    one.remove();
  });
  const holders = [...document.querySelectorAll('main :is(h1, h2, h3, h4, p, li, dt, dd, td, th)')];
  // The note says on a narrow screen what a wide one shows.
  const closed = `details:not([open]), [hidden], .matrix-note, ${scripted}`;
  const open = holders.filter((one) => !one.closest(closed));
  return {
    words: main.textContent.replace(/\s+/g, ''),
    headings: document.querySelectorAll('h1').length,
    placed: open.length,
    unplaced: open
      .filter((one) => one.textContent.trim() !== '' && one.getClientRects().length === 0)
      .map((one) => one.outerHTML.slice(0, 200)),
  };
}

/** How many characters are shown, and where one begins a line that may not. */
function lineStarts() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const wrong: string[] = [];
  let shown = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? '';
    let line = Infinity;
    for (let at = 0; at < text.length; at += 1) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = [...range.getClientRects()].at(-1);
      if (!box || box.width < 1) continue;
      shown += 1;
      if (box.top > line && '、。）」』'.includes(text.charAt(at)))
        wrong.push(text.slice(Math.max(at - 9, 0), at + 9));
      line = box.top + box.height / 2;
    }
  }
  return { shown, wrong };
}

export function pages(open: Open): void {
  describe.each(kinds.map((file) => ({ file, address: addressOf(file) })))(
    '$address',
    ({ file, address }) => {
      it.each(['light', 'no script'] as const)('shows the words of its file: %s', async (mode) => {
        const tab = await open(address, { mode });
        const { words, headings, placed, unplaced } = await tab.run(shownWords, SCRIPTED);
        expect(words).toBe(builtWords(file));
        expect(words.length).toBeGreaterThan(20);
        expect(headings).toBe(1);
        expect(placed).toBeGreaterThan(2);
        expect(unplaced).toEqual([]);
      });

      it('has its styles, and the browser nothing to say against it', async () => {
        const tab = await open(address);
        const ground = await tab.run(() => getComputedStyle(document.body).backgroundColor);
        const parts = [1, 3, 5].map((at) => String(Number.parseInt(PAPER.slice(at, at + 2), 16)));
        expect(ground).toBe(`rgb(${parts.join(', ')})`);
        expect(await tab.run(complaints)).toEqual([]);
      });

      it.each([NARROW, WIDE])('fits into %i px, its lines and targets whole', async (width) => {
        const tab = await open(address, { width });
        expect(await tab.run(() => innerWidth)).toBe(width);
        expect(await tab.run(sidewaysBy)).toBe(0);
        expect(await tab.run(clipped)).toEqual([]);
        expect(await tab.run(smallTargets)).toEqual([]);
        const { shown, wrong } = await tab.run(lineStarts);
        expect(shown).toBeGreaterThan(200);
        expect(wrong).toEqual([]);
      });

      it('has a contrast of 7 in the dark', async () => {
        const tab = await open(address, { mode: 'dark' });
        expect(await tab.run(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
        await tab.run(axe.source);
        const { wanting, judged } = await tab.run(async () => {
          const { run } = (window as unknown as { axe: typeof axe }).axe;
          const { violations, passes } = await run({ runOnly: ['color-contrast-enhanced'] });
          const nodes = (results: typeof passes) => results.flatMap((result) => result.nodes);
          return {
            wanting: nodes(violations).map(({ html }) => html),
            judged: nodes(passes).length,
          };
        });
        expect(wanting).toEqual([]);
        expect(judged).toBeGreaterThan(10);
      });
    },
  );

  it('what is not the site’s own is refused, and it is heard', async () => {
    const tab = await open(urls.home());
    await tab.run(() => {
      const style = document.createElement('style');
      style.textContent = 'body { color: red }';
      const image = document.createElement('img');
      image.src = 'https://elsewhere.example/pixel.png';
      document.body.append(style, image);
    });
    const said = async () => (await tab.run(complaints)).join('\n');
    await expect.poll(said).toContain('violation of style-src-elem');
    await expect.poll(said).toContain('violation of img-src');
  });

  it('the search without script is the complete index, and says why', async () => {
    const tab = await open(`${urls.search()}?q=x`, { mode: 'no script' });
    const shown = await tab.run(() => {
      const seen = (selector: string) =>
        [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
      const addresses = (selector: string) => seen(selector).map((one) => one.getAttribute('href'));
      return {
        index: addresses('li[data-kind] > a'),
        kana: addresses('dd a'),
        notices: seen('.find-notice').map((one) => one.textContent.trim()),
        filters: seen('select').length,
      };
    });
    const all = records.map(({ url }) => url).sort();
    expect(shown.index.sort()).toEqual(all);
    expect(shown.kana.sort()).toEqual(all);
    expect(shown.notices).toEqual([t.find.noScript]);
    expect(shown.filters).toBe(0);
  });
}
