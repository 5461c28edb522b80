import { expect, it } from 'vitest';
import { chapterHref, chaptersOf } from '#document/chapters.ts';
import { documentOf, flatten } from '#document/blocks.ts';
import { byPhrase, markedText } from '#document/marked.ts';
import { fullId, urls } from '#urls.ts';
import { smallPlan } from '../fixtures/small-plan.ts';

const plan = smallPlan();
const [goal] = plan.goals;
const [section] = plan.sections;
if (!goal || !section) throw new Error('an empty plan');

it('parts the document into the policy, the programmes of a goal, the pledges of a section', () => {
  expect(chaptersOf(plan).map(({ id }) => id)).toEqual([
    'policy',
    fullId.goalProgrammes(goal),
    ...plan.sections.map(fullId.section),
  ]);
});

it('has one chapter for sections that pledge nothing', () => {
  const names = smallPlan();
  names.pledges = [];
  for (const one of names.sections) one.pledges = [];
  expect(chaptersOf(names).at(-1)?.id).toBe(fullId.pledges());
});

it('has each place of the whole text in one chapter, but for the headings above several', () => {
  const places = flatten(documentOf(plan)).flatMap(({ block }) => block.id ?? []);
  const groups = chaptersOf(plan).map(({ group }) => group?.id);
  const lost = places.filter((id) => chapterHref(plan, id) === undefined);
  expect(lost.filter((id) => !groups.includes(id))).toEqual([]);
  const own = fullId.section(section);
  expect(chapterHref(plan, own)).toBe(urls.yomiganaChapter(own));
});

it('cuts a heading by its phrases, never in a word that has a reading', () => {
  const readings = { words: { 読み上げ: 'よみあげ' }, unconfirmed: {} };
  const text = '音の読み上げとことば';
  const pieces = markedText(text, [], readings).flatMap((group) => group.pieces);
  const phrases = byPhrase(pieces, text).map((phrase) =>
    phrase.flatMap(({ parts }) => parts.map(({ base }) => base)).join(''),
  );
  expect(phrases).toEqual(['音の', '読み上げとことば']);
});
