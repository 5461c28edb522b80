/** The rules by which words are compared. */
import { describe, expect, it } from 'vitest';
import { excerpt, highlight } from '#search/highlight.ts';
import { kanaRows } from '#search/kana-rows.ts';
import { normalize, normalizeWithOffsets } from '#search/normal-form.ts';
import { PrintedText } from '#search/printed-text.ts';
import { parseQuery } from '#search/query.ts';
import { takeMonths } from '#search/query-months.ts';
import { soundOfKana, soundOfRomaji } from '#search/romaji.ts';
import thesaurus from '#search/thesaurus.json' with { type: 'json' };
import { lexiconOf } from '#search/words.ts';
import { Lexicon } from '#model/segment.ts';

describe('the normal form', () => {
  it.each([
    ['ＤＶ', 'dv'],
    ['ボランティア', 'ぼらんていあ'],
    ['ﾎﾞｰﾙ', 'ぼる'],
    ['か\u3099', 'が'],
    ['國民', '国民'],
    ['保土ケ谷', '保土が谷'],
    ['3ヶ月', '3か月'],
    ['三ヶ月', '3か月'],
    ['月一回', '月1回'],
    ['九校', '9校'],
    ['十回', '10回'],
    ['三十四回', '34回'],
    ['H25', '平成25'],
    ['R7年', '令和7年'],
    ['一丸', '一丸'],
    ['安全・安心', '安全安心'],
  ])('of %s is %s', (text, expected) => {
    expect(normalize(text)).toBe(expected);
  });

  it('knows where each character came from', () => {
    const { text, offsets } = normalizeWithOffsets('第三十四回・ﾊﾟﾝ');
    expect(text).toBe('第34回ぱん');
    expect(offsets).toEqual([0, 1, 2, 4, 6, 8]);
  });
});

describe('the sound of romaji', () => {
  it.each([
    ['ぼうさい', ['bosai', 'bousai', 'bōsai']],
    ['ボランティア', ['borantia']],
    ['タウンミーティング', ['taunmitingu', 'taunmiitingu']],
    ['ズーラシア', ['zurasia', 'zuurashia']],
    ['しんぶん', ['shinbun', 'shimbun']],
    ['まっちゃ', ['matcha', 'maccha']],
    ['ちず', ['chizu', 'tizu']],
    ['ジャズ', ['jazu', 'zyazu']],
    ['フェア', ['fea']],
  ])('is that of %s', (kana, written) => {
    expect(written.map(soundOfRomaji)).toEqual(written.map(() => soundOfKana(kana)));
  });

  it.each(['disaster', 'tax', 'csv', 'jazz', ''])('is not heard in %j', (word) => {
    expect(soundOfRomaji(word)).toBeUndefined();
  });
});

describe('what a question asks for', () => {
  const fiscalYear = { printed: '平成25年度', start: 2013 };
  const whole = (typed: string) => parseQuery(typed, fiscalYear, new Lexicon()).whole.text;

  it('is left when the question is taken off, but for a word in hiragana', () => {
    expect(whole('選挙について知りたい')).toBe('選挙');
    expect(whole('ごみはどこ')).toBe('ごみはどこ');
    expect(whole('さかな')).toBe('さかな');
    expect(whole('魚k')).toBe('魚');
  });
});

describe('the months of a question', () => {
  const fiscalYear = { printed: '平成25年度', start: 2013 };
  const months = (query: string) => {
    const { months = new Set(), rest } = takeMonths(
      query.normalize('NFKC').toLowerCase(),
      fiscalYear,
    );
    return [[...months].sort((a, b) => a - b), rest];
  };

  it.each([
    ['８月', [8], ''],
    ['十二月', [12], ''],
    ['はちがつのまつり', [8], 'まつり'],
    ['7～9月', [7, 8, 9], ''],
    ['6月から11月', [6, 7, 8, 9, 10, 11], ''],
    ['10-12月', [10, 11, 12], ''],
    ['7・9月', [7, 9], ''],
    ['11月から2月', [1, 2, 11, 12], ''],
    ['冬の行事', [1, 2, 12], '行事'],
    ['2014年3月', [3], ''],
    ['平成26年3月', [3], ''],
    ['H26.3', [3], ''],
    ['2014年', [1, 2, 3], ''],
    ['8月の講座', [8], '講座'],
  ])('in %s', (query, expected, rest) => {
    expect(months(query)).toEqual([expected, rest]);
  });

  it.each(['3か月', '月曜', '13月', '夏休み', '月4回', '月額', '2012年', '秋田'])(
    'are none in %s',
    (query) => {
      expect(months(query)).toEqual([[], query]);
    },
  );
});

it('reads words by what stands beside them, and longer ones by the shorter', () => {
  const lexicon = lexiconOf(['介護（かいご）', '予防（よぼう）', 'ケア']);
  expect(['介護予防', 'ケア'].map((word) => lexicon.toKana(word))).toEqual([
    'かいごよぼう',
    'ケア',
  ]);
});

it('has no word twice in a group of the thesaurus, and a reading for each kanji', () => {
  const kanjiAlone = /(?:^| )[^ （<]*\p{Script=Han}[^ （]*(?= |$)/u;
  for (const group of [...thesaurus.groups, ...thesaurus.site]) {
    const words = group.split(/ < | /).map((word) => word.replace(/（.*/u, ''));
    expect(new Set(words).size, group).toBe(words.length);
    expect(group).not.toMatch(kanjiAlone);
    expect(group).not.toMatch(/（[^）]*[^ぁ-ゖァ-ヶー0-9）][^）]*）/u);
  }
});

describe('what is shown of a text', () => {
  const lexicon = new Lexicon([['防災', 'ぼうさい']]);
  const shown = (text: string, ...marks: string[]) =>
    highlight(new PrintedText(text, lexicon), marks).flatMap(({ text, marked }) =>
      marked ? [text] : [],
    );

  it('marks words as they are printed, read or heard', () => {
    expect(shown('第三十四回ズーラシア駅伝', '34回', 'zurasia')).toEqual(['三十四回ズーラシア']);
    expect(shown('防災の日', 'bosai')).toEqual(['防災']);
  });

  it('is the sentence of the first hit, and what follows until it is long enough', () => {
    const text = new PrintedText(`${'あ'.repeat(80)}。防災${'い'.repeat(80)}。う。`, lexicon);
    const stretches = excerpt(text, ['防災']);
    expect(stretches.map(({ text }) => text).join('')).toMatch(/^…防災い+。…$/);
    expect(stretches.find(({ marked }) => marked)?.text).toBe('防災');
  });
});

it('sorts by reading into the rows of the syllabary', () => {
  const rows = kanaRows(['みなと', 'あさひ', 'がけ', 'ア', 'X'].map((kana) => ({ kana })));
  expect(rows.map(({ head, items }) => [head, ...items.map(({ kana }) => kana)])).toEqual([
    ['あ', 'ア', 'あさひ'],
    ['か', 'がけ'],
    ['ま', 'みなと'],
    ['', 'X'],
  ]);
});
