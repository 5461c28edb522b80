/** What a person changes in the workbook changes its own lines of the content, and nothing else. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPlan, readTexts } from '#reader/read.ts';
import { Book, desk, workbookOfFolder } from './workbook.ts';

describe('an edit in the workbook', () => {
  it('changes a word and no other line', async () => {
    expect(
      await desk().written((book) => {
        book.set('取組', 'koenkai', '取組', '区民向け防災の講演会(年1回)');
      }),
    ).toEqual({
      'programmes/saigai-ni-tsuyoi-ku.mdx': [
        '-     text: 区民向け防災講演会(年1回)及び区職員向け救命教室(年4回)',
        '+     text: 区民向け防災の講演会(年1回)',
      ],
    });
  });

  it.each([
    ['９', [9]],
    ['9月', [9]],
    ['9,10', [9, 10]],
    ['9～11', [9, 10, 11]],
    ['11～2月', [11, 12, 1, 2]],
    [5, [5]],
  ])('places the months %s', async (cell, months) => {
    const files = await desk().written((book) => {
      book.set('取組', 'koenkai', '編集者が付けた月', cell);
    });
    expect(files).toEqual({
      'programmes/saigai-ni-tsuyoi-ku.mdx': [
        '+     months:',
        ...months.map((month) => `+       - ${String(month)}`),
      ],
    });
  });

  it('adds a programme with two activities, with ids from their words', async () => {
    const title = '避難ボランティアフェア事業';
    const files = await desk().written((book) => {
      book.add('事業', {
        順: 3.5,
        事業名: title,
        目標: '安心ある　つながり',
        担当課: '総務課・福祉保健課',
      });
      book.add('取組', { 事業名: title, 取組: 'フェアの開催(9月)' });
      book.add('取組', { 事業名: title, 取組: 'ボランティアの養成(通年)' });
    });
    expect(files).toEqual({
      'programmes/hinan-borantia-fea-jigyo.mdx': expect.arrayContaining([
        '+ number: 3.5',
        `+ title: ${title}`,
        '+ goal: anshin',
        '+   - somu',
        '+   - fukushi-hoken',
        '+   - id: fea-no-kaisai',
        '+     text: フェアの開催(9月)',
        '+   - id: borantia-no-yosei',
      ]),
    });
  });

  it('adds a section at the end', async () => {
    expect(
      await desk().written((book) => {
        book.add('課', { 課の名前: '防災課', ひらがなの読み: 'ぼうさいか' });
      }),
    ).toEqual({
      'sections/bosai-ka.mdx': [
        '+ ---',
        '+ name: 防災課',
        '+ kana: ぼうさいか',
        '+ order: 14',
        '+ ---',
      ],
    });
  });

  it('moves an activity, with its correction, and leads its old addresses on', async () => {
    const files = await desk().written((book) => {
      book.set('取組', 'joho-haishin', '事業名', 'DV対策事業');
    });
    expect(files).toEqual({
      'corrections.yaml': [
        '-   file: programmes/saigai-ni-tsuyoi-ku.mdx',
        '+   file: programmes/dv-taisaku.mdx',
      ],
      'programmes/dv-taisaku.mdx': [
        '+   - id: joho-haishin',
        '+     text: 防災・防犯情報のメール・FAX配信(月4回)',
      ],
      'programmes/saigai-ni-tsuyoi-ku.mdx': [
        '-   - id: joho-haishin',
        '-     text: 防災・防犯情報のメール・FAX配信(月4回)',
      ],
      'redirects.yaml': [
        '- []',
        '+ - from: programmes/saigai-ni-tsuyoi-ku/#joho-haishin',
        '+   to: programmes/dv-taisaku/#joho-haishin',
        '+ - from: full/#activity-saigai-ni-tsuyoi-ku-joho-haishin',
        '+   to: full/#activity-dv-taisaku-joho-haishin',
      ],
    });
  });

  it('moves a programme to another goal without another address', async () => {
    expect(
      await desk().written((book) => {
        book.set('事業', 'mizu-midori', '目標', '誰もが健やかな まち');
        book.set('事業', 'mizu-midori', '順', '12.5');
      }),
    ).toEqual({
      'programmes/mizu-midori.mdx': [
        '- number: 17',
        '- title: 水・緑による旭区の魅力アップ事業',
        '- goal: furusato',
        '+ number: 12.5',
        '+ title: 水・緑による旭区の魅力アップ事業',
        '+ goal: sukoyaka',
      ],
    });
  });

  it('moves a pledge to another section with the bytes of its file', async () => {
    const { content, written } = desk();
    const old = path.join(content, 'pledges/somu/yosan-chosei.mdx');
    const bytes = readFileSync(old);
    await written((book) => {
      book.set('取組目標', 'yosan-chosei', '課', '税務課');
    });
    const now = readFileSync(path.join(content, 'pledges/zeimu/yosan-chosei.mdx'));
    expect(now.equals(bytes)).toBe(true);
    const { redirects } = await readPlan(content);
    expect(redirects).toContainEqual({
      from: 'sections/somu/#yosan-chosei',
      to: 'sections/zeimu/#yosan-chosei',
    });
  });

  it('removes a pledge, and says where its addresses end', async () => {
    const { content, written } = desk();
    const files = await written((book) => {
      book.remove('取組目標', 'kaikei');
    });
    expect(files['pledges/kaikei/kaikei.mdx']).toBeDefined();
    const { redirects, pledges } = await readPlan(content);
    expect(pledges).toHaveLength(30);
    expect(redirects).toEqual([
      { from: 'sections/kaikei/kaikei/', to: 'sections/kaikei/', ended: true },
      { from: 'full/#pledge-kaikei-kaikei', to: 'full/#section-kaikei', ended: true },
      { from: 'sections/kaikei/#kaikei', to: 'sections/kaikei/', ended: true },
    ]);
  });

  it('changes a word and the correction that points to it at once', async () => {
    expect(
      await desk().written((book) => {
        book.set('訂正', 'kurihirogerareru', '表示', '繰り展げられる');
        const row = book.rows('取組').find((cells) => String(cells[2]).includes('繰り広げられる'))!;
        row[2] = String(row[2]).replace('繰り広げられる', '繰り展げられる');
      }),
    ).toEqual({
      'corrections.yaml': ['-   shown: 繰り広げられる', '+   shown: 繰り展げられる'],
      'programmes/bunka-geijutsu.mdx': [
        '-     text: 多彩なジャンルで繰り広げられる「旭区民文化祭」の開催(10～12月)',
        '+     text: 多彩なジャンルで繰り展げられる「旭区民文化祭」の開催(10～12月)',
      ],
    });
  });

  it('confirms a reading', async () => {
    const files = await desk().written((book) => {
      book.set('読み', '係', '確かめた', '済', 'ことば');
    });
    expect(files['readings.yaml']).toContain('+   係: がかり');
    expect(Object.keys(files)).toEqual(['readings.yaml']);
  });

  it('puts a row between others where 順 says so', async () => {
    const files = await desk().written((book) => {
      book.add('取組', { 順: '1.5', 事業名: 'DV対策事業', 取組: '相談会の開催(5月)' });
    });
    expect(files['programmes/dv-taisaku.mdx']).toEqual([
      '+   - id: sodan-kai-no-kaisai',
      '+     text: 相談会の開催(5月)',
    ]);
  });

  it('writes a paragraph for each line of a cell', async () => {
    const files = await desk().written((book) => {
      book.set(
        '目標',
        'anshin',
        '本文',
        'まもります。\n\nささえます。\nつながります。\n- ひとつ\n- ふたつ',
      );
    });
    const text = (files['goals/anshin.mdx'] ?? []).filter((line) => line.startsWith('+'));
    expect(text.map((line) => line.slice(2)).join('\n')).toBe(
      'まもります。\n\nささえます。\n\nつながります。\n\n- ひとつ\n- ふたつ',
    );
  });

  it('puts odd characters right in what was changed, and counts them', async () => {
    const { importChanged } = desk();
    const { lines, texts } = await importChanged((book) => {
      book.set('取組', 'koenkai', '取組', '　⽇々のﾎﾞﾗﾝﾃｨｱか\u3099\u200B(9月) ');
    });
    expect(texts.get('programmes/saigai-ni-tsuyoi-ku.mdx')).toContain(
      'text: 日々のボランティアが(9月)\n',
    );
    expect(lines.at(-1)).toMatch(/\d+ か所直しました$/u);
  });

  it('keeps comments, quotes and flow lists of a file that people write by hand', async () => {
    const { content, importChanged } = desk();
    const file = path.join(content, 'programmes/dv-taisaku.mdx');
    const byHand = readFileSync(file, 'utf8')
      .replace('sections:\n  - kodomo-katei-shien', 'sections: [ kodomo-katei-shien ]   # 担当')
      .replace('title: DV対策事業', "title:  'DV対策事業'");
    writeFileSync(file, byHand);
    const { texts } = await importChanged((book) => {
      const row = book.rows('取組')[book.rowAt('取組', 'id', 'renrakukai')]!;
      row[book.column('取組', '取組')] = '連絡会の開催(年3回)';
    });
    expect(texts.get('programmes/dv-taisaku.mdx')).toBe(
      byHand.replace(/(id: renrakukai\n\s+text: ).*/u, '$1連絡会の開催(年3回)'),
    );
  });
});

describe('a workbook that was written before the content changed', () => {
  it('leaves alone what nobody touched in it', async () => {
    const { content, importBytes } = desk();
    const book = await Book.read(await workbookOfFolder(content));
    const file = path.join(content, 'programmes/dv-taisaku.mdx');
    writeFileSync(file, readFileSync(file, 'utf8').replace('DV対策事業', 'ＤＶ対策の事業'));
    book.set('取組', 'koenkai', '取組', '講演会(年1回)');
    const { texts } = await importBytes(await book.write());
    expect([...texts.keys()]).toEqual(['programmes/saigai-ni-tsuyoi-ku.mdx']);
  });

  it('is stopped where both changed a cell, with both contents', async () => {
    const { content, importBytes } = desk();
    const book = await Book.read(await workbookOfFolder(content));
    const file = path.join(content, 'programmes/dv-taisaku.mdx');
    writeFileSync(file, readFileSync(file, 'utf8').replace('DV対策事業', 'DV対策の事業'));
    book.set('事業', 'dv-taisaku', '事業名', 'DV対策推進事業');
    await expect(importBytes(await book.write())).rejects.toThrow(
      /「事業」のB\d+ を直してください。\n {2}今の内容: DV対策推進事業\n {2}正しい形: 書き出したあとに content\/ でも DV対策の事業 に変わっています/u,
    );
  });

  it('does not add a second time what it added', async () => {
    const { content, importChanged, importBytes } = desk();
    const book = await Book.read(await workbookOfFolder(content));
    book.add('課', { 課の名前: '防災課', ひらがなの読み: 'ぼうさいか' });
    const bytes = await book.write();
    const { texts } = await importBytes(bytes);
    for (const [file, text] of texts) writeFileSync(path.join(content, file), text ?? '');
    await expect(importBytes(bytes)).rejects.toThrow('bosai-ka として、もうあります');
    expect((await importChanged(() => undefined)).texts.size).toBe(0);
  });

  it('removes no row that changed meanwhile', async () => {
    const { content, importBytes } = desk();
    const book = await Book.read(await workbookOfFolder(content));
    const file = path.join(content, 'pledges/kaikei/kaikei.mdx');
    writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}あたらしいことば。\n`);
    book.remove('取組目標', 'kaikei');
    await expect(importBytes(await book.write())).rejects.toThrow('「取組目標」から消された行');
  });

  it('writes nothing, whatever it finds', async () => {
    const { content, importChanged } = desk();
    const before = await readTexts(content);
    await importChanged((book) => {
      book.set('取組', 'koenkai', '取組', '講演会(年1回)');
    });
    expect(await readTexts(content)).toEqual(before);
  });
});
