/** The steps by which a time is read, one by one. */
import { expect, it } from 'vitest';
import { bracketed } from '#model/schedule/brackets.ts';
import { monthsOf, readNote, readNotes, schedulesOf } from '#model/schedule/classes.ts';
import { normalise } from '#model/schedule/normalise.ts';
import { cover, type Open, spansOf } from '#model/schedule/spans.ts';

const fiscal2013 = { printed: '平成25年度', start: 2013 };

it.each([
  ['', '', true],
  ['訓練', '訓練', true],
  ['訓練(7月)、相談［随時］', '訓練|(7月)|、相談|(随時)', true],
  ['(7月)', '(7月)', true],
  ['訓練()', '訓練|()', true],
  ['訓練(7月', '訓練|(7月)', false],
  ['訓練)', '訓練)', false],
  ['夏(7月(上旬))と秋', '夏|(7月(上旬))|と秋', true],
  ['7月)訓練(8月)', '7月)訓練|(8月)', false],
  [')(', ')|()', false],
  ['訓練〔a）', '訓練|(a)', true],
  ['(a)b)c', '(a)|b)c', false],
])('parts %j into %s', (text, parts, balanced) => {
  const found = bracketed(text);
  expect(found.pieces.map(({ note, words }) => (note ? `(${words})` : words)).join('|')).toBe(
    parts,
  );
  expect(found.balanced).toBe(balanced);
});

it.each([
  ['８.１（木） と 12.10(金) と 3.12(土)', '8/1日と12/10日と3/12日'],
  ['1.2.3(月)', '1.2.3'],
  ['2013-04-05～2013-12-01', '2013/04/05~2013/12/01'],
  ['2013-4-5、12-4-5、13-4', '2013/4/5、12~4~5、13~4'],
  ['７ー９月、７〜〜９月、ケーブル', '7~9月、7~9月、ケーブル'],
  ['7月ー翌3月', '7月~翌3月'],
  ['4 8  12 月に展示', '4、8、12月に展示'],
  ['展示 4 8 月', '展示4|8月'],
  ['10 月  10時', '10月10時'],
  ['17  19 時', '17|19時'],
  ['文化　　芸術', '文化芸術'],
  ['5月及び6月並びに7月又は8月あるいは9月', '5月、6月、7月、8月、9月'],
  ['三ヶ月、３カ月、3箇月、ヶ月、2個月、数ヶ月', '3か月、3か月、3か月、ヶ月、2か月、数ヶ月'],
  ['四日市、二十日市、十日町、五月山、一年草と二十年草', '□□□、□□□□、□□□、□□□、□□□と20年草'],
  [
    '二五年、十二月、二十日、三十一日、十月、〇五回、第三、第十',
    '25年、12月、20日、31日、10月、05回、第3、第10',
  ],
  [
    '令和7(2025)年度、平成元年(1989)、R17(2025年)、2025(令和7)年、2025年(R12年)、昭和63年(1988)、H元(1989)、2025(平成元)年',
    '令和7年度、平成元年、R17、2025年、2025年、昭和63年、H元、2025年',
  ],
  ['25(2013)人、第7(2025)、2013(14)、2025(ABC7)', '25(2013)人、第7(2025)、2013(14)、2025(ABC7)'],
  ['第3(木)、第3(木)曜', '第3木曜、第3木曜曜'],
  ['8/9金、8/10土～8/12月、8/9金曜', '8/9、8/10~8/12、8/9金曜'],
  [
    '8/9(金)、8/10(土・祝)、8/1(金)～12/2(日)、1/10(月～水)、8/9(人)、数/10(金)',
    '8/9日、8/10日、8/1日~12/2日、1/10日、8/9(人)、数/10',
  ],
  ['8日(金)、9日(土、日)、15(土)、金(土・日)', '8日、9日、15、金(土、日)'],
  ['①7月②8月、㈪', '、7月、8月、(月)'],
])('writes %j as %s', (printed, plain) => {
  expect(normalise(printed).text).toBe(plain);
});

it('keeps where in the print each character stands', () => {
  const traced = normalise('①１２ 月及び９月').replace(/月/g, '月分');
  expect(traced.text).toBe('、12月分、9月分');
  expect(traced.span(0, 1)).toEqual([0, 1]);
  expect(traced.span(3, 5)).toEqual([4, 5]);
  expect(traced.span(5, 8)).toEqual([5, 8]);
  expect(traced.span(8, 9)).toEqual([8, 9]);
});

/** The months of a run, with `*` where some lie outside the fiscal year; `-` is none. */
function covered(run: string, open: Open, fiscalYear?: typeof fiscal2013): string {
  const { months, crossing } = cover(spansOf(run), open, fiscalYear);
  return (months?.join() ?? '-') + (crossing ? '*' : '');
}

it.each([
  ['7~9月', '7,8,9', '7,8,9'],
  ['7月から、9月', '7,8,9', '7,8,9'],
  ['10~3月', '10,11,12,1,2,3', '10,11,12,1,2,3'],
  ['10月より2月', '10,11,12,1,2', '10,11,12,1,2'],
  ['4、6、8月', '4,6,8', '4,6,8'],
  ['平成25年4月~26年3月', '4,5,6,7,8,9,10,11,12,1,2,3', '4,5,6,7,8,9,10,11,12,1,2,3'],
  ['平成25年4月~翌年5月', '4,5,6,7,8,9,10,11,12,1,2,3*', '4,5,6,7,8,9,10,11,12,1,2,3*'],
  ['平成24年10月~25年5月', '10,11,12,1,2,3,4,5*', '4,5*'],
  ['平成24年10月', '10', '-'],
  ['平成25年10月、26年4月', '10,4*', '10*'],
  ['令和7年4月', '4', '-'],
  ['R7年4月、8年1月', '4,1', '-'],
  ['昭和48年6月', '6', '-'],
  ['元年5月', '5', '5'],
  ['平成元年5月', '5', '-'],
  ['2013年7月', '7', '7'],
  ['2013年度2月', '2', '2'],
  ['平成25年度2月', '2', '2'],
  ['25年度2月', '2', '2'],
  ['H25年4月、12月', '4,12', '4,12'],
  ['今年度2月', '2', '2'],
  ['今年2月', '2*', '-'],
  ['翌年3月', '3', '3'],
  ['翌年度4月', '4*', '-'],
  ['翌々年4月', '4*', '-'],
  ['翌々年度2月', '2*', '-'],
  ['前年10月', '10*', '-'],
  ['昨年度3月', '3*', '-'],
  ['次年度5月', '5*', '-'],
  ['来年5月', '5*', '-'],
  ['同年12月', '12', '12'],
  ['13月', '-', '-'],
  ['0月', '-', '-'],
  ['4~13月', '-', '-'],
  ['平成26年3月~25年4月', '-', '-'],
  ['平成25年4月~平成28年3月', '4,5,6,7,8,9,10,11,12,1,2,3*', '4,5,6,7,8,9,10,11,12,1,2,3*'],
  ['10月~翌2月', '10,11,12,1,2', '10,11,12,1,2'],
  ['平成23年4月~平成25年6月', '4,5,6,7,8,9,10,11,12,1,2,3*', '4,5,6*'],
  ['平成25年3月~5月', '3,4,5*', '4,5*'],
  ['2014年1月', '1', '1'],
])('reads the run %s as %s by itself and as %s in fiscal 2013', (run, alone, inPlan) => {
  const closed = { start: false, end: false };
  expect(covered(run, closed)).toBe(alone);
  expect(covered(run, closed, fiscal2013)).toBe(inPlan);
});

it.each([
  ['7月', 'until', '4,5,6,7'],
  ['7、9月', 'until', '4,5,6,7,9'],
  ['平成26年5月', 'until', '-'],
  ['平成25年2月', 'until', '-'],
  ['7月', 'from', '7,8,9,10,11,12,1,2,3'],
  ['7、9月', 'from', '7,9,10,11,12,1,2,3'],
  ['平成26年5月', 'from', '-'],
  ['平成25年2月', 'from', '-'],
  ['7月', 'both', '4,5,6,7,8,9,10,11,12,1,2,3'],
  ['7、9月', 'both', '4,5,6,7,9,10,11,12,1,2,3'],
  ['平成26年5月', 'both', '-'],
  ['平成25年2月', 'both', '-'],
])('opens the run %s (%s) to %s', (run, open, months) => {
  const ends = { start: open !== 'from', end: open !== 'until' };
  expect(covered(run, ends, fiscal2013)).toBe(months);
});

it.each([
  ['講座8月9日(土・日)', ['months 8月9日 8', 'gloss 土・日']],
  ['講座を８日(土)に', ['gloss 土']],
  ['講座(土・日)', ['frequency 土・日']],
  ['相談日(土・日)', ['gloss 土・日']],
  ['会場8(月)', ['gloss 月']],
  ['8月9日(土日開庁)', ['months 8月9日 8', 'frequency 土日開庁']],
  ['8月9日に開催(土日)', ['months 8月9日 8', 'frequency 土日']],
  ['7月に展示、9月に報告予定', ['months 7月 7', 'months 9月 9?']],
  ['7月予定', ['months 7月 7?']],
  ['10月から開始予定', ['months 10月から 10,11,12,1,2,3?']],
  ['7月の講座を予定', ['unplaced 7月']],
  ['7月に講座。予定', ['months 7月 7']],
  ['7月に開催した講座', ['unplaced 7月']],
  ['7月に講座を開催、展示した', ['months 7月 7']],
  ['「7月の会」と8月の会に', ['unplaced 8月']],
  ['7月の会」と8月に開催', ['months 8月 8']],
  ['『7月の会と8月に開催', []],
  ['毎週土曜日(7月)', ['frequency 毎週土曜日', 'months 7月 7']],
  ['7月まで', ['months 7月まで 4,5,6,7']],
  ['7月まで実施', ['months 7月まで 4,5,6,7']],
  ['7月の募集', ['unplaced 7月']],
  ['7月発行', ['months 7月 7']],
  ['7月発売', ['unplaced 7月']],
  ['4月からの事業', ['months 4月から 4,5,6,7,8,9,10,11,12,1,2,3']],
  ['7月（4地区）', ['months 7月 7', 'scope 4地区']],
  ['訓練（12地区ほか）', ['scope 12地区ほか']],
  ['訓練（地区4人分）', ['gloss 地区4人分']],
  ['毎月1回と年2回', ['frequency 毎月1回', 'frequency 年2回']],
  ['平成24年5月と7月', ['unplaced 平成24年5月と7月']],
  ['7月と平成24年5月(5～6月)', ['months 7月と平成24年5月 7*', 'months 5～6月 5,6']],
  ['展示(7月、平成26年5月)', ['months 7月、平成26年5月 7*']],
])('reads %s as %j', (text, notes) => {
  expect(
    readNotes(text, fiscal2013).map((note) => {
      if (note.kind !== 'months') return `${note.kind} ${note.printed}`;
      const marks = (note.planned ? '?' : '') + (note.crossing ? '*' : '');
      return `months ${note.printed} ${note.months.join()}${marks}`;
    }),
  ).toEqual(notes);
});

it('tells times in words from those in brackets, and both from other notes', () => {
  expect(schedulesOf(readNotes('毎週土曜日に開催(7月)(2地区)(ケア)'))).toEqual([
    { kind: 'frequency', printed: '毎週土曜日', inWords: true },
    { kind: 'months', printed: '7月', months: [7], planned: false, crossing: false },
  ]);
});

it.each([
  '各1/2、2/3、3/4の補助',
  '1/8、3/10、3/8、4/5の割合',
  '1/10または2/5を助成',
  '3月3日間の集中講座の3本、第3月曜',
])('takes no share and no count for a date: %s', (words) => {
  expect(monthsOf(schedulesOf(readNotes(words)))).toEqual([]);
});

it.each([
  ['第2水曜日（11月は第3水曜日）', 'frequency'],
  ['第2水曜日（11月、12月は第3水曜日）', 'frequency'],
  ['5日', 'unplaced'],
  ['25日', 'unplaced'],
  ['31日', 'unplaced'],
  ['13/20', 'unplaced'],
  ['隔日', 'frequency'],
  ['上旬', 'unplaced'],
  ['2週', 'unplaced'],
  ['月予定', 'unplaced'],
  ['1、12回', 'frequency'],
  ['毎回', 'gloss'],
])('takes the note %s for one of the kind %s', (words, kind) => {
  expect(readNote(words).kind).toBe(kind);
});
