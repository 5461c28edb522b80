/** Words that are half converted, 防さい and ぼう災 for 防災（ぼうさい）, or half typed, ぼうさいk. */
import type { Doc, Field } from './doc.ts';
import { isKana } from './fold.ts';

/** Compounds are cut into words by their readings: 国民年金 may be two. */
const WORDS = 3;
const PARTICLE = /^[のがをにはもへやとで]$/;

/** Letters that the input method has not made into kana yet. */
export const HALF_TYPED = /(?<=[ぁ-ゖ\p{Script=Han}])[a-z]{1,3}(?=[ぁ-ゖ]|$)/u;

/** The kanji word of the record that the typed one, folded, is with some of its kanji in kana. */
export function halfConverted(doc: Doc, typed: string): string | undefined {
  const runs = typed.match(/\p{Script=Han}+|[ぁ-ゖ]+/gu) ?? [];
  if (runs.length < 2 || runs.join('') !== typed || runs.some((run) => PARTICLE.test(run)))
    return undefined;
  const kept = (kana: boolean) => runs.map((run) => (isKana(run) === kana ? run : undefined));
  const [printed, aloud] = [kept(false), kept(true)];
  const fits = ({ literal, kana }: Word) =>
    matches(literal, printed) && /^[\p{Script=Han}々]+$/u.test(literal) && matches(kana, aloud);
  for (const field of [...doc.titles, doc.heads, doc.words]) {
    if (printed.some((run) => run !== undefined && !field.literal.includes(run))) continue;
    for (const word of neighbours(field)) if (fits(word)) return word.literal;
  }
  return doc.keywords.find(fits)?.literal;
}

/**
 * Whether a text is these runs from end to end, undefined standing for one character and more.
 * Each known run is taken where it comes first, so that the work grows with the text and no faster.
 */
function matches(text: string, runs: readonly (string | undefined)[]): boolean {
  let at = 0;
  for (const [index, run] of runs.entries()) {
    if (run === undefined) continue;
    const least = index === 0 ? 0 : at + 1;
    const found = index === runs.length - 1 ? text.length - run.length : text.indexOf(run, least);
    if (found < least || !text.startsWith(run, found) || (index === 0 && found > 0)) return false;
    at = found + run.length;
  }
  return runs.at(-1) !== undefined || at < text.length;
}

type Word = Pick<Field['words'][number], 'literal' | 'kana'>;

function neighbours({ words }: Field): Word[] {
  return words.flatMap((_, from) =>
    Array.from({ length: WORDS }, (_, more) => {
      const joined = words.slice(from, from + more + 1);
      const join = (of: 'literal' | 'kana') => joined.map((word) => word[of]).join('');
      return { literal: join('literal'), kana: join('kana') };
    }),
  );
}
