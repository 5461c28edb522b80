/** Everyday words that a resident may search by, for what the plan calls by an official name. */
import { z } from 'zod';
import type { AddFault } from './consistency.ts';
import { objectOf, words } from './fields.ts';
import { fieldPath } from './problem.ts';

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

const list = z
  .array(keyword, { error: '関連語の一覧' })
  .min(1, { error: '関連語を1つ以上' })
  .superRefine((all, context) => {
    const seen = new Set<string>();
    for (const [index, printed] of all.entries()) {
      const { word } = readKeyword(printed) ?? { word: printed };
      if (seen.has(word))
        context.addIssue({
          code: 'custom',
          path: [index],
          message: '同じ一覧の中で一度だけ出る関連語',
        });
      seen.add(word);
    }
  });

const NOUN = '事業、課、取組目標、目標のファイルの場所（例: programmes/jigyo-no-id）';

export const keywordsOfNounSchema = objectOf({
  for: z
    .string({ error: NOUN })
    .regex(/^(?:programmes|sections|pledges|goals)\/[a-z0-9-]+(?:\/[a-z0-9-]+)?$/, { error: NOUN })
    .describe('何の関連語か: content/ の中のファイルの名前から .mdx を除いたもの')
    .meta({ errorMessage: NOUN, header: '対象', meaning: '何の関連語か', refers: 'any' }),
  words: list.describe('関連語。漢字のことばには読みを添える: 地震（じしん）'),
});

export const keywordsSchema = z.array(keywordsOfNounSchema, { error: '関連語の行の一覧' });
export type Keywords = z.infer<typeof keywordsSchema>;

/** The words for a noun by its place, such as `goals/midori`. */
export const keywordsFor = (keywords: Keywords, place: string): Keyword[] =>
  keywords
    .filter((row) => row.for === place)
    .flatMap((row) => row.words.flatMap((printed) => readKeyword(printed) ?? []));

type Kind = 'programmes' | 'sections' | 'pledges' | 'goals';

/** Reports words for nouns that the plan does not have, and nouns that have two rows. */
export function keywordFaults(
  keywords: Keywords,
  content: Record<Kind, readonly { id: string }[]>,
  addFault: AddFault,
) {
  const seen = new Set<string>();
  for (const [index, { for: place }] of keywords.entries()) {
    const field = fieldPath([index, 'for']);
    const slash = place.indexOf('/');
    const kind = place.slice(0, slash) as Kind;
    const ids = content[kind].map(({ id }) => id);
    if (!ids.includes(place.slice(slash + 1)))
      addFault('keywords.yaml', field, place, `${kind}/ にあるid: ${ids.join('、')}`);
    else if (seen.has(place)) addFault('keywords.yaml', field, place, '一度だけ出る事業や課など');
    seen.add(place);
  }
}
