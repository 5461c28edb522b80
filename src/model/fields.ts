/**
 * The kinds of value a content file may hold. Every rule carries, as its error,
 * the Japanese sentence of what is expected: the reader of that sentence edits words, not code.
 * An editor (VS Code) shows the same sentence: it reads `errorMessage` from the JSON Schema.
 */
import { z } from 'zod';

const typed = (expected: string) => z.string({ error: expected });
/** Text of one form, and what is expected in words. */
const text = (kind: string, form: RegExp, expected: string) =>
  typed(kind).regex(form, { error: expected }).meta({ errorMessage: expected });

/** One line of the ward's own words: not empty, no white space at either end, no line break. */
export const words = text(
  '1行の文',
  /^\S(?:[^\n]*\S)?$/u,
  '1行の文（空にせず、前後に空白を入れない）',
);

const ONE_NAME = '一つに一つの名前（「、」で並べず、項目を分ける）';
/** One name of a list of names. */
export const name = words.regex(/^[^、]*$/u, { error: ONE_NAME }).meta({ errorMessage: ONE_NAME });

/** A permanent id: romanised, lower case. It becomes part of an address and is never changed. */
export const id = text(
  'ローマ字のid',
  /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
  '小文字のローマ字・数字・ハイフンのid（例: hana-no-michi）',
);

/** A reading in hiragana. */
export const kana = text('ひらがなの読み', /^[ぁ-ゖー・]+$/u, 'ひらがなの読み（例: そうむか）');

/** A printed number, counted from 1. */
export const ordinal = z
  .int({ error: '1以上の整数' })
  .min(1, { error: '1以上の整数' })
  .meta({ errorMessage: '1以上の整数' });

/** A calendar month. */
export const month = z
  .int({ error: '1から12までの月' })
  .min(1, { error: '1から12までの月' })
  .max(12, { error: '1から12までの月' })
  .meta({ errorMessage: '1から12までの月' });

/** A percentage of certainty, 0 to 100. */
export const percent = z
  .int({ error: '0から100までの整数' })
  .min(0, { error: '0から100までの整数' })
  .max(100, { error: '0から100までの整数' })
  .meta({ errorMessage: '0から100までの整数' });

const DATE = '実在する日付（年-月-日。例: 2000-01-31）';
/** A day as `2000-01-31`. */
export const date = z.iso.date({ error: DATE }).meta({ errorMessage: DATE });

/** A list with at least `min` items; `what` names an item in Japanese. */
export const listOf = <T extends z.ZodType>(item: T, what: string, min = 1) =>
  z
    .array(item, { error: `${what}の一覧` })
    .min(min, { error: `${what}を${String(min)}つ以上` })
    .meta({ errorMessage: min > 0 ? `${what}を${String(min)}つ以上` : `${what}の一覧` });

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

/** A place in the order, which a printed number gives where nothing else does. */
export const placeOf = ({ order, number = 0 }: Placed): number => order ?? number;

/** Of {@link printedPlace} there is one field at least; for `refine`, which reports `NO_PLACE`. */
export const hasPlace = ({ order, number }: Placed): boolean =>
  order !== undefined || number !== undefined;
export const NO_PLACE = {
  error: '0より大きい数。番号が印刷されているときは、number だけでもよい',
  path: ['order'],
};

/**
 * A block of fields in which an unknown field is an error. `moved`: what is expected instead of a
 * field that there once was.
 */
export const objectOf = <T extends z.core.$ZodShape>(
  shape: T,
  moved: Readonly<Record<string, string>> = {},
) =>
  z
    .strictObject(shape, {
      error: (issue) =>
        issue.code === 'unrecognized_keys'
          ? (moved[issue.keys[0] ?? ''] ?? `次の項目だけ: ${Object.keys(shape).join('、')}`)
          : `次の項目のまとまり: ${Object.keys(shape).join('、')}`,
    })
    .meta({ errorMessage: `次の項目のまとまり: ${Object.keys(shape).join('、')}` });

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
