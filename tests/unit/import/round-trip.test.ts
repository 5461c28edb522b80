/** The plan goes out as a workbook, as tables and as `plan.json`, and comes in again as it was. */
import { cpSync, lstatSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { csv, tables } from '#export/csv.ts';
import { planJson } from '#export/json.ts';
import { importPlan, writeTexts } from '#import/import-plan.ts';
import { readPlan, readTexts } from '#reader/read.ts';
import { writeShapedPlan } from '../../fixtures/shaped-plans.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import { Book, desk, workbookOfFolder } from './workbook.ts';

const room = temporaryFolder();
const budget = path.join(room, 'budget');
writeShapedPlan('budget', budget);
const others = ['department', 'midori', 'pillars'].map((name) => `tests/fixtures/plans/${name}`);

describe.each(['content', budget, ...others])('%s', (dir) => {
  it('has the same bytes each time it is written as a workbook', async () => {
    expect(await workbookOfFolder(dir)).toEqual(await workbookOfFolder(dir));
  });

  it('is no change as a workbook, whatever the order of its rows', async () => {
    const { book, importBytes } = desk(dir);
    const sorted = await book();
    for (const { name, rows = [], veryHidden } of sorted.sheets)
      if (!veryHidden && name !== '使い方') rows.push(...rows.splice(1).reverse());
    expect(await importBytes(await sorted.write())).toEqual({ lines: [], texts: new Map() });
  });

  it('makes the same files in an empty folder, as a workbook', async () => {
    const file = path.join(room, 'new.xlsx');
    writeFileSync(file, await workbookOfFolder(dir));
    const made = path.join(room, `${path.basename(dir)}-new`);
    // No table holds the files of images.
    const isImage = (name: string) => lstatSync(name).isDirectory() || name.endsWith('.jpg');
    cpSync(dir, made, { recursive: true, filter: isImage });
    await writeTexts(made, (await importPlan(made, [file])).texts);
    expect(planJson(await readPlan(made))).toBe(planJson(await readPlan(dir)));
    if (dir !== 'content') return;
    const [before, after] = [await readTexts(dir), await readTexts(made)];
    // A list without rows needs no file.
    const held = [...before.keys()].filter(
      (name) => !/^(?:pages|accessibility|paper)/.test(name) && before.get(name) !== '[]\n',
    );
    for (const name of held) expect(after.get(name), name).toBe(before.get(name));
  });

  it('is no change as its tables, nor as plan.json', async () => {
    const plan = await readPlan(dir);
    const files = tables.map((name) => {
      const file = path.join(room, `${name}.csv`);
      writeFileSync(file, csv(name, plan));
      return file;
    });
    expect((await importPlan(dir, files)).texts).toEqual(new Map());
    const json = path.join(room, 'plan.json');
    writeFileSync(json, planJson(plan));
    expect((await importPlan(dir, [json])).texts).toEqual(new Map());
  });
});

it('keeps every cell as text, and a sheet a noun, its header in sight', async () => {
  const book = await Book.read(await workbookOfFolder('content'));
  expect(book.sheets.map(({ name }) => name).join(' ')).toBe(
    '使い方 計画 部 目標 考え方 事業 取組 課 取組目標 訂正 読み 関連語 アドレスの案内 画面での呼び方 ほかの計画 もとの原文 書き出したとき',
  );
  for (const { rows = [] } of book.sheets)
    for (const value of rows.flat()) expect(['string', 'object']).toContain(typeof value);
});

it('takes the tables of another year that lack rows for no removal', async () => {
  const { content, importBytes } = desk();
  const plan = await readPlan(content);
  const [header = '', first = ''] = csv('pledges', plan).split('\r\n');
  const changed = first.replace('庶務係,庶務係', '庶務係,庶務の係');
  const { lines, texts } = await importBytes(`${header}\r\n${changed}\r\n`, 'pledges.csv');
  expect(texts.size).toBe(1);
  expect(lines.filter((line) => line.startsWith('表にない行'))).toHaveLength(30);
});

/** The table below, as Excel saves it. */
const SHIFT_JIS =
  'j4csjpaLxpa8LI7mkWcsiPMsldKPV47SgqqVdIKvgr2MjiyOlovGgsxpZCxpZA0KMSxEVpHOjfSOlovGLDE5IoOCg2qDXoFbLCwsLA0K';

it.each(['utf-16le', 'utf-16be', 'shift_jis'])('reads a table in %s', async (encoding) => {
  const text = `\uFEFF順,事業名,取組,印,編集者が付けた月,事業のid,id\r\n1,DV対策事業,19"モニター,,,,\r\n`;
  const bytes = {
    'utf-16le': Buffer.from(text, 'utf16le'),
    'utf-16be': Buffer.from(text, 'utf16le').swap16(),
    shift_jis: Buffer.from(SHIFT_JIS, 'base64'),
  }[encoding];
  const { lines } = await desk().importBytes(bytes ?? '', 'torikumi.csv');
  expect(lines[0]).toContain('追加');
  expect(lines[0]).toContain('19"モニター');
});
