import { expect, it } from 'vitest';
import { readPlan } from '#reader/read.ts';
import { t } from '#strings.ts';
import { absolute, urls } from '#urls.ts';
import type { Open } from './core.ts';
import type { Tab } from './tab.ts';

const { pledges } = await readPlan();

/** Strikes the button of this name, and waits for what is said of it. */
async function copy(tab: Tab, name: string, said: string) {
  await tab.run((label) => {
    const button = document.querySelector<HTMLElement>(`button[aria-label="${label}"]`);
    button?.closest('details')?.setAttribute('open', '');
    button?.focus();
  }, name);
  await tab.press('Enter');
  const status = () =>
    tab.run(
      () => document.activeElement?.parentElement?.querySelector('[role=status]')?.textContent,
    );
  await expect.poll(status).toContain(said);
  return (await status()) ?? '';
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
    await copy(tab, t.copy.link(pledge.name), t.copy.done);
    expect(await pasted(tab)).toBe(`${await tab.run(() => location.href)}#${pledge.id}`);
  });

  it('a pledge gives its citation by a button', async () => {
    const tab = await open(address);
    await copy(tab, t.copy.citation(pledge.name), t.copy.done);
    const text = await pasted(tab);
    for (const part of [pledge.name, pledge.section.name, absolute(urls.pledge(pledge))])
      expect(text).toContain(part);
  });

  it('a copy that is refused gives the address to copy by hand', async () => {
    const tab = await open(address);
    await tab.run(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
    });
    const said = await copy(tab, t.copy.link(pledge.name), t.copy.failed);
    expect(said).toContain(`#${pledge.id}`);
  });
}
