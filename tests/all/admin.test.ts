/** The CMS of the editing server, driven as an officer would: what it writes, refuses and says. */
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import sharp from 'sharp';
import { parse } from 'yaml';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lineChanges } from '../fixtures/line-changes.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { launchOptions } from '../tools.ts';
import { editingServer } from '../fixtures/editing-server.ts';
import { Cms } from './admin/cms.ts';

const room = temporaryFolder();
const content = path.join(room, 'content');
let server: Awaited<ReturnType<typeof editingServer>>;
let cms: Cms;

beforeAll(async () => {
  cpSync('content', content, { recursive: true });
  server = await editingServer(content);
});
afterAll(() => server.stop());
beforeEach(async () => {
  rmSync(content, { recursive: true });
  cpSync('content', content, { recursive: true });
  cms = await Cms.open(server.origin, room);
});
afterEach(async () => {
  expect(cms.outside).toEqual([]);
  await cms.close();
});

const read = (file: string) => readFileSync(path.join(content, file), 'utf8');
const textsIn = (dir: string) =>
  new Map(
    readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .filter((file) => statSync(path.join(dir, file)).isFile())
      .map((file) => [file, readFileSync(path.join(dir, file), 'utf8')] as const),
  );

const changes = () => lineChanges(textsIn('content'), textsIn(content));

/** Opens a form, does something in it, saves, and gives what changed. */
async function saved(form: string, act: () => Promise<unknown>) {
  await cms.form(form);
  await act();
  await cms.save();
  return changes();
}
const named = (name: string) => () => cms.fill('name', name);

describe('an edit changes its own line and no other', () => {
  it('of a word, its odd characters put right', async () => {
    const edit = async () => {
      await cms.unfold('activities');
      await cms.fill('activities.1.text', ' 関係ﾎﾞﾗﾝﾃｨｱによるDV防止\u00A0連絡会の開催(年3回)　');
    };
    expect(await saved('programmes/entries/dv-taisaku', edit)).toEqual({
      'programmes/dv-taisaku.mdx': [
        '-    text: 関係機関による児童虐待・DV防止連絡会の開催(年3回)',
        '+    text: 関係ボランティアによるDV防止 連絡会の開催(年3回)',
      ],
    });
  });

  it('of a month', async () => {
    const edit = async () => {
      await cms.unfold('activities');
      await cms.choose('activities.1.months', '9月');
    };
    expect(await saved('programmes/entries/dv-taisaku', edit)).toEqual({
      'programmes/dv-taisaku.mdx': ['+    months:', '+      - 9'],
    });
  });

  it('of a paragraph', async () => {
    const edit = () => cms.write('body', 'がんばります。');
    expect(await saved('goals/entries/anshin', edit)).toEqual({
      'goals/anshin.mdx': [
        expect.stringMatching(/^-また、.*確保します。$/),
        expect.stringMatching(/^\+また、.*確保します。がんばります。$/),
      ],
    });
  });

  it('of a new programme with two activities', async () => {
    await cms.form('programmes/new');
    await cms.page.getByRole('textbox', { name: 'スラッグ' }).fill('hana-no-michi');
    await cms.fill('number', '6.5');
    await cms.fill('title', '花の道事業');
    await cms.field('goal').getByRole('radio', { name: '安心ある つながり' }).check();
    await cms.choose('sections', '総務課');
    for (const [index, word] of ['花', '道'].entries()) {
      await cms.add('activities');
      await cms.fill(`activities.${String(index)}.id`, index === 0 ? 'hana' : 'michi');
      await cms.fill(`activities.${String(index)}.text`, `${word}をつくります(9月)`);
    }
    await cms.save();
    const lines = `---
number: 6.5
title: 花の道事業
goal: anshin
sections:
  - somu
activities:
  - id: hana
    text: 花をつくります(9月)
  - id: michi
    text: 道をつくります(9月)
---`.split('\n');
    expect(changes()).toEqual({
      'programmes/hana-no-michi.mdx': lines.map((line) => `+${line}`),
    });
  });

  it("of a section's name", async () => {
    expect(await saved('sections/entries/somu', named('総務部'))).toEqual({
      'sections/somu.mdx': ['-name: 総務課', '+name: 総務部'],
    });
  });

  it('of a word and of the correction that quotes it, one after the other', async () => {
    await cms.form('programmes/entries/bunka-geijutsu');
    await cms.unfold('activities');
    const [, words = ''] =
      /text: (.*繰り広げられる.*)/.exec(read('programmes/bunka-geijutsu.mdx')) ?? [];
    await cms.fill('activities.0.text', words.replace('繰り広げられる', '行われる'));
    await cms.save();
    await cms.faults.getByText('繰り広げられる').waitFor();
    const faults = await cms.faults.innerText();
    expect(faults).toMatch(/^直すまで、.*content\/corrections.yaml.*誤りが 1 件あります。$/su);

    await cms.form('plan/entries/corrections-yaml');
    await cms.unfold('rows');
    await cms.fill('rows.1.shown', '行われる');
    await cms.save();
    await cms.faults.waitFor({ state: 'hidden' });
    expect(changes()).toEqual({
      'corrections.yaml': ['-  shown: 繰り広げられる', '+  shown: 行われる'],
      'programmes/bunka-geijutsu.mdx': [
        `-    text: ${words}`,
        `+    text: ${words.replace('繰り広げられる', '行われる')}`,
      ],
    });
  });

  it('of a reading', async () => {
    await cms.form('plan/entries/readings-yaml');
    const cells = cms.field('words').getByRole('textbox');
    await expect.poll(() => cells.count()).toBeGreaterThan(900);
    const at = await cells.evaluateAll((inputs) =>
      inputs.findIndex((input) => (input as HTMLInputElement).value === '挨拶'),
    );
    await cells.nth(at + 1).fill('ごあいさつ');
    await cms.save();
    expect(changes()).toEqual({
      'readings.yaml': ['-  挨拶: あいさつ', '+  挨拶: ごあいさつ'],
    });
  });

  it('of a picture with alternative text', async () => {
    const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    await cms.form('goals/entries/anshin');
    const body = cms.field('body');
    await cms.write('body', '\n');
    await body.getByRole('button', { name: '画像' }).click();
    await body.getByRole('button', { name: '参照' }).click();
    const box = cms.page.getByRole('dialog', { name: '画像を選択' });
    const chooser = cms.page.waitForEvent('filechooser');
    await box.getByRole('button', { name: 'アップロード' }).click();
    const file = { name: 'Hiroba 1.png', mimeType: 'image/png', buffer: png };
    await (await chooser).setFiles(file);
    await box.getByRole('button', { name: '挿入' }).click();
    await body.getByText('hiroba-1.png').waitFor();
    await body.getByRole('textbox', { name: '代替テキスト' }).fill('白い広場');
    await cms.save();
    const { 'goals/anshin.mdx': lines, ...others } = changes();
    expect(lines?.toSorted()).toEqual(['+', '+![白い広場](./hiroba-1.png)']);
    expect(Object.keys(others)).toEqual(['goals/hiroba-1.png']);
    expect(readFileSync(path.join(content, 'goals/hiroba-1.png')).equals(png)).toBe(true);
    await cms.faults.waitFor({ state: 'hidden' });
  });

  it('of a keyword', async () => {
    const [{ words }] = parse(read('keywords.yaml')) as [{ words: string[] }];
    const edit = async () => {
      await cms.field('rows').getByRole('button', { name: '広げる' }).first().click();
      await cms.add('rows.0.words');
      await cms.fill(`rows.0.words.${String(words.length)}`, 'みらい');
    };
    expect(await saved('plan/entries/keywords-yaml', edit)).toEqual({
      'keywords.yaml': ['+    - みらい'],
    });
  });

  it('of a redirect', async () => {
    const edit = async () => {
      await cms.add('rows');
      await cms.fill('rows.0.from', 'programmes/mukashi/');
      await cms.fill('rows.0.to', 'programmes/');
      await cms.field('rows.0.ended').getByRole('radio', { name: 'なくなった' }).check();
    };
    const { 'redirects.yaml': lines, ...others } = await saved('plan/entries/redirects-yaml', edit);
    expect(others).toEqual({});
    // A list without rows is written as `[]`.
    expect(lines?.filter((line) => line !== '-[]')).toEqual([
      ...['+- from: programmes/mukashi/', '+  to: programmes/', '+  ended: true'],
    ]);
  });
});

/** Opens the CMS anew after a file has changed. */
async function reopenWith(file: string, text: string) {
  writeFileSync(path.join(content, file), text);
  await cms.close();
  cms = await Cms.open(server.origin, room);
}

describe('a save', () => {
  it('is made once, however often its button is pressed', async () => {
    await cms.form('sections/entries/somu');
    await cms.fill('kana', 'そうむか・そうむか');
    await cms.saveButton.dblclick();
    await cms.left();
    expect(await cms.page.getByRole('alertdialog').count()).toBe(0);
    expect(changes()).toEqual({
      'sections/somu.mdx': ['-kana: そうむか', '+kana: そうむか・そうむか'],
    });
  });

  it('can follow a save of the same file', async () => {
    await saved('sections/entries/somu', named('総務部'));
    expect(await saved('sections/entries/somu', named('総務局'))).toEqual({
      'sections/somu.mdx': ['-name: 総務課', '+name: 総務局'],
    });
  });

  it('is refused for a fault of its own file, in Japanese, and nothing typed is lost', async () => {
    await cms.form('programmes/entries/dv-taisaku');
    await cms.unfold('activities');
    await cms.fill('activities.1.id', 'kaunseringu');
    expect(await cms.refusedSave()).toMatch(/まだ保存していません。[^]*ほかと違うid/);
    expect(changes()).toEqual({});
    await cms.fill('activities.1.id', 'renraku');
    await cms.save();
    expect(changes()).toEqual({
      'programmes/dv-taisaku.mdx': ['-  - id: renrakukai', '+  - id: renraku'],
    });
    // The old address was published.
    await cms.faults.getByText('programmes/dv-taisaku/#renrakukai').first().waitFor();
  });

  it.each<[string, string | undefined, string]>([
    [
      'does not overwrite what others changed meanwhile',
      'ふたり',
      '開いたあとにほかで変わりました',
    ],
    ['does not bring back a file that others removed', undefined, '開いたあとになくなりました'],
  ])('%s, and nothing typed is lost', async (_, theirs, sentence) => {
    const file = 'sections/somu.mdx';
    await cms.form('sections/entries/somu');
    await cms.fill('name', 'わたしの課');
    if (theirs === undefined) rmSync(path.join(content, file));
    else writeFileSync(path.join(content, file), read(file).replace('総務課', theirs));
    const others = changes();
    expect(await cms.refusedSave()).toContain(`content/${file} が、${sentence}`);
    expect(changes()).toEqual(others);
    expect(await cms.field('name').locator('input').inputValue()).toBe('わたしの課');
  });

  it('of a file with CRLF and a BOM is made with LF', async () => {
    const before = read('sections/zeimu.mdx');
    const asSavedByWindows = `\uFEFF${before.replaceAll('\n', '\r\n')}`;
    await reopenWith('sections/zeimu.mdx', asSavedByWindows);
    await saved('sections/entries/zeimu', named('税務部'));
    expect(read('sections/zeimu.mdx')).toBe(before.replace('税務課', '税務部'));
  });

  it('is made although another file is broken, which is told from the start', async () => {
    await reopenWith('terms.yaml', 'goal: [\n');
    await cms.faults.getByText('content/terms.yaml').waitFor();
    await saved('sections/entries/zeimu', named('税務部'));
    expect(read('sections/zeimu.mdx')).toContain('name: 税務部');
  });
});

describe('the page for a repository', () => {
  it('is one that the CMS takes', async () => {
    const folder = path.join(room, 'cms-page');
    const command = ['src/commands/cms-page.ts', 'github', 'owner/name', folder];
    execFileSync(process.execPath, command, { encoding: 'utf8' });
    const browser = await chromium.launch(launchOptions());
    const page = await browser.newPage();
    await page.route('http://localhost:9/**', (route) => {
      const name = path.basename(new URL(route.request().url()).pathname) || 'index.html';
      return route.fulfill({ path: path.join(folder, name) });
    });
    await page.goto('http://localhost:9/');
    await page.getByRole('button', { name: 'GitHub' }).first().waitFor();
    expect(await page.locator('body').innerText()).not.toMatch(/error/i);
    await browser.close();
  });
});
