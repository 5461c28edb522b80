/** Drafts for the words of a plan that have no reading, as unconfirmed rows of `readings.yaml`. */
import { textsOfPlan } from '#model/link.ts';
import type { Plan } from '#model/plan.ts';
import { unread } from '#model/reading.ts';
import { partsOf, type Data } from '#text/content-file.ts';
import { draftReadings } from './draft-readings.ts';
import { rewriteYaml } from './rewrite-file.ts';

export interface DraftedReading {
  word: string;
  reading: string;
  /** The sentence that the word stands in. */
  note: string;
}

/** Each word once, in the order of the plan. */
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
