/** Drafts of ids and readings from words. */
import { describe, expect, it } from 'vitest';
import {
  draftReadings,
  freeId,
  idOfKana,
  missingReadings,
  romanised,
  withUnconfirmed,
  wordsInKana,
} from '#import/drafts.ts';
import { readPlan } from '#reader/read.ts';

const NONE = { words: {}, unconfirmed: {} };

/** Kana and the id of it, in turn. */
const IDS = `
  フェア fea  ファミリー famiri  フォーラム foramu  パーティー pati  ボランティア borantia
  ティーンズ tinzu  ウォーク uoku  ウィーク wiku  スウェーデン suweden  ヴァイオリン baiorin
  デュオ dyuo  ツァー tsa  シェア shea  チェック chekku  ジェンダー jenda  まっちゃ matcha
  しんぶん shinbun  こうほう koho  ゆうせん yusen  ﾊﾟｰﾃｨｰ pati`;

it.each(IDS.trim().split(/\s{2,}/u))('an id of %s', (pair) => {
  const [kana = '', id] = pair.split(' ');
  expect(romanised(kana)).toBe(id);
});

it('an id has a hyphen between words, and begins with a letter', () => {
  expect(idOfKana(['さいがい', 'に', 'つよい'])).toBe('saigai-ni-tsuyoi');
  expect(idOfKana(['2025', 'ねん', 'まつり'])).toBe('nen-matsuri');
});

it('a number follows an id that is taken', () => {
  expect(freeId('fea', [{ key: 'fea' }, { key: 'somu/fea-2' }])).toBe('fea-3');
});

it('words are cut where the dictionary cuts them, known ones whole', async () => {
  expect(await wordsInKana('災害に強い区づくり', NONE)).toEqual(
    expect.arrayContaining(['サイガイ', 'に', 'ツヨイ']),
  );
  expect(await wordsInKana('令和の手続', NONE)).toEqual(['れいわ', 'の', 'てつづき']);
});

describe('a draft of readings', () => {
  it.each([
    ['令和7年度', { 令和: 'れいわ', '7年度': '7ねんど' }],
    ['10月に開催', { '10月': '10がつ', 開催: 'かいさい' }],
    ['年3回の研修', { 年3回: 'ねん3かい', 研修: 'けんしゅう' }],
    ['手続き', { 手続: 'てつづき' }],
  ])('reads %s in whole words', async (text, drafts) => {
    expect(Object.fromEntries(await draftReadings(text, NONE))).toEqual(drafts);
  });

  it('leaves alone what has a reading', async () => {
    const known = { words: { 研修: 'けんしゅう' }, unconfirmed: {} };
    expect(await draftReadings('研修', known)).toEqual(new Map());
  });

  it('is unconfirmed, and says the sentence that the word stands in', async () => {
    const plan = await readPlan('content');
    expect(await missingReadings(plan)).toEqual([]);
    const { words } = plan.readings;
    const { 孤立: _, ...others } = words;
    const drafts = await missingReadings({
      ...plan,
      readings: { ...plan.readings, words: others },
    });
    expect(drafts).toEqual([
      {
        word: '孤立',
        reading: 'こりつ',
        note: expect.stringMatching(/^辞書による下書き: .*孤立.*。$/u),
      },
    ]);
    expect(withUnconfirmed('words:\n  川: かわ\nunconfirmed: []\n', drafts)).toMatch(
      /^words:\n {2}川: かわ\nunconfirmed:\n {2}- word: 孤立\n {4}reading: こりつ\n {4}note: /u,
    );
  });
});
