import type { z } from 'zod';
import { id, listOf, ordinal, record, words } from './fields.ts';

const activity = record({ id, text: words });

/** A programme with its activities; `goal` and `sections` name other files by id. */
export const programmeSchema = record({
  number: ordinal,
  title: words,
  goal: id,
  sections: listOf(id, '担当課のid'),
  activities: listOf(activity, '取組'),
});

export type ProgrammeData = z.infer<typeof programmeSchema>;
