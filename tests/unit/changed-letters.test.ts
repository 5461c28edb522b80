import { describe, expect, it } from 'vitest';
import { changedLetters } from '#document/changed-letters.ts';

describe('the changed letters of a correction', () => {
  it.each([
    ['川的环境', '川の環境', ['川', '的环', '境']],
    ['大集合! 2013', '大集合!2013', ['大集合!', ' ', '2013']],
    ['配信、', '配信', ['配信', '、', '']],
    ['配信', '配信、', ['配信', '', '']],
    ['aa', 'aaa', ['aa', '', '']],
    ['𠮷野', '吉野', ['', '𠮷', '野']],
  ])('of %s against %s are the middle', (text, other, parts) => {
    expect(changedLetters(text, other)).toEqual(parts);
    expect(changedLetters(text, other).join('')).toBe(text);
  });
});
