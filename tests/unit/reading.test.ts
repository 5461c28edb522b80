import { expect, it } from 'vitest';
import { labelReadings } from '#document/label-readings.ts';
import { ruby, unread, type Readings } from '#model/reading.ts';
import { labels, t } from '#strings.ts';
import { smallPlan } from '../fixtures/small-plan.ts';

const read = (words: Readings['words']) => ({ words, unconfirmed: {} });

it.each([
  ['does not fit', '行う', 'おこない'],
  ['leaves its kanji without kana', '話し', 'し'],
  ['fits in several ways', '母は母', 'はははははは'],
])('names the word whose reading %s', (_, word, reading) => {
  expect(() => ruby(word, read({ [word]: reading }))).toThrow(word);
});

it('reads every label of the edition with readings', () => {
  const { lead, leadPart, notes, previous, next, spoken } = t.yomigana;
  const plan = smallPlan();
  const { unconfirmed, unconfirmedLead, readings: note } = labels(plan);
  const shown = [
    ...[lead, leadPart, unconfirmed, unconfirmedLead, note, notes, previous, next],
    ...[...Object.values(spoken), ...Object.values(t.nav), t.skip, t.home, t.search.button],
  ];
  const known = labelReadings({ ...plan, readings: read({}) });
  for (const label of shown) {
    expect(unread(label, known)).toEqual([]);
    expect(() => ruby(label, known)).not.toThrow();
  }
});
