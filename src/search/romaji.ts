/**
 * How a text sounds, in Latin letters: of kana and of romaji the same, whichever way it is romanised
 * (shi and si, ti for チ and ティ) and however its long vowels are written (bosai, bousai, bōsai). `N`
 * is ん.
 */
import { romaji } from '#text/kana.ts';
import language from './language.json' with { type: 'json' };

/** From the spellings of romaji to one, in their order. */
const SPELLINGS = language.romaji.map(
  ([from = '', to = '']) => [new RegExp(from, 'g'), to] as const,
);
const ROMAJI = /^(?:(?:[ksthmrgzdbpn]y|[ksthmyrwgzdbpn])?[aiueo]|N)+$/;

const soundOf = (letters: string) =>
  SPELLINGS.reduce((sound, [pattern, by]) => sound.replace(pattern, by), letters);

/** The sound of kana; other characters stay as they are. */
export const soundOfKana = (text: string): string =>
  soundOf(romaji(text.toLowerCase().replaceAll(/[んンﾝ]/gu, 'N')));

/** The sound of a word in romaji; undefined where it is none from end to end. */
export function soundOfRomaji(word: string): string | undefined {
  const sound = soundOf(word.normalize('NFD').toLowerCase());
  return ROMAJI.test(sound) ? sound : undefined;
}
