/** Joins the draft of a transcription with the draft of tables of the same plan. */
import { oneOf, type Draft } from './draft.ts';

/**
 * The tables know ids and say which words belong to which field; the text alone knows the policy,
 * the words of the goals and the principles. Of programmes and of pledges, the tables' are taken
 * where there are any. Goals and sections are the same where their names are.
 */
export function merged(text: Draft, tables: Draft): Draft {
  const goals = [...text.goals];
  const sections = [...(tables.pledges.length > 0 ? tables.sections : text.sections)];
  const same =
    <Noun extends { id?: string | undefined }>(all: Noun[], nameOf: (noun: Noun) => string) =>
    (noun: Noun): Noun => {
      const known = oneOf(all, nameOf, nameOf(noun), () => noun);
      known.id ??= noun.id;
      return known;
    };
  const goalOf = same(goals, ({ title }) => title);
  const sectionOf = same(sections, ({ name }) => name);
  for (const goal of tables.goals) goalOf(goal);
  for (const section of tables.sections) sectionOf(section);
  const { programmes } = tables.programmes.length > 0 ? tables : text;
  const { pledges } = tables.pledges.length > 0 ? tables : text;
  return {
    ...text,
    goals,
    sections,
    programmes: programmes.map((programme) => ({
      ...programme,
      goal: goalOf(programme.goal),
      repeatedUnder: programme.repeatedUnder.map(goalOf),
      sections: programme.sections.map(sectionOf),
    })),
    pledges: pledges.map((pledge) => ({ ...pledge, section: sectionOf(pledge.section) })),
    corrections: tables.corrections,
  };
}
