/** Astro's collections: those of the plan, and the images that the bodies show. */
import { z } from 'astro/zod';
import { defineCollection } from 'astro:content';
import {
  collectionNames,
  collections as kinds,
  folders,
  isFolder,
  type CollectionName,
  type DataOf,
  type FolderName,
} from '#model/collections.ts';
import { planLoader } from '#reader/loader.ts';
import type { Body } from '#text/body.ts';

/** What the loader stores: of an MDX file its body too, as a tree. */
type Stored<Name extends CollectionName> = DataOf<Name> &
  (Name extends FolderName ? { body?: Body } : object);
type Collections = {
  [Name in CollectionName]: { loader: typeof planLoader; schema: z.ZodType<Stored<Name>> };
};

const body = { body: z.custom<Body>().optional() };
const schemaOf = (name: CollectionName): z.ZodType =>
  isFolder(name) ? folders[name].schema.safeExtend(body) : kinds[name].schema;

export const collections = {
  ...(Object.fromEntries(
    collectionNames.map((name) => [
      name,
      defineCollection({ loader: planLoader, schema: schemaOf(name) }),
    ]),
  ) as Collections),
  images: defineCollection({
    loader: planLoader,
    schema: ({ image }) => z.object({ image: image() }),
  }),
};
