import { expect, it } from 'vitest';
import { readPlan } from '#reader/read.ts';
import { urls } from '#urls.ts';
import { addressOf } from '../../dist-folder.ts';
import { lostFocus } from '../../browser/measure.ts';
import { kinds, type Open } from './core.ts';
import { NARROW } from './tab.ts';

const { pledges } = await readPlan();

export function keyboard(open: Open): void {
  const [pledge] = pledges;
  if (!pledge) throw new Error('an empty plan');

  it.each(kinds.map(addressOf))('%s begins with a link to its words', async (address) => {
    const tab = await open(address);
    await tab.press('Tab');
    expect(await tab.run(() => document.activeElement?.getAttribute('href'))).toBe('#main');
    await tab.press('Enter');
    await expect.poll(() => tab.run(() => location.hash)).toBe('#main');
    await tab.press('Tab');
    // The next stop is in the words, or behind them where they hold no link.
    const before = await tab.run(() => {
      const main = document.querySelector('main');
      const at = document.activeElement;
      if (!main || !at || at === document.body) return false;
      return Boolean(main.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_PRECEDING);
    });
    expect(before).toBe(false);
  });

  it.each(kinds.map(addressOf))('the focus is always seen on %s', async (address) => {
    const tab = await open(address, { width: NARROW });
    await tab.press('Tab');
    expect(await tab.run(lostFocus)).toEqual([]);
  });

  it('a citation opens and closes by the keyboard', async () => {
    const tab = await open(urls.section(pledge.section));
    const state = () =>
      tab.run((id) => {
        const citation = document.getElementById(id)?.querySelector('details');
        const text = citation?.querySelector('p')?.getClientRects().length;
        return [citation?.hasAttribute('open'), text];
      }, pledge.id);
    await tab.run((id) => {
      document.getElementById(id)?.querySelector('summary')?.focus();
    }, pledge.id);
    expect((await state())[0]).toBe(false);
    await tab.press('Enter');
    await expect.poll(state).toEqual([true, 1]);
    await tab.press(' ');
    await expect.poll(async () => (await state())[0]).toBe(false);
  });
}
