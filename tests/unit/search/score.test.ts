import { describe, expect, it } from 'vitest';
import { candidateOf } from '#search/candidate.ts';
import { halfConverted } from '#search/fuzzy.ts';
import { atOnce, find, found, indexed, printed, stored } from './fixture.ts';

describe('an answer', () => {
  it('puts a title before a heading', () => {
    expect(found('港課')).toEqual(['/s/minato/', '/p/umi', '/s/minato/#fune']);
    expect(found('海辺')[0]).toBe('/p/umi');
  });

  it('puts the unit that is named before its section', () => {
    expect(found('灯台担当')[0]).toBe('/s/minato/#fune');
  });

  it('knows readings, whole and half typed, and words that are cut anywhere', () => {
    expect(found('とうだい')).toEqual(['/s/minato/#fune']);
    expect(found('ゆきみ')).toEqual(['/p/yuki']);
    expect(found('みちみまわり')).toEqual(['/p/yuki']);
  });

  it('does not hear a word across the inside of two others', () => {
    expect(found('みちみ')).toEqual([]);
  });

  it('knows everyday words, and says which', () => {
    expect(find('ヨット')).toMatchObject([{ url: '/s/minato/#fune', synonyms: ['ヨット'] }]);
    expect(find('ごみ拾い')).toMatchObject([{ url: '/p/umi', synonyms: ['ごみ拾い'] }]);
    expect(find('ゴミ拾')).toMatchObject([{ url: '/p/umi', tier: 'index' }]);
  });

  it('keeps a record that prints the word before one that is only related to it', () => {
    expect(find('見回り')[0]?.tier).toBe('surface');
    expect(find('見守り')[0]?.tier).toBe('index');
  });

  it('does not take katakana for the same letters in hiragana', () => {
    // In 案内します, 守ります.
    expect(found('シマ')).toEqual([]);
    expect(found('リマ')).toEqual([]);
    // Whatever is typed before it.
    expect(found('灯台 リマ')).toEqual([]);
  });

  it('puts a short word that is read before its letters inside other hiragana', () => {
    const readings = [['升', 'ます']] as const;
    const masu = candidateOf({ ...stored[3]!, url: '/masu', titles: ['升課'], readings });
    // Others print 支援します and 守ります.
    expect(found('ます', [...indexed, masu])).toEqual(['/masu', '/p/yuki', '/s/minato/#fune']);
  });

  it('takes a compound apart', () => {
    expect(found('灯台登録')).toEqual(['/s/minato/#fune']);
    expect(found('灯台の点検')[0]).toBe('/s/minato/#fune');
  });

  it('needs every word of several', () => {
    expect(found('海辺 灯台')).toEqual(['/s/minato/#fune']);
  });

  it('answers the months that a range covers', () => {
    expect(found('７月')).toEqual(['/p/umi']);
    expect(found('1月 雪')).toEqual(['/p/yuki']);
    expect(found('2月')).toEqual([]);
  });

  it('marks a part of the question as a part', () => {
    expect(find('灯台のある岬と船の歴史').every(({ tier }) => tier === 'part')).toBe(true);
  });

  it('finds a phrase with its signs and without them', () => {
    for (const query of ['安全・安心', '安全安心', '6～8月', '(6〜8月)。', '6-8月'])
      expect(found(query), query).toEqual(['/p/umi']);
  });
});

describe('the first answer', () => {
  it('needs no index', () => {
    expect(atOnce('灯台')).toEqual(['/s/minato/#fune']);
    expect(atOnce('7月')).toEqual(['/p/umi']);
    expect(atOnce('とうだい')).toEqual([]);
  });

  it.each(['海辺', '港課', '灯台', '清掃', '1月', '海辺 灯台', '安全'])(
    'stands unmoved at the head of the whole answer: %s',
    (query) => {
      const first = atOnce(query);
      expect(first.length).toBeGreaterThan(0);
      expect(found(query).slice(0, first.length)).toEqual(first);
    },
  );

  it('is all there is where the index cannot be read', () => {
    expect(found('灯台の点検', printed)[0]).toBe('/s/minato/#fune');
    expect(found('ヨット', printed)).toEqual([]);
  });
});

describe('a word half converted', () => {
  it.each([
    ['雪みち', '/p/yuki'],
    ['とう台', '/s/minato/#fune'],
    ['灯だい', '/s/minato/#fune'],
    ['海すいよく', '/p/umi'],
    ['おお雪', '/p/yuki'],
  ])('%s', (query, url) => {
    expect(find(query)[0]).toMatchObject({ url, tier: 'slip' });
  });

  it('is not two words, nor a kanji before a particle', () => {
    expect(found('灯だい点けん')).toEqual([]);
    expect(find('雪の道').filter(({ tier }) => tier === 'slip')).toEqual([]);
  });

  it('is looked for in no time, however often its kana stand in a text', () => {
    const known = candidateOf({
      ...stored[3]!,
      synonyms: [['道'.repeat(300), `${'み'.repeat(300)}の`]],
    });
    expect(halfConverted(known, '道み'.repeat(4))).toBeUndefined();
  });

  it('is no longer than a word', () => {
    const known = candidateOf({ ...stored[3]!, synonyms: [['道路', 'みちみち']] });
    expect(halfConverted(known, '道みち')).toBe('道路');
    const longer = candidateOf({ ...stored[3]!, synonyms: [['道路', `みち${'み'.repeat(8)}`]] });
    expect(halfConverted(longer, `道${'み'.repeat(8)}`)).toBeUndefined();
  });
});
