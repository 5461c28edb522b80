/**
 * `npm run bench -- tasks [runs]`: what readers come for, from the home page on a phone on Slow 4G with
 * a processor four times slower: taps, screens scrolled, and seconds that the reader waits (medians).
 */
import { chromium, type Browser } from '@playwright/test';
import { to, urls } from '#urls.ts';
import { launchOptions } from '../tools.ts';
import { median } from './figures.ts';
import { startSite } from './served-site.ts';
import { slowDown } from './slow-line.ts';

const link = (href: string) => `main a[href="${href}"]`;
const menu = (href: string) => `header a[href="${href}"]`;
const search = (query: string) => [`input[name=q]=${query}`, 'main [type=submit]'];
const words = (text: string) => `main :text("${text}")`;

/** What is tapped, `=` and what is typed into it; the last is what the reader wanted to see. */
const TASKS: Record<string, string[]> = {
  災害: [...search('災害'), '#results >> text=災害に強い区づくり事業', words('防災訓練の支援')],
  祭り: [...search('祭り'), '#results li:has-text("旭区民スポーツ祭")'],
  左近山: [menu(urls.sections()), words('左近山保育園'), words('保護者や地域の方々の悩み')],
  上司へのリンク: [
    menu(urls.sections()),
    words('予算調整係'),
    'main summary:text("共有")',
    '[data-copy=link]',
    '[role=status]:text("コピー")',
  ],
  町内会の印刷: [link(urls.full()), 'main button:text("印刷")'],
  ひらがなの母: [menu(urls.yomigana()), `main a[href^="${urls.yomigana()}"]`, 'main rt'],
  何が直されたか: [link(urls.corrections()), words('帷子川の環境学習')],
  Excel: [link(urls.data()), 'main a[href$=".xlsx"]'],
};

const runs = Number(process.argv[2] ?? 3);
const site = await startSite();
const browser = await chromium.launch(launchOptions());
try {
  console.log(' taps  screens  seconds');
  for (const [name, steps] of Object.entries(TASKS)) {
    const walks = [];
    for (let run = 0; run < runs; run += 1) walks.push(await walk(browser, steps));
    const [taps = 0, screens = 0, seconds = 0] = [0, 1, 2].map((index) =>
      median(walks.map((figures) => figures[index] ?? NaN)),
    );
    console.log(
      `${String(taps).padStart(5)} ${screens.toFixed(1).padStart(8)} ${seconds.toFixed(1).padStart(8)}  ${name}`,
    );
  }
} finally {
  await browser.close();
  await site.stop();
}

async function walk(from: Browser, steps: readonly string[]) {
  const context = await from.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await slowDown(page);
  let [screens, waited, since] = [0, 0, performance.now()];
  await page.goto(site.origin + to(), { waitUntil: 'commit' });
  for (const [index, step] of steps.entries()) {
    const [, selector = step, text] = /^([^=]+\[[^\]]+\])=(.+)$/.exec(step) ?? [];
    const target = page.locator(selector).filter({ visible: true }).first();
    await target.waitFor();
    waited += performance.now() - since;
    screens += await target.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      const by = bottom > innerHeight ? bottom - innerHeight : Math.min(0, top);
      scrollBy({ top: by, behavior: 'instant' });
      return Math.abs(by) / innerHeight;
    });
    since = performance.now();
    if (index < steps.length - 1) await target.click({ noWaitAfter: true });
    if (text !== undefined) await page.keyboard.insertText(text);
  }
  await context.close();
  return [steps.length - 1, screens, waited / 1000];
}
