import { describe, expect, it } from 'vitest';
import { to } from '#urls.ts';
import type { Open } from './core.ts';
import { moved } from './moved-site.ts';
import type { Tab } from './tab.ts';

const landed = async (tab: Tab, path: string) => {
  const at = () => tab.run(() => location.pathname + location.hash);
  await expect.poll(at).toBe(to(path));
};

export function moving(open: Open): void {
  describe('an old address', () => {
    it('leads to the page that has moved, and takes the fragment along', async () => {
      const tab = await open(to(`${moved.page.from}#a1`));
      await landed(tab, `${moved.page.to}#a1`);
    });

    it('leads to the page without script', async () => {
      const tab = await open(to(moved.page.from), { mode: 'no script' });
      await landed(tab, moved.page.to);
    });

    it('leads to the fragment that has moved, and no other is led away', async () => {
      const [page = ''] = moved.fragment.from.split('#');
      const tab = await open(to(`${page}#u1`));
      await landed(tab, `${page}#u1`);
      await tab.run(() => {
        location.hash = '#mukashi';
      });
      await landed(tab, moved.fragment.to);
    });
  });
}
