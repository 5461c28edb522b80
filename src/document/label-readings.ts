/** The readings of a plan with those of the interface's own words. */
import { memoized } from '#model/memoized.ts';
import type { Plan } from '#model/plan.ts';
import type { Readings } from '#model/reading.ts';
import labels from './label-readings.json' with { type: 'json' };

/** The plan's own reading of a word goes before the interface's. Always the same object. */
export const labelReadings = ({ readings }: Plan): Readings => withLabels(readings);

const withLabels = memoized((readings: Readings): Readings => {
  const missing = Object.entries(labels).filter(([word]) => !(word in readings.unconfirmed));
  return { ...readings, words: { ...Object.fromEntries(missing), ...readings.words } };
});
