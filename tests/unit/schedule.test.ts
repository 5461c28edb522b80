import { describe, expect, it } from 'vitest';
import {
  monthsOf,
  readNote,
  readNotes,
  schedulesOf,
  timingOf,
  UnreadableNote,
} from '#model/schedule.ts';

const monthsIn = (text: string) => monthsOf(schedulesOf(readNotes(text)));

describe('readNote', () => {
  it.each(['通年', '随時'])('takes %s as standing', (printed) => {
    expect(readNote(printed)).toEqual({ kind: 'standing', printed });
  });

  it.each(['毎月', '毎週', '月4回', '年3回', '月に2回', '月４回'])(
    'takes %s as a frequency',
    (printed) => {
      expect(readNote(printed)).toEqual({ kind: 'frequency', printed });
    },
  );

  it.each([
    ['9月', [9]],
    ['12月', [12]],
    ['7月～3月', [7, 8, 9, 10, 11, 12, 1, 2, 3]],
    ['8～11月', [8, 9, 10, 11]],
    ['8〜11月', [8, 9, 10, 11]],
    ['8-11月', [8, 9, 10, 11]],
    ['12～1月', [12, 1]],
    ['4月～3月', [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3]],
    ['９月', [9]],
    ['１０～１２月', [10, 11, 12]],
  ])('reads the months of %s and keeps the words', (printed, months) => {
    expect(readNote(printed)).toEqual({
      kind: 'months',
      printed,
      months,
      planned: false,
      crossing: false,
    });
  });

  it('marks a month that is only planned', () => {
    expect(readNote('1月予定')).toMatchObject({ kind: 'months', months: [1], planned: true });
  });

  it('marks an application period that crosses the edge of the fiscal year', () => {
    expect(readNote('3～5月申請受付')).toEqual({
      kind: 'months',
      printed: '3～5月申請受付',
      months: [3, 4, 5],
      planned: false,
      crossing: true,
    });
  });

  it('does not mark an application period within the year', () => {
    expect(readNote('4～5月申請受付')).toMatchObject({ months: [4, 5], crossing: false });
  });

  it.each([
    '2地区',
    '区内4校',
    '小学校9校ほか',
    'モデル地区1区',
    '19地区、37拠点',
    '２地区',
    '100人',
  ])('takes %s as a scope', (printed) => {
    expect(readNote(printed)).toEqual({ kind: 'scope', printed });
  });

  it.each(['臨床心理士', 'CS', '市民ニーズ', '第1種'])('takes %s as a gloss', (printed) => {
    expect(readNote(printed)).toEqual({ kind: 'gloss', printed });
  });

  it.each(['13月', '0月', '7～13月'])('refuses %s, which is no month', (printed) => {
    expect(() => readNote(printed)).toThrow('1月から12月まで');
  });

  it.each(['5～4月', '3月～5月', '11～8月', '2～6月予定'])(
    'refuses %s, which runs backwards',
    (printed) => {
      expect(() => readNote(printed)).toThrow('4月から翌年3月までの順');
    },
  );

  it.each([
    '8月～',
    '～11月',
    '7月、9月',
    '7・8月',
    '7月上旬',
    '七月',
    '夏季',
    '毎週土曜',
    '月四回',
    '2回',
    '週1日',
    '通期',
    '9月10日',
    '7月、2地区',
    '通年、区内4校',
    '月回',
    '5～9 月',
  ])('refuses %s, which tells a time it cannot read', (printed) => {
    expect(() => readNote(printed)).toThrow(UnreadableNote);
  });
});

describe('readNotes', () => {
  it('reads every note of a text, in brackets of either width, in printed order', () => {
    expect(
      readNotes('講座(5月)や相談（随時）、士(臨床心理士）の派遣').map(({ kind }) => kind),
    ).toEqual(['months', 'standing', 'gloss']);
  });

  it('finds nothing in a text without brackets, whatever it says', () => {
    expect(readNotes('7月に始まる毎月の催し')).toEqual([]);
  });

  it.each(['開催(7月', '開催7月)', '開催((7月))', '開催(夏(7月))', '開催()', '開催(　)'])(
    'refuses the brackets of %s',
    (text) => {
      expect(() => readNotes(text)).toThrow(UnreadableNote);
    },
  );
});

describe('monthsOf', () => {
  it('lists each month once, from April to March', () => {
    expect(monthsIn('展示(1月)と講座(5～6月)、報告(6月)')).toEqual([5, 6, 1]);
  });

  it('lists none for a frequency', () => {
    expect(monthsIn('講座(年4回)')).toEqual([]);
  });
});

describe('timingOf', () => {
  it.each([
    ['展示(6月)と啓発(通年)', 'months'],
    ['啓発(通年)', 'standing'],
    ['相談(月1回)', 'standing'],
    ['訓練(2地区)', 'none'],
    ['提供', 'none'],
  ])('tells %s by its most exact note', (text, timing) => {
    expect(timingOf(schedulesOf(readNotes(text)))).toBe(timing);
  });
});
