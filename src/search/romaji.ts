/** Latin letters as the kana that they may be meant for, in normal form (きゃ is きや). */

const VOWELS = 'aiueo';
const ROWS: Record<string, string> = {
  '': 'あいうえお',
  k: 'かきくけこ',
  s: 'さしすせそ',
  t: 'たちつてと',
  n: 'なにぬねの',
  h: 'はひふへほ',
  m: 'まみむめも',
  y: 'や ゆ よ',
  r: 'らりるれろ',
  w: 'わ   を',
  g: 'がぎぐげご',
  z: 'ざじずぜぞ',
  d: 'だじずでど',
  b: 'ばびぶべぼ',
  p: 'ぱぴぷぺぽ',
};
/** Consonants that begin with a kana of their own: sha is し and や. */
const LEADS: Record<string, string> = { sh: 'し', ch: 'ち', j: 'じ', ts: 'つ', f: 'ふ' };
const SYLLABLE =
  /(sh|ch|ts|[kgnhbpmrsztdj]y|[kstnhmyrwgzdbpjf]?)([aiueo])|n['-]?|m(?=[bp])|t(?=ch)|([a-z])(?=\3)/gy;
/** bosai is ぼさい and ぼうさい: of so many spellings at most, further vowels are read as short. */
const MOST = 32;

/** The spellings of a word in kana, shortest first; none if it is not romaji from end to end. */
export function kanaSpellings(word: string): string[] {
  // Without macrons (bōsai), and without hyphens but that of shin-yokohama.
  const latin = word.normalize('NFD').replaceAll(/[\u0302\u0304]|(?<!n)-/g, '');
  let spellings = [''];
  SYLLABLE.lastIndex = 0;
  let end = 0;
  for (const { 0: syllable, 1: lead = '', 2: vowel, index } of latin.matchAll(SYLLABLE)) {
    end = index + syllable.length;
    const kana = vowel === undefined ? (/^[nm]/.test(syllable) ? 'ん' : 'つ') : kanaOf(lead, vowel);
    if (kana === '') return [];
    const long = vowel === 'o' ? ['', 'う', 'お'] : vowel === 'u' ? ['', 'う'] : [''];
    const wide = spellings.length * long.length > MOST ? [''] : long;
    spellings = wide.flatMap((more) => spellings.map((spelling) => spelling + kana + more));
  }
  return end === latin.length && latin !== '' ? spellings : [];
}

function kanaOf(consonant: string, vowel: string): string {
  const at = VOWELS.indexOf(vowel);
  const [first = '', y] =
    consonant.length === 2 && consonant.endsWith('y') ? consonant : [consonant];
  const lead = y ? (ROWS[first]?.charAt(1) ?? LEADS[first]) : LEADS[consonant];
  if (lead === undefined) return ROWS[consonant]?.charAt(at).trim() ?? '';
  if (consonant === 'f' || consonant === 'ts')
    return vowel === 'u' ? lead : lead + 'あいうえお'.charAt(at);
  return !y && vowel === 'i' ? lead : lead + 'やいゆえよ'.charAt(at);
}
