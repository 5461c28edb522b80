import { expect, test } from './site.ts';

test(
  'a page that is looked at without script runs none',
  { tag: '@no-script' },
  async ({ open }) => {
    const page = await open('', { mode: 'no script' });
    const body =
      '<p>before</p><noscript><p>within</p></noscript><script>document.body.append("ran")</script>';
    await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body }));
    await open('', { mode: 'no script' });
    expect(await page.evaluate(() => document.body.innerText)).toBe('before\n\nwithin');
    await page.unrouteAll();
  },
);
