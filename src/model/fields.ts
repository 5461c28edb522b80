/**
 * The kinds of value a content file may hold. Every rule carries, as its error,
 * the Japanese sentence of what is expected: the reader of that sentence edits words, not code.
 * An editor (VS Code) shows the same sentence: it reads `errorMessage` from the JSON Schema.
 */
import { z } from 'zod';

/** Text of one form. `kind` is what is expected instead of a value that is no text. */
export const text = (form: RegExp, expected: string, kind = expected) =>
  z.string({ error: kind }).regex(form, { error: expected }).meta({ errorMessage: expected });

/** One line of the ward's own words: not empty, no white space at either end, no line break. */
export const words = text(
  /^\S(?:[^\n]*\S)?$/u,
  '1行の文（空にせず、前後に空白を入れない）',
  '1行の文',
);

/** Words of one form. */
export const wordsLike = (form: RegExp, expected: string) =>
  words.regex(form, { error: expected }).meta({ errorMessage: expected });

/** One name of a list of names. */
export const name = wordsLike(/^[^、]*$/u, '一つに一つの名前（「、」で並べず、項目を分ける）');

/** A permanent id: romanised, lower case. It becomes part of an address and is never changed. */
export const id = text(
  /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
  '小文字のローマ字・数字・ハイフンのid（例: hana-no-michi）',
  'ローマ字のid',
);

/** A reading in hiragana. */
export const kana = text(/^[ぁ-ゖー・]+$/u, 'ひらがなの読み（例: そうむか）', 'ひらがなの読み');

export const whole = (expected: string, min: number, max = Number.MAX_SAFE_INTEGER) =>
  z
    .int({ error: expected })
    .min(min, { error: expected })
    .max(max, { error: expected })
    .meta({ errorMessage: expected });

/** A printed number, counted from 1. */
export const ordinal = whole('1以上の整数', 1);
/** A calendar month. */
export const month = whole('1から12までの月', 1, 12);
/** A percentage of certainty, 0 to 100. */
export const percent = whole('0から100までの整数', 0, 100);

const DATE = '実在する日付（年-月-日。例: 2000-01-31）';
/** A day as `2000-01-31`. */
export const date = z.iso.date({ error: DATE }).meta({ errorMessage: DATE });

/** A list with at least `min` items; `what` names an item in Japanese. */
export const listOf = <T extends z.ZodType>(item: T, what: string, min = 1) =>
  z
    .array(item, { error: `${what}の一覧` })
    .min(min, { error: `${what}を${String(min)}つ以上` })
    .meta({ errorMessage: min > 0 ? `${what}を${String(min)}つ以上` : `${what}の一覧` });

/** A check that reports each item of a list whose key an earlier one has, at `field` of the item. */
export const distinctBy =
  <Item>(keyOf: (item: Item) => unknown, message: string, field?: string) =>
  (items: readonly Item[], context: z.RefinementCtx) => {
    const seen = new Set();
    for (const [index, item] of items.entries()) {
      const path = field === undefined ? [index] : [index, field];
      if (seen.has(keyOf(item))) context.addIssue({ code: 'custom', path, message });
      seen.add(keyOf(item));
    }
  };

/** A place in an order; need not be whole, and may leave gaps: only the order counts. */
export const position = z
  .number({ error: '0より大きい数' })
  .positive({ error: '0より大きい数' })
  .meta({ errorMessage: '0より大きい数' });

/** Where a noun stands, and the number that is printed before its title, if any. */
export const printedPlace = {
  order: position.describe('並びの順。小さい順に並ぶ。番号の順と同じなら書かない').optional(),
  number: ordinal.describe('番号。印刷されているときだけ書く').optional(),
};

interface Placed {
  order?: number | undefined;
  number?: number | undefined;
}

/** A place in the order, which a printed number gives where nothing else does; 0 is none. */
export const placeOf = ({ order, number = 0 }: Placed): number => order ?? number;
/** What `refine(placeOf, …)` reports. */
export const NO_PLACE = {
  error: '0より大きい数。番号が印刷されているときは、number だけでもよい',
  path: ['order'],
};

/**
 * A block of fields in which an unknown field is an error. `moved`: what is expected instead of a
 * field that there once was.
 */
export function objectOf<T extends z.core.$ZodShape>(
  shape: T,
  moved: Readonly<Record<string, string>> = {},
) {
  const names = Object.keys(shape).join('、');
  const errorMessage = `次の項目のまとまり: ${names}`;
  return z
    .strictObject(shape, {
      error: (issue) =>
        issue.code === 'unrecognized_keys'
          ? (moved[issue.keys[0] ?? ''] ?? `次の項目だけ: ${names}`)
          : errorMessage,
    })
    .meta({ errorMessage });
}

/** Printed pairs such as 予算額, 指標, 電話. Shown, searched and exported as they are. */
export const facts = listOf(
  objectOf({ label: words.describe('項目の名前'), value: words.describe('印刷のとおりの内容') }),
  '項目（label と value）',
)
  .describe('項目と内容。予算額、指標、電話など、印刷のとおりに')
  .meta({ header: '項目', meaning: '予算額などの項目と内容（1行に1つ、「項目: 内容」）' });
export type Fact = z.infer<typeof facts>[number];
/** A printed pair as one line. */
export const factText = ({ label, value }: Fact): string => `${label} ${value}`;

/** Printed marks such as 新規, 拡充, 重点. */
export const marks = listOf(words, '印')
  .describe('印。新規、拡充、重点など、印刷のとおりに')
  .meta({ header: '印', meaning: '新規、拡充などの印（欄の中で改行）' });
