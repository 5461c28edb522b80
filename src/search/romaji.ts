/**
 * How a text sounds, in Latin letters: of kana and of romaji the same, whichever way it is romanised
 * (shi and si, ti for チ and ティ) and however its long vowels are written (bosai, bousai, bōsai).
 */
import { romaji } from '#text/kana.ts';

/** From the spellings of romaji to one, in this order. */
const SPELLINGS: readonly [RegExp, string][] = [
  [/[\u0302\u0304]|(?<=[a-z])['-]/g, ''],
  [/l/g, 'r'],
  [/v/g, 'b'],
  [/tch/g, 'ch'],
  [/([ksthmyrwgzdbpcj])\1/g, '$1'],
  [/sh(?=i)/g, 's'],
  [/sh/g, 'sy'],
  [/ch(?=i)/g, 't'],
  [/ch/g, 'ty'],
  [/ts/g, 't'],
  [/dz/g, 'z'],
  [/j(?=i)/g, 'z'],
  [/jy?/g, 'zy'],
  [/f/g, 'h'],
  [/m(?=[bmp])/g, 'n'],
  [/wo/g, 'o'],
  [/([aiueo])\1+/g, '$1'],
  [/ou+/g, 'o'],
];
const ROMAJI = /^(?:(?:[ksthmrgzdbpn]y|[ksthmyrwgzdbpn])?[aiueo]|n)+$/;

const soundOf = (letters: string) =>
  SPELLINGS.reduce((sound, [pattern, by]) => sound.replace(pattern, by), letters.toLowerCase());

/** The sound of kana; other characters stay as they are. */
export const soundOfKana = (text: string): string => soundOf(romaji(text));

/** The sound of a word in romaji; undefined where it is none from end to end. */
export function soundOfRomaji(word: string): string | undefined {
  const sound = soundOf(word.normalize('NFD'));
  return ROMAJI.test(sound) ? sound : undefined;
}
