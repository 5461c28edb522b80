/**
 * Words with their readings as the files of the search hold them: `地震（じしん）`, and without the
 * reading where the words before already tell it.
 */
import { Lexicon } from '#model/segment.ts';
import type { Reading } from './record.ts';

const WORD = /^(?<word>[^（）]+)(?:（(?<kana>[^（）]+)）)?$/u;

/** Learns the words that it is given, in their order. `readings`: those that are known before. */
export class RelatedWords {
  #lexicon: Lexicon;

  constructor(readings: Iterable<Reading>) {
    this.#lexicon = new Lexicon(readings);
  }

  read(written: string): Reading {
    const { word = written, kana } = WORD.exec(written)?.groups ?? {};
    if (kana !== undefined) this.#lexicon.add({ word, reading: kana, unconfirmed: false });
    return [word, kana ?? this.#lexicon.toKana(word)];
  }

  /** A word as `read` takes it. */
  write([word, kana]: Reading): string {
    if (this.#lexicon.toKana(word) === kana) return word;
    this.#lexicon.add({ word, reading: kana, unconfirmed: false });
    return `${word}（${kana}）`;
  }
}
