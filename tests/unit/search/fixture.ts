/** A small plan of a ward that is not there, as the search sees it. */
import { PlanSearch } from '#search/plan-search.ts';
import { FORM, type PlanWords, type StoredRecord } from '#search/record.ts';

const words: PlanWords = {
  form: FORM,
  printed: [
    ...['海辺（うみべ）', '清掃（せいそう）', '砂浜（すなはま）', '海水浴（かいすいよく）'],
    ...['雪道（ゆきみち）', '見回り（みまわり）', '通学路（つうがくろ）', '支援（しえん）'],
    ...['船舶（せんぱく）', '灯台（とうだい）', '点検（てんけん）', '登録（とうろく）'],
    '港課（みなとか）',
  ].join('|'),
  keywords: {
    '/p/umi': 'ごみ拾い（ごみひろい）|ビーチ',
    '/p/yuki': '大雪（おおゆき）',
    '/s/minato/#fune': '免許（めんきょ）',
  },
  groups: [
    '掃除（そうじ） 清掃 クリーン < 草取り（くさとり）',
    '祭り（まつり） まつり お祭り（おまつり）',
    '港（みなと） ハーバー',
  ],
};

const record = (rest: Partial<StoredRecord> & Pick<StoredRecord, 'url'>): StoredRecord => ({
  kind: 'programme',
  goals: [],
  sections: [],
  months: [],
  titles: [],
  heads: [],
  passages: [],
  ...rest,
});

const records = [
  record({
    url: '/p/umi',
    titles: ['海辺の清掃事業'],
    heads: ['港課'],
    passages: [
      {
        text: '砂浜の清掃とボランティアの受付(6～8月)。安全・安心な海水浴',
        id: 'a',
        months: [6, 7, 8],
      },
    ],
    months: [6, 7, 8],
  }),
  record({
    url: '/p/yuki',
    titles: ['雪道見回り事業'],
    heads: ['森課'],
    passages: [
      { text: '通学路の雪かきを支援します(1月)', id: 'a', months: [1] },
      { text: '冬まつりの開催(8月)', id: 'b', months: [8] },
    ],
    months: [1, 8],
  }),
  record({
    url: '/s/minato/#fune',
    kind: 'pledge',
    titles: ['船舶係', '灯台担当'],
    heads: ['港課'],
    passages: [{ text: '灯台の点検と船の登録を月1回、丁寧に案内します。海辺の安全を守ります。' }],
  }),
  record({ url: '/s/minato/', kind: 'section', titles: ['港課'] }),
];

export const search = new PlanSearch(records, { printed: '平成25年度', start: 2013 }, words);

export const find = (query: string, homophones?: readonly string[]) =>
  search.search(query, homophones);
export const found = (query: string, homophones?: readonly string[]) =>
  find(query, homophones).map(({ record }) => record.stored.url);
