/** Bad contents, each one slip away from the plan, and what an editor must be told. */
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';

/** The folder of a copy of the content that a bad input may spoil. */
export class Folder {
  readonly dir: string;
  constructor(dir: string) {
    this.dir = dir;
  }
  path(file: string) {
    return path.join(this.dir, file);
  }
  /** Replaces the one place where `from` stands. */
  edit(file: string, from: string, to: string) {
    const parts = readFileSync(this.path(file), 'utf8').split(from);
    if (parts.length !== 2) throw new Error(`${from} stands ${String(parts.length - 1)} times`);
    this.write(file, parts.join(to));
  }
  write(file: string, text: string | Uint8Array) {
    mkdirSync(path.dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), text);
  }
  append(file: string, text: string) {
    this.write(file, readFileSync(this.path(file), 'utf8') + text);
  }
  move(from: string, to: string) {
    const text = readFileSync(this.path(from));
    this.remove(from);
    this.write(to, text);
  }
  remove(file: string) {
    rmSync(this.path(file), { recursive: true });
  }
  link(target: string, file: string) {
    symlinkSync(this.path(target), this.path(file));
  }
}

export interface BadInput {
  name: string;
  spoil: (content: Folder) => void;
  /** Parts of what is told: the file, the field, what was found, what is expected. */
  told: [file: string, field: string, found: string, expected: string];
}

const PNG = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#fff' } })
  .png()
  .toBuffer();
const DV = 'programmes/dv-taisaku.mdx';
const ANSHIN = 'goals/anshin.mdx';
const SOMU = 'sections/somu.mdx';
const SHOMU = 'pledges/somu/shomu.mdx';
const HOGO = 'pledges/hogo/hogo.mdx';
const LEDGER = 'corrections.yaml';
const READINGS = 'readings.yaml';
const KEYWORDS = 'keywords.yaml';
const FIRST_WORDS = '    - 大雨（おおあめ）\n    - 避難所（ひなんじょ）';

const edit =
  (file: string, from: string, to: string): BadInput['spoil'] =>
  (content) =>
    content.edit(file, from, to);

export const badInputs: BadInput[] = [
  // Fields
  {
    name: 'a missing field',
    spoil: edit(DV, 'goal: anshin\n', ''),
    told: [
      DV,
      'goal（2行目）',
      '（ありません）',
      '目標のid: goals/ のファイル名（.mdx を除く）（ローマ字のid）',
    ],
  },
  {
    name: 'an unknown key',
    spoil: edit(DV, 'goal: anshin\n', 'goal: anshin\nbudget: 100万円\n'),
    told: [DV, 'budget（5行目）', '知らない項目 budget', '次の項目だけ: number、title、goal'],
  },
  {
    name: 'a misspelt key inside a list',
    spoil: edit(DV, '    text: 関係', '    txet: 関係'),
    told: [DV, 'activities の 2番目 の txet', '知らない項目 txet', '次の項目だけ: id、text'],
  },
  {
    name: 'a number in words',
    spoil: edit(DV, 'number: 6', 'number: 六'),
    told: [DV, 'number（2行目）', '六', '0より大きい数'],
  },
  {
    name: 'a quoted number',
    spoil: edit(DV, 'number: 6', "number: '6'"),
    told: [DV, 'number（2行目）', '6', '0より大きい数'],
  },
  {
    name: 'number zero',
    spoil: edit(SOMU, 'order: 1', 'order: 0'),
    told: [SOMU, 'order', '0', '0より大きい数'],
  },
  {
    name: 'a number where words belong',
    spoil: edit('policy.mdx', 'title: 平成25年度 旭区 運営方針', 'title: 2013'),
    told: ['policy.mdx', 'title（4行目）', '2013', '1行の文'],
  },
  {
    name: 'true where words belong',
    spoil: edit(ANSHIN, 'title: 安心ある つながり', 'title: true'),
    told: [ANSHIN, 'title', 'true', '1行の文'],
  },
  {
    name: 'one value where a list belongs',
    spoil: edit(DV, 'sections:\n  - kodomo-katei-shien', 'sections: kodomo-katei-shien'),
    told: [DV, 'sections', 'kodomo-katei-shien', '担当課のidの一覧'],
  },
  {
    name: 'a list where one value belongs',
    spoil: edit(DV, 'goal: anshin', 'goal: [anshin]'),
    told: [DV, 'goal', '["anshin"]', 'ローマ字のid'],
  },
  {
    name: 'empty words',
    spoil: edit(DV, 'title: DV対策事業', "title: ''"),
    told: [DV, 'title', '（空です）', '空にせず'],
  },
  {
    name: 'nothing after the colon',
    spoil: edit(DV, 'title: DV対策事業', 'title:'),
    told: [DV, 'title', '（空です）', '1行の文'],
  },
  {
    name: 'words that begin with a full-width space',
    spoil: edit(DV, 'title: DV対策事業', 'title: "　DV対策事業"'),
    told: [DV, 'title', 'DV対策事業', '前後に空白を入れない'],
  },
  {
    name: 'an id in Japanese',
    spoil: edit(DV, 'id: renrakukai', 'id: 連絡会'),
    told: [DV, 'activities の 2番目 の id（10行目）', '連絡会', '小文字のローマ字'],
  },
  {
    name: 'the kana of a section in kanji',
    spoil: edit(SOMU, 'kana: そうむか', 'kana: 総務か'),
    told: [SOMU, 'kana', '総務か', 'ひらがなの読み'],
  },

  {
    name: 'two parts for the goals',
    spoil: edit('parts/soshiki-unei.mdx', 'holds: principles', 'holds: goals'),
    told: ['parts/soshiki-unei.mdx', 'holds', 'goals', '1つだけ'],
  },
  {
    name: 'programmes without their heading',
    spoil: edit('policy.mdx', 'programmesHeading: 主な事業・取組\n', ''),
    told: ['policy.mdx', 'programmesHeading', '（ありません）', '事業の一覧の見出し'],
  },
  {
    name: 'a goal numbered with a gap',
    spoil: edit('goals/furusato.mdx', 'number: 3', 'number: 4'),
    told: ['goals/furusato.mdx', 'number', '4', 'ここでは 3'],
  },

  // What does not join
  {
    name: 'an unknown section',
    spoil: edit(DV, '- kodomo-katei-shien', '- kodomo-katei'),
    told: [DV, 'sections の 1番目', 'kodomo-katei', 'sections/ にあるid'],
  },
  {
    name: 'an unknown goal',
    spoil: edit(DV, 'goal: anshin', 'goal: anzen'),
    told: [DV, 'goal', 'anzen', 'goals/ にあるid: anshin'],
  },
  {
    name: 'a section named twice as owner',
    spoil: edit(DV, '- kodomo-katei-shien', '- kodomo-katei-shien\n  - kodomo-katei-shien'),
    told: [DV, 'sections', 'kodomo-katei-shien', '同じidは一度だけ'],
  },
  {
    name: 'an activity id used twice',
    spoil: edit(DV, 'id: renrakukai', 'id: kaunseringu'),
    told: [DV, 'activities の 2番目 の id', 'kaunseringu', 'ほかと違うid'],
  },
  {
    name: 'a number used twice',
    spoil: edit(DV, 'number: 6', 'number: 5'),
    told: ['programmes/', 'number', '5', 'と違う番号'],
  },
  {
    name: 'two pledges of a section in the same place',
    spoil: edit(HOGO, 'order: 2', 'order: 1'),
    told: ['pledges/hogo/hogo', 'order', '1', 'と違う番号'],
  },
  {
    name: 'a unit in two pledges of its section',
    spoil: edit(HOGO, '- 保護係', '- 保護運営係'),
    told: ['pledges/hogo/', 'units の 1番目', '保護運営係', '一度だけ出る'],
  },
  {
    name: 'a pledge without its section',
    spoil: (content) => content.move(SHOMU, 'pledges/soumu/shomu.mdx'),
    told: ['pledges/soumu/shomu.mdx', 'フォルダー名', 'soumu', 'sections/ にあるid'],
  },
  {
    name: 'no principle at all',
    spoil: (content) => content.remove('principles'),
    told: ['parts/soshiki-unei.mdx', 'holds', 'principles', '1つ以上のファイル'],
  },
  {
    name: 'a title without a fiscal year',
    spoil: edit('policy.mdx', 'title: 平成25年度 旭区', 'title: 平成25年 旭区'),
    told: ['policy.mdx', 'title', '平成25年 旭区', '年度を含む題名'],
  },
  {
    name: 'a title without the ward',
    spoil: edit('policy.mdx', 'ward: 旭区', 'ward: 緑区'),
    told: ['policy.mdx', 'ward', '緑区', 'title の中にある区の名前'],
  },
  {
    name: 'two parts in one place',
    spoil: edit('parts/shisaku.mdx', 'order: 2', 'order: 1'),
    told: ['parts/shisaku.mdx', 'order', '1', 'content/parts/kihon-mokuhyo.mdx と違う番号'],
  },
  {
    name: 'parts in the policy, where they once stood',
    spoil: edit('policy.mdx', 'pointer: ', 'parts:\n  - heading: 基本目標\npointer: '),
    told: ['policy.mdx', 'parts（6行目）', '知らない項目 parts', 'content/parts/'],
  },
  {
    name: 'a goal without a place',
    spoil: edit('goals/furusato.mdx', 'number: 3\n', ''),
    told: ['goals/furusato.mdx', 'order', '（ありません）', 'number だけでもよい'],
  },
  {
    name: 'a goal in the place of another',
    spoil: edit('goals/furusato.mdx', 'number: 3', 'order: 2'),
    told: ['goals/sukoyaka.mdx', 'order', '2', 'content/goals/furusato.mdx と違う番号'],
  },
  {
    name: 'printed numbers against the order',
    spoil: edit('goals/furusato.mdx', 'number: 3', 'order: 1.5\nnumber: 3'),
    told: ['goals/furusato.mdx', 'number', '3', 'ここでは 2'],
  },
  {
    name: 'a heading of a list that is not there',
    spoil: edit(ANSHIN, 'number: 1', 'number: 1\nlistHeading: 主な取組'),
    told: [ANSHIN, 'listHeading', '主な取組', '本文に一覧'],
  },
  {
    name: 'a word that the motto does not have',
    spoil: edit(ANSHIN, 'mottoWord: 安心', 'mottoWord: 元気'),
    told: [ANSHIN, 'mottoWord', '元気', '大きく出る一文にある言葉'],
  },
  {
    name: 'a site that is official in a manner of speaking',
    spoil: edit('policy.mdx', 'official: false', 'official: いいえ'),
    told: ['policy.mdx', 'official（9行目）', 'いいえ', 'true（公式）か false（非公式）'],
  },
  {
    name: 'a day that no calendar has',
    spoil: edit('policy.mdx', 'pointer: ', 'updated: 2013-02-29\npointer: '),
    told: ['policy.mdx', 'updated（5行目）', '2013-02-29', '実在する日付'],
  },

  // Months placed by the editor
  {
    name: 'a thirteenth month',
    spoil: edit(DV, 'text: 弁護士', 'months: [13]\n    text: 弁護士'),
    told: [DV, 'activities の 1番目 の months の 1番目', '13', '1から12までの月'],
  },
  {
    name: 'one month where a list belongs',
    spoil: edit(DV, 'text: 弁護士', 'months: 9\n    text: 弁護士'),
    told: [DV, 'activities の 1番目 の months', '9', '月の一覧'],
  },
  {
    name: 'a month in words',
    spoil: edit(DV, 'text: 弁護士', 'months: [9月]\n    text: 弁護士'),
    told: [DV, 'activities の 1番目 の months の 1番目', '9月', '1から12までの月'],
  },
  {
    name: 'a month twice',
    spoil: edit(DV, 'text: 弁護士', 'months: [9, 9]\n    text: 弁護士'),
    told: [DV, 'activities の 1番目 の months', '[9,9]', '同じ月は一度だけ'],
  },

  // Names of files, and files that are no content
  {
    name: 'a file named as Windows names a device',
    spoil: (content) => content.move(SHOMU, 'pledges/somu/con.mdx'),
    told: ['pledges/somu/con.mdx', 'ファイル名', 'con', 'Windows で使える'],
  },
  {
    name: 'a security.txt without a contact',
    spoil: (content) => content.write('security.txt', 'Expires: 2030-03-31T15:00:00Z\n'),
    told: ['security.txt', 'Contact', '（ありません）', 'mailto:'],
  },

  // Characters
  {
    name: 'a byte order mark inside a file',
    spoil: edit(DV, 'title: DV', 'title: \uFEFFDV'),
    told: [DV, '3行目', 'U+FEFF', 'BOMなし'],
  },
  {
    name: 'line ends of a carriage return alone',
    spoil: (content) =>
      content.write(DV, readFileSync(content.path(DV), 'utf8').replaceAll('\n', '\r')),
    told: [DV, '1行目', 'CRLF', '改行はLF'],
  },
  {
    name: 'kana in two parts',
    spoil: edit(ANSHIN, '地域防災拠点の機能', '地域防災拠点\u304B\u3099機能'),
    told: [ANSHIN, '8行目', '濁点などが分かれた文字', 'NFC'],
  },
  {
    name: 'half-width kana',
    spoil: edit(DV, 'カウンセリング', 'ｶｳﾝｾﾘﾝｸﾞ'),
    told: [DV, '9行目', '半角カナ', '全角カナで書く'],
  },
  {
    name: 'a control character',
    spoil: edit(DV, 'DV対策', 'DV\u0008対策'),
    told: [DV, '3行目', 'U+0008', '制御文字を消す'],
  },
  {
    name: 'a zero-width space',
    spoil: edit(DV, 'DV対策', 'DV\u200B対策'),
    told: [DV, '3行目', 'U+200B', '目に見えない文字を消す'],
  },
  {
    name: 'a change of writing direction',
    spoil: edit(DV, 'DV対策', '\u202EDV対策'),
    told: [DV, '3行目', 'U+202E', '目に見えない文字を消す'],
  },
  {
    name: 'a variation selector',
    spoil: edit(ANSHIN, 'つながり\n', 'つながり\u{E0100}\n'),
    told: [ANSHIN, '行目', 'U+E0100', '目に見えない文字を消す'],
  },
  {
    name: 'a no-break space',
    spoil: edit(ANSHIN, '安心ある つながり', '安心ある\u00A0つながり'),
    told: [ANSHIN, '3行目', 'U+00A0', 'ふつうの空白'],
  },
  {
    name: 'a character of the office’s own font',
    spoil: edit(DV, '対策', '対\uE000策'),
    told: [DV, '3行目', 'U+E000', '外字を使わない'],
  },
  {
    name: 'a radical for a kanji',
    spoil: edit(DV, '弁護士', '弁護⼠'),
    told: [DV, '9行目', '部首の記号', 'ふつうの漢字'],
  },
  {
    name: 'a file in Shift_JIS',
    spoil: (content) => content.write(DV, Uint8Array.of(0x2d, 0x2d, 0x2d, 0x0a, 0x8e, 0x96, 0x8b)),
    told: [DV, 'ファイル全体', 'UTF-8として読めない', 'UTF-8で保存'],
  },

  // The form of a file
  {
    name: 'broken YAML',
    spoil: edit(DV, 'sections:\n  - kodomo-katei-shien', 'sections: [kodomo-katei-shien'),
    told: [DV, '行目', '', '「項目: 値」の形'],
  },
  {
    name: 'a quotation that is not closed',
    spoil: edit(DV, 'title: DV対策事業', 'title: "DV対策事業'),
    told: [DV, '行目', '', '「項目: 値」の形'],
  },
  {
    name: 'a missing colon',
    spoil: edit(DV, 'goal: anshin', 'goal anshin'),
    told: [DV, '4行目', 'goal anshin', '「項目: 値」の形'],
  },
  {
    name: 'a key twice',
    spoil: edit(DV, 'goal: anshin', 'goal: anshin\ngoal: furusato'),
    told: [DV, '5行目', 'goal: furusato', '一度だけ'],
  },
  {
    name: 'a tab as indentation',
    spoil: edit(DV, '    text: 関係', '\ttext: 関係'),
    told: [DV, '11行目', 'U+0009', '制御文字'],
  },
  {
    name: 'a YAML anchor',
    spoil: edit(DV, 'goal: anshin', 'goal: &mokuhyo anshin'),
    told: [DV, '4行目', '&mokuhyo', '&、*、! は使わない'],
  },
  {
    name: 'a YAML alias',
    spoil: edit(DV, 'goal: anshin', 'goal: &mokuhyo anshin\nsubtitle: *mokuhyo'),
    told: [DV, '4行目', '&mokuhyo', '&、*、! は使わない'],
  },
  {
    name: 'a YAML tag',
    spoil: edit(DV, 'goal: anshin', 'goal: !!str anshin'),
    told: [DV, '4行目', '!!str', '&、*、! は使わない'],
  },
  {
    name: 'a value over two lines',
    spoil: edit(DV, 'title: DV対策事業', 'title: DV対策\n  事業'),
    told: [DV, '3行目', 'title: DV対策', '一つの値は1行'],
  },
  {
    name: 'no frontmatter',
    spoil: (content) => content.write(SHOMU, '研修を行います。\n'),
    told: [SHOMU, '1行目', '研修を行います。', '1行目の ---'],
  },
  {
    name: 'frontmatter that is not closed',
    spoil: edit(DV, '(年3回)\n---', '(年3回)'),
    told: [DV, '1行目', '閉じる --- の行がありません', '次の ---'],
  },
  {
    name: 'empty frontmatter',
    spoil: (content) => content.write(SOMU, '---\n---\n'),
    told: [SOMU, 'ファイル全体', '（空です）', 'name、kana、order'],
  },
  {
    name: 'an empty file',
    spoil: (content) => content.write(SOMU, ''),
    told: [SOMU, '1行目', '（空です）', '1行目の ---'],
  },
  {
    name: 'a pledge without words',
    spoil: (content) => content.write(HOGO, '---\norder: 2\nunits: [保護係]\n---\n'),
    told: [HOGO, '本文', '（空です）', '取組目標の文'],
  },
  {
    name: 'words where none belong',
    spoil: (content) => content.append(SOMU, '\n総務課です。\n'),
    told: [SOMU, '本文', '総務課です。', '本文なし'],
  },
  {
    name: 'a paragraph over two lines',
    spoil: edit(SHOMU, '実現します。また', '実現します。\nまた'),
    told: [SHOMU, '行目', 'また', '一つの段落は1行'],
  },
  {
    name: 'a paragraph that is indented',
    spoil: edit(SHOMU, '\n研修等', '\n　研修等'),
    told: [SHOMU, '行目', '研修等', '前後に空白を入れない'],
  },
  {
    name: 'a stray brace',
    spoil: edit(SHOMU, '(ES)', '{ES}'),
    told: [SHOMU, '行目', '{ES}', '文字だけの段落'],
  },
  {
    name: 'a stray less-than sign',
    spoil: edit(SHOMU, '(ES)', '<ES>'),
    told: [SHOMU, '行目', '<ES>', '文字だけの段落'],
  },
  {
    name: 'a heading in a body',
    spoil: edit(SHOMU, '\n研修等', '\n## 研修等'),
    told: [SHOMU, '行目', '## 研修等', '文字だけの段落'],
  },
  {
    name: 'an image whose address has a space',
    spoil: edit(SHOMU, '\n研修等', '\n![研修](./a b.png)\n\n研修等'),
    told: [SHOMU, '行目', '![研修](./a b.png)', 'アドレスに空白を入れない'],
  },
  {
    name: 'a footnote that nothing explains',
    spoil: edit(SHOMU, '\n研修等', '\n研修等[^1]'),
    told: [SHOMU, '行目', '研修等[^1]', 'その説明の1行'],
  },
  {
    name: 'a footnote that is explained twice',
    spoil: edit(SHOMU, '\n研修等', '\n研修[^1]\n\n[^1]: 一\n\n[^1]: 二\n\n研修等'),
    told: [SHOMU, '行目', '[^1]: 二', '一つの番号に一つ'],
  },
  {
    name: 'a tag that is not closed',
    spoil: edit(SHOMU, '\n研修等', '\n<br>\n\n研修等'),
    told: [SHOMU, '行目', '<br>', '文字だけの段落'],
  },
  {
    name: 'a comma within a value in braces',
    spoil: edit(
      DV,
      'goal: anshin',
      'facts:\n  - { label: 予算額, value: 1,234千円 }\ngoal: anshin',
    ),
    told: [DV, '5行目', '1,234千円', '「,」で値が切れる'],
  },
  {
    name: 'a sign of comment within a list',
    spoil: edit(DV, 'goal: anshin', 'marks: [新規 #1]\ngoal: anshin'),
    told: [DV, '4行目', '[新規 #1]', 'から後を読まない'],
  },
  {
    name: 'a quotation that is not closed',
    spoil: edit(DV, 'goal: anshin', 'goal: "anshin'),
    told: [DV, '4行目', 'goal: "anshin', '「項目: 値」の形'],
  },
  {
    name: 'an activity with an id that its page has',
    spoil: edit(DV, 'id: kaunseringu', 'id: main'),
    told: [DV, 'activities の 1番目 の id', 'main', 'ほかと違うid'],
  },
  {
    name: 'a principle with the id of a part',
    spoil: (content) => {
      content.move('principles/kyokan.mdx', 'principles/shisaku.mdx');
    },
    told: ['principles/shisaku.mdx', 'ファイル名', 'shisaku', 'ほかと違うid'],
  },
  {
    name: 'an image that is not there',
    spoil: edit(SHOMU, '\n研修等', '\n![研修のようす](./kenshu.png)\n\n研修等'),
    told: [SHOMU, '行目', './kenshu.png', '同じフォルダーに置いた画像'],
  },
  {
    name: 'an image of another folder',
    spoil: (content) => {
      content.write('goals/kenshu.png', PNG);
      content.edit(SHOMU, '\n研修等', '\n![研修のようす](../../goals/kenshu.png)\n\n研修等');
    },
    told: [SHOMU, '行目', '../../goals/kenshu.png', '同じフォルダーに置いた画像'],
  },
  {
    name: 'an image without words',
    spoil: (content) => {
      content.write('pledges/somu/kenshu.png', PNG);
      content.edit(SHOMU, '\n研修等', '\n![](./kenshu.png)\n\n研修等');
    },
    told: [SHOMU, '行目', '![](./kenshu.png)', '代替文は、画像が見えない人にも'],
  },
  {
    name: 'an image within a sentence',
    spoil: (content) => {
      content.write('pledges/somu/kenshu.png', PNG);
      content.edit(SHOMU, '\n研修等', '\n![研修のようす](./kenshu.png)研修等');
    },
    told: [SHOMU, '行目', '![研修のようす]', '1行に1つだけ'],
  },
  {
    name: 'an image that is cut off',
    spoil: (content) => {
      content.write('pledges/somu/kenshu.png', PNG.subarray(0, -20));
    },
    told: ['pledges/somu/kenshu.png', '画像', 'png として読めない', '壊れていない画像'],
  },
  {
    name: 'an image of a size that no page can show',
    spoil: (content) => {
      content.write('pledges/somu/kenshu.png', new Uint8Array(10_000_001));
    },
    told: ['pledges/somu/kenshu.png', 'ファイルの大きさ', '10,000,001バイト', '縦横を小さく'],
  },
  {
    name: 'an image whose name is no part of an address',
    spoil: (content) => {
      content.write('pledges/somu/研修 1.PNG', PNG);
    },
    told: ['pledges/somu/研修 1.PNG', 'ファイル名', '研修 1.PNG', 'png、jpg、webp'],
  },
  {
    name: 'a link that runs a script',
    spoil: edit(SHOMU, '\n研修等', '\n[研修](javascript:alert)等'),
    told: [SHOMU, '行目', '[研修](javascript:alert)', 'で始まるリンク'],
  },
  {
    name: 'an import in a page',
    spoil: (content) => {
      content.append('pages/about.mdx', "\nimport 'node:fs'\n");
    },
    told: ['pages/about.mdx', '行目', 'import', '文字だけの段落'],
  },
  {
    name: 'an expression in a page',
    spoil: (content) => {
      content.append('pages/about.mdx', '\n{process.env.HOME}\n');
    },
    told: ['pages/about.mdx', '行目', '{process.env.HOME}', '文字だけの段落'],
  },
  {
    name: 'a meta refresh in a page',
    spoil: (content) => {
      content.append('pages/about.mdx', '\n<meta http-equiv="refresh" content="0" />\n');
    },
    told: ['pages/about.mdx', '行目', '<meta', '文字だけの段落'],
  },
  {
    name: 'an expression as an attribute in a page',
    spoil: (content) => {
      content.append('pages/about.mdx', '\n<SourceHash x={1} />\n');
    },
    told: ['pages/about.mdx', '行目', '<SourceHash x={1} />', '文字だけの段落'],
  },
  {
    name: 'a marker of a merge conflict',
    spoil: edit(DV, 'title: DV', '<<<<<<< HEAD\ntitle: DV'),
    told: [DV, '3行目', '<<<<<<< HEAD', '衝突を解いて'],
  },

  // Values that YAML reads as something else
  {
    name: 'words after a space and a hash',
    spoil: edit(DV, 'title: DV対策事業', 'title: DV対策事業 #旭ジャズ(通年)'),
    told: [DV, '3行目', 'title: DV対策事業 #旭ジャズ(通年)', '「 #」から後を読まない'],
  },
  {
    name: 'words after a hash in a list of activities',
    spoil: edit(DV, '個別カウンセリング(毎月)', '個別カウンセリング #1(毎月)'),
    told: [DV, '9行目', '#1(毎月)', '"…" で囲む'],
  },
  {
    name: 'words after a hash behind a bracket',
    spoil: edit(DV, 'title: DV対策事業', 'title: DV対策事業 [新規] # 旭ジャズ'),
    told: [DV, '3行目', '# 旭ジャズ', '「 #」から後を読まない'],
  },
  {
    name: 'words after a hash in the ledger',
    spoil: (content) => {
      content.append(LEDGER, '- id: x\n  status: flagged #1\n');
    },
    told: [LEDGER, '行目', 'status: flagged #1', '「 #」から後を読まない'],
  },
  {
    name: 'a number with a zero before it',
    spoil: edit(DV, 'number: 6', 'number: 06'),
    told: [DV, '2行目', 'number: 06', '書いたとおりには読まれない値'],
  },
  {
    name: 'a number with an exponent',
    spoil: edit(DV, 'number: 6', 'number: 6e0'),
    told: [DV, '2行目', 'number: 6e0', '書いたとおりには読まれない値'],
  },
  {
    name: 'an escape inside quotes',
    spoil: edit(DV, 'title: DV対策事業', 'title: "DV\\t対策事業"'),
    told: [DV, '3行目', 'title: "DV\\t対策事業"', '書いたとおりには読まれない値'],
  },

  // Files
  {
    name: 'a file that does not belong',
    spoil: (content) => content.write('programmes/メモ.docx', 'x'),
    told: ['programmes/メモ.docx', 'ファイル名', 'メモ.docx', 'content/ に置かないファイル'],
  },
  {
    name: 'an upper-case file name',
    spoil: (content) => content.move(SOMU, 'sections/Somu.mdx'),
    told: ['sections/Somu.mdx', 'ファイル名', 'sections/Somu.mdx', '小文字のローマ字'],
  },
  {
    name: 'a Markdown file',
    spoil: (content) => content.move(SOMU, 'sections/somu.md'),
    told: ['sections/somu.md', 'ファイル名', 'sections/somu.md', '.mdx'],
  },
  {
    name: 'a file name with a space',
    spoil: (content) => content.move(DV, 'programmes/dv taisaku.mdx'),
    told: ['programmes/dv taisaku.mdx', 'ファイル名', 'dv taisaku', '小文字のローマ字'],
  },
  {
    name: 'a pledge outside a folder',
    spoil: (content) => content.move(SHOMU, 'pledges/shomu.mdx'),
    told: ['pledges/shomu.mdx', 'ファイル名', 'pledges/shomu.mdx', '例: pledges/'],
  },
  {
    name: 'an unknown folder',
    spoil: (content) => content.write('programs/new.mdx', '---\n---\n'),
    told: ['programs/new.mdx', 'ファイル名', 'programs/new.mdx', '次のどれかの形'],
  },
  {
    name: 'a symbolic link',
    spoil: (content) => content.link(DV, 'programmes/dv.mdx'),
    told: ['programmes/dv.mdx', 'ファイル', 'リンク', 'ふつうのファイル'],
  },
  {
    name: 'no policy',
    spoil: (content) => content.remove('policy.mdx'),
    told: ['policy.mdx', 'ファイル', '（ありません）', 'content/policy.mdx'],
  },
  {
    name: 'no ledger',
    spoil: (content) => content.remove(LEDGER),
    told: [LEDGER, 'ファイル', '（ありません）', 'content/corrections.yaml'],
  },
  {
    name: 'no readings',
    spoil: (content) => content.remove(READINGS),
    told: [READINGS, 'ファイル', '（ありません）', 'content/readings.yaml'],
  },
  {
    name: 'no page about the site',
    spoil: (content) => content.remove('pages'),
    told: ['pages/about.mdx', 'ファイル', '（ありません）', 'content/pages/about.mdx'],
  },
  {
    name: 'no content at all',
    spoil: (content) => content.remove('.'),
    told: ['', 'フォルダー', 'がありません', 'content/ フォルダー'],
  },

  // Addresses
  {
    name: 'a published address that the plan would drop',
    spoil: (content) => content.write('permalinks.txt', 'programmes/kyunen/\t去年の事業\n'),
    told: [
      'redirects.yaml',
      'programmes/kyunen/',
      '（去年の事業）が今の計画になく',
      '- from: programmes/kyunen/',
    ],
  },
  {
    name: 'an end that is not marked as one',
    spoil: (content) =>
      content.write(
        'redirects.yaml',
        '- from: programmes/kyunen/\n  to: programmes/\n  ended: はい\n',
      ),
    told: ['redirects.yaml', '1番目 の ended（3行目）', 'はい', 'なくなったものには true'],
  },

  // The ledger
  {
    name: 'a correction of a file that is not there',
    spoil: edit(LEDGER, 'file: programmes/mizu-midori.mdx', 'file: programmes/mizu.mdx'),
    told: [LEDGER, 'kankyo-gakushu の file', 'programmes/mizu.mdx', 'content/ にあるファイル'],
  },
  {
    name: 'a correction of words that are not in the file',
    spoil: edit(LEDGER, 'shown: 繰り広げられる', 'shown: 繰り広げます'),
    told: [LEDGER, 'kurihirogerareru の shown', '繰り広げます', 'にある言葉'],
  },
  {
    name: 'a correction of words that stand twice in the file',
    spoil: edit(LEDGER, 'shown: 大集合!2013', 'shown: あさひくん'),
    told: [LEDGER, 'kyara-daishugo の shown', 'あさひくん', '一度だけ出る言葉'],
  },
  {
    name: 'a correction that corrects nothing',
    spoil: edit(LEDGER, 'source: 帷子川的环境学習', 'source: 帷子川の環境学習'),
    told: [LEDGER, '1番目 の shown', '帷子川の環境学習', 'corrected は source と shown が違い'],
  },
  {
    name: 'an unknown status',
    spoil: edit(
      LEDGER,
      '- status: corrected\n  id: kankyo-gakushu',
      '- status: done\n  id: kankyo-gakushu',
    ),
    told: [LEDGER, '1番目 の status（1行目）', 'done', 'corrected、flagged、rule'],
  },
  {
    name: 'a certainty above one hundred',
    spoil: edit(LEDGER, 'confidence: 80', 'confidence: 180'),
    told: [LEDGER, '5番目 の confidence', '180', '0から100'],
  },
  {
    name: 'an id of the ledger used twice',
    spoil: edit(LEDGER, '  id: minna-to', '  id: kankyo-gakushu'),
    told: [LEDGER, 'id', 'kankyo-gakushu', 'ほかと違うid'],
  },

  // The everyday words
  {
    name: 'a keyword with kanji and no reading',
    spoil: edit(KEYWORDS, FIRST_WORDS, FIRST_WORDS.replace('（おおあめ）', '')),
    told: [KEYWORDS, '1番目 の words', '大雨', '読みを添える'],
  },
  {
    name: 'a keyword twice in one list',
    spoil: edit(KEYWORDS, FIRST_WORDS, `${FIRST_WORDS}\n    - 大雨（おおあめ）`),
    told: [KEYWORDS, '1番目 の words', '大雨（おおあめ）', '一度だけ出る関連語'],
  },
  {
    name: 'a blank keyword',
    spoil: edit(KEYWORDS, FIRST_WORDS, `    - ''\n${FIRST_WORDS}`),
    told: [KEYWORDS, '1番目 の words', '（空です）', '1行の文'],
  },
  {
    name: 'keywords of a programme that is not there',
    spoil: edit(KEYWORDS, 'programmes/dv-taisaku', 'programmes/dv'),
    told: [KEYWORDS, '番目 の for', 'programmes/dv', 'programmes/ にあるid'],
  },
  {
    name: 'keywords for something else',
    spoil: edit(KEYWORDS, 'programmes/dv-taisaku', 'pages/about'),
    told: [KEYWORDS, '番目 の for', 'pages/about', 'ファイルの場所'],
  },

  // The readings
  {
    name: 'a reading in kanji',
    spoil: edit(READINGS, '  挨拶: あいさつ', '  挨拶: 挨さつ'),
    told: [READINGS, 'words の 挨拶', '挨さつ', '漢字を含まない読み'],
  },
  {
    name: 'the reading of a word without kanji',
    spoil: edit(READINGS, '  挨拶: あいさつ', '  あいさつ: あいさつ'),
    told: [READINGS, 'words の あいさつ', 'あいさつ', '漢字を含むことば'],
  },
  {
    name: 'a word read and unconfirmed',
    spoil: edit(READINGS, '  挨拶: あいさつ', '  係: かかり'),
    told: [READINGS, 'unconfirmed の 係', '係', 'words にないことば'],
  },
  {
    name: 'a reading that does not fit its word',
    spoil: edit(READINGS, '  行い: おこない', '  行い: おこなう'),
    told: [READINGS, 'words の 行い', 'おこなう', '漢字のところだけ'],
  },
  {
    name: 'a reading that is not a word',
    spoil: edit(READINGS, '  挨拶: あいさつ', '  挨拶: 1'),
    told: [READINGS, 'words の 挨拶', '1', '1行の文'],
  },
  {
    name: 'a word read twice',
    spoil: edit(READINGS, '  挨拶: あいさつ', '  挨拶: あいさつ\n  挨拶: あいさつ'),
    told: [READINGS, '行目', '挨拶: あいさつ', '一度だけ'],
  },
];
