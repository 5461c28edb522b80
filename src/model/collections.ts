/**
 * The one list of what `content/` holds. Astro's collections, the reader, the plan, the CMS and the
 * workbook follow it.
 */
import { z } from 'zod';
import { archiveSchema } from './archive.ts';
import { correctionsSchema } from './correction.ts';
import { DRAWINGS } from './drawings.ts';
import { objectOf } from './fields.ts';
import { keywordsSchema } from './keyword.ts';
import { pageSchema } from './page.ts';
import type { Entry, PlanContent } from './plan.ts';
import { goalSchema, partSchema, policySchema, principleSchema } from './policy.ts';
import { programmeSchema } from './programme.ts';
import { readingsSchema } from './reading.ts';
import { accessibilitySchema, paperSchema, sourceSchema } from './recorded-facts.ts';
import { redirectsSchema } from './redirect.ts';
import { pledgeSchema, sectionSchema } from './section.ts';
import { termsSchema } from './terms.ts';

const ID = '[a-z][a-z0-9]*(?:-[a-z0-9]+)*';

/** Files like `example`. `path` matches their paths inside `content/`; its one group is the id. */
function filesLike<Schema extends z.ZodType, Body extends 'words' | 'none' | 'page'>(
  example: string,
  schema: Schema,
  body = 'none' as Body,
) {
  const [, name = '', extension = ''] = /^(.+)\.(\w+)$/.exec(example) ?? [];
  const [folder = '', ...ids] = name.split('/');
  const id = ids.length > 0 ? `${folder}/(${ids.map(() => ID).join('/')})` : `(${folder})`;
  return { schema, body, example, path: new RegExp(`^${id}\\.${extension}$`) };
}

/**
 * MDX files: one entry a file. Of a body, `words` is the closed set of `text/body.ts`; `page` has
 * headings and components too.
 */
export const folders = {
  policy: filesLike('policy.mdx', policySchema, 'none'),
  parts: filesLike('parts/hajimeni.mdx', partSchema, 'words'),
  goals: filesLike('goals/midori.mdx', goalSchema, 'words'),
  principles: filesLike('principles/kibo.mdx', principleSchema, 'words'),
  programmes: filesLike('programmes/hana-no-michi.mdx', programmeSchema, 'words'),
  sections: filesLike('sections/madoguchi.mdx', sectionSchema, 'none'),
  pledges: filesLike('pledges/madoguchi/annai.mdx', pledgeSchema, 'words'),
  pages: filesLike('pages/about.mdx', pageSchema, 'page'),
};
export type FolderName = keyof typeof folders;

/** YAML files: each is one entry, a record or a list of rows. */
export const yamlFiles = {
  accessibility: filesLike('accessibility.yaml', accessibilitySchema),
  archive: filesLike('archive.yaml', archiveSchema),
  corrections: filesLike('corrections.yaml', correctionsSchema),
  keywords: filesLike('keywords.yaml', keywordsSchema),
  paper: filesLike('paper.yaml', paperSchema),
  readings: filesLike('readings.yaml', readingsSchema),
  redirects: filesLike('redirects.yaml', redirectsSchema),
  source: filesLike('source.yaml', sourceSchema),
  terms: filesLike('terms.yaml', termsSchema),
};
export type YamlName = keyof typeof yamlFiles;

export const collections = {
  ...folders,
  ...yamlFiles,
  drawings: {
    schema: objectOf({ svg: z.string() }),
    body: 'none',
    example: `${DRAWINGS[0]}.svg`,
    path: new RegExp(`^(${DRAWINGS.join('|')})\\.svg$`),
  },
} as const;
export type CollectionName = keyof typeof collections;
export const collectionNames = Object.keys(collections) as CollectionName[];
export type DataOf<Name extends CollectionName> = z.infer<(typeof collections)[Name]['schema']>;

/** The collection of which a file is an entry, by its path inside `content/`. */
export const collectionOf = (file: string): CollectionName | undefined =>
  collectionNames.find((name) => collections[name].path.test(file));

export const isFolder = (name: CollectionName): name is FolderName => Object.hasOwn(folders, name);

/** The folder of which a file is an entry. */
export function folderOf(file: string): FolderName | undefined {
  const name = collectionOf(file);
  return name && isFolder(name) ? name : undefined;
}

/** The content of a plan from the entries of each collection, which have passed their schemas. */
export function contentOf(entriesOf: (name: CollectionName) => Entry<unknown>[]): PlanContent {
  const fields = collectionNames.flatMap((name): [string, unknown][] => {
    const entries = entriesOf(name);
    if (name in folders && name !== 'policy') return [[name, entries]];
    return entries.length > 0 ? [[name, name === 'policy' ? entries[0] : entries[0]?.data]] : [];
  });
  const drawings = entriesOf('drawings') as Entry<DataOf<'drawings'>>[];
  return {
    redirects: [],
    ...Object.fromEntries(fields),
    drawings: Object.fromEntries(drawings.map(({ id, data }) => [id, data.svg])),
  } as unknown as PlanContent;
}
