import { describe, expect, it } from 'vitest';
import { hostileStrings, SEED } from '../../fixtures/hostile.ts';
import { find, found, search } from './fixture.ts';

describe('a question', () => {
  it.each([
    ['海辺', '/p/umi'],
    ['清掃', '/p/umi'],
    ['うみべ', '/p/umi'],
    ['umibe', '/p/umi'],
    ['borantia', '/p/umi'],
    ['ボランティア', '/p/umi'],
    ['ﾎﾞﾗﾝﾃｨｱ', '/p/umi'],
    ['ごみ拾い', '/p/umi'],
    ['ごみひろい', '/p/umi'],
    ['掃除', '/p/umi'],
    ['そうじ', '/p/umi'],
    ['草取り', '/p/umi'],
    ['港課', '/s/minato/'],
    ['月一回', '/s/minato/#fune'],
    ['海べ', '/p/umi'],
    ['砂浜の清掃について知りたい', '/p/umi'],
    ['清掃推進', '/p/umi'],
    ['港課の仕事', '/s/minato/'],
    ['お祭り', '/p/yuki'],
  ])('%s finds the right record first', (query, url) => {
    expect(found(query)[0]).toBe(url);
  });

  it('lists all that answers, the printed word before its reading, its synonym and its parts', () => {
    expect(found('清掃')).toEqual(['/p/umi']);
    expect(found('港課')).toEqual(['/s/minato/', '/p/umi', '/s/minato/#fune']);
    expect(found('港課の仕事')).toEqual(found('港課'));
    const tiers = find('海辺の清掃と灯台の見学').map(({ tier }) => tier);
    expect(tiers).toEqual([...tiers].sort());
    expect(tiers).toContain('part');
  });

  it('is one question however its word is spelled', () => {
    for (const query of ['まつり', '祭り', 'お祭り']) expect(found(query)).toEqual(['/p/yuki']);
  });

  it.each(['図書館', '港湾課長', 'ぬめぬめ', 'ニート', 'disaster', '森林浴場'])(
    '%s has no answer',
    (query) => {
      expect(found(query)).toEqual([]);
    },
  );

  it('in katakana is not answered by hiragana inside other words', () => {
    expect(found('ママ')).toEqual([]);
  });

  it('with a slip of the hand finds what was meant, where nothing else answers', () => {
    expect(found('ボラソティア')).toEqual(['/p/umi']);
    expect(found('海水欲', ['浴欲'])).toEqual(['/p/umi']);
    expect(found('海水欲')).toEqual([]);
    expect(find('ボラソティア').map(({ tier }) => tier)).toEqual(['slip']);
  });

  it('says which related word brought a record', () => {
    expect(find('大雪')[0]?.related).toEqual(['大雪']);
    expect(find('掃除')[0]?.related).toEqual(['清掃']);
    expect(find('清掃')[0]?.related).toEqual([]);
  });
});

describe('a question about a time', () => {
  it('puts what is done in these months alone first', () => {
    expect(found('8月')).toEqual(['/p/yuki', '/p/umi']);
    expect(found('6月から8月')).toEqual(['/p/umi', '/p/yuki']);
    expect(found('2014年1月')).toEqual(['/p/yuki']);
  });

  it('asks for words within these months', () => {
    expect(found('8月の清掃')).toEqual(['/p/umi']);
  });
});

it('answers whatever is typed without an exception', () => {
  for (const text of [
    ...hostileStrings(200, SEED, ['海辺']),
    ...['あ'.repeat(1000), '㍿'.repeat(1000), '海 '.repeat(30), '\0', '[', '(((', '\\', '🏖\ud842'],
  ])
    expect(Array.isArray(search.search(text, ['海梅'])), text).toBe(true);
});
