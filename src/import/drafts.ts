/** Drafts of readings and of ids that nobody has given yet, from a dictionary on this machine. */
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { IpadicFeatures, Tokenizer } from '@sglkc/kuromoji';
import { textsOfPlan } from '#model/link.ts';
import type { Plan } from '#model/plan.ts';
import { ruby, segment, toKana, unread, type Readings } from '#model/reading.ts';
import { ownIdOf, type NounRow } from '#tables/noun-rows.ts';
import { partsOf, type Data } from '#text/content-file.ts';
import { hiragana, romaji } from '#text/kana.ts';
import { rewriteYaml } from './rewrite-file.ts';
import wholeWords from './whole-words.json' with { type: 'json' };

let loading: Promise<Tokenizer<IpadicFeatures>> | undefined;

/** Loaded once it is asked for: the dictionary takes a second and 100 MB. */
const dictionary = (): Promise<Tokenizer<IpadicFeatures>> =>
  (loading ??= import('@sglkc/kuromoji').then(({ default: { builder } }) => {
    const dicPath = fileURLToPath(new URL('../dict', import.meta.resolve('@sglkc/kuromoji')));
    const made = builder({ dicPath });
    return promisify(made.build.bind(made))();
  }));

/** Words that the dictionary cuts or reads otherwise than an office does; `#` is a number. */
const WHOLE: ReadonlyMap<string, string> = new Map(Object.entries(wholeWords));
const CUT = new RegExp(`(${[...WHOLE.keys()].join('|').replaceAll('#', '[0-9]+')})`, 'u');

/**
 * The words of a text in order, each with its reading, in katakana if it is the dictionary's own.
 */
async function wordsOf(text: string): Promise<{ word: string; reading: string | undefined }[]> {
  const tokens = await dictionary();
  return text.split(CUT).flatMap((piece, index) => {
    if (index % 2 === 1) {
      const [number = ''] = /[0-9]+/u.exec(piece) ?? [];
      const reading = WHOLE.get(piece.replace(/[0-9]+/u, '#'))?.replace('#', number);
      return { word: piece, reading };
    }
    return tokens.tokenize(piece).map(({ surface_form: word, reading }) => ({
      word,
      reading: reading === '*' ? undefined : reading,
    }));
  });
}

const KANJI = /\p{Script=Han}/u;

/**
 * The words with kanji that have no reading, each with a draft of one, in the order of the text.
 */
export async function draftReadings(
  text: string,
  readings: Readings,
): Promise<Map<string, string>> {
  const drafts = new Map<string, string>();
  for (const part of segment(text, readings)) {
    if (part.reading !== undefined || !KANJI.test(part.text)) continue;
    for (const { word, reading = '' } of await wordsOf(part.text)) {
      // A word that is printed with katakana is read with them.
      const draft = /[ァ-ヶ]/u.test(word) ? reading : hiragana(reading);
      if (KANJI.test(word) && fits(word, draft)) drafts.set(word, draft);
    }
  }
  return drafts;
}

/** Whether a reading leaves the kana and digits of its word as they are printed. */
function fits(word: string, reading: string): boolean {
  try {
    ruby(word, { words: { [word]: reading }, unconfirmed: {} });
    return reading !== '' && !KANJI.test(reading);
  } catch {
    return false;
  }
}

/** The words of a text, each in kana: as it is read here, else as the dictionary reads it. */
export async function wordsInKana(text: string, readings: Readings): Promise<string[]> {
  const words = await wordsOf(text);
  return words.map(({ word, reading }) => {
    const known = toKana(word, readings);
    return KANJI.test(known) ? (reading ?? known) : known;
  });
}

/** A row of `readings.yaml`. `note`: the sentence that the word stands in. */
export type DraftedReading = Record<'word' | 'reading' | 'note', string>;

/** For the words of a plan that have no reading: each once, in the order of the plan. */
export async function missingReadings(plan: Plan): Promise<DraftedReading[]> {
  const drafts = new Map<string, DraftedReading>();
  for (const text of [...textsOfPlan(plan).values()].flat()) {
    if (unread(text, plan.readings).length === 0) continue;
    const sentences = text.match(/[^。\n]+。?/gu) ?? [];
    for (const [word, reading] of await draftReadings(text, plan.readings)) {
      const sentence = sentences.find((each) => each.includes(word))?.trim() ?? text;
      if (!drafts.has(word))
        drafts.set(word, { word, reading, note: `辞書による下書き: ${sentence}` });
    }
  }
  return [...drafts.values()];
}

/** The text of `readings.yaml` with the drafts behind its unconfirmed readings. */
export function withUnconfirmed(text: string, drafts: readonly DraftedReading[]): string {
  const { unconfirmed = [], ...rest } = partsOf('readings.yaml', text).data as Data;
  return rewriteYaml(text, { ...rest, unconfirmed: [...(unconfirmed as object[]), ...drafts] });
}

const MAX_WORDS = 5;

/** The id of a new row, from what it is called. */
export async function draftId(
  name: string,
  beside: readonly Pick<NounRow, 'key'>[],
  readings: Readings,
): Promise<string> {
  // Brackets hold the time of an activity.
  const spoken = name.replaceAll(/[(（][^)）]*[)）]/gu, '');
  return freeId(idOfKana(await wordsInKana(spoken, readings)) || 'id', beside);
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
export const romanised = (kana: string): string =>
  romaji(kana)
    .toLowerCase()
    .replaceAll('cch', 'tch')
    .replaceAll(/o[ou]+/g, 'o')
    .replaceAll(/uu+/g, 'u')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

/** The id, with a number behind it where a row beside it has it. */
export function freeId(id: string, beside: readonly Pick<NounRow, 'key'>[]): string {
  const taken = new Set(beside.map(({ key }) => ownIdOf(key)));
  let free = id;
  for (let count = 2; taken.has(free); count += 1) free = `${id}-${String(count)}`;
  return free;
}
