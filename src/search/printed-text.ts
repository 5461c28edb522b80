/** A printed text as the scorer sees it: in normal form, and as it is read aloud. */
import type { Lexicon } from '#model/segment.ts';
import { normalize, normalizeWithOffsets, places, type Script } from './normal-form.ts';
import { soundOfKana } from './romaji.ts';

/** A text read aloud. */
export interface Spoken {
  text: string;
  /** For each place in `text` and for its end, the place in the normal form that is read there. */
  origins: number[];
}

/** A word of the text with its reading, both in normal form. */
export interface Word {
  text: string;
  kana: string;
}

export class PrintedText {
  readonly printed: string;
  /** In normal form. */
  readonly text: string;
  readonly offsets: readonly number[];
  readonly scripts: readonly Script[];
  #lexicon: Lexicon;
  #kana: Spoken | undefined;
  #sound: Spoken | undefined;
  #words: Word[] = [];

  constructor(printed: string, lexicon: Lexicon) {
    this.printed = printed;
    ({
      text: this.text,
      offsets: this.offsets,
      scripts: this.scripts,
    } = normalizeWithOffsets(printed));
    this.#lexicon = lexicon;
  }

  /** In hiragana where the readings are known. */
  get kana(): Spoken {
    return (this.#kana ??= this.#spoken(false));
  }
  /** In Latin letters where the readings are known. */
  get sound(): Spoken {
    return (this.#sound ??= this.#spoken(true));
  }
  get words(): readonly Word[] {
    return this.kana.text === '' ? [] : this.#words;
  }

  #spoken(isSound: boolean): Spoken {
    const spoken: Spoken = { text: '', origins: [] };
    const add = (text: string, originOf: (at: number) => number) => {
      for (let at = 0; at < text.length; at++) spoken.origins.push(originOf(at));
      spoken.text += text;
    };
    let [end, from, to] = [0, 0, 0];
    for (const { text: written, reading } of this.#lexicon.segment(this.printed)) {
      for (const part of reading === undefined && isSound ? runs(written) : [written]) {
        end += part.length;
        while (to < this.text.length && (this.offsets[to] ?? 0) < end) to++;
        const [start, text] = [from, this.text.slice(from, to)];
        from = to;
        if (reading === undefined) {
          if (isSound) add(soundOfKana(part), () => start);
          else add(text, (at) => start + at);
          continue;
        }
        const kana = normalize(reading);
        if (!isSound) this.#words.push({ text, kana });
        add(isSound ? soundOfKana(reading) : kana, () => start);
      }
    }
    spoken.origins.push(this.text.length);
    return spoken;
  }
}

/** Stretches of kana and of anything else. */
const runs = (text: string) => text.match(/[ァ-ヶー]+|[ぁ-ゖー]+|[^ぁ-ゖァ-ヶー]+/gu) ?? [];

/** Whether a word is read somewhere from where one begins. */
export const isReadIn = ({ text, origins }: Spoken, word: string) =>
  places(text, word).some((at) => origins[at] !== origins[at - 1]);
