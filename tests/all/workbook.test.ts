/** The workbook as other programs save it: read back, it is the same plan with their edits. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importPlan } from '#import/import-plan.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { workbookOfFolder } from '../unit/import/workbook.ts';
import { FILES, hasPackages } from '../tools.ts';

const room = temporaryFolder();
const plain = path.join(room, 'plan.xlsx');
writeFileSync(plain, await workbookOfFolder('content'));

/** Loads the workbook, runs `edit` on it (`book`), and saves it under `file`. */
function withOpenpyxl(edit: string, file: string): string {
  const script = `import openpyxl\nbook = openpyxl.load_workbook(${JSON.stringify(plain)})\n${edit}\nbook.save(${JSON.stringify(file)})`;
  execFileSync('/usr/bin/python3', ['-c', script]);
  return file;
}

/** Opens and saves it. */
function throughLibreOffice(file: string): string {
  const out = path.join(room, 'saved');
  const profile = `-env:UserInstallation=file://${room}/profile`;
  const convert = ['--headless', '--convert-to', 'xlsx', '--outdir', out];
  execFileSync(FILES['libreoffice-calc-nogui'], [profile, ...convert, file]);
  return path.join(out, path.basename(file));
}

const EDIT = `
sheet = book['取組']
headers = [cell.value for cell in sheet[1]]
for row in sheet.iter_rows(min_row=2):
    if row[headers.index('id')].value == 'koenkai':
        row[headers.index('取組')].value = '区民向け防災講演会(年1回)'
        row[headers.index('編集者が付けた月')].value = '9-11'
`;

const EDITED = [
  '変更 事業「災害に強い区づくり事業」の取組「区民向け防災講演会(年1回)及び区職員向け救命教室(年4回)」の 取組: 「…講演会(年1回)及び区職員向け救命教室(年4回)」→「…講演会(年1回)」',
  '変更 事業「災害に強い区づくり事業」の取組「区民向け防災講演会(年1回)及び区職員向け救命教室(年4回)」の 編集者が付けた月: （空）→「9、10、11」',
];

describe.skipIf(!hasPackages('python3-openpyxl'))('saved by openpyxl', () => {
  it('is no change', async () => {
    const file = withOpenpyxl('', path.join(room, 'a.xlsx'));
    expect((await importPlan('content', [file])).texts.size).toBe(0);
  });

  it('says what was edited, and its drop-downs and frozen rows are there', async () => {
    const check = `
assert book['事業'].freeze_panes == 'A2'
assert any('課' in item.formula1 for item in book['事業'].data_validations.dataValidation)
assert book['書き出したとき'].sheet_state == 'veryHidden'
assert book['取組']['C2'].number_format == '@'
${EDIT}`;
    const file = withOpenpyxl(check, path.join(room, 'b.xlsx'));
    expect((await importPlan('content', [file])).lines).toEqual(EDITED);
  });
});

describe.skipIf(!hasPackages('libreoffice-calc-nogui'))('saved by LibreOffice', () => {
  it('is no change', async () => {
    expect((await importPlan('content', [throughLibreOffice(plain)])).texts.size).toBe(0);
  });

  it.skipIf(!hasPackages('python3-openpyxl'))('says what was edited', async () => {
    const file = throughLibreOffice(withOpenpyxl(EDIT, path.join(room, 'c.xlsx')));
    expect((await importPlan('content', [file])).lines).toEqual(EDITED);
  });
});
