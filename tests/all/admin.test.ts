/** The CMS of the editing server, driven as an officer would: what it writes, refuses and says. */
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { copyCheckout } from '../fixtures/checkout.ts';
import { Cms, editingServer } from './admin/cms.ts';

const checkout = mkdtempSync(path.join(tmpdir(), 'plan-admin-'));
const content = path.join(checkout, 'content');
let server: Awaited<ReturnType<typeof editingServer>>;
let cms: Cms;

beforeAll(async () => {
  copyCheckout(checkout);
  server = await editingServer(checkout);
});
afterAll(() => {
  server.stop();
  rmSync(checkout, { recursive: true, force: true, maxRetries: 5 });
});
beforeEach(async () => {
  rmSync(content, { recursive: true });
  cpSync('content', content, { recursive: true });
  cms = await Cms.open(server.origin, checkout);
});
afterEach(async () => {
  expect(cms.outside).toEqual([]);
  await cms.close();
});

const read = (file: string) => readFileSync(path.join(content, file), 'utf8');
const filesOf = (dir: string) =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(path.join(dir, file)).isFile(),
  );

/** The lines that are not as they were, by file: `-` before one that is gone, `+` before a new one. */
function changes(): Record<string, string[]> {
  const files = new Set([...filesOf('content'), ...filesOf(content)]);
  const changed = [...files].flatMap((file) => {
    const [before, after] = ['content', content].map((dir) => {
      const full = path.join(dir, file);
      return filesOf(dir).includes(file) ? readFileSync(full, 'latin1') : undefined;
    });
    return before === after ? [] : [[file, lineChanges(before ?? '', after ?? '')] as const];
  });
  return Object.fromEntries(changed.sort());
}

/** What stands between the lines that both texts begin and end with. */
function lineChanges(before: string, after: string): string[] {
  const [old, now] = [before, after].map((text) =>
    Buffer.from(text, 'latin1').toString().split('\n'),
  );
  while (old && now && old.length > 0 && old[0] === now[0]) [old.shift(), now.shift()];
  while (old && now && old.length > 0 && old.at(-1) === now.at(-1)) [old.pop(), now.pop()];
  return [...(old ?? []).map((line) => `-${line}`), ...(now ?? []).map((line) => `+${line}`)];
}

describe('an edit changes its own line and no other', () => {
  it('of a word, its odd characters put right', async () => {
    await cms.form('programmes/entries/dv-taisaku');
    await cms.unfold('activities');
    await cms.fill('activities.1.text', ' 関係ﾎﾞﾗﾝﾃｨｱによるDV防止\u00A0連絡会の開催(年3回)　');
    await cms.save();
    expect(changes()).toEqual({
      'programmes/dv-taisaku.mdx': [
        '-    text: 関係機関による児童虐待・DV防止連絡会の開催(年3回)',
        '+    text: 関係ボランティアによるDV防止 連絡会の開催(年3回)',
      ],
    });
  });

  it('of a month', async () => {
    await cms.form('programmes/entries/dv-taisaku');
    await cms.unfold('activities');
    await cms.choose('activities.1.months', '9月');
    await cms.save();
    expect(changes()).toEqual({ 'programmes/dv-taisaku.mdx': ['+    months:', '+      - 9'] });
  });

  it('of a paragraph', async () => {
    await cms.form('goals/entries/anshin');
    await cms.field('body').locator('p').first().click();
    await cms.page.keyboard.press('End');
    await cms.page.keyboard.type('がんばります。');
    await cms.save();
    expect(changes()).toEqual({
      'goals/anshin.mdx': [
        expect.stringMatching(/^-各地域の防災訓練.*行います。$/),
        expect.stringMatching(/^\+各地域の防災訓練.*行います。がんばります。$/),
      ],
    });
  });

  it('of a new programme with two activities', async () => {
    await cms.form('programmes/new');
    await cms.page.getByRole('complementary').locator('input').fill('hana-no-michi');
    await cms.fill('number', '6.5');
    await cms.fill('title', '花の道事業');
    await cms.field('goal').getByRole('radio', { name: '安心ある つながり' }).click();
    await cms.choose('sections', '総務課');
    for (const [index, word] of ['花', '道'].entries()) {
      await cms.add('activities');
      await cms.fill(`activities.${String(index)}.id`, index === 0 ? 'hana' : 'michi');
      await cms.fill(`activities.${String(index)}.text`, `${word}をつくります(9月)`);
    }
    await cms.save();
    expect(changes()).toEqual({
      'programmes/hana-no-michi.mdx': expect.arrayContaining([]),
    });
    expect(read('programmes/hana-no-michi.mdx')).toBe(
      `---
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
---
`,
    );
  });

  it("of a section's name", async () => {
    await cms.form('sections/entries/somu');
    await cms.fill('name', '総務部');
    await cms.save();
    expect(changes()).toEqual({ 'sections/somu.mdx': ['-name: 総務課', '+name: 総務部'] });
  });
});
