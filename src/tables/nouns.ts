/**
 * What the plan consists of, a table each: the sheets of the workbook, in its order. A table's rows
 * are files of a folder, rows of a YAML list, or items of a list inside the files of another table.
 */
import type { z } from 'zod';
import {
  collections,
  folders,
  yamlFiles,
  type FolderName,
  type YamlName,
} from '#model/collections.ts';
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
    | { as: 'record'; file: string }
    | { as: 'rows'; file: string }
    | { as: 'readings'; file: string }
    | { as: 'items'; of: 'programmes'; list: string };
  /** Header of the body of a file, where it has one. */
  body?: string;
  /** The table of what a row belongs to, and the header of its name. */
  owner?: { table: 'programmes' | 'sections'; header: string };
  /** The field that tells rows apart; a file has its name. */
  key?: string;
  /** Whether the order of the rows counts although no field holds it: the sheet has a column 順. */
  ordered?: boolean;
}

const files = (folder: FolderName, sheet: string, body?: string): NounTable => ({
  sheet,
  schema: folders[folder].schema,
  kept: { as: 'files', folder },
  ...(body && { body }),
});
const record = (name: YamlName | 'policy', sheet: string): NounTable => ({
  sheet,
  schema: collections[name].schema,
  kept: { as: 'record', file: collections[name].example },
});
const rows = (
  name: 'archive' | 'corrections' | 'keywords' | 'redirects',
  sheet: string,
  key: string,
): NounTable => ({
  sheet,
  schema: yamlFiles[name].schema.element,
  kept: { as: 'rows', file: yamlFiles[name].example },
  key,
});

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
  policy: record('policy', '計画'),
  parts: files('parts', '部', '本文'),
  goals: files('goals', '目標', '本文'),
  principles: files('principles', '考え方', '本文'),
  programmes: files('programmes', '事業', '本文'),
  activities: {
    sheet: '取組',
    schema: activitySchema,
    kept: { as: 'items', of: 'programmes', list: 'activities' },
    owner: { table: 'programmes', header: '事業名' },
    key: 'id',
    ordered: true,
  },
  sections: files('sections', '課'),
  pledges: {
    ...files('pledges', '取組目標', '取組目標'),
    owner: { table: 'sections', header: '課' },
  },
  corrections: { ...rows('corrections', '訂正', 'id'), ordered: true },
  readings: {
    sheet: '読み',
    schema: readingRowSchema,
    kept: { as: 'readings', file: 'readings.yaml' },
    key: 'word',
  },
  keywords: rows('keywords', '関連語', 'for'),
  redirects: rows('redirects', 'アドレスの案内', 'from'),
  terms: record('terms', '画面での呼び方'),
  archive: { ...rows('archive', 'ほかの計画', 'address'), ordered: true },
  source: record('source', 'もとの原文'),
} as const satisfies Record<string, NounTable>;

export type NounName = keyof typeof nouns;
export const nounNames = Object.keys(nouns) as NounName[];
export const nounTable = (name: NounName): NounTable => nouns[name];
