import { describe, expect, it } from 'vitest';
import { calendarMonths, calendarRows, markOf, marksIn } from '#model/calendar.ts';
import { linkPlan } from '#model/link.ts';
import type { Activity } from '#model/plan.ts';
import {
  monthsOf,
  readNote,
  readNotes,
  schedulesOf,
  timingOf,
} from '#model/schedule/activity-times.ts';
import { scheduleNotices } from '#model/schedule/schedule-notices.ts';
import { casesOf } from '../../fixtures/cases.ts';
import { smallContent } from '../../fixtures/small-plan.ts';

const { runningWords } = casesOf<{ runningWords: [string, string][] }>('schedule-steps');
const fiscal2013 = { printed: '平成25年度', start: 2013 };
const told = (text: string) => {
  const schedules = schedulesOf(readNotes(text));
  return [timingOf(schedules), monthsOf(schedules).join()].filter(Boolean).join(' ');
};

describe('readNotes', () => {
  it('keeps each note as printed, in brackets of any kind, in printed order', () => {
    expect(
      readNotes('講座( ７ 月 )や相談（随時）、［年２回］、士(臨床心理士）の派遣【2地区】'),
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
  ])('reads the brackets of %s as one note, %s', (text, printed) => {
    expect(readNotes(text).map((note) => note.printed)).toEqual([printed]);
  });

  it.each(['訓練()', '訓練(　)', '訓練)', ')(', '((', '))))((((', '', '（）（'])(
    'takes %j without a fault',
    (text) => {
      expect(timingOf(schedulesOf(readNotes(text)))).toBe('none');
    },
  );

  it('takes a weekday after a date for a part of it', () => {
    expect(
      readNotes('講演会を8月9日(金)に開催').map(({ kind, printed }) => [kind, printed]),
    ).toEqual([
      ['months', '8月9日'],
      ['gloss', '金'],
    ]);
  });
});

describe('times in running words', () => {
  it.each(runningWords)('reads %s as %s', (text, expected) => {
    expect(told(text)).toBe(expected);
  });

  it('are kept with their very words', () => {
    const notes = readNotes('毎月第３木曜日の相談と、 ７ 月 下旬に開催する納涼祭');
    expect(notes.map((note) => [note.printed, 'inWords' in note])).toEqual([
      ['毎月第３木曜日', true],
      ['７ 月 下旬', true],
    ]);
  });
});

describe('a printed year', () => {
  it.each(['平成24年10月開設', '昭和48年6月', '前年10月', 'H24.10～H25.3'])(
    'before the plan’s places %s in no month',
    (printed) => {
      expect(readNote(printed, fiscal2013)).toEqual({ kind: 'unplaced', printed });
    },
  );

  it.each(['平成25年10月～26年3月', '2014年1月', '平成26年3月', '翌年3月'])(
    'in the plan’s fiscal year keeps %s in it',
    (printed) => {
      expect(readNote(printed, fiscal2013)).toMatchObject({ kind: 'months', crossing: false });
    },
  );

  it.each(['平成25年4月～平成28年3月', '平成25年3月～5月', '10月～翌年5月'])(
    'beyond it is told of %s, and the months of other years are left out',
    (printed) => {
      expect(readNote(printed, fiscal2013)).toMatchObject({ kind: 'months', crossing: true });
    },
  );

  it.each(['平成26年4月', '翌年5月', '平成26年4月19日～21日'])(
    'of another fiscal year puts %s into no month',
    (printed) => {
      expect(readNote(printed, fiscal2013)).toEqual({ kind: 'unplaced', printed });
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
    expect(told(text)).toBe(expected);
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
    expect(scheduleNotices(planWith('講座(上半期)').plan)).toHaveLength(1);
    expect(scheduleNotices(planWith('講座(上半期)', [4]).plan)).toEqual([]);
  });
});

describe('scheduleNotices', () => {
  it('names the file, the field and the words of each unread time', () => {
    const { plan } = planWith('講座(上半期)、13月に報告、訓練(7月)、相談(随時)、派遣(2地区)');
    expect(scheduleNotices(plan).map(({ file, field, words }) => [file, field, words])).toEqual([
      ['programmes/j.mdx', 'activities の 1番目 の text', '上半期'],
      ['programmes/j.mdx', 'activities の 1番目 の text', '13月'],
    ]);
    expect(scheduleNotices(plan)[0]?.text).toContain(
      '時期「上半期」は、書かれたとおりに示しますが',
    );
  });

  it('names brackets without their other half', () => {
    const { plan } = planWith('訓練(7月');
    expect(scheduleNotices(plan)).toEqual([
      {
        file: 'programmes/j.mdx',
        field: 'activities の 1番目 の text',
        words: '訓練(7月',
        text: expect.stringMatching(/^の「activities の 1番目 の text」: かっこが対に/u),
      },
    ]);
  });
});
