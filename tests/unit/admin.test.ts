import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { cmsConfig } from '#admin/config.ts';
import { digestOf, readForm, writeForm } from '#admin/cms-file.ts';
import { fieldsOf, type Field } from '#admin/form-fields.ts';
import { refusalOfBuild, refusalOfSave, type Save } from '#admin/judge.ts';
import { collectionOf, folders, yamlFiles } from '#model/collections.ts';
import { objectOf, words } from '#model/fields.ts';
import { nouns } from '#tables/nouns.ts';
import { shapeOf } from '#tables/shape.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { writeSecondPlan } from '../fixtures/second-plan.ts';

const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const place = { backend: {}, isLocal: true, siteUrl: 'http://localhost/' };

/** The collections that the CMS has forms for. */
const edited = { ...nouns, pages: {} };

const inner = ({ fields = [], types = [], field }: Field): Field[] =>
  [...fields, ...types.flatMap((kind) => kind.fields), ...(field ? [field as Field] : [])].flatMap(
    (one) => [one, ...inner(one)],
  );

describe('the forms of the CMS', () => {
  const all = Object.entries({ ...folders, ...yamlFiles }).filter(([name]) => name in edited);
  it.each(all)(
    'have a field with a Japanese label for each of the schema of %s',
    (_, { schema }) => {
      const shape = shapeOf(schema);
      const object = shape.type === 'array' ? { properties: { rows: shape } } : shape;
      const fields = fieldsOf(object, {});
      expect(fields.map(({ name }) => name)).toEqual(Object.keys(object.properties ?? {}));
      for (const field of fields.flatMap((one) => [one, ...inner(one)])) {
        expect(field.widget, field.name).toBeTruthy();
        if (!['id', 'rows'].includes(field.name)) expect(field.label).toMatch(JAPANESE);
        const [, message] = (field.pattern as [string, string] | undefined) ?? ['', '語'];
        expect(message, field.name).toMatch(JAPANESE);
      }
    },
  );

  it('have a new field of a schema without another word', () => {
    const schema = objectOf({ title: words.describe('題名'), tel: words.describe('電話。任意') });
    const field = { name: 'tel', label: '電話', hint: '任意', required: true, widget: 'string' };
    expect(fieldsOf(shapeOf(schema), {})[1]).toEqual(field);
  });

  it('judge what is typed by the rules of the schema, but for white space at its ends', () => {
    const [strict, free] = fieldsOf(
      shapeOf(z.strictObject({ a: folders.sections.schema.shape.kana, b: words })),
      {},
    );
    expect(strict?.pattern).toEqual(['/^[ぁ-ゖー・]+$/u', 'ひらがなの読み（例: そうむか）']);
    expect(free).not.toHaveProperty('pattern');
  });

  it('group programmes by their goal, name pledges by their section, and delete nothing', async () => {
    const { collections } = await cmsConfig('content', place);
    const named = (name: string) => collections.find((one) => 'name' in one && one.name === name);
    expect(named('programmes')).toMatchObject({ delete: false, view_groups: { default: 'goal' } });
    expect(named('pledges-somu')).toMatchObject({ label: '総務課 取組目標', delete: false });
  });
});

const files = readdirSync('content', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => (collectionOf(file) ?? '') in edited);

test.each(files)('%s is, read and written, the same byte for byte', (file) => {
  const text = readFileSync(path.join('content', file), 'utf8');
  expect(writeForm(file, readForm(file, text))).toBe(text);
});

describe('the judge', () => {
  const dir = path.join(temporaryFolder(), 'content');
  const programme = 'programmes/p1.mdx';
  const read = (file = programme) => readFileSync(path.join(dir, file), 'utf8');
  /** Why a save of the file is refused, as it was loaded now. */
  const refused = async (text: string, more: Partial<Save> = {}) => {
    const file = more.file ?? programme;
    return refusalOfSave(dir, { file, text, loaded: await digestOf(read(file)), ...more });
  };
  beforeEach(() => {
    rmSync(dir, { recursive: true, force: true });
    writeSecondPlan(dir);
  });

  it.each<[string, string | RegExp, string, string | undefined]>([
    ['has nothing to say of a save as it should be', 'その1"', 'その一"', undefined],
    ['refuses a fault, at the place as the form calls it', 'number: 1', 'number: 0', '「順」を'],
    ['refuses a name that leads nowhere', '"g1"', '"g9"', 'p1.mdx の「目標」'],
    ['takes a picture that the words show for one that comes', /$/, '![い](./i.png)\n', undefined],
    ['refuses a picture with an odd name', /$/, '![い](./い.png)\n', '同じフォルダーに置いた画像'],
  ])('%s', async (_, from, to, expected) => {
    const refusal = await refused(read().replace(from, to));
    if (expected === undefined) expect(refusal).toBeUndefined();
    else expect(refusal).toContain(expected);
  });

  it('lets a save be that causes faults elsewhere, and tells them then', async () => {
    const text = read().replace('"a1"', '"b1"');
    writeFileSync(path.join(dir, 'permalinks.txt'), 'programmes/p1/#a1\tとりくみ\n');
    expect(await refused(text)).toBeUndefined();
    writeFileSync(path.join(dir, programme), text);
    expect(await refusalOfBuild(dir)).toMatch(
      /redirects.yaml の「programmes\/p1\/#a1」.*誤りが 1 件あります。$/su,
    );
  });

  it('lets a file be mended step by step', async () => {
    writeFileSync(path.join(dir, 'permalinks.txt'), 'alt/\t一\nuralt/\t二\n');
    const file = 'redirects.yaml';
    const rowTo = (to: string) => `${read(file)}- from: alt/\n  to: ${to}\n`;
    expect(await refused(rowTo('programmes/'), { file })).toBeUndefined();
    expect(await refused(rowTo('neu/'), { file })).toContain('今あるアドレス');
  });

  it('refuses a file that is not as it was loaded, is gone, or is there already', async () => {
    const text = read();
    const loaded = await digestOf(text);
    expect(await refused(text, { loaded: 'x' })).toContain('ほかで変わりました');
    expect(await refusalOfSave(dir, { file: programme, text })).toContain('もうあります');
    rmSync(path.join(dir, programme));
    expect(await refusalOfSave(dir, { file: programme, text, loaded })).toContain('なくなりました');
  });

  it('takes a file with CRLF and a BOM for what it says', async () => {
    const text = read();
    const loaded = await digestOf(text);
    writeFileSync(path.join(dir, programme), `\uFEFF${text.replaceAll('\n', '\r\n')}`);
    expect(await refusalOfSave(dir, { file: programme, text, loaded })).toBeUndefined();
  });
});
