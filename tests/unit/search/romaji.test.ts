import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toRomaji } from 'wanakana';
import { normalize } from '#search/normalize.ts';
import { kanaSpellings } from '#search/romaji.ts';

it.each([
  ['hoikuen', 'ほいくえん'],
  ['kosodate', 'こそだて'],
  ['kodomo', 'こども'],
  ['chōnaikai'.normalize('NFD').replace(/\p{M}/gu, ''), 'ちょうないかい'],
  ['tosho', 'としょ'],
  ['jazu', 'じゃず'],
  ['zuurashia', 'ずうらしあ'],
  ['konnichiwa', 'こんにちわ'],
  ['shimbun', 'しんぶん'],
  ['gakko', 'がっこう'],
  ['matsuri', 'まつり'],
  ['fukushi', 'ふくし'],
  ['tosyo', 'としょ'],
  ['huku', 'ふく'],
  ['shimin-undo', 'しみんうんどう'],
  ['shin-yokohama', 'しんよこはま'],
])('reads %s as %s', (latin, kana) => {
  expect(kanaSpellings(latin)).toContain(normalize(kana));
});

it.each(['dv', 'led', 'xyz', 'k', '2013', 'aあ', ''])('reads %j as no kana', (text) => {
  expect(kanaSpellings(text)).toEqual([]);
});

const SYLLABLES =
  'あ い う え お か き く け こ さ し す せ そ た ち つ て と な に ぬ ね の は ひ ふ へ ほ ま み む め も や ゆ よ ら り る れ ろ わ が ぎ ぐ げ ご ざ じ ず ぜ ぞ だ で ど ば び ぶ べ ぼ ぱ ぴ ぷ ぺ ぽ きゃ きゅ きょ しゃ しゅ しょ ちゃ ちゅ ちょ にゃ にゅ にょ ひゃ ひゅ ひょ みゃ みゅ みょ りゃ りゅ りょ ぎゃ ぎゅ ぎょ じゃ じゅ じょ びゃ びゅ びょ ぴゃ ぴゅ ぴょ'.split(
    ' ',
  );

it('reads back what wanakana writes', () => {
  const word = fc.array(fc.constantFrom(...SYLLABLES), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(word, (syllables) => {
      const kana = syllables.join('');
      expect(kanaSpellings(toRomaji(kana))).toContain(normalize(kana));
    }),
  );
});
