import { describe, expect, it } from 'vitest';
import { readPlan } from '#reader/read.ts';

const { goals, principles, programmes, sections, pledges, policy } = await readPlan();
const activities = programmes.flatMap((programme) => programme.activities);

describe('this plan', () => {
  it('has 3 goals, 3 principles, 18 programmes and 37 activities', () => {
    const nouns = [goals, principles, programmes, activities];
    expect(nouns.map(({ length }) => length)).toEqual([3, 3, 18, 37]);
  });

  it('has the pledges of 13 sections, 31 in all', () => {
    expect(sections.map(({ name, pledges }) => `${name} ${String(pledges.length)}`)).toEqual(
      (
        '総務課 3,区政推進課 2,地域振興課 1,戸籍課 2,税務課 1,区会計室 1,福祉保健課 1,生活衛生課 1,' +
        '高齢・障害支援課 4,こども家庭支援課 11,保護課 2,保険年金課 1,旭土木事務所 1'
      ).split(','),
    );
    expect(pledges).toHaveLength(31);
  });

  it('has one pledge of two paragraphs, and one of a section itself', () => {
    const long = pledges.filter(({ paragraphs }) => paragraphs.length > 1);
    expect(long.map(({ section, paragraphs }) => [section.name, paragraphs.length])).toEqual([
      ['地域振興課', 2],
    ]);
    const own = pledges.filter(({ units }) => units.length === 0);
    expect(own.map(({ name, section }) => [name, section.name])).toEqual([
      ['区会計室', '区会計室'],
    ]);
  });

  it('has 19 owners of programmes, the same from both sides, two of them of one programme', () => {
    const marks = programmes.flatMap(({ id, sections }) =>
      sections.map((one) => `${id} ${one.id}`),
    );
    const back = sections.flatMap(({ id, programmes }) =>
      programmes.map((one) => `${one.id} ${id}`),
    );
    expect(marks).toHaveLength(19);
    expect(back.toSorted()).toEqual(marks.toSorted());
    const shared = programmes.filter(({ sections }) => sections.length > 1);
    expect(
      shared.map(({ title, sections }) => [title, ...sections.map(({ name }) => name)]),
    ).toEqual([['きらっとあさひ地域支援事業', '区政推進課', '福祉保健課']]);
  });

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

  it('is for the fiscal year from April 2013', () => {
    expect(policy.fiscalYear).toEqual({ printed: '平成25年度', start: 2013 });
  });
});
