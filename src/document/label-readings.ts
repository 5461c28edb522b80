/** The readings of a plan with those of the interface's own words. */
import type { Readings } from '#model/reading.ts';
import type { Plan } from '#model/plan.ts';
import { t } from '#strings.ts';

const known = new WeakMap<Readings, Readings>();

/** The plan's own reading of a word goes before the interface's. Always the same object. */
export function labelReadings({ readings }: Plan): Readings {
  const others = Object.entries(t.yomigana.readings).filter(
    ([word]) => !(word in readings.unconfirmed),
  );
  const all = known.get(readings) ?? {
    ...readings,
    words: { ...Object.fromEntries(others), ...readings.words },
  };
  known.set(readings, all);
  return all;
}
