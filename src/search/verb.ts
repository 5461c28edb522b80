/** Verbs in a question, whose stems are kanji like any noun. */
import type { Group, Run } from './query.ts';

/** Whether the run is the stem of a verb: hiragana that is no particle follows. */
export const stem = ({ text, scripts }: Group, { text: word, from }: Run) =>
  scripts[from + word.length] === 'h' &&
  !/[のがをにはもへやとで]/.test(text[from + word.length] ?? '');

/** Whether a kanji ends a noun that the stem of a verb begins: no 家 in 空き家, but 先 in 預け先. */
export const bound = ({ text, scripts }: Group, { text: word, from }: Run) =>
  word.length === 1 &&
  !'方先時日中後前'.includes(word) &&
  scripts[from - 1] === 'h' &&
  /\p{Script=Han}(?:て|[ぁ-ゖ]?[きぎしちびみりえけげせべめれ])$/u.test(text.slice(0, from));
