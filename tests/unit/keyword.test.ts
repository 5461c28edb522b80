import { describe, expect, it } from 'vitest';
import { keywordsFor, keywordsSchema, readKeyword } from '#model/keyword.ts';

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

  it('are one for a noun', () => {
    expect(messages(row('はは'), row('ちち'))).toEqual(['1.for 一度だけ出る事業や課など']);
    const words = keywordsFor([row('はは', 'ちち') as never], 'programmes/a');
    expect(words.map(({ word }) => word)).toEqual(['はは', 'ちち']);
  });
});
