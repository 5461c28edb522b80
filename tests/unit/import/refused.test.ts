/** Cells, sheets and files that are no plan: each gets one sentence with its place, and nothing is written. */
import { deflateRawSync } from 'node:zlib';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { writeXlsx, type CellValue } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { exampleWorkbook } from '#import/example-workbook.ts';
import { importPlan } from '#import/import-plan.ts';
import { Refusal } from '#model/problem.ts';
import { readTexts } from '#reader/read.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import { Book, desk, workbookOfFolder } from './workbook.ts';

const { content, importBytes } = desk();
const before = await readTexts(content);
const bytes = await workbookOfFolder(content);

async function refusalOf(change: (book: Book) => void): Promise<string> {
  const book = await Book.read(bytes);
  change(book);
  return refused(await book.write());
}

async function refused(file: Uint8Array | string, name?: string): Promise<string> {
  const error: unknown = await importBytes(file, name).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Refusal);
  expect(await readTexts(content)).toEqual(before);
  return (error as Refusal).message;
}

/** In the first row of the sheet. */
const put = (sheet: string, header: string, value: CellValue) => (book: Book) => {
  book.rows(sheet)[1]![book.column(sheet, header)] = value;
};
const style = (sheet: string, cell: string, numFmt: string, value: CellValue) => (book: Book) => {
  book.sheet(sheet).cells = new Map([[cell, { value, style: { numFmt } }]]);
};
const added = (cells: Record<string, CellValue>) => (book: Book) => {
  book.add('取組', { 事業名: 'DV対策事業', 取組: 'あ', ...cells });
};

describe('a workbook', () => {
  it.each<[string, (book: Book) => void, RegExp]>([
    [
      'a name of no section',
      put('事業', '担当課', '総務科'),
      /「事業」のF2 .*総務科.*次の名前のどれか: .*総務課/su,
    ],
    [
      'two sections of which one is unknown',
      put('事業', '担当課', '総務課、総務科'),
      /「事業」のF2/u,
    ],
    ['an unknown goal', put('事業', '目標', '目標の題名'), /「事業」のC2 .*次の名前のどれか/su],
    [
      'months in words',
      put('取組', '編集者が付けた月', '通年'),
      /「取組」のE2 .*通年.*1から12までの月/su,
    ],
    ['a month that does not exist', put('取組', '編集者が付けた月', '13'), /「取組」のE2/u],
    [
      'an empty name',
      put('事業', '事業名', ''),
      /「事業」のB2 .*ありません.*事業の名前（1行の文/su,
    ],
    ['a line break in a name', put('事業', '事業名', 'あ\nい'), /「事業」のB2 .*改行しない/su],
    [
      'a date',
      style('取組', '1,2', 'yyyy/m/d', new Date(Date.UTC(2013, 8, 1))),
      /「取組」のC2 .*2013-09-01.*日付ではなく/su,
    ],
    ['a share', style('取組', '1,2', '0%', 0.85), /「取組」のC2 .*0\.85.*文字で書く/su],
    ['a truth', put('取組', '取組', true), /「取組」のC2 .*文字で書く/su],
    [
      'a name that two programmes have',
      (book) => {
        book.add('事業', { 事業名: 'DV対策事業', 目標: '大切な ふるさと' });
        book.add('取組', { 事業名: 'DV対策事業', 取組: 'あ' });
      },
      /「取組」のB39 .*「事業」にある名前/su,
    ],
    [
      'two owners in one line',
      put('事業', '課ではない担当', '警察署、消防署'),
      /「事業」のG2 .*一つに一つの名前/su,
    ],
    ['a sum', added({ 取組: '合 計' }), /「取組」のC39 .*合計や注/su],
    [
      'a note under the table',
      added({ 事業名: '※ 予算は別紙', 取組: '' }),
      /「取組」のB39 .*合計や注/su,
    ],
    [
      'a new row without its programme',
      added({ 事業名: '' }),
      /「取組」のB39 .*空です.*「事業」にある名前/su,
    ],
    [
      'a row that was copied with its id',
      (book) => {
        book.rows('取組').push([...book.rows('取組')[1]!]);
      },
      /「取組」のG39 .*一度だけ出る行/su,
    ],
    [
      'an id that leads out',
      added({ 事業のid: '', id: '../../src/pages/x' }),
      /「取組」のG39 .*小文字のローマ字/su,
    ],
    [
      'an id of a section that leads out',
      (book) => {
        book.add('課', { 課の名前: 'か', ひらがなの読み: 'か', id: '../../../x' });
      },
      /「課」のE15/u,
    ],
    ['a place that is no number', added({ 順: '上' }), /「取組」のA39 .*順の数/su],
    [
      'a programme that goes while its activities stay',
      (book) => {
        book.remove('事業', 'dv-taisaku');
      },
      /「取組」のB\d+ .*「事業」に残る名前/su,
    ],
    [
      'a correction whose word is gone',
      (book) => {
        book.set('取組', 'joho-haishin', '取組', 'べつのことば(4月)');
      },
      /「訂正」のF\d+ .*にある言葉|corrections\.yaml の「haishin-toten の shown」/su,
    ],
    [
      'an unknown kind of correction',
      put('訂正', '種別', '直す'),
      /「訂正」のB2 .*次のどれか: 直した、/su,
    ],
    [
      'lists of unequal length',
      (book) => {
        book.set('訂正', 'suji-no-kuhaku', '適用箇所の原文', 'あ');
      },
      /「訂正」のK\d+ .*同じ数の行/su,
    ],
    [
      'words beside the table',
      (book) => {
        book.rows('課')[1]![9] = 'メモ';
      },
      /「課」のJ2 .*見出しのない列/su,
    ],
    [
      'a header that is missing',
      (book) => {
        book.rows('課')[0]![0] = '部署';
      },
      /「課」のA1 .*部署.*次の見出しだけ: 課の名前/su,
    ],
    [
      'a header twice',
      (book) => {
        book.rows('課')[0]![9] = '順';
      },
      /「課」のJ1 .*一度だけ/su,
    ],
    [
      'a title above the headers',
      (book) => {
        book.rows('課').unshift(['令和8年度']);
      },
      /「課」の1行目 .*見出しの行/su,
    ],
    [
      'an unknown sheet',
      (book) => {
        book.sheets.push({ name: '作業用', rows: [['あ']] });
      },
      /シート「作業用」 .*次のシートだけ/su,
    ],
    [
      'a missing sheet',
      (book) => {
        book.sheets.splice(4, 1);
      },
      /シート「考え方」（今あるシート: /u,
    ],
    [
      'a hidden sheet',
      (book) => {
        book.sheet('課').hidden = true;
      },
      /シート「課」 .*隠れた/su,
    ],
    [
      'a hidden row',
      (book) => {
        book.sheet('課').rowDefs = new Map([[2, { hidden: true }]]);
      },
      /「課」の3行目 .*隠れた行/su,
    ],
    [
      'a hidden column',
      (book) => {
        book.sheet('課').columns = [{}, { hidden: true }];
      },
      /「課」のB列 .*隠れた列/su,
    ],
    [
      'a formula without a value',
      (book) => {
        book.sheet('課').cells = new Map([['1,0', { formula: 'A1', value: null }]]);
      },
      /「課」のA2 .*=A1.*その結果の文字/su,
    ],
    [
      'more rows than a plan has',
      (book) => {
        for (let row = 0; row < 130_000; row += 1) book.rows('課').push(['か']);
      },
      /シート「課」 .*13\d{4}行.*20,000行/su,
    ],
    [
      'a cell of a novel',
      put('取組', '取組', 'あ'.repeat(20_001)),
      /「取組」のC2 .*20001字.*20,000字まで/su,
    ],
  ])('is refused for %s', async (_, change, expected) => {
    expect(await refusalOf(change)).toMatch(expected);
  });

  it('takes headers without regard to width and white space', async () => {
    const book = await Book.read(bytes);
    const headers = book.rows('事業')[0]!;
    headers[1] = '事 業\n名';
    headers[10] = 'ｉｄ';
    expect((await importBytes(await book.write())).texts.size).toBe(0);
  });

  it('gives a merged cell to all of its range', async () => {
    const book = await Book.read(bytes);
    const goals = book.column('事業', '目標');
    for (const row of [2, 3]) book.rows('事業')[row]![goals] = null;
    book.sheet('事業').merges = [{ startRow: 1, startCol: goals, endRow: 3, endCol: goals }];
    expect((await importBytes(await book.write())).texts.size).toBe(0);
  });

  it('keeps two programmes of one name apart', async () => {
    const book = await Book.read(bytes);
    book.add('事業', { 事業名: 'DV対策事業', 目標: '大切な ふるさと' });
    const { texts } = await importBytes(await book.write());
    expect([...texts.keys()]).toEqual(['programmes/dv-taisaku-jigyo.mdx']);
  });

  it('is refused as long as it holds examples', async () => {
    const room = temporaryFolder();
    const dir = path.join(room, 'content');
    const empty = await Book.read(await exampleWorkbook());
    const rows = empty.rows('取組');
    expect(String(rows[1]?.[2])).toMatch(/^（例）/u);
    await expect(importBytes(await empty.write())).rejects.toThrow('例の行は消す');
    expect(existsSync(dir)).toBe(false);
  });
});

describe('a file', () => {
  const zip = (entry: Buffer, size = entry.length) => archive(deflateRawSync(entry), size);
  it.each<[string, string, Uint8Array | string]>([
    ['a text that is called a workbook', 'plan.xlsx', 'あいうえお'],
    ['half a workbook', 'plan.xlsx', bytes.subarray(0, 20_000)],
    ['an old workbook', 'plan.xls', 'あ'],
    ['a document', 'plan.ods', 'あ'],
    ['a bomb', 'plan.xlsx', zip(Buffer.alloc(100_000_000))],
    ['a bomb that claims to be small', 'plan.xlsx', zip(Buffer.alloc(100_000_000), 100)],
    ['JSON of something else', 'plan.json', '{"a":1}'],
    ['no JSON', 'plan.json', '{'],
    ['an empty table', 'programmes.csv', ''],
    [
      'a table of another city',
      'jigyo.csv',
      '事務事業名,取り組み内容,実施時期,担当部署\nあ,い,う,え\n',
    ],
    ['a table with a stray byte', 'a.csv', Uint8Array.of(0x61, 0xff, 0x0a)],
    ['a table with NUL', 'a.csv', 'id\0,a\n'],
    ['a large table', 'a.csv', 'a\n'.repeat(20_001)],
    ['a very large file', 'a.csv', 'a'.repeat(5_000_001)],
  ])('is refused in one sentence: %s', async (_, name, file) => {
    const sentence = await refused(file, name);
    expect(sentence).toMatch(/[ぁ-ん]/u);
    expect(sentence).not.toMatch(/Error|\.ts/u);
  });

  it('is refused in one sentence: a folder, and one that is not there', async () => {
    const room = temporaryFolder();
    mkdirSync(path.join(room, 'x.xlsx'));
    for (const name of ['x.xlsx', 'y.xlsx'])
      await expect(importPlan(content, [path.join(room, name)])).rejects.toThrow(Refusal);
  });

  it('is refused before its far corner is read', async () => {
    const cells = new Map([['1048575,16383', { value: 'あ' }]]);
    const corner = await writeXlsx({ sheets: [{ name: '事業', rows: [['順']], cells }] }).catch(
      () => undefined,
    );
    if (corner) expect(await refused(corner)).toMatch(/読めません|まで/u);
  });
});

/** A ZIP archive with one entry, whose directory claims `size` bytes. */
function archive(packed: Buffer, size: number): Buffer {
  const name = Buffer.from('[Content_Types].xml');
  const local = Buffer.alloc(30);
  local.write('PK\x03\x04', 'latin1');
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(size, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.write('PK\x01\x02', 'latin1');
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(size, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, central, name, end]);
}
