/** What one record has of one run of a question. */
import type { Doc, Keyword } from './doc.ts';
import { accidental, covered, everyday, printed, read } from './evidence.ts';
import { isKana } from './fold.ts';
import type { Group, Run } from './query.ts';
import { bound, stem } from './verb.ts';

/** How much of one run of a question a record has: `share` from nothing (0) to all of it (1). */
export interface Part {
  share: number;
  /** Only the beginning or the end of a word. */
  near?: true;
  /** An everyday word stands over this run and more. */
  spelt?: true;
  value: number;
  marks: string[];
  keywords: Keyword[];
}

const NO_PART: Part = { share: 0, value: 0, marks: [], keywords: [] };

/** What the record has of a run; `runs`: how many were asked. */
export function partOf(doc: Doc, group: Group, run: Run, runs: number): Part {
  const spanning = doc.keywords.filter(({ literal }) => spells(group, literal, run));
  if (spanning[0])
    return { share: 1, spelt: true, value: 1.6, marks: [run.text], keywords: [spanning[0]] };
  const one = run.text.length === 1;
  if (one && runs > 1) return bound(group, run) ? NO_PART : lone(doc, run.text, stem(group, run));
  const katakana = group.scripts[run.from] === 'k';
  const literal = katakana && accidental(doc, run.text) ? 0 : printed(doc, run.text);
  const keyword = everyday(doc, run.text, one);
  const reading = /^[ぁ-ゖ]+$/.test(run.text) ? read(doc, run.text, katakana ? 'k' : 'h') : 0;
  const value = Math.max(literal, keyword.value, reading);
  const made = doc.keywords.find(
    ({ parts }) =>
      parts.length > 1 && parts.includes(run.text) && !(run.text.length < 3 && isKana(run.text)),
  );
  if (made && value < 50)
    return { share: 1, value: 1.4, marks: [run.text], keywords: literal > 0 ? [] : [made] };
  if (value > 0)
    return {
      ...(literal > 0 || reading > 0 || keyword.value >= 50
        ? { share: 1 }
        : { share: 0.75, near: true }),
      value: 1 + (literal >= 90 ? 75 : keyword.value >= 50 ? 70 : Math.min(value, 60)) / 100,
      marks: [run.text],
      keywords:
        keyword.keyword && keyword.value > Math.max(literal, reading) ? [keyword.keyword] : [],
    };
  if (one) return NO_PART;
  const { share, pieces } = covered(doc, run.text);
  return { share, value: share ** 2 / pieces.length || 0, marks: pieces, keywords: [] };
}

/** Whether an everyday word of kanji and kana stands over this run: もの忘れ, 預け(る), 亡くなった(とき). */
function spells({ text, scripts }: Group, word: string, run: Run): boolean {
  if (scripts[run.from] === 'h') return false;
  for (let at = word.indexOf(run.text); at >= 0; at = word.indexOf(run.text, at + 1)) {
    if (!text.slice(0, run.from).endsWith(word.slice(0, at))) continue;
    const end = run.from + run.text.length;
    const more = word.slice(at + run.text.length);
    let same = 0;
    while (same < more.length && text[end + same] === more[same]) same++;
    if (
      at + same > 0 &&
      (same > 0 || same === more.length) &&
      !/\p{Script=Han}/u.test(more.slice(same))
    )
      return true;
  }
  return false;
}

/**
 * One kanji counts as a word of its own, less where it begins or ends another (穴, 離職), and not
 * inside one: 本 is not in 日本最大級. A verb is not another word's end: 会う is not in 展示会.
 */
function lone(doc: Doc, char: string, verb: boolean): Part {
  const place = new RegExp(`(\\p{Script=Han}*)${char}(\\p{Script=Han}*)`, 'gu');
  let share = 0;
  const look = (text: string) => {
    if (!text.includes(char)) return;
    for (const { 1: before, 2: after } of text.matchAll(place))
      share = Math.max(share, before && after ? 0 : before || after ? (verb ? 0 : 0.75) : 1);
  };
  for (const { literal } of [...doc.titles, doc.heads, doc.words]) look(literal);
  const printedShare = share;
  for (const { literal } of doc.keywords) look(literal);
  const keyword = doc.keywords.find(({ literal }) => literal.includes(char));
  return {
    share,
    ...(share > 0 && { near: true }),
    value: share,
    marks: [char],
    keywords: share > printedShare && keyword ? [keyword] : [],
  };
}
