/** A printed text as the scorer sees it: in normal form, and as it is read aloud. */
import type { Lexicon } from '#model/segment.ts';
import { normalizeWithOffsets, places } from './normal-form.ts';
import { soundOfKana } from './romaji.ts';

/** A text read aloud. */
export interface Spoken {
  sound: string;
  /** For each place in `sound` and for its end, the place in the normal form that is read there. */
  origins: number[];
}

export class PrintedText {
  readonly printed: string;
  readonly text: string;
  /** For each UTF-16 unit of `text`, the offset in `printed` that it came from. */
  readonly offsets: readonly number[];
  #lexicon: Lexicon;
  #spoken: Spoken | undefined;

  constructor(printed: string, lexicon: Lexicon) {
    this.printed = printed;
    const { text, offsets } = normalizeWithOffsets(printed);
    [this.text, this.offsets, this.#lexicon] = [text, offsets, lexicon];
  }

  /** Worked out when it is first asked for: most questions are in kanji. */
  get spoken(): Spoken {
    return (this.#spoken ??= this.#speak());
  }

  #speak(): Spoken {
    const origins: number[] = [];
    let [sound, end, next] = ['', 0, 0];
    for (const { text, reading } of this.#lexicon.segment(this.printed))
      for (const part of reading === undefined ? runs(text) : [text]) {
        const origin = next;
        end += part.length;
        while (next < this.text.length && (this.offsets[next] ?? 0) < end) next++;
        // A sign is not heard.
        if (next > origin) sound += soundOfKana(reading ?? part);
        while (origins.length < sound.length) origins.push(origin);
      }
    return { sound, origins: [...origins, this.text.length] };
  }
}

/** Stretches of kana and of anything else. */
const runs = (text: string) => text.match(/[ァ-ヶー]+|[ぁ-ゖー]+|[^ぁ-ゖァ-ヶー]+/gu) ?? [];

/** Whether a sound is heard somewhere from where a word begins. */
export const isHeardIn = ({ sound, origins }: Spoken, wanted: string) =>
  places(sound, wanted).some((index) => origins[index] !== origins[index - 1]);
