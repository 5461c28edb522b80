import { expect, test } from 'vitest';
import { readContent, readContents, writeContent } from '#search/content.ts';
import { docOf, indexedDoc } from '#search/doc.ts';
import { excerpt } from '#search/excerpt.ts';

const content = readContent(
  writeContent({
    title: [{ text: '花の会' }],
    words: [
      { text: '種', reading: 'たね' },
      { text: 'まき・水やり' },
      { text: '\n' },
      { text: '花', reading: 'はな' },
      { text: 'つみ' },
    ],
    keywords: [{ text: '園芸', reading: 'えんげい' }],
  }),
);

test('the index gives back the words with their readings and paragraphs', () => {
  expect(content.words).toEqual([
    { text: '種', kana: 'たね' },
    { text: 'まき・水やり' },
    { text: '\n' },
    { text: '花', kana: 'はな' },
    { text: 'つみ' },
  ]);
  expect(content.keywords).toEqual([{ text: '園芸', kana: 'えんげい' }]);
});

test('the signs of the index in a text part nothing', () => {
  const text = '花␞の␟会␤';
  const { title, words, keywords } = readContent(
    writeContent({ title: [{ text }], words: [{ text }], keywords: [] }),
  );
  expect([title, words, keywords]).toEqual([[{ text: '花の会' }], [{ text: '花の会' }], []]);
});

test('a word is read in every record as one of them tells', () => {
  const write = (kana?: string) =>
    writeContent({
      title: [{ text: '花', ...(kana !== undefined && { reading: kana }) }],
      words: [{ text: 'の' }],
      keywords: [{ text: '花' }],
    });
  const { title, words, keywords } =
    readContents(
      new Map([
        ['a', write()],
        ['b', write('はな')],
      ]),
    ).get('a') ?? content;
  expect(title).toEqual([{ text: '花', kana: 'はな' }]);
  expect(words).toEqual([{ text: 'の' }]);
  expect(keywords).toEqual([{ text: '花' }]);
});

test('a record whose words the page does not print is found by them as any other', () => {
  const printed = docOf({
    url: '',
    kind: '',
    months: [],
    titles: ['花の会'],
    heads: '',
    words: '',
  });
  const doc = indexedDoc(printed, content, []);
  expect(doc.raw).toContain('まき・水やり');
  const text = content.words.map(({ text }) => text).join('');
  expect(excerpt(text, doc.words, ['はな']).find(({ marked }) => marked)?.text).toBe('花');
});
