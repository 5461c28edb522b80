/** What runs inside the page under measurement. */
import type { Page } from '@playwright/test';

/** Types each query into the page and gives the addresses listed once nothing more is to come. */
export function ask(page: Page, queries: readonly string[]): Promise<string[][]> {
  return page.evaluate(async (queries) => {
    const field = document.querySelector<HTMLInputElement>('#q');
    const list = document.querySelector('#results');
    if (!field || !list) throw new Error('no search here');
    field.focus();
    const answers: string[][] = [];
    for (const query of queries) {
      field.value = query;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      while (list.ariaBusy !== 'false') await new Promise((done) => setTimeout(done));
      answers.push(
        Array.from(list.querySelectorAll(':scope > li > a'), (a) => a.getAttribute('href') ?? ''),
      );
    }
    return answers;
  }, queries);
}

/** Milliseconds from focus to the first painted list. */
export function focusToList(page: Page, query: string): Promise<number> {
  return page.evaluate(async (query) => {
    const field = document.querySelector<HTMLInputElement>('#q');
    const list = document.querySelector('#results');
    if (!field || !list) throw new Error('no search here');
    const start = performance.now();
    field.focus();
    field.value = query;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await new Promise<void>((done) => {
      const look = () => {
        if (list.childElementCount > 0) done();
        else requestAnimationFrame(look);
      };
      look();
    });
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - start;
  }, query);
}

/**
 * Milliseconds from each keystroke to the first results that are painted, and to all of them; every
 * word typed character by character.
 */
export function keystrokes(page: Page, words: readonly string[]) {
  return page.evaluate(async (words) => {
    const field = document.querySelector<HTMLInputElement>('#q');
    const list = document.querySelector('#results');
    if (!field || !list) throw new Error('no search here');
    field.focus();
    const times: { first: number; all: number }[] = [];
    const isSettled = () => list.ariaBusy === 'false';
    for (const word of words)
      for (let length = 1; length <= word.length; length++) {
        list.ariaBusy = 'true';
        const start = performance.now();
        const painted = async (isThere: () => boolean) => {
          while (!isThere()) await new Promise((done) => setTimeout(done));
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          return performance.now() - start;
        };
        field.value = word.slice(0, length);
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        const first = await painted(() => isSettled() || list.childElementCount > 0);
        times.push({ first, all: isSettled() ? first : await painted(isSettled) });
        await new Promise((done) => setTimeout(done, 20));
      }
    return times;
  }, words);
}
