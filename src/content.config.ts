import { pathToFileURL } from 'node:url';
import { z } from 'astro/zod';
import { defineCollection } from 'astro:content';
import { accessibilitySchema } from '#model/accessibility.ts';
import { collections as definitions } from '#model/collections.ts';
import { correctionSchema } from '#model/correction.ts';
import { keywordsSchema } from '#model/keyword.ts';
import { readingsSchema } from '#model/reading.ts';
import { redirectsSchema } from '#model/redirect.ts';
import { sourceSchema } from '#model/source.ts';
import { planLoader, recordLoader, readingsLoader } from '#reader/loader.ts';
import { glob } from 'astro/loaders';
import { pageSchema } from '#model/page.ts';
import { pagesDir } from '#reader/read.ts';

export const collections = {
  policy: defineCollection({ loader: planLoader('policy'), schema: definitions.policy.schema }),
  goals: defineCollection({ loader: planLoader('goals'), schema: definitions.goals.schema }),
  principles: defineCollection({
    loader: planLoader('principles'),
    schema: definitions.principles.schema,
  }),
  programmes: defineCollection({
    loader: planLoader('programmes'),
    schema: definitions.programmes.schema,
  }),
  sections: defineCollection({
    loader: planLoader('sections'),
    schema: definitions.sections.schema,
  }),
  pledges: defineCollection({ loader: planLoader('pledges'), schema: definitions.pledges.schema }),
  readings: defineCollection({ loader: readingsLoader(), schema: readingsSchema }),
  record: defineCollection({
    loader: recordLoader(),
    schema: z.object({
      corrections: z.array(correctionSchema),
      redirects: redirectsSchema,
      source: sourceSchema.optional(),
      accessibility: accessibilitySchema.optional(),
      keywords: keywordsSchema,
    }),
  }),
  pages: defineCollection({
    loader: glob({ base: pathToFileURL(`${pagesDir}/`), pattern: '*.mdx' }),
    schema: pageSchema,
  }),
};
