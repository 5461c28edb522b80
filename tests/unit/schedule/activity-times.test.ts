import { describe, expect, it } from 'vitest';
import { calendarMonths, calendarRows, markOf, marksIn } from '#model/calendar.ts';
import { linkPlan } from '#model/link.ts';
import { noticesOf } from '#model/notices.ts';
import type { Activity } from '#model/plan.ts';
import { timesOf } from '#model/schedule/activity-times.ts';
import { casesOf } from '../../fixtures/cases.ts';
import { smallContent } from '../../fixtures/small-plan.ts';

const { runningWords } = casesOf<{ runningWords: [string, string][] }>('schedule-steps');
const fiscal2013 = { printed: '平成25年度', start: 2013 };
const notesOf = (text: string) => timesOf(text, fiscal2013).notes;
const noteOf = (printed: string) => notesOf(`催し(${printed})`)[0];
const timingAndMonths = (text: string) => {
  const { timing, months } = timesOf(text, fiscal2013);
  return [timing, months.join()].filter(Boolean).join(' ');
};

describe('the notes of an activity', () => {
  it('are kept as printed, in brackets of any kind, in printed order', () => {
    expect(
      notesOf('講座( ７ 月 )や相談（随時）、［年２回］、士(臨床心理士）の派遣【2地区】'),
    ).toEqual([
      { kind: 'months', printed: ' ７ 月 ', months: [7], planned: false, crossing: false },
      { kind: 'standing', printed: '随時' },
      { kind: 'frequency', printed: '年２回' },
      { kind: 'gloss', printed: '臨床心理士' },
      { kind: 'scope', printed: '2地区' },
    ]);
  });

  it.each([
    ['訓練((7月))', '(7月)'],
    ['食中毒予防（夏季（6～9月））', '夏季（6～9月）'],
    ['訓練（7月', '7月'],
    ['訓練（夏（7月）', '夏（7月）'],
  ])('in the brackets of %s are one, %s', (text, printed) => {
    expect(notesOf(text).map((note) => note.printed)).toEqual([printed]);
  });

  it.each(['訓練()', '訓練(　)', '訓練)', ')(', '((', '))))((((', '', '（）（'])(
    'are no time in %j',
    (text) => {
      expect(timingAndMonths(text)).toBe('none');
    },
  );

  it('tell times in words, with their very words, from those in brackets', () => {
    expect(notesOf('毎月第３木曜日の相談、 ７ 月 下旬に開催(7月)(2地区)')).toEqual([
      { kind: 'frequency', printed: '毎月第３木曜日', inWords: true },
      { ...noteOf('7月'), printed: '７ 月 下旬', inWords: true },
      noteOf('7月'),
      noteOf('2地区'),
    ]);
  });
});

describe('times in running words', () => {
  it.each(runningWords)('reads %s as %s', (text, expected) => {
    expect(timingAndMonths(text)).toBe(expected);
  });
});

describe('a printed year', () => {
  it.each([
    ...['平成24年10月開設', '昭和48年6月', '前年10月', 'H24.10～H25.3'],
    ...['平成26年4月', '翌年5月', '平成26年4月19日～21日'],
  ])('that is not the plan’s places %s in no month', (printed) => {
    expect(noteOf(printed)).toEqual({ kind: 'unplaced', printed });
  });

  it.each(['平成25年10月～26年3月', '2014年1月', '平成26年3月', '翌年3月'])(
    'in the plan’s fiscal year keeps %s in it',
    (printed) => {
      expect(noteOf(printed)).toMatchObject({ kind: 'months', crossing: false });
    },
  );

  it.each(['平成25年4月～平成28年3月', '平成25年3月～5月', '10月～翌年5月'])(
    'beyond it is told of %s, and the months of other years are left out',
    (printed) => {
      expect(noteOf(printed)).toMatchObject({ kind: 'months', crossing: true });
    },
  );
});

describe('an activity', () => {
  it.each([
    ['展示(6月)と啓発(通年)', 'months 6'],
    ['啓発(通年)と発表(年度末)', 'standing'],
    ['発表(年度末)と訓練(2地区)', 'unplaced'],
    ['訓練(2地区)', 'none'],
    ['提供', 'none'],
    ['展示(1月)と講座(5～6月)、報告(6月)', 'months 5,6,1'],
  ])('with %s is told by its most exact note: %s', (text, expected) => {
    expect(timingAndMonths(text)).toBe(expected);
  });
});

/** The small plan with one activity. */
function planWith(text: string, months?: number[]) {
  const content = smallContent();
  const [programme] = content.programmes;
  if (!programme) throw new Error('no programme');
  programme.data.activities = [{ id: 'a', text, ...(months && { months }) }];
  const plan = linkPlan(content);
  return { plan, activity: plan.programmes[0]?.activities[0] as Activity };
}
const timeNotices = (text: string, months?: number[]) =>
  noticesOf(planWith(text, months).plan).filter((notice) => notice.text.includes('activities'));

describe('months placed by the editor', () => {
  it('stand in the calendar under a mark of their own, beside the printed ones', () => {
    const { plan, activity } = planWith('講座(上半期)と報告(9月)', [8, 4, 9]);
    expect(activity).toMatchObject({ timing: 'months', months: [4, 8, 9], editorMonths: [8, 4] });
    expect([markOf(activity, 4), markOf(activity, 9), markOf(activity, 5)]).toEqual([
      'editor',
      'named',
      undefined,
    ]);
    expect(calendarMonths(plan)[0]?.activities).toEqual([activity]);
    expect(marksIn(calendarRows(plan))).toEqual(new Set(['editor', 'named']));
  });

  it('end the notice of the time that they place', () => {
    expect(timeNotices('講座(上半期)')).toHaveLength(1);
    expect(timeNotices('講座(上半期)', [4])).toEqual([]);
  });
});

describe('a notice', () => {
  const file = 'programmes/j.mdx';
  const about = (start: string) =>
    expect.stringMatching(`^の「activities の 1番目 の text」: ${start}`) as string;

  it('names the file, the field and the words of each unread time', () => {
    expect(timeNotices('講座(上半期)、13月に報告、訓練(7月)、相談(随時)、派遣(2地区)')).toEqual([
      { file, text: about('時期「上半期」は、書かれたとおりに示しますが') },
      { file, text: about('時期「13月」は、') },
    ]);
  });

  it('names brackets without their other half', () => {
    expect(timeNotices('訓練(7月')).toEqual([{ file, text: about('かっこが対に') }]);
  });
});
