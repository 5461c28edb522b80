/** `npm run edit` in a real browser, on a copy of the content: what staff do with it, and how it reads. */
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { parse } from 'node-html-parser';
import { contentDir, readPlan } from '#reader/read.ts';
import { buildSite } from '../fixtures/build.ts';
import { expectNoViolations } from './axe.ts';
import { thorough } from './site.ts';

const room = mkdtempSync(path.join(tmpdir(), 'plan-edit-e2e-'));
const dir = path.join(room, 'content');
cpSync(contentDir, dir, { recursive: true });
const servers: ChildProcess[] = [];
/** Of the server without the pages of the real site, which take most of the time. */
let address = '';

test.describe.configure({ mode: 'serial', timeout: 180_000 });
test.use({ actionTimeout: 60_000 });

async function start(preview: '0' | '1'): Promise<string> {
  const server = spawn(process.execPath, ['src/commands/edit.ts'], {
    env: { ...process.env, CONTENT_DIR: dir, PORT: '0', PREVIEW: preview },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  servers.push(server);
  return await new Promise<string>((resolve) => {
    server.stdout.on('data', (data: Buffer) => {
      const found = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(data.toString())?.[0];
      if (found) resolve(found);
    });
  });
}
test.beforeAll(async () => {
  address = await start('0');
});
test.afterAll(() => {
  for (const server of servers) server.kill();
  rmSync(room, { recursive: true, force: true });
});
test.beforeEach(async ({ page }) => {
  await page.goto(address);
});

const files = () =>
  new Map(
    readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:mdx|yaml)$/.test(name))
      .map((name) => [name, readFileSync(path.join(dir, name), 'utf8')]),
  );
/** `file: line` of each line that is in one of the two and not in the other. */
function changedLines(before: Map<string, string>, after: Map<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((file) => {
    const [a, b] = [before, after].map((all) => (all.get(file) ?? '').split('\n'));
    return [
      ...(a ?? []).filter((line) => !b?.includes(line)).map((line) => `-${file}: ${line}`),
      ...(b ?? []).filter((line) => !a?.includes(line)).map((line) => `+${file}: ${line}`),
    ];
  });
}
const save = (page: Page) =>
  page.getByRole('button', { name: '保存する', exact: true }).first().click();
const saved = (page: Page) => expect(page.getByRole('status')).toContainText('保存しました');
const bare = (words: string) => words.replace(/\s+/g, '');
async function firstProgramme() {
  const [programme] = (await readPlan(dir)).programmes;
  const { id = '', title = '', activities = [] } = programme ?? {};
  return { id, title, activity: activities[0]?.text ?? '' };
}
/** The page of the real site beside the form. */
const preview = (page: Page) => page.frameLocator('iframe');

test('a word is corrected: saved in one line, and taken back', async ({ page }) => {
  const { title, activity } = await firstProgramme();
  const changed = activity.replace(/^./u, '新');
  const before = files();
  await page.getByRole('link', { name: title, exact: true }).click();
  await page.getByLabel('取組の文').first().fill(changed);
  await save(page);
  await saved(page);
  const [gone, come, ...more] = changedLines(before, files());
  expect(gone).toContain(activity);
  expect(come).toContain(changed);
  expect(more).toEqual([]);
  await page.goto(new URL('/', address).href);
  await page.getByRole('button', { name: '前の保存を取り消す' }).click();
  await expect(page.getByRole('status')).toContainText('取り消しました');
  expect(changedLines(before, files())).toEqual([]);
});

test(
  'what is not saved is seen on the real page, and is built as it was seen',
  { tag: '@all' },
  async ({ page }) => {
    const { id, title, activity } = await firstProgramme();
    const changed = activity.replace(/^./u, '新');
    const before = files();
    const withPreview = await start('1');
    await page.goto(withPreview);
    await page.getByRole('link', { name: title, exact: true }).click();
    await page.getByLabel('取組の文').first().fill(changed);
    // Where the preview was still getting ready, it is there on another look.
    await expect(async () => {
      await page.getByRole('button', { name: '保存しないで見本に映す' }).first().click();
      await expect(page.getByRole('status')).toContainText('まだ保存していません');
      await expect(preview(page).locator('main')).toContainText(changed.slice(0, 10), {
        timeout: 9_000,
      });
    }).toPass({ timeout: 90_000 });
    expect(changedLines(before, files())).toEqual([]);
    // The page comes in pieces: its foot comes last.
    await expect(preview(page).locator('footer')).toBeVisible();
    const seen = bare((await preview(page).locator('main').textContent()) ?? '');
    await save(page);
    await saved(page);
    const out = path.join(room, 'dist');
    buildSite({ CONTENT_DIR: dir, OUT_DIR: out });
    const html = readFileSync(path.join(out, `programmes/${id}/index.html`), 'utf8');
    expect(bare(parse(html).querySelector('main')?.textContent ?? '')).toBe(seen);
  },
);

test('a programme with two activities is added by the keyboard alone', async ({ page }) => {
  const before = await readPlan(dir);
  const press = async (name: string | RegExp) => {
    const target = page.getByRole('button', { name }).or(page.getByRole('link', { name })).first();
    await target.focus();
    await page.keyboard.press('Enter');
  };
  await press('この目標に事業を足す');
  const type = async (label: string, words: string, at = 0) => {
    await page.getByLabel(label, { exact: true }).nth(at).focus();
    await page.keyboard.insertText(words);
  };
  await type('事業の名前', '花いっぱい事業');
  await press('担当課を足す');
  // The new choice has the focus: the first section is one step down.
  await expect(page.getByLabel('担当課 1番目')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await press('取組を足す');
  await type('取組の文', '花の苗の配布(5月)');
  await press('取組を足す');
  await type('取組の文', '花壇の手入れ(毎月)', 1);
  await press(/^上へ ?（取組 2番目）$/);
  await expect(page.getByLabel('取組の文').first()).toHaveValue('花壇の手入れ(毎月)');
  await press('保存する');
  await saved(page);
  const plan = await readPlan(dir);
  expect(plan.programmes).toHaveLength(before.programmes.length + 1);
  const added = plan.programmes.find(({ title }) => title === '花いっぱい事業');
  expect(added?.activities.map(({ text }) => text)).toEqual([
    '花壇の手入れ(毎月)',
    '花の苗の配布(5月)',
  ]);
  expect(added?.id).toMatch(/^hana/);
  expect(added?.sections).toHaveLength(1);
});

test('a section gets another name and another address, and the old one leads on', async ({
  page,
}) => {
  const section = (await readPlan(dir)).sections.at(-1);
  if (!section) throw new Error('no section');
  const form = `/edit?file=sections/${section.id}.mdx`;
  await page.goto(new URL(form, address).href);
  await page.getByLabel('課の名前').fill('新しい名の課');
  await page.getByLabel('ひらがなの読み').fill('あたらしいなのか');
  await save(page);
  await saved(page);
  await page.getByRole('link', { name: 'アドレスになる名前（id）を変える' }).click();
  await page.getByLabel('アドレスになる名前（id）').fill('atarashii-na-no-ka');
  await page.getByRole('button', { name: 'アドレスを変える' }).click();
  await saved(page);
  const plan = await readPlan(dir);
  const now = plan.sections.find(({ id }) => id === 'atarashii-na-no-ka');
  expect(now?.name).toBe('新しい名の課');
  expect(now?.pledges).toHaveLength(section.pledges.length);
  expect(plan.redirects).toContainEqual({
    from: `sections/${section.id}/`,
    to: 'sections/atarashii-na-no-ka/',
  });
});

test('an activity moves to another programme', async ({ page }) => {
  const { programmes } = await readPlan(dir);
  const [from, to] = programmes.filter(({ activities }) => activities.length > 1);
  const activity = from?.activities[0];
  if (!from || !to || !activity) throw new Error('no activity to move');
  await page.goto(new URL(`/edit?file=${from.file}`, address).href);
  await page.getByRole('link', { name: 'ほかの事業へ移す' }).first().click();
  await page.getByLabel('移す先の事業').selectOption(to.file);
  await page.getByRole('button', { name: '移す', exact: true }).click();
  await saved(page);
  const plan = await readPlan(dir);
  const of = (file: string) => plan.programmes.find((one) => one.file === file)?.activities ?? [];
  expect(of(to.file).at(-1)?.text).toBe(activity.text);
  expect(of(from.file)).toHaveLength(from.activities.length - 1);
  expect(plan.redirects.map((row) => row.from)).toContain(`programmes/${from.id}/#${activity.id}`);
});

test('an error is told beside its field, and mended', async ({ page }) => {
  const [section] = (await readPlan(dir)).sections;
  const before = files();
  await page.goto(new URL(`/edit?file=${section?.file ?? ''}`, address).href);
  const kana = page.getByLabel('ひらがなの読み');
  await kana.fill('カタカナ');
  await save(page);
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page).toHaveTitle(/^誤りがあります/);
  await page.getByRole('alert').getByRole('link').click();
  await expect(kana).toBeFocused();
  await expect(kana).toHaveAccessibleDescription(/ひらがなの読み（例: そうむか）/);
  await expect(kana).toHaveAttribute('aria-invalid', 'true');
  expect(changedLines(before, files())).toEqual([]);
  await kana.fill(section?.kana ?? '');
  await save(page);
  await saved(page);
  expect(changedLines(before, files())).toEqual([]);
});

test('two windows and a change on the disk: both texts are shown, nothing is lost', async ({
  page,
  context,
}) => {
  const [goal] = (await readPlan(dir)).goals;
  const form = new URL(`/edit?file=${goal?.file ?? ''}`, address).href;
  await page.goto(form);
  const other = await context.newPage();
  await other.goto(form);
  await other.getByLabel('目標の題名').fill('ほかの窓の題名');
  await save(other);
  await saved(other);
  await page.getByLabel('目標の題名').fill('この窓の題名');
  await save(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ほかでも変わっています');
  await expect(page.locator('pre').first()).toContainText('ほかの窓の題名');
  await expect(page.locator('pre').last()).toContainText('この窓の題名');
  const file = path.join(dir, goal?.file ?? '');
  writeFileSync(file, readFileSync(file, 'utf8').replace('ほかの窓の題名', '手で直した題名'));
  await page.getByRole('button', { name: '自分の内容で保存する' }).click();
  await expect(page.locator('pre').first()).toContainText('手で直した題名');
  await page.getByRole('button', { name: '自分の内容で保存する' }).click();
  await saved(page);
  expect(readFileSync(file, 'utf8')).toContain('この窓の題名');
});

test('without script, everything works: a section is moved up', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(address);
  const [first, second] = (await readPlan(dir)).sections;
  await page.getByRole('button', { name: new RegExp(`^上へ ?（${second?.name ?? ''}）$`) }).click();
  await saved(page);
  expect((await readPlan(dir)).sections.slice(0, 2).map(({ id }) => id)).toEqual([
    second?.id,
    first?.id,
  ]);
  await context.close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  const title = `${colorScheme}: axe finds nothing, and nothing is wider than 320 px`;
  test(title, { tag: colorScheme === 'dark' ? ['@all'] : [] }, async ({ browser }) => {
    const context = await browser.newContext({
      colorScheme,
      viewport: { width: 320, height: 640 },
    });
    const page = await context.newPage();
    await page.goto(address);
    const plan = await readPlan(dir);
    const [programme] = plan.programmes;
    const pages = [
      '/',
      ...[programme, plan.goals[0], plan.sections[0], plan.pledges[0]].map(
        (noun) => `/edit?file=${noun?.file ?? ''}`,
      ),
      ...['policy.mdx', 'corrections.yaml', 'corrections.yaml&at=0', 'keywords.yaml'].map(
        (file) => `/edit?file=${file}`,
      ),
      ...['readings.yaml', 'readings.yaml&find=区', 'redirects.yaml', 'pages/about.mdx'].map(
        (file) => `/edit?file=${file}`,
      ),
      '/new?kind=sections',
      `/address?file=${programme?.file ?? ''}`,
      `/remove?file=${programme?.file ?? ''}`,
      `/move?file=${programme?.file ?? ''}&id=${programme?.activities[0]?.id ?? ''}`,
      '/changes',
      '/nothing',
    ];
    // One page of each make is enough for the colours.
    for (const [at, one] of (colorScheme === 'light' ? pages : pages.slice(0, 3)).entries()) {
      await page.goto(new URL(one, address).href);
      await expectNoViolations(page, ['phone'], {
        rules: at < 3 || thorough ? 'all' : 'but colours',
      });
      expect.soft(await page.evaluate(misfits), one).toEqual([]);
    }
    await page.goto(new URL(`/edit?file=${plan.sections[0]?.file ?? ''}`, address).href);
    await page.getByLabel('ひらがなの読み').fill('漢字');
    await save(page);
    await expect(page.getByRole('alert')).toBeVisible();
    await expectNoViolations(page, ['phone']);
    expect(await page.evaluate(misfits), 'with an error').toEqual([]);
    // A window with what is not saved asks before it closes.
    await page.getByLabel('ひらがなの読み').fill(plan.sections[0]?.kana ?? '');
    await save(page);
    await saved(page);
    await context.close();
  });
}

/** Smaller than a finger, or wider than the window. */
const misfits = () => {
  const { scrollWidth, clientWidth } = document.documentElement;
  const targets = 'button, input:not([type=hidden]), select, textarea, main li > a, nav a';
  return [
    ...[...document.querySelectorAll(targets)]
      .filter((element) => element.getBoundingClientRect().height < 44 && !element.closest('label'))
      .map((element) => `small: ${element.outerHTML.slice(0, 80)}`),
    ...(scrollWidth > clientWidth ? [`wide: ${String(scrollWidth)}`] : []),
  ];
};
