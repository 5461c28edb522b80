/**
 * A page on paper: which element of it stands on which sheet, read back from the browser's PDF.
 * Every element is printed in a colour of its own (colour changes no layout), so that a word on
 * paper tells where it comes from even where the same word stands twice.
 */
import type { Page } from '@playwright/test';
import { getDocument, OPS, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Edition } from '#model/recorded-facts.ts';

/** Words as they stand on one sheet. Lengths are in points; `y` counts from the sheet's foot. */
interface Run {
  sheet: number;
  y: number;
  text: string;
}
export interface Printed {
  /** What a failure calls it. */
  name: string;
  tag: string;
  heading: boolean;
  /** Whether it should stand on one sheet. */
  block: boolean;
  /** In document order; those inside it follow it up to `end`. */
  index: number;
  end: number;
  /** Links and controls that lead elsewhere, or do what paper cannot. */
  navigation: boolean;
  /** Its words and those of what is inside it. */
  runs: Run[];
}
export interface Word {
  text: string;
  size: number;
  left: number;
  right: number;
  y: number;
  /** Not so in vertical writing. */
  level: boolean;
}
export interface Sheet {
  width: number;
  height: number;
  words: Word[];
}
export interface Paper {
  pdf: Buffer;
  sheets: Sheet[];
  /** The elements that have words on paper. */
  elements: Printed[];
  /** Words that the page shows and no sheet does. */
  lost: string[];
}

const KINDS = {
  heading: 'h1, h2, h3, h4, h5, h6, caption, dt, tr:has(> [scope=rowgroup])',
  block: 'h1, h2, h3, h4, h5, h6, caption, dt, dd, p, li, tbody > tr',
  navigation: 'nav, search, form, button, .skip, body > header, body > footer',
};

/** A4 less the margins, so that what depends on the width is as on paper. */
const WIDTH = 680;

/** Prints a page that is open. Its colours are spent afterwards. */
export async function printOut(page: Page): Promise<Paper> {
  await page.setViewportSize({ width: WIDTH, height: 970 });
  const tagged = await page.evaluate((kinds) => {
    const all = [...document.body.querySelectorAll<HTMLElement>('*')];
    return all.map((element, index) => {
      const colour = `#${(index + 1).toString(16).padStart(6, '0')}`;
      element.style.setProperty('color', colour, 'important');
      const texts = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
      const words = texts.map(({ textContent }) => textContent ?? '').join('');
      // Words for the ear alone are not on paper.
      const heard = element.closest('.sr-only') ?? getComputedStyle(element).fontSize === '0px';
      return {
        own: element.checkVisibility() && !heard ? words.replace(/\s/g, '') : '',
        name: `${element.localName} 「${element.textContent.trim().slice(0, 20)}」`,
        tag: element.localName,
        index,
        end: index + element.querySelectorAll('*').length,
        heading: element.matches(kinds.heading),
        block: element.matches(kinds.block),
        navigation: element.matches(kinds.navigation),
      };
    });
  }, KINDS);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const loading = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const file = await loading.promise;
  const sheets: Sheet[] = [];
  const runs: [index: number, Run][] = [];
  for (let sheet = 1; sheet <= file.numPages; sheet++) {
    const leaf = await file.getPage(sheet);
    const [, , width = 0, height = 0] = leaf.view;
    const { items } = await leaf.getTextContent();
    const words = items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [a, b, , , left, y] = item.transform as Matrix;
      const text = item.str.normalize('NFKC');
      return [{ text, size: Math.hypot(a, b), left, right: left + item.width, y, level: b === 0 }];
    });
    sheets.push({ width, height, words });
    for (const { colour, ...run } of coloured(await leaf.getOperatorList()))
      runs.push([colour - 1, { sheet, ...run }]);
  }
  await loading.destroy();
  const printed = tagged.map(({ own, ...element }) => ({
    ...element,
    runs: runs.flatMap(([index, run]) =>
      index >= element.index && index <= element.end ? [run] : [],
    ),
    // Counted: a font has one glyph for 民 and its radical, and the PDF may name either.
    lost:
      own.length > letters(runs.flatMap(([index, run]) => (index === element.index ? [run] : []))),
  }));
  return {
    pdf,
    sheets,
    elements: printed.filter((element) => element.runs.length > 0),
    lost: printed.filter(({ lost }) => lost).map(({ name }) => name),
  };
}

const letters = (runs: readonly Run[]) =>
  runs.map(({ text }) => text.replace(/\s/g, '').length).reduce((sum, length) => sum + length, 0);

type Matrix = [number, number, number, number, number, number];
interface Operators {
  fnArray: number[];
  argsArray: unknown[];
}

/** The words of a sheet with their colour, as a number, and their height on the sheet. */
function* coloured({ fnArray, argsArray }: Operators) {
  let state = { matrix: [1, 0, 0, 1, 0, 0] as number[], colour: 0 };
  const saved: (typeof state)[] = [];
  let place: ArrayLike<number> = [];
  for (const [at, operator] of fnArray.entries()) {
    const args = argsArray[at] as [never] | null;
    const first: unknown = args?.[0];
    if (operator === OPS.save) saved.push(state);
    else if (operator === OPS.restore) state = saved.pop() ?? state;
    else if (operator === OPS.transform)
      state = { ...state, matrix: Util.transform(state.matrix, args) };
    else if (operator === OPS.paintFormXObjectBegin) {
      saved.push(state);
      if (first) state = { ...state, matrix: Util.transform(state.matrix, first) };
    } else if (operator === OPS.paintFormXObjectEnd) state = saved.pop() ?? state;
    else if (operator === OPS.setFillRGBColor)
      state = { ...state, colour: Number.parseInt(String(first).slice(1), 16) };
    else if (operator === OPS.setTextMatrix) place = first as ArrayLike<number>;
    else if (operator === OPS.showText) {
      const text = (first as ({ unicode?: string } | number)[])
        .map((glyph) => (typeof glyph === 'number' ? '' : (glyph.unicode ?? '')))
        .join('');
      const [, , , , , y = 0] = Util.transform(state.matrix, [...Array.from(place)]);
      if (text.trim() !== '') yield { colour: state.colour, text: text.normalize('NFKC'), y };
    }
  }
}

/** The page of each edition, and what is chosen there before it is printed. */
export const EDITIONS: Record<Edition, { path: string; choice?: string }> = {
  sheet: { path: 'full/' },
  large: { path: 'full/', choice: '#large' },
  poster: { path: 'calendar/' },
};

/** Sides of the page that is open, as it prints now. */
export async function countSides(page: Page): Promise<number> {
  await page.emulateMedia({ media: null });
  const data = new Uint8Array(await page.pdf({ preferCSSPageSize: true }));
  const loading = getDocument({ data, verbosity: 0 });
  const { numPages } = await loading.promise;
  await loading.destroy();
  return numPages;
}
