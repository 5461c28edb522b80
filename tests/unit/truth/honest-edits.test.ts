/** What other wards print, or the next edition brings: each joins the plan, and every word is kept. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { documentOf } from '#document/blocks.ts';
import { linesOf } from '#document/lines.ts';
import { planFile } from '#export/json.ts';
import { planFileSchema } from '#export/schema.ts';
import { readPlan } from '#reader/read.ts';
import type { Folder } from './bad-inputs.ts';
import { changedContent } from './changed-content.ts';

const changed = changedContent();

const DV = 'programmes/dv-taisaku.mdx';
const ANSHIN = 'goals/anshin.mdx';
const SHOMU = 'pledges/somu/shomu.mdx';
const ODD = '<style>b{}</style><script>alert(1)</script> & {x} &amp; 🎌👨‍👩‍👧1️⃣ 﨑髙𠮷葛\u{E0100}飾';
type Edit = [name: string, edit: (content: Folder) => void, words: readonly string[]];

const edits: Edit[] = [
  [
    'a programme between two others, numbered by a fraction',
    (content) => {
      content.edit(DV, 'number: 6', 'number: 1.5');
    },
    ['DV対策事業 【こども家庭支援課】'],
  ],
  [
    'programmes whose numbers leave gaps',
    (content) => {
      content.edit('programmes/eko-raifu.mdx', 'number: 18', 'number: 190');
    },
    [],
  ],
  [
    'two programmes of one title',
    (content) => {
      content.edit(DV, 'title: DV対策事業', 'title: 災害に強い区づくり事業');
    },
    ['災害に強い区づくり事業 【こども家庭支援課】', '災害に強い区づくり事業 【総務課】'],
  ],
  [
    'a programme without activities and owners, with a body',
    (content) => {
      content.write(
        DV,
        '---\nnumber: 6\ntitle: DV対策事業\ngoal: anshin\n---\n\n相談に応じます。\n\n- 電話で\n- 窓口で\n',
      );
      content.write('corrections.yaml', '[]\n');
      content.write('keywords.yaml', '[]\n');
    },
    ['DV対策事業', '相談に応じます。', '電話で', '窓口で'],
  ],
  [
    'budgets, marks, a fire station as owner, a group and a second goal',
    (content) => {
      content.edit(
        DV,
        'sections:\n  - kodomo-katei-shien',
        [
          'sections:\n  - kodomo-katei-shien',
          'otherOwners: [旭消防署]',
          'group: 戦略1 守る',
          'repeatedUnder: [furusato]',
          'marks: [新規]',
          'facts:',
          '  - { label: 予算額, value: "1,234千円" }',
        ].join('\n'),
      );
      content.edit(DV, '    text: 関係', '    marks: [拡充]\n    text: 関係');
    },
    [
      '戦略1 守る',
      'DV対策事業 新規 【こども家庭支援課、旭消防署】',
      '予算額 1,234千円',
      '関係機関による児童虐待・DV防止連絡会の開催(年3回) 拡充',
      'DV対策事業 【こども家庭支援課、旭消防署】 （再掲）',
    ],
  ],
  [
    'a goal without subtitle and programmes, with a list in its text',
    (content) => {
      content.write(
        'goals/kankyo.mdx',
        '---\nnumber: 4\ntitle: 環境\n---\n\n緑を**大切に**します。\n\n1. 植える\n2. 守る\n',
      );
    },
    ['4 環境', '緑を大切にします。', '1. 植える', '2. 守る'],
  ],
  [
    'a section without a pledge',
    (content) => {
      content.remove('pledges/zeimu');
      content.write('corrections.yaml', '[]\n');
      content.write('keywords.yaml', '[]\n');
    },
    ['税務課'],
  ],
  [
    'no principles, pointer, mascot or subtitle',
    (content) => {
      content.remove('principles');
      content.edit('parts/soshiki-unei.mdx', 'holds: principles\n', '');
      content.edit('policy.mdx', 'pointer: ★', '# pointer: ★');
      content.edit(
        'policy.mdx',
        'mascot:\n  caption: 旭区マスコットキャラクター\n  name: 「あさひくん」\n',
        '',
      );
      content.edit(ANSHIN, 'subtitle: ～災害対策・防犯・高齢者・福祉～\n', '');
      content.write('corrections.yaml', '[]\n');
    },
    ['1 安心ある つながり'],
  ],
  [
    'goals that no part holds',
    (content) => {
      content.edit('parts/shisaku.mdx', 'holds: goals\n', '');
    },
    ['1 安心ある つながり'],
  ],
  [
    'parts with text, a motto of two lines, a heading above goals without numbers and their lists',
    (content) => {
      content.append(
        'parts/kihon-mokuhyo.mdx',
        '\n誰もが安心して暮らせるまちにします。\n\n- 見守る\n',
      );
      content.edit('parts/kihon-mokuhyo.mdx', '旭\n', '旭\nsubtitle: ～いつまでも～\n');
      content.edit('policy.mdx', 'pointer', 'goalsHeading: 3つの柱\nupdated: 2013-05-01\npointer');
      for (const goal of ['anshin', 'sukoyaka', 'furusato'])
        content.edit(`goals/${goal}.mdx`, 'number: ', 'order: ');
      content.edit(ANSHIN, 'order: 1', 'order: 1\nlistHeading: 主な取組');
      content.append(ANSHIN, '\n- 訓練\n- 見回り\n');
    },
    [
      '～いつまでも～',
      '誰もが安心して暮らせるまちにします。',
      '見守る',
      '3つの柱',
      '安心ある つながり',
      '主な取組',
      '見回り',
    ],
  ],
  [
    'principles with printed numbers',
    (content) => {
      for (const principle of ['tsunagari', 'kyokan', 'genba-shugi'])
        content.edit(`principles/${principle}.mdx`, 'order: ', 'number: ');
    },
    ['1 つながり', '2 共感', '3 現場主義'],
  ],
  [
    'an address and a strong word in a pledge',
    (content) => {
      content.edit(
        SHOMU,
        '研修等を通じて',
        '**研修**等（https://example.jp/a?b=1、mail@example.jp）を通じて',
      );
    },
    [],
  ],
  [
    'words that look like markup, emoji, and kanji of every kind',
    (content) => {
      content.edit(DV, 'title: DV対策事業', `title: '${ODD}'`);
      content.edit(
        DV,
        'text: 弁護士',
        `text: '#1 "${ODD}"(毎月)'\n  - id: second\n    text: 弁護士`,
      );
    },
    [`${ODD} 【こども家庭支援課】`, `#1 "${ODD}"(毎月)`],
  ],
  [
    'a file saved by a Windows program, and what systems leave in folders',
    (content) => {
      const text = readFileSync(content.path(SHOMU), 'utf8');
      content.write(SHOMU, `\uFEFF${text.replaceAll('\n', '\r\n')}`);
      for (const name of ['Thumbs.db', 'desktop.ini', '~$メモ.docx', '.DS_Store'])
        content.write(`programmes/${name}`, 'x');
    },
    ['DV対策事業 【こども家庭支援課】'],
  ],
  [
    'a plan for several years',
    (content) => {
      content.edit('policy.mdx', 'title: 平成25年度 旭区', 'title: 平成２５年度～２７年度 旭区');
      content.write('corrections.yaml', '[]\n');
    },
    ['平成２５年度～２７年度 旭区 運営方針'],
  ],
];

describe('an honest edit is published', { timeout: 60_000 }, () => {
  it.each(edits)('%s', async (_, edit, words) => {
    const dir = changed(edit);
    const plan = await readPlan(dir);
    const lines = linesOf(documentOf(plan)).map(({ text }) => text);
    for (const word of words) expect(lines).toContain(word);
    expect(
      planFileSchema.safeParse(JSON.parse(JSON.stringify(planFile(plan)))).error,
    ).toBeUndefined();
  });
});
