/** What an editor is told: once, with what a field is for, and what is only worth a look. */
import { describe, expect, it } from 'vitest';
import { noticesOf } from '#model/notices.ts';
import { ContentError } from '#model/problem.ts';
import { readPlan, fileNotices } from '#reader/read.ts';
import { changedContent } from './changed-content.ts';

const edited = changedContent();
const DV = 'programmes/dv-taisaku.mdx';

describe('a problem', () => {
  it.each([
    ['goal: anshin', 'goal: anshim'],
    ['- kodomo-katei-shien', '- kodomo-katei'],
  ])('of one wrong id is told once: %s', async (from, to) => {
    const reading = readPlan(
      edited((content) => {
        content.edit(DV, from, to);
      }),
    );
    const error = await reading.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ContentError);
    expect((error as ContentError).problems).toHaveLength(1);
  });
});

describe('a notice', () => {
  it('names a file that a Windows program saved', async () => {
    const dir = edited((content) => {
      content.prepend(DV, '\uFEFF');
      content.write('README.md', 'a\r\n');
    });
    expect((await fileNotices(dir)).map(({ file }) => file)).toEqual(['README.md', DV]);
    expect(await fileNotices('content')).toEqual([]);
  });

  it('names an image that no body shows', async () => {
    const dir = edited((content) => {
      content.write('goals/hiroba.png', '');
    });
    expect((await fileNotices(dir)).map(({ file }) => file)).toEqual(['goals/hiroba.png']);
  });

  it('asks about quotation marks of a word processor', async () => {
    const dir = edited((content) => {
      content.edit(DV, 'title: DV対策事業', 'title: “DV対策事業”');
    });
    expect(noticesOf(await readPlan(dir))).toEqual([
      { file: DV, text: expect.stringContaining('引用符もことばとして出ます') },
    ]);
  });

  it('takes a reading in katakana for the same in hiragana', async () => {
    const dir = edited((content) => {
      content.edit('readings.yaml', '\n  総務: そうむ', '\n  総務: ソウム');
    });
    expect(noticesOf(await readPlan(dir))).toEqual([]);
  });

  it('names another fiscal year in a page beside the plan', async () => {
    const dir = edited((content) => {
      content.edit('policy.mdx', 'title: 平成25年度', 'title: 平成26年度');
      content.write('corrections.yaml', '[]\n');
    });
    const notices = noticesOf(await readPlan(dir)).filter(({ file }) => file.startsWith('pages/'));
    expect(notices).toEqual([
      { file: 'pages/about.mdx', text: 'に別の年度が書かれています: 平成25年度' },
    ]);
    expect(noticesOf(await readPlan('content'))).toEqual([]);
  });

  it('names readings that are missing, spare or at odds', async () => {
    const dir = edited((content) => {
      content.edit('goals/anshin.mdx', '地域の災害対応力', '地域の颱風対応力');
      content.edit('sections/somu.mdx', 'kana: そうむか', 'kana: そうむがかり');
      content.edit(
        'readings.yaml',
        '  挨拶: あいさつ',
        '  挨拶: あいさつ\n  挨拶状: あいさつじょう',
      );
    });
    expect(noticesOf(await readPlan(dir))).toEqual([
      { file: 'goals/anshin.mdx', text: expect.stringContaining('読みのない漢字があります: 颱風') },
      {
        file: 'readings.yaml',
        text: expect.stringContaining('使われていないことばがあります: 挨拶状'),
      },
      { file: 'sections/somu.mdx', text: expect.stringContaining('そうむがかり') },
    ]);
  });
});
