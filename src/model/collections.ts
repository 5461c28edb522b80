/** What `content/` holds: a collection for each kind of file, with its schema. */
import { z } from 'zod';
import { accessibilitySchema } from './accessibility.ts';
import { archivedPlanSchema, archiveSchema } from './archive.ts';
import { correctionSchema, correctionsSchema } from './correction.ts';
import { goalSchema } from './goal.ts';
import { keywordsOfNounSchema, keywordsSchema } from './keyword.ts';
import { pageSchema } from './page.ts';
import { paperSchema } from './paper.ts';
import { partSchema } from './part.ts';
import { pledgeSchema } from './pledge.ts';
import { policySchema } from './policy.ts';
import { principleSchema } from './principle.ts';
import { programmeSchema } from './programme.ts';
import { readingsSchema } from './reading.ts';
import { redirectSchema, redirectsSchema } from './redirect.ts';
import { sectionSchema } from './section.ts';
import { sourceSchema } from './source.ts';
import { termsSchema } from './terms.ts';

/** A folder of MDX files, or one MDX file: an entry each. */
interface Folder {
  schema: z.ZodType;
  /** `words`: the closed set of `text/body.ts`. `page`: headings and components too. */
  body: 'words' | 'none' | 'page';
  /** How a file's path inside `content/` must look; its one group is the entry's id. */
  path: RegExp;
  /** An example of such a path, for messages. */
  example: string;
}

const ID = '[a-z][a-z0-9]*(?:-[a-z0-9]+)*';
const inFolder = (folder: string) => new RegExp(`^${folder}/(${ID})\\.mdx$`);

export const folders = {
  policy: { schema: policySchema, body: 'none', path: /^(policy)\.mdx$/, example: 'policy.mdx' },
  parts: {
    schema: partSchema,
    body: 'words',
    path: inFolder('parts'),
    example: 'parts/hajimeni.mdx',
  },
  goals: {
    schema: goalSchema,
    body: 'words',
    path: inFolder('goals'),
    example: 'goals/midori.mdx',
  },
  principles: {
    schema: principleSchema,
    body: 'words',
    path: inFolder('principles'),
    example: 'principles/kibo.mdx',
  },
  programmes: {
    schema: programmeSchema,
    body: 'words',
    path: inFolder('programmes'),
    example: 'programmes/hana-no-michi.mdx',
  },
  sections: {
    schema: sectionSchema,
    body: 'none',
    path: inFolder('sections'),
    example: 'sections/madoguchi.mdx',
  },
  pledges: {
    schema: pledgeSchema,
    body: 'words',
    path: new RegExp(`^pledges/(${ID}/${ID})\\.mdx$`),
    example: 'pledges/madoguchi/annai.mdx',
  },
  pages: { schema: pageSchema, body: 'page', path: inFolder('pages'), example: 'pages/about.mdx' },
} as const satisfies Record<string, Folder>;

export type FolderName = keyof typeof folders;
export type DataOf<Name extends FolderName> = z.infer<(typeof folders)[Name]['schema']>;

/**
 * The YAML files. A list is a collection of its rows, a record a collection of one entry; `file` is
 * the schema of the whole file, `schema` that of an entry.
 */
export const yamlFiles = {
  accessibility: { file: accessibilitySchema, schema: accessibilitySchema },
  archive: { file: archiveSchema, schema: archivedPlanSchema },
  corrections: { file: correctionsSchema, schema: correctionSchema },
  keywords: { file: keywordsSchema, schema: keywordsOfNounSchema },
  paper: { file: paperSchema, schema: paperSchema },
  readings: { file: readingsSchema, schema: readingsSchema },
  redirects: { file: redirectsSchema, schema: redirectSchema },
  source: { file: sourceSchema, schema: sourceSchema },
  terms: { file: termsSchema, schema: termsSchema },
} as const satisfies Record<string, { file: z.ZodType; schema: z.ZodType }>;

export type YamlName = keyof typeof yamlFiles;

/** The folder of which a file is an entry, by its path inside `content/`. */
export const folderOf = (file: string): FolderName | undefined =>
  (Object.keys(folders) as FolderName[]).find((name) => folders[name].path.test(file));

/** The YAML file of that path inside `content/`. */
export const yamlNameOf = (file: string): YamlName | undefined =>
  (Object.keys(yamlFiles) as YamlName[]).find((name) => file === `${name}.yaml`);
