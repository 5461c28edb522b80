import type { Page } from '@playwright/test';
import { readKeyword } from '#model/keyword.ts';
import { readPlan } from '#reader/read.ts';
import { FORM, type ScanFile } from '#search/record.ts';
import { planRecords } from '#search/records.ts';
import { t } from '#strings.ts';
import { urls } from '#urls.ts';
import { beside } from '../bench/search-others.ts';
import { hostileStrings, SEED } from '../fixtures/hostile.ts';
import { expectNoViolations } from './axe.ts';
import { expect, test, thorough } from './site.ts';

const plan = await readPlan();
const records = planRecords(plan);
const texts = records.map(({ titles, heads, passages }) =>
  [...titles, ...heads, ...passages.map(({ text }) => text)].join('\n'),
);
const printedBy = (word: string) => records.filter((_, index) => texts[index]?.includes(word));

/** Two kanji (or, in a plan without them, two letters) that most records print. */
const common = [/(?=(\p{Script=Han}{2}))/gu, /(?=(\p{L}{2}))/gu]
  .map((pairs) => [
    ...new Set(texts.flatMap((text) => [...text.matchAll(pairs)].map(([, pair = '']) => pair))),
  ])
  .find((pairs) => pairs.length > 0)
  ?.sort((a, b) => printedBy(b).length - printedBy(a).length)[0] as string;
/** An everyday word that no record prints, where the plan has such words: the longest. */
const everyday = plan.keywords
  .flatMap(({ words }) => words)
  .flatMap((keyword) => readKeyword(keyword)?.word ?? [])
  .filter((word) => /^\p{L}+$/u.test(word) && printedBy(word).length === 0)
  .sort((a, b) => b.length - a.length)[0];
const known = everyday ?? common;
const ABSENT = '椿椿椿';

const origin = () => `http://localhost:${process.env.SITE_PORT ?? ''}`;
const WORDS = '**/search/words.json';

/** The search page, and what a reader does there. */
function search(page: Page) {
  const field = page.locator('#q');
  const results = page.locator('#results > li');
  return {
    field,
    results,
    part: (name: string) => page.locator(`search-page [data-part="${name}"]`),
    open: (query = '') => page.goto(`${origin()}${urls.search()}${query}`),
    type: (text: string) => field.pressSequentially(text),
    openFilters: () => page.locator('.find-filters > summary').click(),
    settled: () => expect(page.locator('#results')).toHaveAttribute('aria-busy', 'false'),
  };
}

/** Holds back what is asked for at such addresses until it is released. */
async function hold(page: Page, pattern: string | RegExp): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  await page.route(pattern, async (route) => {
    await promise;
    await route.continue();
  });
  return () => resolve(undefined);
}

/** A word that the page itself prints. */
async function someWord(page: Page): Promise<string> {
  const title = await page.locator('li[data-kind="programme"] > a').first().textContent();
  return (title ?? '').trim().slice(0, 3);
}

test('answers while the reader types, each result one link first, its hit marked', async ({
  page,
}) => {
  const { open, field, results, settled } = search(page);
  await open();
  const title = await page.title();
  const word = await someWord(page);
  await field.fill(word);
  await settled();
  await expect(results.first().locator(':scope > :first-child')).toHaveAttribute('href', /\/.+/);
  await expect(results.first().locator('mark').first()).toHaveText(word);
  await expect(page.locator('search-page > [data-part="index"]')).toBeHidden();
  await expect(page).toHaveURL((url) => url.searchParams.get('q') === word);
  await expect(page).toHaveTitle(new RegExp(`^「${word}」の検索結果`));
  await field.fill('');
  await expect(page).toHaveTitle(title);
});

test('answers from the page, adds below what the files know, moves nothing', async ({ page }) => {
  const { open, field, results, part, settled } = search(page);
  const release = await hold(page, WORDS);
  await open();
  await field.fill(await someWord(page));
  await expect(results.first()).toBeVisible();
  await expect(part('waiting')).toBeVisible();
  const before = await results.evaluateAll((items) => items.map((item) => item.outerHTML));
  await results.first().locator('a').first().focus();
  release();
  await settled();
  const after = await results.evaluateAll((items) => items.map((item) => item.outerHTML));
  expect(after.slice(0, before.length)).toEqual(before);
  await expect(results.first().locator('a').first()).toBeFocused();
});

test('knows everyday words and tells them apart, without printing them in the page', async ({
  page,
}) => {
  test.skip(everyday === undefined, 'the plan has no everyday words');
  const word = everyday ?? '';
  const { open, settled, results } = search(page);
  await open(`?q=${encodeURIComponent(word)}`);
  await settled();
  await expect(results.first()).toContainText(`関連語: ${word}`);
  const source = await (await page.request.get(`${origin()}${urls.search()}`)).text();
  expect(source).not.toContain(word);
});

test('prints an answer with its question, clear of the address of the page', async ({ page }) => {
  const { open, field, settled } = search(page);
  await open();
  await page.emulateMedia({ media: 'print' });
  await expect(field).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await field.fill(common);
  await settled();
  await page.emulateMedia({ media: 'print' });
  await expect(field).toBeVisible();
  await expect(page.locator('search button')).toBeHidden();
  const address = await page.locator('.printed').boundingBox();
  const list = await page.locator('#results').boundingBox();
  expect(list?.y).toBeGreaterThanOrEqual((address?.y ?? Infinity) + (address?.height ?? 0));
});

test('says honestly that there is nothing, and offers the ways in', async ({ page }) => {
  const { open, settled, results, part, field, openFilters } = search(page);
  await open(`?q=${encodeURIComponent(ABSENT)}`);
  await settled();
  await expect(results).toHaveCount(0);
  await expect(part('none')).toContainText(`「${ABSENT}」`);
  for (const way of [urls.programmes(), urls.sections(), urls.full()])
    await expect(part('none').locator(`a[href="${way}"]`)).toBeVisible();
  await field.fill('😀');
  await expect(part('none')).toContainText('「😀」');
  await openFilters();
  const first = page.locator('select').first().locator('option').first();
  await expect(first).toContainText('(0)');
  await field.fill('');
  await expect(first).not.toContainText('(0)');
});

test('lets a reader begin with a filter, before any word', async ({ page }) => {
  const { open, results, part, openFilters } = search(page);
  await open();
  await openFilters();
  await expect(page.locator('select').first().locator('option').first()).not.toContainText('(0)');
  await page.locator('select[name="kind"]').selectOption('programme');
  await expect(results).toHaveCount(records.filter(({ kind }) => kind === 'programme').length);
  await expect(part('index')).toBeHidden();
});

test('goes back to the query before, one step for what was typed in one go', async ({ page }) => {
  const { open, field, settled, type } = search(page);
  await open();
  await type('防災');
  await field.press('Enter');
  await field.fill('');
  await type('子育て');
  await settled();
  await expect(page).toHaveURL((url) => url.searchParams.get('q') === '子育て');
  await page.goBack();
  await expect(field).toHaveValue('防災');
});

test('does not submit while the input method composes', async ({ page }) => {
  const { open, field } = search(page);
  await open();
  await field.focus();
  const prevented = await field.evaluate((input) => {
    const options = { key: 'Enter', isComposing: true, bubbles: true, cancelable: true };
    return !input.dispatchEvent(new KeyboardEvent('keydown', options));
  });
  expect(prevented).toBe(true);
});

test('tells the number once, when the typing rests', async ({ page }) => {
  const { open, part, type } = search(page);
  await open();
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const status = document.querySelector('[data-part="status"]');
    if (status)
      new MutationObserver(() => said.push(status.textContent)).observe(status, {
        childList: true,
      });
  });
  await type(plan.programmes[0]?.title.slice(0, 7) ?? '');
  await expect(part('status')).toHaveText(/^\d+件$/);
  expect(await page.evaluate(() => (window as unknown as { said: string[] }).said.length)).toBe(1);
});

/** Another plan of one record. */
const other = (change: Partial<ScanFile['records'][number]> = {}): ScanFile => ({
  form: FORM,
  plan: '平成24年度の計画',
  year: 2012,
  keywords: {},
  groups: [],
  printed: '',
  records: [
    {
      url: '/2012/programmes/tsubaki/',
      kind: 'programme',
      goals: [],
      sections: [],
      months: [],
      heads: [],
      titles: [`${ABSENT}まつり`],
      passages: [{ id: 'a', text: `${ABSENT}を植えます。` }],
      ...change,
    },
  ],
});

test('asks the plans that are published beside this one, and says whose each answer is', async ({
  page,
}) => {
  const { open, field, results, settled } = search(page);
  await beside(page, other());
  await open();
  await field.fill(ABSENT);
  await settled();
  await expect(results).toHaveCount(1);
  await expect(results.locator('> a')).toHaveAttribute('href', '/2012/programmes/tsubaki/');
  await expect(results).toContainText('平成24年度の計画');
  await expect(results.locator('.words a')).toHaveAttribute('href', '/2012/programmes/tsubaki/#a');
  await field.fill(common);
  await settled();
  await expect(results.first()).not.toContainText('平成24年度の計画');
});

test('narrows an answer to one of the plans, and takes it from the address', async ({ page }) => {
  const { open, field, results, part, settled, openFilters } = search(page);
  await beside(page, other({ passages: [{ text: `${common}と${ABSENT}` }] }));
  await open();
  await field.fill(common);
  await settled();
  await openFilters();
  await page.locator('select[name="plan"]').selectOption('平成24年度の計画');
  await settled();
  await expect(results).toHaveCount(1);
  await expect(results).toContainText('平成24年度の計画');
  await page.reload();
  await settled();
  await expect(page.locator('select[name="plan"]')).toHaveValue('平成24年度の計画');
  await expect(results).toHaveCount(1);
  // Without a question the page lists its own plan, and says nothing of the other.
  await field.fill('');
  await expect(part('none')).toBeHidden();
  await expect(part('index')).toBeVisible();
  await expect(page.locator('select[name="plan"]')).toBeDisabled();
});

test('leads to a plan that was built before it could be asked', async ({ page }) => {
  const { open, field, settled } = search(page);
  await beside(page, { ...other(), form: FORM - 1 });
  await open();
  await field.fill(ABSENT);
  await settled();
  const notice = page.locator('[data-address="/2012/"]');
  await expect(notice).toContainText(t.find.unknownPlan.trim());
  await expect(notice.locator('a')).toHaveAttribute('href', '/2012/');
});

test('finds the other pages of the site, below what the plan answers', async ({ page }) => {
  const { open, field, results, settled } = search(page);
  await open();
  for (const [query, url] of [
    ['CSV', urls.data()],
    ['エクセル', urls.data()],
    ['ふりがな', urls.yomigana()],
    ['訂正', urls.corrections()],
    ['このサイト', urls.about()],
  ] as const) {
    await field.fill(query);
    await settled();
    await expect(results.first().locator('> a')).toHaveAttribute('href', url);
    await expect(results.first()).toContainText(t.find.page);
  }
});

test('shows the activities that answer and leads to each; for a month says why', async ({
  page,
}) => {
  const month = records.flatMap(({ months }) => months)[0];
  test.skip(month === undefined, 'the plan names no month');
  const { open, settled, results } = search(page);
  await open(`?q=${String(month)}月`);
  await settled();
  const first = results.first();
  await expect(first).toContainText(`${String(month)}月に当たる取組`);
  const link = first.locator('.words a').first();
  const text = (await link.textContent()) ?? '';
  await link.click();
  await expect(page.locator(':target')).toContainText(text.trim().slice(0, 10));
});

for (const [name, pattern] of [
  ['a line', WORDS],
  ['a plan beside this one', '**/2012/search/scan.json'],
] as const)
  test(`does not wait for ever on ${name} that has gone silent`, async ({ page }) => {
    const { open, field, part } = search(page);
    await page.clock.install();
    await beside(page, other());
    const asked: string[] = [];
    await page.route(pattern, (route) => void asked.push(route.request().url()));
    await open();
    await field.fill(known);
    // The page may not have asked yet when the clock is first put forward.
    await expect(async () => {
      await page.clock.fastForward(21_000);
      await expect(part('failed')).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await expect(part('waiting')).toBeHidden();
    expect(asked).toEqual([...new Set(asked)]);
  });

test('says so where its script does not come', async ({ page }) => {
  const { open, part } = search(page);
  await page.route('**/_astro/*.js', (route) => route.abort());
  // The notice is an animation that waits for some seconds.
  const session = await page.context().newCDPSession(page);
  await session.send('Animation.enable');
  await session.send('Animation.setPlaybackRate', { playbackRate: 100 });
  await open();
  await expect
    .poll(async () => (await part('unscripted').boundingBox())?.height ?? 0)
    .toBeGreaterThan(10);
  await expect(part('index')).toBeVisible();
});

test('is a complete index without script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const { open } = search(page);
  await open('?q=x');
  const addresses = await page
    .locator('li[data-kind] > a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(new Set(addresses).size).toBe(addresses.length);
  const byKana = await page
    .locator('dd a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect([...byKana].sort()).toEqual([...addresses].sort());
  await expect(page.locator('select').first()).toBeHidden();
  await context.close();
});

test('takes whatever is typed or stands in the address, and shows it as words', async ({
  page,
}) => {
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') said.push(message.text());
  });
  page.on('dialog', (dialog) => {
    said.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  const { open, field, results, settled } = search(page);
  await open();
  const word = await someWord(page);
  /** What words alone make, but for the parts of a result: nothing that they could have made. */
  const made = page.locator(
    '#results :not(li, a, p, ul, ol, span, mark, ruby, rt, rp, wbr, svg, svg *), [onerror], [onclick]',
  );
  const texts = [
    ...['<img src=x onerror=alert(1)>', `${word}<b onclick=alert(1)>`, '\\', '(((', '.*[^', '$&'],
    ...['__proto__', 'constructor', '\ud842', '\u202e海', 'あ'.repeat(10_000), '㍿'.repeat(10_000)],
    ...hostileStrings(thorough ? 40 : 6, SEED, [word]),
  ];
  let found = 0;
  for (const text of texts) {
    await field.evaluate((input: HTMLInputElement, value) => {
      input.value = value;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, text);
    await settled();
    found += await results.count();
    await expect(made, text).toHaveCount(0);
  }
  expect(found).toBeGreaterThan(0);
  const asked = texts.filter((text) => text.length < 1000).slice(0, 8);
  for (const query of [
    ...asked.map((text) => `q=${encodeURIComponent(text.toWellFormed())}`),
    ...['q=%', 'q=%E3%81', 'q&q=&q', `q=${word}&kind=__proto__&goal="><img src=x>&month=99`],
  ]) {
    await open(`?${query}`);
    await settled();
    await expect(made, query).toHaveCount(0);
  }
  expect(said).toEqual([]);
});

test('asks no more than a server takes, however much is pasted', async ({ page }) => {
  const { field, settled } = search(page);
  for (const url of [urls.home(), urls.search()]) {
    await page.goto(origin() + url);
    await page.locator('input[name="q"]').focus();
    await page.keyboard.insertText('海'.repeat(10_000));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\?q=/);
    const response = await page.reload();
    expect(response?.status()).toBe(200);
    await settled();
    expect((await field.inputValue()).length).toBeLessThanOrEqual(120);
  }
});

test('loads nothing of the search on other pages', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await page.goto(`${origin()}${urls.programmes()}`);
  await page.waitForLoadState('networkidle');
  expect(loaded.filter((url) => /pagefind|\.js$/.test(url))).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`has nothing for axe to find in its answers, ${colorScheme}`, async ({ browser }) => {
    const context = await browser.newContext({
      colorScheme,
      viewport: { width: 320, height: 640 },
    });
    const page = await context.newPage();
    const { open, settled } = search(page);
    const queries = [known, '7月', ABSENT, `${common} ${ABSENT} 予算`, 'ボランチィア', ''];
    for (const query of colorScheme === 'light' || thorough ? queries : queries.slice(0, 2)) {
      await open(`?q=${encodeURIComponent(query)}`);
      await settled();
      const rules = colorScheme === 'light' || thorough ? 'all' : 'colours';
      await expectNoViolations(page, ['phone'], { rules });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    }
    await context.close();
  });
