/** What the search finds beside the plan: the other pages of the site, and another year's plan. */
import type { Page } from '@playwright/test';
import { FORM, type ScanFile } from '#search/record.ts';
import { t } from '#strings.ts';
import { urls } from '#urls.ts';
import { random } from '../fixtures/random.ts';
import { ask } from './browser-side.ts';
import { say } from './figures.ts';
import type { Ground } from './search-ground.ts';

/** Words that pages of the site print or are for, and where they lead. */
const PAGES: Record<string, readonly string[]> = {
  [urls.data()]: ['CSV', 'csv', 'エクセル', 'JSON', 'オープンデータ'],
  [urls.full()]: ['全文', '印刷', '印刷する', 'プリント'],
  [urls.yomigana()]: ['ふりがな', 'ルビ', '読みがな', 'ふりがな付きの全文'],
  [urls.corrections()]: ['訂正', '訂正の記録', '正誤表', '疑わしいところ'],
  [urls.calendar()]: ['カレンダー', '年間カレンダー'],
  [urls.about()]: ['このサイト', 'このサイトについて', '公式のサイト'],
  [urls.accessibility()]: ['アクセシビリティ', '達成基準'],
};
const ABSENT = ['ログイン', '会員登録', '椿椿椿', 'ブロックチェーン', 'ぬめぬめ', 'chatbot'];
const ADDRESS = '/2012/';

/** Another plan whose records print a word of their own each. */
function otherYear({ records }: Ground) {
  const { pick } = random(2012);
  const rare = '椿 梓 桂 楠 榊 樫 檜 柊 蓮 菫 蕗 蕨 薊 芹 葦 茜 萩'.split(' ');
  const words = records.map(() => [pick(rare), pick(rare), pick(rare)].join(''));
  const file: ScanFile = {
    form: FORM,
    plan: '平成24年度の計画',
    year: 2012,
    keywords: {},
    groups: [],
    printed: '',
    records: records.map(({ kana: _, keywords: __, ...record }, at) => ({
      ...record,
      url: `${ADDRESS}${String(at)}/`,
      passages: [{ text: `${words[at] ?? ''}を植えます。` }],
    })),
  };
  return { words, file };
}

/** Tells the search page of another plan, which is there as `file`. */
export async function beside(page: Page, file: ScanFile) {
  await page.route(`**${ADDRESS}search/scan.json`, (route) => route.fulfill({ json: file }));
  await page.route(
    ({ pathname }) => pathname === urls.search(),
    async (route) => {
      const response = await route.fetch();
      const archive = JSON.stringify([{ address: ADDRESS }]).replaceAll('"', '&quot;');
      const body = (await response.text())
        .replace('&quot;archive&quot;:[]', `&quot;archive&quot;:${archive}`)
        .replace('<select', '<select name="plan"><option value="">すべて</option></select>$&')
        .replace(
          '<div data-part="none"',
          `<p data-address="${ADDRESS}" hidden><a href="${ADDRESS}">2012</a>${t.find.unknownPlan}</p>$&`,
        );
      await route.fulfill({ response, body });
    },
  );
}

export async function others(ground: Ground) {
  const asked = Object.entries(PAGES).flatMap(([url, all]) => all.map((q) => ({ q, url })));
  const questions = [...asked.map(({ q }) => q), ...ABSENT];
  const answers = await ground.onSearchPage((page) => ask(page, questions));
  const missed = asked.filter(({ url }, at) => answers[at]?.[0] !== url);
  say('other pages of the site', {
    'right first': 1 - missed.length / asked.length,
    'absent clean': `${String(answers.slice(asked.length).filter((all) => all.length === 0).length)} of ${String(ABSENT.length)}`,
  });
  if (missed.length > 0) console.log(`    not first: ${missed.map(({ q }) => q).join(' / ')}`);
  const { words, file } = otherYear(ground);
  const found = await ground.onSearchPage(
    (page) => ask(page, [...words, ...ABSENT]),
    (page) => beside(page, file),
  );
  const right = words.filter((word, at) => {
    const [first = ''] = found[at] ?? [];
    return words[Number(first.slice(ADDRESS.length, -1))] === word;
  });
  say('another year', {
    'right first': right.length / words.length,
    'absent clean': `${String(found.slice(words.length).filter((all) => all.length === 0).length)} of ${String(ABSENT.length)}`,
  });
}
