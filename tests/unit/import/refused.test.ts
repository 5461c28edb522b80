/**
 * Cells, sheets and files that are no plan: each gets one sentence with its place, and nothing is
 * written.
 */
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { writeXlsx, type CellValue } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { exampleWorkbook } from '#import/example-workbook.ts';
import { importPlan } from '#import/import-plan.ts';
import { Refusal } from '#model/problem.ts';
import { readTexts } from '#reader/read.ts';
import { casesOf } from '../../fixtures/cases.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import { Book, desk, workbookOfFolder, type Step } from './workbook.ts';

const { content, importBytes } = desk();
const before = await readTexts(content);
const bytes = await workbookOfFolder(content);

/** The sentence that refuses a file. */
async function refused(file: Uint8Array | string, name?: string): Promise<string> {
  const error: unknown = await importBytes(file, name).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Refusal);
  expect(await readTexts(content)).toEqual(before);
  return (error as Refusal).message;
}

async function changed(change: (book: Book) => void): Promise<Uint8Array> {
  const book = await Book.read(bytes);
  change(book);
  return book.write();
}

interface Fault {
  name: string;
  steps: Step[];
  says: string;
}

describe('a workbook is refused for', () => {
  it.each(casesOf<Fault[]>('workbook-faults'))('$name', async ({ steps, says }) => {
    const file = await changed((book) => steps.forEach((step) => book.apply(step)));
    expect(await refused(file)).toMatch(new RegExp(says, 'su'));
  });

  const sections = (change: (rows: CellValue[][]) => void) => (book: Book) =>
    change(book.rows('課'));
  const styled = (numFmt: string, value: CellValue) => (book: Book) =>
    (book.sheet('取組').cells = new Map([['1,2', { value, style: { numFmt } }]]));
  const date = new Date(Date.UTC(2013, 8, 1));
  const many = Array.from({ length: 130_000 }, () => ['か']);
  const formula = new Map([['1,0', { formula: 'A1', value: null }]]);
  it.each<[string, (book: Book) => unknown, RegExp]>([
    ['a date', styled('yyyy/m/d', date), /「取組」のC2 .*2013-09-01.*日付ではなく/su],
    ['a share', styled('0%', 0.85), /「取組」のC2 .*0\.85.*文字で書く/su],
    [
      'a title above the headers',
      sections((rows) => rows.unshift(['令和8年度'])),
      /「課」の見出し .*見出しの行/su,
    ],
    [
      'more rows than a plan has',
      sections(
        (rows) => ((rows.length = 0), rows.push(...[['課の名前'], ...many].slice(0, 100_000))),
      ),
      /「課」 .*100000行.*20,000行/su,
    ],
    [
      'an unknown sheet',
      (book) => book.sheets.push({ name: '作業用', rows: [['あ']] }),
      /シート「作業用」 .*次のシートだけ/su,
    ],
    ['a missing sheet', (book) => book.sheets.splice(4, 1), /シート「考え方」（今あるシート: /u],
    [
      'a formula without a value',
      (book) => (book.sheet('課').cells = formula),
      /「課」のA2 .*=A1.*その結果の文字/su,
    ],
    [
      'a cell of a novel',
      (book) => book.set('取組', 1, '取組', 'あ'.repeat(20_001)),
      /「取組」のC2 .*20001字.*20,000字まで/su,
    ],
  ])('%s', async (_, change, expected) => {
    expect(await refused(await changed(change))).toMatch(expected);
  });

  it('its examples, as long as it holds them', async () => {
    const empty = await Book.read(await exampleWorkbook());
    expect(String(empty.rows('取組')[1]?.[2])).toMatch(/^（例）/u);
    const dir = path.join(temporaryFolder(), 'content');
    await expect(importBytes(await empty.write())).rejects.toThrow('例の行は消す');
    expect(existsSync(dir)).toBe(false);
  });
});

describe('a workbook', () => {
  it.each<[string, (book: Book) => unknown]>([
    [
      'takes headers without regard to width and white space',
      (book) => book.rows('事業')[0]!.splice(1, 1, '事 業\n名'),
    ],
    [
      'gives a merged cell to all of its range',
      (book) => {
        const startCol = book.column('事業', '目標');
        for (const row of [2, 3]) book.set('事業', row, '目標', null);
        const range = { startRow: 1, startCol, endRow: 3, endCol: startCol };
        book.sheet('事業').merges = [range];
      },
    ],
  ])('%s', async (_, change) => {
    expect((await importBytes(await changed(change))).texts.size).toBe(0);
  });

  it('keeps two programmes of one name apart', async () => {
    const add: Step['add'] = ['事業', { 事業名: 'DV対策事業', 目標: '大切な ふるさと' }];
    const { texts } = await importBytes(await changed((book) => book.apply({ add })));
    expect([...texts.keys()]).toEqual(['programmes/dv-taisaku-jigyo.mdx']);
  });
});

describe('a file is refused in one sentence:', () => {
  /** The workbook with another size of its first entry in its directory. */
  const claiming = (size: number) => {
    const archive = Buffer.from(bytes);
    archive.writeUInt32LE(size, archive.indexOf('PK\u0001\u0002') + 24);
    return archive;
  };
  const otherCity = '事務事業名,取り組み内容,実施時期,担当部署\nあ,い,う,え\n';
  it.each<[string, string, Uint8Array | string]>([
    ['a text that is called a workbook', 'plan.xlsx', 'あいうえお'],
    ['half a workbook', 'plan.xlsx', bytes.subarray(0, 20_000)],
    ['an old workbook', 'plan.xls', 'あ'],
    ['a document', 'plan.ods', 'あ'],
    ['a bomb', 'plan.xlsx', claiming(100_000_000)],
    ['a bomb that claims to be small', 'plan.xlsx', claiming(100)],
    ['a bomb that claims nothing', 'plan.xlsx', claiming(0)],
    ['JSON of something else', 'plan.json', '{"a":1}'],
    ['no JSON', 'plan.json', '{'],
    ['an empty table', 'programmes.csv', ''],
    ['a table of another city', 'jigyo.csv', otherCity],
    ['a table with a stray byte', 'a.csv', Uint8Array.of(0x61, 0xff, 0x0a)],
    ['a table with NUL', 'a.csv', 'id\0,a\n'],
    ['a large table', 'a.csv', 'a\n'.repeat(20_001)],
    ['a very large file', 'a.csv', 'a'.repeat(5_000_001)],
  ])('%s', async (_, name, file) => {
    const sentence = await refused(file, name);
    expect(sentence).toMatch(/[ぁ-ん]/u);
    expect(sentence).not.toMatch(/Error|\.ts/u);
  });

  it('a folder, and one that is not there', async () => {
    const room = temporaryFolder();
    mkdirSync(path.join(room, 'x.xlsx'));
    for (const name of ['x.xlsx', 'y.xlsx'])
      await expect(importPlan(content, [path.join(room, name)])).rejects.toThrow(Refusal);
  });

  it('a workbook with a cell in its far corner', async () => {
    const cells = new Map([['1048575,16383', { value: 'あ' }]]);
    const corner = await writeXlsx({ sheets: [{ name: '事業', rows: [['順']], cells }] }).catch(
      () => undefined,
    );
    if (corner) expect(await refused(corner)).toMatch(/読めません|まで/u);
  });
});
