import { describe, expect, it } from 'vitest';
import { readPlan } from '#reader/read.ts';

/** What is read into the words; that no word is lost, source.test.ts proves. */
const { programmes } = await readPlan();
const activities = programmes.flatMap((programme) => programme.activities);

describe('this plan', () => {
  it('has 18 activities with months, 13 with a frequency or a standing note, 6 without a time', () => {
    const counts = Map.groupBy(activities, ({ timing }) => timing);
    expect(Object.fromEntries([...counts].map(([timing, { length }]) => [timing, length]))).toEqual(
      { months: 18, standing: 13, none: 6 },
    );
  });

  it('has one schedule that crosses the edge of the fiscal year, shown as printed', () => {
    const crossing = activities.flatMap(({ schedules }) =>
      schedules.filter((schedule) => schedule.kind === 'months' && schedule.crossing),
    );
    expect(crossing.map(({ printed }) => printed)).toEqual(['3～5月申請受付']);
  });

  it.each([
    [
      'scope',
      '連合自治会町内会19地区、地域防災拠点37拠点/モデル地区1区/2地区/区内4地区/区内4校/小学校9校ほか',
    ],
    ['gloss', '臨床心理士'],
    ['frequency', '月4回/年1回/年4回/年2回/毎月/年3回/年4回/月1回'],
    ['standing', '通年/通年/随時/通年/通年/通年/通年/通年'],
  ])('prints these notes of the kind %s: %s', (kind, printed) => {
    const notes = activities.flatMap((activity) => activity.notes);
    expect(notes.filter((note) => note.kind === kind).map((note) => note.printed)).toEqual(
      printed.split('/'),
    );
  });
});
