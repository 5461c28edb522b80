import { describe, expect, it } from 'vitest';
import { parseQuery } from '#search/parse-query.ts';
import {
  synonymTokens,
  indexTokens,
  printedTokens,
  slipLists,
  termLists,
  wholeLists,
} from '#search/tokens.ts';
import { indexed } from './fixture.ts';

const tokens = new Map(indexed.map((one) => [one.record.url, indexTokens(one).tokens]));

/** As Pagefind looks: every token of a list begins a word of the record. */
const retrieved = (lists: ReadonlySet<string>) =>
  [...tokens].flatMap(([url, words]) =>
    [...lists]
      .flatMap((list) => [printedTokens(list), synonymTokens(list)])
      .some((list) =>
        list.split(' ').every((token) => words.some((word) => word.startsWith(token))),
      )
      ? [url]
      : [],
  );
const whole = (query: string) => retrieved(wholeLists([parseQuery(query)]));
const parts = (query: string) => retrieved(termLists([parseQuery(query)]));

describe('the tokens of a question', () => {
  it('are of a kanji of two UTF-16 units as of any other', () => {
    expect([printedTokens('𩸽'), synonymTokens('𩸽')]).toEqual(['𩸽', 'ー𩸽']);
  });

  it.each([
    ['灯台', '/s/minato/#fune'],
    ['灯台担当', '/s/minato/#fune'],
    ['とうだい', '/s/minato/#fune'],
    ['とう', '/s/minato/#fune'],
    ['ヨット', '/s/minato/#fune'],
    ['ボランティア', '/p/umi'],
    ['ごみ拾い', '/p/umi'],
    ['ごみひろい', '/p/umi'],
    ['夏の海', '/p/umi'],
    ['雪', '/p/yuki'],
    ['大雪', '/p/yuki'],
    ['おおゆき', '/p/yuki'],
    ['見守り', '/p/yuki'],
    // Cut off behind the first kanji of a word.
    ['辺の安全を守', '/s/minato/#fune'],
  ])('find the record that has it as a whole: %s', (query, url) => {
    expect(whole(query)).toContain(url);
  });

  it.each([
    ['灯台の登録', '/s/minato/#fune'],
    ['灯台登録', '/s/minato/#fune'],
    ['砂浜のヨット教室', '/p/umi'],
    ['とう台', '/s/minato/#fune'],
    ['大ゆき', '/p/yuki'],
  ])('find the record that has a part of it: %s', (query, url) => {
    expect(parts(query)).toContain(url);
  });

  it.each([
    ['ボランチィア', '/p/umi'],
    ['かいすよく', '/p/umi'],
    ['灯第担当', '/s/minato/#fune'],
  ])('find the record that was meant despite a slip: %s', (query, url) => {
    expect(retrieved(slipLists(parseQuery(query).whole))).toContain(url);
  });

  it('are few, and none where nothing is asked', () => {
    expect(wholeLists([parseQuery('灯台の点検と登録')]).size).toBe(1);
    expect(termLists([parseQuery('灯台の点検と登録')]).size).toBeLessThan(10);
    for (const lists of [wholeLists, termLists]) expect(lists([parseQuery('・')]).size).toBe(0);
  });
});

it('holds each token of a record once, in normal form', () => {
  for (const all of tokens.values()) {
    expect(new Set(all).size).toBe(all.length);
    for (const token of all) expect(token).toMatch(/^[\p{L}\p{N}]+$/u);
  }
});
