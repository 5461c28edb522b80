/** Everyday words that a resident may search by, for what the plan calls by an official name. */
import { z } from 'zod';
import { distinctBy, objectOf, text, words } from './fields.ts';

export interface Keyword {
  word: string;
  /** In hiragana; the word itself where it has no kanji. */
  reading: string;
}

const FORM = /^(?<word>[^（）()]+?)(?:（(?<reading>[ぁ-ゖー・0-9]+)）)?$/u;
const EXPECTED = '関連語。漢字があれば全角のかっこで読みを添える（例: 地震（じしん））';

/** `地震（じしん）`, or a word in kana or letters alone. */
export function readKeyword(printed: string): Keyword | undefined {
  const { word = '', reading } = FORM.exec(printed)?.groups ?? {};
  const read = /\p{Script=Han}/u.test(word) === (reading !== undefined);
  return word.trim() === word && word !== '' && read
    ? { word, reading: reading ?? word }
    : undefined;
}

const keyword = words.refine((printed) => readKeyword(printed) !== undefined, { error: EXPECTED });

const wordIn = (printed: string) => readKeyword(printed)?.word ?? printed;

export const keywordsOfNounSchema = objectOf({
  for: text(
    /^(?:programmes|sections|pledges|goals)\/[a-z0-9-]+(?:\/[a-z0-9-]+)?$/,
    '事業、課、取組目標、目標のファイルの場所（例: programmes/jigyo-no-id）',
  )
    .describe('何の関連語か: content/ の中のファイルの名前から .mdx を除いたもの')
    .meta({ header: '対象', meaning: '何の関連語か', refers: 'any' }),
  words: z
    .array(keyword, { error: '関連語の一覧' })
    .min(1, { error: '関連語を1つ以上' })
    .superRefine(distinctBy(wordIn, '同じ一覧の中で一度だけ出る関連語'))
    .describe('関連語。漢字のことばには読みを添える: 地震（じしん）'),
});

export const keywordsSchema = z
  .array(keywordsOfNounSchema, { error: '関連語の行の一覧' })
  .superRefine(distinctBy((row) => row.for, '一度だけ出る事業や課など', 'for'));
export type Keywords = z.infer<typeof keywordsSchema>;

/** The words for a noun by its place, such as `goals/midori`. */
export const keywordsFor = (keywords: Keywords, place: string): Keyword[] =>
  keywords
    .filter((row) => row.for === place)
    .flatMap((row) => row.words.flatMap((printed) => readKeyword(printed) ?? []));
