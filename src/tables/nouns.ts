/**
 * What the plan consists of, a table each: the sheets of the workbook, in its order. A table's rows
 * are files of a folder, rows of a YAML list, or items of a list inside the files of another table.
 */
import { z } from 'zod';
import { collections, folders, type CollectionName, type FolderName } from '#model/collections.ts';
import { objectOf, words } from '#model/fields.ts';
import { activitySchema } from '#model/programme.ts';
import { unconfirmedSchema } from '#model/reading.ts';

export interface NounTable {
  /** Name of the sheet: what people call the noun. */
  sheet: string;
  schema: z.ZodType;
  /** `record`: a file that is one row. `readings`: the two lists of readings.yaml as one. */
  kept:
    | { as: 'files'; folder: FolderName }
    | { as: 'items'; folder: FolderName; list: string }
    | { as: 'record' | 'rows' | 'readings'; file: string };
  /** Header of the body of a file, where it has one. */
  body?: string;
  /** The table of what a row belongs to, and the header of its name. */
  owner?: { table: 'programmes' | 'sections'; header: string };
  /** The field that tells rows apart; a file has its name. */
  key?: string;
  /** Whether the order of the rows counts although no field holds it: the sheet has a column 順. */
  ordered?: boolean;
}

/** The table of a collection: of the files of a folder, or of a file that is one row or a list. */
function tableOf(name: CollectionName, sheet: string, more?: Partial<NounTable>): NounTable {
  const { schema, body, example: file } = collections[name];
  const isList = schema instanceof z.ZodArray;
  const isFolder = name in folders && name !== 'policy';
  return {
    sheet,
    schema: isList ? schema.element : schema,
    kept: isFolder
      ? { as: 'files', folder: name as FolderName }
      : { as: isList ? 'rows' : 'record', file },
    ...(body === 'words' && { body: '本文' }),
    ...more,
  };
}

/** A word and its reading. A row that nobody has confirmed has an empty 確かめた. */
const readingRowSchema = objectOf({
  word: words.describe('ことば'),
  reading: unconfirmedSchema.shape.reading.describe('読み'),
  confirmed: words
    .describe('確かめた')
    .meta({ meaning: '読みを確かめた人が「済」と書く。空なら、確かめていない読みとして示す' })
    .optional(),
  also: unconfirmedSchema.shape.also,
  note: unconfirmedSchema.shape.note,
});

export const nouns = {
  policy: tableOf('policy', '計画'),
  parts: tableOf('parts', '部'),
  goals: tableOf('goals', '目標'),
  principles: tableOf('principles', '考え方'),
  programmes: tableOf('programmes', '事業'),
  activities: {
    sheet: '取組',
    schema: activitySchema,
    kept: { as: 'items', folder: 'programmes', list: 'activities' },
    owner: { table: 'programmes', header: '事業名' },
    key: 'id',
    ordered: true,
  },
  sections: tableOf('sections', '課'),
  pledges: tableOf('pledges', '取組目標', {
    body: '取組目標',
    owner: { table: 'sections', header: '課' },
  }),
  corrections: tableOf('corrections', '訂正', { key: 'id', ordered: true }),
  readings: {
    sheet: '読み',
    schema: readingRowSchema,
    kept: { as: 'readings', file: 'readings.yaml' },
    key: 'word',
  },
  keywords: tableOf('keywords', '関連語', { key: 'for' }),
  redirects: tableOf('redirects', 'アドレスの案内', { key: 'from' }),
  terms: tableOf('terms', '画面での呼び方'),
  archive: tableOf('archive', 'ほかの計画', { key: 'address', ordered: true }),
  source: tableOf('source', 'もとの原文'),
} as const satisfies Record<string, NounTable>;

export type NounName = keyof typeof nouns;
export const nounNames = Object.keys(nouns) as NounName[];
export const nounTable = (name: NounName): NounTable => nouns[name];
