/** What a person changes in the workbook changes its own lines of the content, and nothing else. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { writeTexts } from '#import/import-plan.ts';
import { readPlan, readTexts } from '#reader/read.ts';
import { casesOf } from '../../fixtures/cases.ts';
import { desk, type Step } from './workbook.ts';

interface Edit {
  name: string;
  steps: Step[];
  files: Record<string, string[]>;
}

describe('an edit in the workbook', () => {
  it.each(casesOf<Edit[]>('workbook-edits'))('$name', async ({ steps, files }) => {
    expect(await desk().written(...steps)).toEqual(files);
  });

  it('adds a keyword', async () => {
    const { book, written } = desk();
    const before = await book();
    const words = before.rows('関連語')[1]![before.column('関連語', '関連語')];
    const more = `${String(words)}\nみらい`;
    expect(await written({ set: ['関連語', 1, '関連語', more] })).toEqual({
      'keywords.yaml': ['+    - みらい'],
    });
  });

  it('moves a pledge to another section with the bytes of its file', async () => {
    const { content, written } = desk();
    const bytes = readFileSync(path.join(content, 'pledges/somu/yosan-chosei.mdx'));
    await written({ set: ['取組目標', 'yosan-chosei', '課', '税務課'] });
    const now = readFileSync(path.join(content, 'pledges/zeimu/yosan-chosei.mdx'));
    expect(now.equals(bytes)).toBe(true);
    const { redirects } = await readPlan(content);
    const [from, to] = ['sections/somu/yosan-chosei/', 'sections/zeimu/yosan-chosei/'];
    expect(redirects).toContainEqual({ from, to });
  });

  it('removes a pledge with its keywords, and says where its addresses end', async () => {
    const { content, written } = desk();
    const files = await written({ remove: ['取組目標', 'kaikei'] });
    const names = ['keywords.yaml', 'pledges/kaikei/kaikei.mdx', 'redirects.yaml'];
    expect(Object.keys(files)).toEqual(names);
    const { redirects } = await readPlan(content);
    expect(redirects).toEqual([
      { from: 'sections/kaikei/kaikei/', to: 'sections/kaikei/', ended: true },
      { from: 'full/#pledge-kaikei-kaikei', to: 'full/#section-kaikei', ended: true },
      { from: 'sections/kaikei/#kaikei', to: 'sections/kaikei/', ended: true },
    ]);
  });

  it('writes a paragraph for each line of a cell', async () => {
    const { content, written } = desk();
    const text = 'まもります。\n\nささえます。\nつながります。\n- ひとつ\n- ふたつ';
    await written({ set: ['目標', 'anshin', '本文', text] });
    expect(readFileSync(path.join(content, 'goals/anshin.mdx'), 'utf8')).toMatch(
      /---\n\nまもります。\n\nささえます。\n\nつながります。\n\n- ひとつ\n- ふたつ\n$/u,
    );
  });

  it('puts odd characters right in what was changed, and counts them', async () => {
    const odd = '　⽇々のﾎﾞﾗﾝﾃｨｱか\u3099\u200B(9月) ';
    const { lines, texts } = await desk().importChanged({ set: ['取組', 'koenkai', '取組', odd] });
    const text = texts.get('programmes/saigai-ni-tsuyoi-ku.mdx');
    expect(text).toContain('text: 日々のボランティアが(9月)\n');
    expect(lines.at(-1)).toMatch(/\d+ か所直しました$/u);
  });

  it('keeps comments, quotes and flow lists of a file that people write by hand', async () => {
    const { content, importChanged } = desk();
    const file = path.join(content, 'programmes/dv-taisaku.mdx');
    const byHand = readFileSync(file, 'utf8')
      .replace('sections:\n  - kodomo-katei-shien', 'sections: [ kodomo-katei-shien ]   # 担当')
      .replace('title: DV対策事業', "title:  'DV対策事業'");
    writeFileSync(file, byHand);
    const words = '連絡会の開催(年3回)';
    const { texts } = await importChanged({ set: ['取組', 'renrakukai', '取組', words] });
    expect(texts.get('programmes/dv-taisaku.mdx')).toBe(
      byHand.replace(/(id: renrakukai\n\s+text: ).*/u, `$1${words}`),
    );
  });
});

describe('a workbook that was written before the content changed', () => {
  /** The import of a workbook with the step, after the text of a file has changed. */
  async function late(step: Step, file: string, from: string, to: string) {
    const { content, book, importBytes } = desk();
    const old = await book();
    const target = path.join(content, file);
    writeFileSync(target, readFileSync(target, 'utf8').replace(from, to));
    old.apply(step);
    return importBytes(await old.write());
  }
  const programme = 'programmes/dv-taisaku.mdx';

  it('leaves alone what nobody touched in it', async () => {
    const step: Step = { set: ['取組', 'koenkai', '取組', '講演会(年1回)'] };
    const { texts } = await late(step, programme, 'DV対策事業', 'ＤＶ対策の事業');
    expect([...texts.keys()]).toEqual(['programmes/saigai-ni-tsuyoi-ku.mdx']);
  });

  it('is stopped where both changed a cell, with both contents', async () => {
    const step: Step = { set: ['事業', 'dv-taisaku', '事業名', 'DV対策推進事業'] };
    await expect(late(step, programme, 'DV対策事業', 'DV対策の事業')).rejects.toThrow(
      /「事業」のB\d+ を直してください。\n {2}今の内容: DV対策推進事業\n {2}正しい形: 書き出したあとに content\/ でも DV対策の事業 に変わっています/u,
    );
  });

  it('removes a section with its pledge, and says where its pages end', async () => {
    const { content, written } = desk();
    await written({ remove: ['取組目標', 'kaikei'] }, { remove: ['課', 'kaikei'] });
    const ended = (await readPlan(content)).redirects.map(({ from }) => from);
    expect(ended).toEqual(
      expect.arrayContaining([
        'sections/kaikei/',
        'sections/kaikei/kaikei/',
        'yomigana/section-kaikei/',
      ]),
    );
  });

  it('removes no row that changed meanwhile', async () => {
    const step: Step = { remove: ['取組目標', 'kaikei'] };
    await expect(late(step, 'pledges/kaikei/kaikei.mdx', '。', '、と。')).rejects.toThrow(
      '「取組目標」から消された行',
    );
  });

  it('does not add a second time what it added', async () => {
    const { content, book, importBytes, importChanged } = desk();
    const changed = await book();
    changed.apply({ add: ['課', { 課の名前: '防災課', ひらがなの読み: 'ぼうさいか' }] });
    const bytes = await changed.write();
    await writeTexts(content, (await importBytes(bytes)).texts);
    await expect(importBytes(bytes)).rejects.toThrow('bosai-ka として、もうあります');
    expect((await importChanged()).texts.size).toBe(0);
  });
});

test('an import writes nothing by itself', async () => {
  const { content, importChanged } = desk();
  const before = await readTexts(content);
  await importChanged({ set: ['取組', 'koenkai', '取組', '講演会(年1回)'] });
  expect(await readTexts(content)).toEqual(before);
});
