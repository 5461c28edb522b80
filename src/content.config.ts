/** One collection for each kind of file in `content/`. */
import { z } from 'astro/zod';
import { defineCollection } from 'astro:content';
import { accessibilitySchema } from '#model/accessibility.ts';
import { archivedPlanSchema } from '#model/archive.ts';
import { correctionSchema } from '#model/correction.ts';
import { goalSchema } from '#model/goal.ts';
import { keywordsSchema } from '#model/keyword.ts';
import { pageSchema } from '#model/page.ts';
import { paperSchema } from '#model/paper.ts';
import { pledgeSchema } from '#model/pledge.ts';
import { policySchema } from '#model/policy.ts';
import { principleSchema } from '#model/principle.ts';
import { programmeSchema } from '#model/programme.ts';
import { readingsSchema } from '#model/reading.ts';
import { redirectSchema } from '#model/redirect.ts';
import { sectionSchema } from '#model/section.ts';
import { sourceSchema } from '#model/source.ts';
import { termsSchema } from '#model/terms.ts';
import { folderLoader, imageLoader, yamlLoader } from '#reader/loader.ts';
import type { Body } from '#text/body.ts';

/** Added by the loader to the fields of every MDX file. */
const body = { body: z.custom<Body>().optional() };

export const collections = {
  policy: defineCollection({
    loader: folderLoader('policy'),
    schema: policySchema.safeExtend(body),
  }),
  goals: defineCollection({ loader: folderLoader('goals'), schema: goalSchema.safeExtend(body) }),
  principles: defineCollection({
    loader: folderLoader('principles'),
    schema: principleSchema.safeExtend(body),
  }),
  programmes: defineCollection({
    loader: folderLoader('programmes'),
    schema: programmeSchema.safeExtend(body),
  }),
  sections: defineCollection({
    loader: folderLoader('sections'),
    schema: sectionSchema.safeExtend(body),
  }),
  pledges: defineCollection({
    loader: folderLoader('pledges'),
    schema: pledgeSchema.safeExtend(body),
  }),
  pages: defineCollection({ loader: folderLoader('pages'), schema: pageSchema.safeExtend(body) }),
  images: defineCollection({
    loader: imageLoader,
    schema: ({ image }) => z.object({ image: image() }),
  }),
  accessibility: defineCollection({
    loader: yamlLoader('accessibility'),
    schema: accessibilitySchema,
  }),
  archive: defineCollection({ loader: yamlLoader('archive'), schema: archivedPlanSchema }),
  corrections: defineCollection({ loader: yamlLoader('corrections'), schema: correctionSchema }),
  keywords: defineCollection({ loader: yamlLoader('keywords'), schema: keywordsSchema }),
  paper: defineCollection({ loader: yamlLoader('paper'), schema: paperSchema }),
  readings: defineCollection({ loader: yamlLoader('readings'), schema: readingsSchema }),
  redirects: defineCollection({ loader: yamlLoader('redirects'), schema: redirectSchema }),
  source: defineCollection({ loader: yamlLoader('source'), schema: sourceSchema }),
  terms: defineCollection({ loader: yamlLoader('terms'), schema: termsSchema }),
};
