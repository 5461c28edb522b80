/**
 * A field that is added to a schema is everywhere at once: in the plan that pages are given, in
 * `data/plan.json` with its schema, in the workbook and the tables with the list of their columns, in
 * the schema that editors check by, and on every page and in every edition of its noun.
 */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readXlsx } from 'hucre/xlsx';
import { parse } from 'node-html-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildIn } from '../../fixtures/build.ts';
import { copyCheckout } from '../../fixtures/checkout.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

type Nouns = Record<string, string>[];

const NEW = 'atarashii';
const WORDS = '新しい欄のことば';
const PROGRAMME = 'dv-taisaku';

/** The nouns that have a schema of their own, by the folder of their files. */
const KINDS = ['parts', 'goals', 'principles', 'programmes', 'sections', 'pledges'] as const;

describe('a field that is added to the schema of each noun', () => {
  const folder = temporaryFolder();
  let printed = '';
  const wordsOf = (kind: string) => `${WORDS} ${kind}`;
  const json = (file: string) =>
    JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Record<string, Nouns>;

  /** Puts `line` behind the first place where `head` stands in a file of the copy. */
  function insert(file: string, head: string, line: string) {
    const text = readFileSync(path.join(folder, file), 'utf8');
    if (!text.includes(head)) throw new Error(`${file} has no ${head}`);
    writeFileSync(path.join(folder, file), text.replace(head, `${head}${line}`));
  }

  beforeAll(() => {
    copyCheckout(folder);
    for (const kind of KINDS) {
      const noun = kind.slice(0, -1);
      const head = `export const ${noun}Schema = objectOf({\n`;
      const file = globSync('src/model/*.ts').find((name) =>
        readFileSync(name, 'utf8').includes(head),
      );
      insert(file ?? '', head, `  ${NEW}: words,\n`);
      for (const file of globSync(`content/${kind}/**/*.mdx`, { cwd: folder }))
        insert(file, '---\n', `${NEW}: ${wordsOf(kind)}\n`);
    }
    insert(
      'src/model/programme.ts',
      'activitySchema = objectOf({\n',
      `  ${NEW}: words.optional(),\n`,
    );
    insert(
      `content/programmes/${PROGRAMME}.mdx`,
      '\nactivities:\n',
      `  - ${NEW}: ${wordsOf('activities')}\n    id: atarashii\n    text: あたらしい\n`,
    );
    writeFileSync(
      path.join(folder, 'src/pages/probe.json.ts'),
      `import { getPlan } from '#plan.ts';
       export async function GET() {
         const plan = await getPlan();
         const of = (nouns) => nouns.map(({ ${NEW} }) => ({ ${NEW} }));
         return Response.json({ ${KINDS.map((kind) => `${kind}: of(plan.${kind})`).join(', ')} });
       }`,
    );
    printed = buildIn(folder, { CONTENT_DIR: 'content', OUT_DIR: 'dist' });
  });

  it.each(KINDS)('is in the plan that a page is given, and in plan.json: %s', (kind) => {
    const entries = globSync(`content/${kind}/**/*.mdx`, { cwd: folder }).length;
    expect(entries).toBeGreaterThan(0);
    for (const file of ['dist/probe.json', 'dist/data/plan.json'])
      expect(json(file)[kind]?.map((noun) => noun[NEW])).toEqual(
        Array(entries).fill(wordsOf(kind)),
      );
  });

  it('is allowed by the published schema of plan.json', () => {
    const schema = json('dist/data/plan.schema.json');
    const validate = new Ajv2020({ strict: true, validateFormats: false }).compile(schema);
    expect(validate(json('dist/data/plan.json')), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each(['目標', '考え方', '事業', '課', '取組目標'])(
    'is a column of the workbook: %s',
    async (name) => {
      const { sheets } = await readXlsx(readFileSync(path.join(folder, 'dist/data/plan.xlsx')));
      const [headers = [], ...rows] = sheets.find((sheet) => sheet.name === name)?.rows ?? [];
      const column = headers.indexOf(NEW);
      expect(column).toBeGreaterThanOrEqual(0);
      for (const row of rows) expect(row[column]).toContain(WORDS);
    },
  );

  it.each(['programmes', 'pledges'])('is a column of the table, and told of: %s', (name) => {
    const [header] = readFileSync(path.join(folder, `dist/data/${name}.csv`), 'utf8').split('\r\n');
    expect(header?.split(',')).toContain(NEW);
    const page = readFileSync(path.join(folder, 'dist/data/index.html'), 'utf8');
    expect(page.split(`id="${name}-columns"`)[1]?.split('</table>')[0]).toContain(NEW);
  });

  it('is found by the search: a passage of each noun', () => {
    const page = readFileSync(path.join(folder, 'dist/search/index.html'), 'utf8');
    const nouns = KINDS.flatMap((kind) => json('dist/data/plan.json')[kind] ?? []);
    expect(page.split(WORDS).length - 1).toBeGreaterThanOrEqual(nouns.length);
  });

  it('is built without a word about the collections that are empty', () => {
    expect(existsSync(path.join(folder, 'content/archive.yaml'))).toBe(false);
    expect(printed).not.toContain('collection');
  });

  it.each([
    ['goals/anshin', ['goals']],
    ['programmes', ['programmes', 'activities']],
    [`programmes/${PROGRAMME}`, ['programmes', 'activities']],
    ['sections/somu', ['sections', 'pledges']],
    ['sections/somu/shomu', ['pledges']],
    ['policy', ['parts', 'goals', 'principles']],
    ['full', [...KINDS, 'activities']],
    ['yomigana/policy', ['parts', 'goals', 'principles']],
    ['yomigana/section-somu', ['sections', 'pledges']],
  ])('stands at once on the page %s, for each of %j', (page, kinds) => {
    const html = readFileSync(path.join(folder, 'dist', page, 'index.html'), 'utf8');
    const facts = parse(html)
      .querySelectorAll('main dd')
      .map(({ text }) => text.trim());
    for (const kind of kinds) expect(facts).toContain(wordsOf(kind));
  });

  it.each(['plan.txt', 'plan.html'])('stands in %s, for each noun', (file) => {
    const text = readFileSync(path.join(folder, 'dist/data', file), 'utf8');
    for (const kind of [...KINDS, 'activities']) expect(text).toContain(wordsOf(kind));
  });

  it.each(KINDS)('is in the schema that editors check by: %s', (kind) => {
    const { properties } = json(`.astro/collections/${kind}.schema.json`);
    expect(properties).toHaveProperty(NEW);
  });
});
