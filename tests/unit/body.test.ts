/** What Markdown makes of words that are written with its signs. */
import { expect, it } from 'vitest';
import { paragraphsOf, parseBody } from '#text/body.ts';

it.each([
  ['3~5月と7~9月に行います', '3~5月と7~9月に行います'],
  ['~a~', '~a~'],
  ['絵文字😀のあとの**強調**', '絵文字😀のあとの強調'],
  ['https://example.jp/です。', 'https://example.jp/です。'],
  ['5 &lt; 7', '5 < 7'],
])('%s is words', (markdown, words) => {
  const { body, faults } = parseBody(markdown);
  expect(faults).toEqual([]);
  expect(paragraphsOf(body)).toEqual([words]);
  expect(body).toMatchObject([{ type: 'paragraph' }]);
});

it('a range with ~ is one run of words, so that an erratum finds it', () => {
  expect(parseBody('3~5月と7~9月').body).toEqual([
    { type: 'paragraph', children: [{ type: 'text', value: '3~5月と7~9月' }] },
  ]);
});

it('~~ … ~~ is refused where it stands', () => {
  expect(parseBody('あ\n\nい~~う~~').faults).toMatchObject([{ line: 3, found: '~~う~~' }]);
});
