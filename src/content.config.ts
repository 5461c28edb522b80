/** One collection for each kind of file in `content/`. */
import { z } from 'astro/zod';
import { defineCollection } from 'astro:content';
import { folders, yamlFiles, type FolderName, type YamlName } from '#model/collections.ts';
import { folderLoader, imageLoader, yamlLoader } from '#reader/loader.ts';
import type { Body } from '#text/body.ts';

/** Added by the loader to the fields of every MDX file. */
const body = { body: z.custom<Body>().optional() };

const filesOf = <Schema extends z.ZodType>(name: FolderName, schema: Schema) =>
  defineCollection({ loader: folderLoader(name), schema });
const rowsOf = <Schema extends z.ZodType>(name: YamlName, { schema }: { schema: Schema }) =>
  defineCollection({ loader: yamlLoader(name), schema });

export const collections = {
  policy: filesOf('policy', folders.policy.schema.safeExtend(body)),
  parts: filesOf('parts', folders.parts.schema.safeExtend(body)),
  goals: filesOf('goals', folders.goals.schema.safeExtend(body)),
  principles: filesOf('principles', folders.principles.schema.safeExtend(body)),
  programmes: filesOf('programmes', folders.programmes.schema.safeExtend(body)),
  sections: filesOf('sections', folders.sections.schema.safeExtend(body)),
  pledges: filesOf('pledges', folders.pledges.schema.safeExtend(body)),
  pages: filesOf('pages', folders.pages.schema.safeExtend(body)),
  images: defineCollection({
    loader: imageLoader,
    schema: ({ image }) => z.object({ image: image() }),
  }),
  accessibility: rowsOf('accessibility', yamlFiles.accessibility),
  archive: rowsOf('archive', yamlFiles.archive),
  corrections: rowsOf('corrections', yamlFiles.corrections),
  keywords: rowsOf('keywords', yamlFiles.keywords),
  paper: rowsOf('paper', yamlFiles.paper),
  readings: rowsOf('readings', yamlFiles.readings),
  redirects: rowsOf('redirects', yamlFiles.redirects),
  source: rowsOf('source', yamlFiles.source),
  terms: rowsOf('terms', yamlFiles.terms),
};
