/** A small plan of a ward that is not there, as the search sees it. */
import { candidateOf, type Reading, type StoredRecord } from '#search/candidate.ts';
import { parseQuery } from '#search/parse-query.ts';
import { rank, type Hit } from '#search/score.ts';
import data from '#search/homophones.json' with { type: 'json' };

export const readings: readonly Reading[] = [
  ['海辺', 'うみべ'],
  ['清掃', 'せいそう'],
  ['砂浜', 'すなはま'],
  ['海水浴', 'かいすいよく'],
  ['雪道', 'ゆきみち'],
  ['見回り', 'みまわり'],
  ['通学路', 'つうがくろ'],
  ['支援', 'しえん'],
  ['船舶', 'せんぱく'],
  ['灯台', 'とうだい'],
  ['点検', 'てんけん'],
  ['登録', 'とうろく'],
  ['港課', 'みなとか'],
  ['ごみ拾い', 'ごみひろい'],
  ['夏の海', 'なつのうみ'],
  ['大雪', 'おおゆき'],
  ['見守り', 'みまもり'],
  ['免許', 'めんきょ'],
];

const record = ({
  synonyms = [],
  ...rest
}: Partial<Omit<StoredRecord, 'synonyms'>> &
  Pick<StoredRecord, 'url' | 'kind'> & { synonyms?: readonly string[] }): StoredRecord => ({
  goals: [],
  sections: [],
  months: [],
  titles: [],
  heads: [],
  passages: [],
  synonyms: synonyms.map((word) => readings.find(([one]) => one === word) ?? [word, word]),
  ...rest,
});

const records = [
  record({
    url: '/p/umi',
    kind: 'programme',
    titles: ['海辺の清掃事業'],
    heads: ['港課'],
    passages: [{ text: '砂浜の清掃とボランティアの受付(6～8月)。安全・安心な海水浴' }],
    months: [6, 7, 8],
    synonyms: ['ごみ拾い', 'ビーチ', '夏の海'],
  }),
  record({
    url: '/p/yuki',
    kind: 'programme',
    titles: ['雪道見回り事業'],
    heads: ['森課'],
    passages: [{ text: '通学路の雪かきを支援します(1月)' }],
    months: [1],
    synonyms: ['大雪', '見守り'],
  }),
  record({
    url: '/s/minato/#fune',
    kind: 'pledge',
    titles: ['船舶係', '灯台担当'],
    heads: ['港課'],
    passages: [{ text: '灯台の点検と船の登録を丁寧に案内します。海辺の安全を守ります。' }],
    synonyms: ['ヨット', '免許'],
  }),
  record({ url: '/s/minato/', kind: 'section', titles: ['港課'] }),
];

/** As a page prints them. */
export const printed = records.map((one) => candidateOf({ ...one, synonyms: [] }));
/** As the index holds them. */
export const stored = records.map((one): StoredRecord => ({ ...one, readings }));
export const indexed = stored.map((one) => candidateOf(one));

export const find = (query: string, among = indexed): Hit[] => rank(among, parseQuery(query));
export const found = (query: string, among = indexed) => find(query, among).map(({ url }) => url);
/** What the page's own words answer. */
export const atOnce = (query: string) =>
  find(query, printed).flatMap(({ url, tier }) => (tier === 'surface' ? [url] : []));

export const homophones = data.groups.split(' ');
