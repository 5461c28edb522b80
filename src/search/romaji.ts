/**
 * How a text sounds, in Latin letters: of kana and of romaji the same, whichever way it is romanised
 * (shi and si, ti for チ and ティ) and however its long vowels are written (bosai, bousai, bōsai). `N`
 * is ん.
 */
import { hiragana } from './normal-form.ts';
import language from './language.json' with { type: 'json' };

const VOWELS = 'aiueo';
const SYLLABLES = new Map(Object.entries(language.kana));
for (const [consonant, row] of Object.entries(language.rows))
  for (const [at, kana] of [...row].entries()) SYLLABLES.set(kana, consonant + VOWELS.charAt(at));
const GLIDES = new Map(Object.entries(language.glides));
const SHORT = 'ぁぃぅぇぉ';
const SPELLINGS = language.romaji.map(
  ([from = '', to = '']) => [new RegExp(from, 'g'), to] as const,
);
const LONG = [[/([aiueo])\1+/g, '$1'] as const, [/ou+/g, 'o'] as const];
const ROMAJI = /^(?:(?:[ksthmrgzdbpn]y|[ksthmyrwgzdbpn])?[aiueo]|N)+$/;

const spelled = (text: string, rules: readonly (readonly [RegExp, string])[]) =>
  rules.reduce((so, [pattern, by]) => so.replace(pattern, by), text);

/** The sound of kana; other characters stay as they are. */
export function soundOfKana(text: string): string {
  let sound = '';
  for (const char of text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, hiragana)) {
    const short = VOWELS.charAt(SHORT.indexOf(char));
    if (GLIDES.has(char)) sound = sound.replace(/[aiueo]$/, '') + (GLIDES.get(char) ?? '');
    else if (SHORT.includes(char))
      sound =
        sound
          .replace(/(^|[^a-z])u$/, '$1w')
          .replace(/i$/, 'y')
          .replace(/[ueo]$/, '') + short;
    else sound += SYLLABLES.get(char) ?? char;
  }
  return spelled(sound, LONG);
}

/** The sound of a word in romaji; undefined where it is none from end to end. */
export function soundOfRomaji(word: string): string | undefined {
  const sound = spelled(spelled(word.normalize('NFD').toLowerCase(), SPELLINGS), LONG);
  return ROMAJI.test(sound) ? sound : undefined;
}
