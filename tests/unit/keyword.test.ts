import { describe, expect, it } from 'vitest';
import { keywordsSchema, readKeyword } from '#model/keyword.ts';

const messages = (programmes: unknown) => {
  const result = keywordsSchema.safeParse({ programmes, sections: {}, pledges: {}, goals: {} });
  return result.success
    ? []
    : result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
};

describe('a keyword', () => {
  it('has a reading where it has kanji, and is its own where it has none', () => {
    expect(readKeyword('地震（じしん）')).toEqual({ word: '地震', reading: 'じしん' });
    expect(readKeyword('70歳（ななじゅっさい）')).toEqual({
      word: '70歳',
      reading: 'ななじゅっさい',
    });
    expect(readKeyword('リレー')).toEqual({ word: 'リレー', reading: 'リレー' });
  });

  it.each([
    '地震',
    '地震(じしん)',
    '地震（ジシン）',
    'リレー（りれー）',
    '地震（じしん',
    '',
    ' リレー',
    '（じしん）',
  ])('is refused as %j', (printed) => {
    expect(messages({ a: [printed] })).not.toEqual([]);
  });
});

describe('the list of keywords', () => {
  it('may be empty of kinds, not of words', () => {
    expect(messages({})).toEqual([]);
    expect(messages({ a: [] })).toEqual(['programmes.a 関連語を1つ以上']);
  });

  it('names no word twice, whatever its reading', () => {
    expect(messages({ a: ['母（はは）', '母（ぼ）'] })).toEqual([
      'programmes.a.1 同じ一覧の中で一度だけ出る関連語',
    ]);
  });

  it('has no other kinds', () => {
    expect(
      keywordsSchema.safeParse({ programmes: {}, sections: {}, pledges: {}, goals: {}, x: {} })
        .success,
    ).toBe(false);
  });
});
