import { expect, it } from 'vitest';
import { readPlan } from '#reader/read.ts';
import { t } from '#strings.ts';
import { absolute, urls } from '#urls.ts';
import type { Open } from './core.ts';
import type { Tab } from './tab.ts';

const { pledges } = await readPlan();

/** Strikes the first button of this kind, and waits for what the page says of it. */
async function copy(tab: Tab, kind: string, said: string) {
  await tab.run((name) => {
    const button = document.querySelector<HTMLElement>(`button[data-copy="${name}"]`);
    button?.closest('details')?.setAttribute('open', '');
    button?.focus();
  }, kind);
  await tab.press('Enter');
  const status = () =>
    tab.run(() => document.querySelector('body > [role=status]')?.textContent ?? '');
  await expect.poll(status).toContain(said);
}

/** What a reader then pastes into the search box. */
async function pasted(tab: Tab) {
  await tab.run(() => document.getElementById('site-search')?.focus());
  await tab.control('v');
  const value = () =>
    tab.run(() => (document.getElementById('site-search') as HTMLInputElement).value);
  await expect.poll(value).not.toBe('');
  return value();
}

export function copying(open: Open): void {
  const [pledge] = pledges;
  if (!pledge) throw new Error('an empty plan');
  const address = urls.section(pledge.section);

  it('a pledge gives its address by a button, and says so', async () => {
    const tab = await open(address);
    await copy(tab, 'link', t.share.done);
    expect(await pasted(tab)).toBe(`${await tab.run(() => location.href)}#${pledge.id}`);
  });

  it('a pledge gives its citation by a button', async () => {
    const tab = await open(address);
    await copy(tab, 'citation', t.share.done);
    const text = await pasted(tab);
    for (const part of [pledge.name, pledge.section.name, absolute(urls.pledge(pledge))])
      expect(text).toContain(part);
  });

  it('a copy that is refused says so', async () => {
    const tab = await open(address);
    await tab.run(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
    });
    await copy(tab, 'link', t.share.failed);
  });
}
