/** Ids drafted from kana: Hepburn without signs for long vowels, loan words as people write them. */
import { toRomaji } from 'wanakana';

const MAX_WORDS = 5;

/** Kana with a small vowel that stand for sounds of other languages. */
const LOAN_SOUNDS: readonly (readonly [string, string])[] = [
  ...pairs('ファフィフェフォフュ', ['fa', 'fi', 'fe', 'fo', 'fyu']),
  ...pairs('ティディトゥドゥテュデュ', ['ti', 'di', 'tu', 'du', 'tyu', 'dyu']),
  ...pairs('ウィウェウォ', ['wi', 'we', 'uo']),
  ...pairs('ヴァヴィヴェヴォ', ['ba', 'bi', 'be', 'bo']),
  ...pairs('ツァツィツェツォ', ['tsa', 'tsi', 'tse', 'tso']),
  ...pairs('シェジェチェイェスィズィ', ['she', 'je', 'che', 'ie', 'si', 'zi']),
  ...pairs('クァクィクェクォグァ', ['kua', 'kui', 'kue', 'kuo', 'gua']),
  ['ヴ', 'bu'],
  ['ヲ', 'o'],
];

/** Two characters of `kana` for each of the sounds. */
function pairs(kana: string, sounds: readonly string[]): [string, string][] {
  return sounds.map((sound, index) => [kana.slice(index * 2, index * 2 + 2), sound]);
}

/** `saigai-ni-tsuyoi` for さいがい, に, つよい. An id begins with a letter; empty if nothing is left. */
export const idOfKana = (words: readonly string[]): string =>
  words
    .map(romanised)
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS)
    .join('-')
    .replace(/^[0-9-]+/, '');

/** Kana in the letters of an id: `koho` for こうほう, `pati` for パーティー. */
export function romanised(kana: string): string {
  const katakana = kana
    .normalize('NFKC')
    .replaceAll(/[ぁ-ゖ]/gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0x60));
  const sounded = LOAN_SOUNDS.reduce(
    (text, [sound, letters]) => text.replaceAll(sound, letters),
    katakana.replaceAll('ー', ''),
  );
  return toRomaji(sounded)
    .toLowerCase()
    .replaceAll('cch', 'tch')
    .replaceAll(/o[ou]+/g, 'o')
    .replaceAll(/uu+/g, 'u')
    .replaceAll("'", '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/** The id, with a number behind it where it is taken. */
export function freeId(id: string, taken: ReadonlySet<string>, otherwise: string): string {
  const wanted = id || otherwise;
  if (!taken.has(wanted)) return wanted;
  for (let count = 2; ; count += 1)
    if (!taken.has(`${wanted}-${String(count)}`)) return `${wanted}-${String(count)}`;
}
