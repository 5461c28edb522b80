/** Everyday words that a resident may search by, for what the plan calls by an official name. */
import { z } from 'zod';
import { ids, type Say } from './consistency.ts';
import { objectOf, words } from './fields.ts';

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

const byId = z
  .record(z.string(), list, { error: 'idと関連語の一覧' })
  .describe('id ごとの関連語。漢字のことばには読みを添える: 地震（じしん）');

/** For each kind, the id of a noun and its words. A pledge is named by its file: `section/unit`. */
export const keywordsSchema = objectOf({
  programmes: byId,
  sections: byId,
  pledges: byId,
  goals: byId,
  lookalikes: z
    .array(words, { error: '字のまとまりの一覧' })
    .optional()
    .describe('この計画の漢字と、取り違えやすい漢字のまとまり: 俣股又'),
});
export type Keywords = z.infer<typeof keywordsSchema>;

export const NO_KEYWORDS: Keywords = { programmes: {}, sections: {}, pledges: {}, goals: {} };

/** Reports words for nouns that the plan does not have. */
export function unknownKeywordIds(
  keywords: Keywords,
  known: Record<Exclude<keyof Keywords, 'lookalikes'>, ReadonlyMap<string, unknown>>,
  say: Say,
) {
  for (const kind of Object.keys(known) as (keyof typeof known)[])
    for (const id of Object.keys(keywords[kind]))
      if (!known[kind].has(id))
        say('keywords.yaml', `${kind}.${id}`, id, `${kind}/ にあるid: ${ids(known[kind])}`);
}
