import { expect, it } from 'vitest';
import { halfConverted, isOneEdit } from '#search/slips.ts';
import { wordOf } from '#search/words.ts';

it.each([
  ['kosodate', 'kosotate', true],
  ['boraNtia', 'borasotia', true],
  ['hoikueN', 'hoikeN', true],
  ['kasoba', 'kasona', true],
  ['kasoba', 'kakaba', false],
  ['bosai', 'bosaikuNreN', false],
])('%s for %s: %j', (known, typed, expected) => {
  expect(isOneEdit(known, typed)).toBe(expected);
});

it.each([
  ['児童ぎゃく待', ['児童虐待']],
  ['じ童虐待', ['児童虐待']],
  ['児童虐待', []],
  ['児童ぎゃく', []],
  ['児童、ぎゃく待', []],
])('%s is half of %j', (typed, expected) => {
  const known = [wordOf('児童虐待', 'じどうぎゃくたい'), wordOf('児童館', 'じどうかん')];
  expect(halfConverted(known, wordOf(typed, ''))).toEqual(expected);
});
