import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { cmsConfig } from '#admin/config.ts';
import { digestOf, readForm, writeForm } from '#admin/cms-file.ts';
import { labelOfFile, readNames } from '#admin/content-names.ts';
import { fieldsOf, type Field } from '#admin/fields.ts';
import { allFaults, refusal } from '#admin/judge.ts';
import { folders, yamlFiles } from '#model/collections.ts';
import { objectOf, words } from '#model/fields.ts';
import { shapeOf } from '#tables/shape.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { writeSecondPlan } from '../fixtures/second-plan.ts';

const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const place = { backend: {}, contentDir: 'content', isLocal: true, siteUrl: 'http://localhost/' };

const inner = ({ fields = [], types = [], field }: Field): Field[] =>
  [...fields, ...types.flatMap((kind) => kind.fields), ...(field ? [field as Field] : [])].flatMap(
    (one) => [one, ...inner(one)],
  );

describe('the forms of the CMS', () => {
  it.each([
    ...Object.entries(folders).map(([name, { schema }]) => [name, schema] as const),
    ...Object.entries(yamlFiles)
      .filter(([name]) => labelOfFile(`${name}.yaml`) !== undefined)
      .map(([name, { schema }]) => [name, schema] as const),
  ])('have a field with a Japanese label for each of the schema: %s', (_, schema) => {
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
  });

  it('have a new field of a schema without another word', () => {
    const schema = objectOf({ title: words.describe('題名'), tel: words.describe('電話。任意') });
    expect(fieldsOf(shapeOf(schema), {})[1]).toEqual({
      name: 'tel',
      label: '電話',
      hint: '任意',
      required: true,
      widget: 'string',
    });
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
    const { collections } = cmsConfig(await readNames('content'), place);
    const named = (name: string) => collections.find((one) => 'name' in one && one.name === name);
    expect(named('programmes')).toMatchObject({ delete: false, view_groups: { default: 'goal' } });
    expect(named('pledges-somu')).toMatchObject({ label: '総務課 取組目標', delete: false });
  });
});

const files = readdirSync('content', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => labelOfFile(file) !== undefined);

test.each(files)('%s is, read and written, the same byte for byte', (file) => {
  const text = readFileSync(path.join('content', file), 'utf8');
  expect(writeForm(file, readForm(file, text))).toBe(text);
});

describe('the judge', () => {
  const dir = path.join(temporaryFolder(), 'content');
  const file = 'programmes/p1.mdx';
  const text = () => readFileSync(path.join(dir, file), 'utf8');
  const loaded = () => digestOf(file, text());
  beforeEach(() => {
    rmSync(dir, { recursive: true, force: true });
    writeSecondPlan(dir);
  });

  it('has nothing to say of a save as it should be', async () => {
    const save = { file, text: text().replace('その1"', 'その一"'), loaded: await loaded() };
    expect(await refusal(dir, save)).toBeUndefined();
  });

  it('refuses faults of the file itself, at the place as the form calls it', async () => {
    const save = { file, text: text().replace('number: 1', 'number: 0'), loaded: await loaded() };
    expect(await refusal(dir, save)).toContain(`content/${file} の「順」を直してください`);
    const link = { ...save, text: text().replace('"g1"', '"g9"') };
    expect(await refusal(dir, link)).toContain('content/programmes/p1.mdx の「目標」');
  });

  it('lets a save be that causes faults elsewhere, and tells them then', async () => {
    const save = { file, text: text().replace('"a1"', '"b1"'), loaded: await loaded() };
    writeFileSync(path.join(dir, 'permalinks.txt'), 'programmes/p1/#a1\tとりくみ\n');
    expect(await refusal(dir, save)).toBeUndefined();
    writeFileSync(path.join(dir, file), save.text);
    expect(await allFaults(dir)).toMatch(
      /^直すところが1件.*redirects.yaml の「programmes\/p1\/#a1」/su,
    );
  });

  it('lets a file be mended step by step', async () => {
    writeFileSync(path.join(dir, 'permalinks.txt'), 'alt/\t一\nuralt/\t二\n');
    const rows = readFileSync(path.join(dir, 'redirects.yaml'), 'utf8');
    const save = {
      file: 'redirects.yaml',
      text: `${rows}- from: alt/\n  to: programmes/\n`,
      loaded: await digestOf('redirects.yaml', rows),
    };
    expect(await refusal(dir, save)).toBeUndefined();
    expect(await refusal(dir, { ...save, text: `${rows}- from: alt/\n  to: neu/\n` })).toContain(
      '今あるアドレス',
    );
  });

  it('refuses a file that is not as it was loaded, is gone, or is there already', async () => {
    const save = { file, text: text(), loaded: await loaded() };
    expect(await refusal(dir, { ...save, loaded: 'x' })).toContain('ほかで変わりました');
    expect(await refusal(dir, { file, text: save.text })).toContain('もうあります');
    rmSync(path.join(dir, file));
    expect(await refusal(dir, save)).toContain('なくなりました');
  });

  it('takes a file with CRLF and a BOM for what it says', async () => {
    const save = { file, text: text(), loaded: await loaded() };
    writeFileSync(path.join(dir, file), `\uFEFF${save.text.replaceAll('\n', '\r\n')}`);
    expect(await refusal(dir, save)).toBeUndefined();
  });

  it('takes a picture that the words show for one that comes with them', async () => {
    const body = '\n![広場](./hiroba.png)\n';
    const save = { file, text: text() + body, loaded: await loaded() };
    expect(await refusal(dir, save)).toBeUndefined();
    expect(await refusal(dir, { ...save, text: save.text.replace('hiroba', '広場') })).toContain(
      '同じフォルダーに置いた画像',
    );
  });
});
