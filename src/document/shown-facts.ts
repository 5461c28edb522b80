/** What a noun shows as pairs of a label and a value. */
import { collections, type FolderName } from '#model/collections.ts';
import type { Fact } from '#model/fields.ts';
import { activitySchema } from '#model/programme.ts';
import { cellOf, columnsOf } from '#tables/columns.ts';

type Kind = Exclude<FolderName, 'pages'> | 'activities';

/** The fields that pages and editions place themselves, blocks of fields by the name of the block. */
const PLACED: Record<Kind, string> = {
  policy:
    'city ward title pointer goalsHeading programmesHeading pledgesHeading pledgesSubtitle facts official updated licence mascot',
  parts: 'order numeral heading lead subtitle holds',
  goals: 'order number title programmesTitle subtitle mottoWord listHeading facts',
  principles: 'order number title',
  programmes: 'number title goal group repeatedUnder sections otherOwners marks facts activities',
  activities: 'id text marks months',
  sections: 'name kana order facts',
  pledges: 'order units',
};

/** Its printed facts, then every other field that has a value: a new field is on its pages at once. */
export function shownFacts(kind: Kind, noun: object): Fact[] {
  const schema = kind === 'activities' ? activitySchema : collections[kind].schema;
  const placed = new Set(PLACED[kind].split(' '));
  const others = columnsOf(schema)
    .filter(({ path: [field = ''] }) => !placed.has(field))
    .map((column) => ({
      label: column.header,
      value: cellOf(column, { ...noun }).replaceAll('\n', '、'),
    }));
  const { facts = [] } = noun as { facts?: Fact[] };
  return [...facts, ...others.filter(({ value }) => value !== '')];
}
