/** The collections of `content/`: folder, schema, and whether a file's body holds words. */
import type { z } from 'zod';
import { goalSchema } from './goal.ts';
import { pledgeSchema } from './pledge.ts';
import { policySchema } from './policy.ts';
import { principleSchema } from './principle.ts';
import { programmeSchema } from './programme.ts';
import { sectionSchema } from './section.ts';

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

export type CollectionName = keyof typeof collections;
export type DataOf<Name extends CollectionName> = z.infer<(typeof collections)[Name]['schema']>;
