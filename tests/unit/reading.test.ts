import { expect, it } from 'vitest';
import { ruby, segment, unread, type Readings } from '#model/reading.ts';
import { labelReadings } from '#document/label-readings.ts';
import { labels, t } from '#strings.ts';
import { smallPlan } from '../fixtures/small-plan.ts';

const read = (words: Readings['words'], unconfirmed: Readings['unconfirmed'] = {}) => ({
  words,
  unconfirmed,
});
const doubtful = { reading: 'がかり', also: 'かかり', note: '確認が必要です。' };

it('refuses a word that is empty, or both confirmed and unconfirmed', () => {
  expect(() => segment('川', read({ 係: 'かかり' }, { 係: doubtful }))).toThrow('係');
  expect(() => segment('川', read({ '': 'かわ' }))).toThrow('empty word');
});

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
