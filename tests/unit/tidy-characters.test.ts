import { expect, test } from 'vitest';
import { hygieneProblems } from '#reader/hygiene.ts';
import { tidyCharacters } from '#text/tidy-characters.ts';

test.each([
  ['half-width kana', 'ﾎﾞﾗﾝﾃｨｱ', 'ボランティア', 8],
  ['kana with a half-width mark', 'カ\uFF9E', 'ガ', 2],
  ['letters apart from their marks', 'か\u3099き\u3099', 'がぎ', 2],
  ['compatibility kanji', '\uFA19社', '神社', 1],
  ['radicals', '\u2F47と\u2EA0と\u2ED8', '日と民と青', 3],
  ['no-break spaces', 'a\u00A0b', 'a b', 1],
  ['zero-width characters', '\uFEFFa\u200Bb\u00ADc', 'abc', 3],
  ['tabs and control characters', 'a\tb\0c', 'a bc', 2],
  ['new lines of a word processor', 'a\vb\u2028c', 'a\nb\nc', 2],
  ['white space at the ends', ' \u3000a b\u3000\n', 'a b', 0],
  ['the indent of a paragraph', '一\r\n\r\n\u3000二 \n', '一\n\n二', 0],
])('puts right and counts %s', (_, given, text, count) => {
  expect(tidyCharacters(given)).toEqual({ text, count });
  expect(hygieneProblems('goals/a.mdx', new TextEncoder().encode(text))).toEqual([]);
});

test.each(['葛\u{E0100}飾区', '👨‍👩‍👧', '1\uFE0F\u20E3', '全角　空白', '- a\n  - b\n\n1. c'])(
  'leaves %j as it is',
  (text) => {
    expect(tidyCharacters(text)).toEqual({ text, count: 0 });
  },
);
