/**
 * How a text sounds, in Latin letters: of kana and of romaji the same, whichever way it is romanised
 * (shi and si, ti for チ and ティ) and however its long vowels are written (bosai, bousai, bōsai). `N` is ん.
 */
const ROWS: Record<string, string> = {
  ...{ '': 'あいうえお', k: 'かきくけこ', s: 'さしすせそ', t: 'たちつてと', n: 'なにぬねの' },
  ...{ h: 'はひふへほ', m: 'まみむめも', y: 'や ゆ よ', r: 'らりるれろ', w: 'わ', g: 'がぎぐげご' },
  ...{ z: 'ざじずぜぞ', d: 'だぢづでど', b: 'ばびぶべぼ', p: 'ぱぴぷぺぽ' },
};
const VOWELS = 'aiueo';
const SYLLABLES = new Map<string, string>([
  ...Object.entries(ROWS).flatMap(([consonant, row]) =>
    [...row].map((kana, at): [string, string] => [kana, consonant + VOWELS.charAt(at)]),
  ),
  ...Object.entries({ ん: 'N', を: 'o', ゔ: 'bu', ぢ: 'zi', づ: 'zu', っ: '', ー: '' }),
]);
const GLIDES: Record<string, string> = { ゃ: 'ya', ゅ: 'yu', ょ: 'yo', ゎ: 'wa' };
const SHORT = 'ぁぃぅぇぉ';
/** From the spellings of romaji to one, in this order. */
const SPELLINGS: readonly [RegExp, string][] = [
  [/n'/g, 'N'],
  [/[\u0302\u0304]|(?<=[a-zN])['-]/g, ''],
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
  [/m(?=[bmp])|n(?![aiueoy])/g, 'N'],
  [/wo/g, 'o'],
];
const LONG: readonly [RegExp, string][] = [
  [/([aiueo])\1+/g, '$1'],
  [/ou+/g, 'o'],
];
const ROMAJI = /^(?:(?:[ksthmrgzdbpn]y|[ksthmyrwgzdbpn])?[aiueo]|N)+$/;

const spelled = (text: string, rules: typeof LONG) =>
  rules.reduce((so, [pattern, by]) => so.replace(pattern, by), text);

/** The sound of kana; other characters stay as they are. */
export function soundOfKana(text: string): string {
  let sound = '';
  for (const char of text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, hiragana)) {
    const glide = GLIDES[char];
    const short = VOWELS.charAt(SHORT.indexOf(char));
    if (glide !== undefined) sound = sound.replace(/[aiueo]$/, '') + glide;
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

const hiragana = (katakana: string) => String.fromCharCode(katakana.charCodeAt(0) - 0x60);
