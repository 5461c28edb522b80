/** What `content/` holds: its collections of files, and the files that stand alone. */
import type { z } from 'zod';
import { accessibilitySchema } from './accessibility.ts';
import { correctionsSchema } from './correction.ts';
import { goalSchema } from './goal.ts';
import { keywordsSchema } from './keyword.ts';
import { pledgeSchema } from './pledge.ts';
import { policySchema } from './policy.ts';
import { principleSchema } from './principle.ts';
import { programmeSchema } from './programme.ts';
import { readingsSchema } from './reading.ts';
import { redirectsSchema } from './redirect.ts';
import { sectionSchema } from './section.ts';
import { sourceSchema } from './source.ts';

/** A folder of files or one file: its schema, and whether a file's body holds words. */
interface Collection {
  schema: z.ZodType;
  /** `words`: plain paragraphs. `none`: the file ends with its frontmatter. */
  body: 'words' | 'none';
  /** How a file's path inside `content/` must look; its one group is the entry's id. */
  path: RegExp;
  /** The same, told to an editor. */
  example: string;
}

const ID = '[a-z][a-z0-9]*(?:-[a-z0-9]+)*';
const inFolder = (folder: string) => new RegExp(`^${folder}/(${ID})\\.mdx$`);

export const collections = {
  policy: {
    schema: policySchema,
    body: 'none',
    path: /^(policy)\.mdx$/,
    example: 'policy.mdx',
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
    body: 'none',
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
} as const satisfies Record<string, Collection>;

/** The YAML files, and their schemas. */
export const yamlFiles = {
  'accessibility.yaml': accessibilitySchema,
  'corrections.yaml': correctionsSchema,
  'readings.yaml': readingsSchema,
  'redirects.yaml': redirectsSchema,
  'source.yaml': sourceSchema,
  'keywords.yaml': keywordsSchema,
};

export type CollectionName = keyof typeof collections;
export type DataOf<Name extends CollectionName> = z.infer<(typeof collections)[Name]['schema']>;
