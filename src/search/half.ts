/** Words that are half converted: 防さい and ぼう災 for 防災（ぼうさい）. */
import type { Doc, Field } from './doc.ts';

/** Compounds are cut into words by their readings: 国民年金 may be two. */
const WORDS = 3;
const PARTICLE = /^[のがをにはもへやとで]$/;

/** The kanji word of the record that the typed one, folded, is with some of its kanji in kana. */
export function halfConverted(doc: Doc, typed: string): string | undefined {
  const runs = typed.match(/\p{Script=Han}+|[ぁ-ゖ]+/gu) ?? [];
  if (runs.length < 2 || runs.join('') !== typed || runs.some((run) => PARTICLE.test(run)))
    return undefined;
  const pattern = (kana: boolean) =>
    new RegExp(`^${runs.map((run) => (/^[ぁ-ゖ]/.test(run) === kana ? run : '.+')).join('')}$`);
  const [printed, aloud] = [pattern(false), pattern(true)];
  const fits = ({ literal, kana }: { literal: string; kana: string }) =>
    printed.test(literal) && /^[\p{Script=Han}々]+$/u.test(literal) && aloud.test(kana);
  for (const field of [...doc.titles, doc.heads, doc.words])
    for (const word of neighbours(field)) if (fits(word)) return word.literal;
  return doc.keywords.find(fits)?.literal;
}

function neighbours({ words }: Field) {
  return words.flatMap((_, from) =>
    Array.from({ length: WORDS }, (_, more) => {
      const joined = words.slice(from, from + more + 1);
      const join = (of: 'literal' | 'kana') => joined.map((word) => word[of]).join('');
      return { literal: join('literal'), kana: join('kana') };
    }),
  );
}
