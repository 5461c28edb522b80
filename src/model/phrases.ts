/** A few words in brackets, such as a time: no line breaks in them where a line holds 17 letters. */
export const SHORT_NOTE = /([(（][^()（）]{1,8}[)）])/u;

/**
 * Cuts a heading where a line may break: after closing and before opening brackets, after commas,
 * middle dots and white space, and where hiragana gives way to another script, which is mostly the end of a phrase
 * (文節). A leading お or ご stays with its word. Nothing is cut in a short note. Joined, the phrases
 * are the text.
 */
export function phrases(text: string): string[] {
  return text.split(
    /(?![^()（）]{0,8}[)）])(?:(?<=[」』”）)、。・\s]|[^\s]～)(?=[^」』”）)、。・～\s])|(?<=\s)(?=～)|(?<=[^「『“（(])(?=[「『“（(])|(?<=[ぁ-ん])(?<!(?:^|[^ぁ-ん])[おご])(?=[\p{Script=Han}\p{Script=Katakana}A-Za-z0-9]))/u,
  );
}
