/** A small plan of a ward that is not there, as the search sees it. */
import { readContent, writeContent } from '#search/content.ts';
import { docOf, indexedDoc, type Doc } from '#search/doc.ts';
import { parseQuery } from '#search/query.ts';
import type { Hit } from '#search/hit.ts';
import { answer, answerFromWords } from '#search/rank.ts';
import { answerDespiteSlips } from '#search/slip.ts';

interface Given {
  url: string;
  kind: string;
  title: string;
  head?: string;
  words?: string;
  months?: number[];
  /** Readings of the words in the title and the text. */
  read?: Record<string, string>;
  keywords?: [word: string, reading?: string][];
}

const given: Given[] = [
  {
    url: '/p/umi',
    kind: 'programme',
    title: '海辺の清掃事業',
    head: '港課',
    words: '砂浜の清掃とボランティアの受付(6～8月)。安全・安心な海水浴',
    months: [6, 7, 8],
    read: { 海辺: 'うみべ', 清掃: 'せいそう', 砂浜: 'すなはま', 海水浴: 'かいすいよく' },
    keywords: [['ごみ拾い', 'ごみひろい'], ['ビーチ'], ['夏の海', 'なつのうみ']],
  },
  {
    url: '/p/yuki',
    kind: 'programme',
    title: '雪道見回り事業',
    head: '森課',
    words: '通学路の雪かきを支援します(1月)',
    months: [1],
    read: { 雪道: 'ゆきみち', 見回り: 'みまわり', 通学路: 'つうがくろ', 支援: 'しえん' },
    keywords: [
      ['大雪', 'おおゆき'],
      ['見守り', 'みまもり'],
    ],
  },
  {
    url: '/s/minato/#fune',
    kind: 'pledge',
    title: '船舶係、灯台担当',
    head: '港課',
    words: '灯台の点検と船の登録を丁寧に案内します。海辺の安全を守ります。',
    read: {
      船舶: 'せんぱく',
      灯台: 'とうだい',
      点検: 'てんけん',
      登録: 'とうろく',
      海辺: 'うみべ',
    },
    keywords: [['ヨット'], ['免許', 'めんきょ']],
  },
  { url: '/s/minato/', kind: 'section', title: '港課', read: { 港課: 'みなとか' } },
];

function cut(text: string, read: Record<string, string>) {
  const words = Object.keys(read).sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(${[...words, '、'].join('|')})`, 'g');
  return text
    .split(pattern)
    .filter((part) => part !== '')
    .map((part) =>
      read[part] === undefined ? { text: part } : { text: part, reading: read[part] },
    );
}

export const printed: Doc[] = given.map(
  ({ url, kind, title, head = '', words = '', months = [] }) =>
    docOf({ url, kind, months, titles: title.split('、'), heads: head, words }),
);

export const docs: Doc[] = given.map(
  ({ title, head = '', words = '', read = {}, keywords = [] }, at) => {
    const content = writeContent({
      title: cut(title, read),
      words: cut(words, read),
      keywords: keywords.map(([text, reading]) => (reading ? { text, reading } : { text })),
    });
    return indexedDoc(printed[at] as Doc, readContent(content), [{ text: head }]);
  },
);

export const find = (query: string, among = docs): Hit[] => answer(among, parseQuery(query));
export const found = (query: string, among = docs) => find(query, among).map(({ url }) => url);
export const atOnce = (query: string) =>
  answerFromWords(printed, parseQuery(query)).map(({ url }) => url);
export const meant = (query: string) =>
  answerDespiteSlips(docs, parseQuery(query)).map(({ url }) => url);
