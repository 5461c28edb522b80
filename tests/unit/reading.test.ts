import { describe, expect, it } from 'vitest';
import { labels, t } from '#strings.ts';
import { ruby, segment, toKana, unread, unused, type Readings } from '#model/reading.ts';
import { smallPlan } from '../fixtures/small-plan.ts';

function readings(
  words: Record<string, string>,
  unconfirmed: Readings['unconfirmed'] = {},
): Readings {
  return { words, unconfirmed };
}

const doubtful = { reading: 'がかり', also: 'かかり', note: '確認が必要です。' };

describe('segment', () => {
  it('prefers the longest word that begins at a place', () => {
    const known = readings({ 保育: 'ほいく', 保育園: 'ほいくえん', 園: 'その' });
    expect(segment('保育園', known)).toEqual([{ text: '保育園', reading: 'ほいくえん' }]);
  });

  it('lets the earlier word win over a longer one that begins inside it', () => {
    const known = readings({ 小学: 'しょうがく', 学校生活: 'がっこうせいかつ', 校: 'こう' });
    expect(segment('小学校', known).map(({ text }) => text)).toEqual(['小学', '校']);
  });

  it('merges neighbouring plain characters and keeps every character of the text', () => {
    const known = readings({ 川: 'かわ' });
    const text = 'あの川と 𠮷野山へ。';
    expect(segment(text, known)).toEqual([
      { text: 'あの' },
      { text: '川', reading: 'かわ' },
      { text: 'と 𠮷野山へ。' },
    ]);
  });

  it('lets a word carry digits and kana as its context', () => {
    const known = readings({ '4月': '4がつ', 月4回: 'つき4かい' });
    expect(toKana('4月、月4回', known)).toBe('4がつ、つき4かい');
  });

  it('marks the words whose reading is unconfirmed', () => {
    const known = readings({ 庶務: 'しょむ' }, { 係: doubtful });
    expect(segment('庶務係', known)).toEqual([
      { text: '庶務', reading: 'しょむ' },
      { text: '係', reading: 'がかり', unconfirmed: true },
    ]);
  });

  it('gives nothing for an empty text', () => {
    expect(segment('', readings({ 川: 'かわ' }))).toEqual([]);
  });

  it('refuses a word that is both confirmed and unconfirmed', () => {
    expect(() => segment('川', readings({ 係: 'かかり' }, { 係: doubtful }))).toThrow('係');
  });

  it('refuses an empty word', () => {
    expect(() => segment('川', readings({ '': 'かわ' }))).toThrow('empty word');
  });
});

describe('ruby', () => {
  it.each([
    ['一人ひとり', 'ひとりひとり', [{ base: '一人', rt: 'ひとり' }, { base: 'ひとり' }]],
    [
      '触れ合い',
      'ふれあい',
      [{ base: '触', rt: 'ふ' }, { base: 'れ' }, { base: '合', rt: 'あ' }, { base: 'い' }],
    ],
    ['月4回', 'つき4かい', [{ base: '月', rt: 'つき' }, { base: '4' }, { base: '回', rt: 'かい' }]],
    ['お客様', 'おきゃくさま', [{ base: 'お' }, { base: '客様', rt: 'きゃくさま' }]],
    ['パネル展', 'パネルてん', [{ base: 'パネル' }, { base: '展', rt: 'てん' }]],
    ['方々', 'かたがた', [{ base: '方々', rt: 'かたがた' }]],
    ['3ヵ月', '3かげつ', [{ base: '3' }, { base: 'ヵ月', rt: 'かげつ' }]],
    ['霧ケ丘', 'きりがおか', [{ base: '霧ケ丘', rt: 'きりがおか' }]],
    ['地区ケア', 'ちくケア', [{ base: '地区', rt: 'ちく' }, { base: 'ケア' }]],
  ])('puts the kana of %s over its kanji only', (word, reading, parts) => {
    expect(ruby(word, readings({ [word]: reading }))).toEqual(parts);
  });

  it('leaves plain text bare', () => {
    expect(ruby('まちの川', readings({ 川: 'かわ' }))).toEqual([
      { base: 'まちの' },
      { base: '川', rt: 'かわ' },
    ]);
  });

  it('names the word whose reading does not fit', () => {
    expect(() => ruby('行う', readings({ 行う: 'おこない' }))).toThrow('行う');
  });

  it('names the word whose kanji would be left without kana', () => {
    expect(() => ruby('話し', readings({ 話し: 'し' }))).toThrow('話し');
  });

  it('names the word whose reading fits in several ways', () => {
    expect(() => ruby('母は母', readings({ 母は母: 'はははははは' }))).toThrow('母は母');
  });
});

describe('toKana', () => {
  it('reads the words of both maps and leaves the rest unchanged', () => {
    const known = readings({ 庶務: 'しょむ' }, { 係: doubtful });
    expect(toKana('庶務係（2013）', known)).toBe('しょむがかり（2013）');
  });
});

describe('unread', () => {
  it('lists each run of kanji without a reading, iteration marks included', () => {
    expect(unread('人々の川と山道、人々', readings({ 川: 'かわ' }))).toEqual([
      '人々',
      '山道',
      '人々',
    ]);
  });

  it('lists nothing when every kanji is read', () => {
    expect(unread('川とダム', readings({ 川: 'かわ' }))).toEqual([]);
  });
});

describe('unused', () => {
  it('lists the words that no text uses', () => {
    const known = readings({ 川: 'かわ', 山: 'やま' }, { 係: doubtful });
    expect(unused(['川', 'まち'], known)).toEqual(['山', '係']);
  });

  it('counts a word hidden by a longer one as unused', () => {
    expect(unused(['川辺'], readings({ 川: 'かわ', 川辺: 'かわべ' }))).toEqual(['川']);
  });
});

it('reads every label of the edition with readings but what is for those who listen', () => {
  const { lead, leadPart, readings: own } = t.yomigana;
  const { unconfirmed, unconfirmedLead, readings: note } = labels(smallPlan());
  const shown = [lead, leadPart, unconfirmed, unconfirmedLead, note, t.full.toc];
  const known = readings(own);
  for (const label of shown) {
    expect(unread(label, known)).toEqual([]);
    expect(() => ruby(label, known)).not.toThrow();
  }
});
