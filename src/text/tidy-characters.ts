/**
 * Characters that come along when words are copied from a word processor, a PDF or an old system,
 * and are no part of them. An editing tool puts them right; `npm run check` names them.
 */

/** Variation selectors belong to a kanji (葛󠄀) or an emoji, joiners and tags to emoji alone. */
export const INVISIBLE =
  /[[\p{Cf}\p{Zl}\p{Zp}\u034F\u115F\u1160\u3164]--[\u200D\u{E0020}-\u{E007F}]]|(?<!\p{Script=Han})[\uFE00-\uFE02\u{E0100}-\u{E01EF}]|[\uFE03-\uFE0D]|(?<!\p{Extended_Pictographic}|[0-9#*](?=.\u20E3))[\uFE0E\uFE0F]|(?<!\p{Emoji_Modifier}|\p{Extended_Pictographic}\uFE0F?)\u200D|\u200D(?!\p{Extended_Pictographic})|(?<!🏴[\u{E0020}-\u{E007F}]*)[\u{E0020}-\u{E007F}]/v;
export const HALF_WIDTH_KANA = /[\uFF61-\uFF9F]/u;
export const RADICAL = /[\u2E80-\u2FDF]/u;
export const ODD_SPACE = /[\p{Zs}--[ \u3000]]/v;
export const CONTROL = /[\p{Cc}--[\n]]/v;

/** What a word processor writes for a new line within a paragraph. */
const LINE_BREAK = /[\r\v\f\u0085\u2028\u2029]/;
/** Of the radicals that Unicode itself does not map to a kanji: those that Japanese words hold. */
const KANJI_OF_RADICALS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'⺟母⺠民⺩王⺶羊⺼肉⺾艹⻁虎⻄西⻆角⻑長⻗雨⻘青⻝食⻤鬼⻨麦⻩黄⻫斉⻭歯⻯竜⻲亀'.matchAll(
      /(.)(.)/gu,
    ),
  ].map(([, radical = '', kanji = '']) => [radical, kanji]),
);

/** Each with what takes the place of what it finds; in this order. */
const REPAIRS: readonly [RegExp, (found: string) => string][] = [
  [LINE_BREAK, () => '\n'],
  [/\t/, () => ' '],
  [CONTROL, () => ''],
  [INVISIBLE, () => ''],
  [ODD_SPACE, () => ' '],
  [HALF_WIDTH_KANA, (kana) => kana.normalize('NFKC')],
  [RADICAL, (radical) => KANJI_OF_RADICALS[radical] ?? radical.normalize('NFKC')],
  // A letter and its marks.
  [/\P{M}\p{M}*/u, (letter) => letter.normalize('NFC')],
];

/** White space that the text of a line may not have around it: only an item of a list is indented. */
const AROUND_LINES = /[ \u3000]+$|^[ \u3000]+(?![ \u3000]|(?:-|\d+\.) )/gmu;

/**
 * A text with its odd characters put right, and how many there were: half-width kana, letters apart
 * from their marks (NFD), radicals (⽇), special spaces, invisible and control characters. The white
 * space around the text and its lines goes uncounted, as does the CR of CRLF.
 */
export function tidyCharacters(given: string): { text: string; count: number } {
  let count = 0;
  const repaired = REPAIRS.reduce(
    (text, [{ source, flags }, repair]) =>
      text.replace(new RegExp(source, `g${flags}`), (found) => {
        const right = repair(found);
        if (right !== found) count += 1;
        return right;
      }),
    given.replaceAll('\r\n', '\n'),
  );
  return { text: repaired.normalize('NFC').replace(AROUND_LINES, '').trim(), count };
}
