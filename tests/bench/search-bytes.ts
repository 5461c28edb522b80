/** What the search costs on the line. */
import { urls } from '#urls.ts';
import { focusToList } from './browser-side.ts';
import { say } from './figures.ts';
import type { Ground } from './search-ground.ts';

/** What a first question fetches besides the page, and that other pages fetch nothing of it. */
export async function bytes({ origin, word, kana, fresh }: Ground) {
  for (const [name, query] of [
    ['a word of the text', word],
    ['a kana reading', kana],
  ] as const) {
    const page = await fresh();
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    const got = new Map<string, { url: string; size: number }>();
    session.on('Network.requestWillBeSent', ({ requestId, request }) =>
      got.set(requestId, { url: request.url, size: 0 }),
    );
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const one = got.get(requestId);
      if (one) one.size = encodedDataLength;
    });
    await page.goto(`${origin}${urls.search()}`);
    await focusToList(page, query);
    await page.waitForTimeout(500);
    const files = [...got.values()].filter(({ url }) => !url.endsWith('favicon.svg'));
    const [document, ...rest] = files;
    const total = rest.reduce((sum, { size }) => sum + size, 0);
    say(`cold, ${name}`, {
      'bytes besides the page': total,
      'requests besides the page': rest.length,
      'the page itself': document?.size ?? 0,
    });
    for (const { url, size } of rest)
      console.log(`    ${String(size).padStart(6)} ${url.replace(origin, '')}`);
    await page.context().close();
  }
  const page = await fresh();
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto(`${origin}${urls.home()}`);
  say('of search on the home page before focus', {
    requests: loaded.filter((name) => /pagefind|search/.test(name)).length,
  });
  await page.context().close();
}
