import { expect, pages, test } from './site.ts';

/** The lines that main shows, near and far, apart from controls that only scripts can serve. */
function lines(): string[] {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    'button, output, form, [role=status] { display: none !important } * { content-visibility: visible !important }',
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const text = document.querySelector('main')?.innerText ?? '';
  return text.split('\n').flatMap((line) => line.trim() || []);
}

for (const url of pages)
  test(`/${url} says the same without script`, async ({ open }) => {
    const scripted = await (await open(url)).evaluate(lines);
    const plain = await (await open(url, 'no script')).evaluate(lines);
    expect(plain.length).toBeGreaterThan(0);
    expect(scripted.filter((line) => !plain.includes(line))).toEqual([]);
  });

test('a page that is looked at without script runs none', async ({ open }) => {
  const page = await open('', 'no script');
  const body =
    '<p>before</p><noscript><p>within</p></noscript><script>document.body.append("ran")</script>';
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body }));
  await open('', 'no script');
  expect(await page.evaluate(() => document.body.innerText)).toBe('before\n\nwithin');
  await page.unrouteAll();
});
