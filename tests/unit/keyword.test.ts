import { describe, expect, it } from 'vitest';
import { keywordFaults, keywordsFor, keywordsSchema, readKeyword } from '#model/keyword.ts';

const messages = (...rows: unknown[]) => {
  const result = keywordsSchema.safeParse(rows);
  return result.success
    ? []
    : result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
};
const row = (...words: unknown[]) => ({ for: 'programmes/a', words });

describe('a keyword', () => {
  it('has a reading where it has kanji, and is its own where it has none', () => {
    expect(readKeyword('地震（じしん）')).toEqual({ word: '地震', reading: 'じしん' });
    expect(readKeyword('リレー')).toEqual({ word: 'リレー', reading: 'リレー' });
  });

  it.each([
    ...['地震', '地震(じしん)', '地震（ジシン）', 'リレー（りれー）', '地震（じしん', ''],
    ...[' リレー', '（じしん）'],
  ])('is refused as %j', (printed) => {
    expect(messages(row(printed))).not.toEqual([]);
  });
});

describe('the rows of keywords', () => {
  it('have words, each once, for a file of the plan', () => {
    expect(messages(row('母（はは）', '父（ちち）'))).toEqual([]);
    expect(messages(row())).toEqual(['0.words 関連語を1つ以上']);
    expect(messages(row('母（はは）', '母（ぼ）'))).toEqual([
      '0.words.1 同じ一覧の中で一度だけ出る関連語',
    ]);
    expect(messages({ for: 'pages/about', words: ['はは'] })[0]).toMatch(/^0\.for .*programmes\//);
  });

  it('are for nouns that are there, with one row each', () => {
    const rows = [
      { for: 'pledges/s/u', words: ['あ'] },
      { for: 'pledges/s/u', words: ['い'] },
      { for: 'goals/none', words: ['う'] },
    ];
    const there = [{ id: 's/u' }];
    const known = { programmes: there, sections: there, pledges: there, goals: [] };
    const said: string[] = [];
    keywordFaults(rows, known, (file, field, found) => said.push([file, field, found].join(' ')));
    expect(said).toEqual([
      'keywords.yaml 2番目 の for pledges/s/u',
      'keywords.yaml 3番目 の for goals/none',
    ]);
    expect(keywordsFor(rows, 'pledges/s/u').map(({ word }) => word)).toEqual(['あ', 'い']);
  });
});
