/**
 * The shape of `plan.json`, built from the schemas that the content itself is read with, and the same
 * as JSON Schema (2020-12).
 */
import { z } from 'zod';
import { correctionSchema } from '#model/correction.ts';
import { id, listOf, month, objectOf, ordinal, words } from '#model/fields.ts';
import { goalSchema, partSchema, policySchema, principleSchema } from '#model/policy.ts';
import { activitySchema, programmeSchema } from '#model/programme.ts';
import { readingsSchema, unconfirmedSchema } from '#model/reading.ts';
import { pledgeSchema, sectionSchema } from '#model/section.ts';
import { sourceSchema } from '#model/recorded-facts.ts';
import { absolute, urls } from '#urls.ts';

const address = z.url();
const body = {
  /** The words of a body: a string for each paragraph, list item and row of a table. */
  paragraphs: z.array(words),
  /** The body as it is written, where its paragraphs do not say all of it. */
  markdown: z.string().optional(),
  images: z.array(objectOf({ alt: words, address })).optional(),
};
/** The path of a pledge: its section and its own id. */
const pledgeId = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/);
const named = { id, address };

/** As printed: white space inside brackets is the ward's own. */
const printed = z.string();
const inWords = z.literal(true).optional();
/**
 * One bracketed note of an activity: `printed` is the text in the brackets. With `inWords`, a
 * time in the words outside of them.
 */
const noteSchema = z.discriminatedUnion('kind', [
  objectOf({
    kind: z.literal('months'),
    printed,
    months: listOf(month, '月'),
    planned: z.boolean(),
    crossing: z.boolean(),
    inWords,
  }),
  objectOf({ kind: z.literal('frequency'), printed, inWords }),
  objectOf({ kind: z.literal('standing'), printed, inWords }),
  objectOf({ kind: z.literal('unplaced'), printed, inWords }),
  objectOf({ kind: z.literal('scope'), printed }),
  objectOf({ kind: z.literal('gloss'), printed }),
]);

const publishedActivity = activitySchema.safeExtend({
  ...named,
  timing: z.enum(['months', 'standing', 'unplaced', 'none']),
  months: z.array(month),
  editorMonths: listOf(month, '月').optional(),
  notes: z.array(noteSchema),
});

const [corrected, flagged, rule] = correctionSchema.options;
const { city, ward, title, ...frame } = policySchema.shape;

export const planFileSchema = objectOf({
  $schema: address,
  address,
  city,
  ward,
  title,
  fiscalYear: objectOf({
    printed: words,
    from: z.string().regex(/^\d{4}-04$/),
    to: z.string().regex(/^\d{4}-03$/),
  }),
  source: sourceSchema.optional(),
  parts: z.array(partSchema.safeExtend({ ...named, ...body })),
  ...frame,
  goals: z.array(
    goalSchema.safeExtend({
      ...named,
      order: ordinal,
      programmesTitle: words,
      ...body,
      programmes: z.array(id),
    }),
  ),
  principles: z.array(principleSchema.safeExtend({ ...named, order: ordinal, ...body })),
  programmes: z.array(
    programmeSchema.safeExtend({
      ...named,
      ...body,
      sections: z.array(id),
      activities: z.array(publishedActivity),
    }),
  ),
  sections: z.array(
    sectionSchema.safeExtend({
      ...named,
      ...body,
      programmes: z.array(id),
      pledges: z.array(pledgeId),
    }),
  ),
  pledges: z.array(
    pledgeSchema.safeExtend({ id: pledgeId, address, section: id, name: words, ...body }),
  ),
  corrections: z.array(
    z.discriminatedUnion('status', [
      corrected.safeExtend({ address }),
      flagged.safeExtend({ address }),
      rule.safeExtend({ address }),
    ]),
  ),
  readings: objectOf({
    words: readingsSchema.shape.words,
    /** By the word that is read. */
    unconfirmed: z.record(z.string(), unconfirmedSchema),
  }),
});

export type PlanFile = z.infer<typeof planFileSchema>;

/** What the schemas say to those that edit: VS Code, the CMS and the workbook. */
export const FOR_EDITORS = ['errorMessage', 'header', 'meaning', 'refers', 'names', 'labels'];

export function planJsonSchema(title: string): string {
  const { $schema, ...rest } = z.toJSONSchema(planFileSchema, {
    override: ({ jsonSchema }) => {
      for (const word of FOR_EDITORS) Reflect.deleteProperty(jsonSchema, word);
    },
  });
  const $id = absolute(urls.dataFile('plan.schema.json'));
  return `${JSON.stringify({ $schema, $id, title, ...rest }, null, 2)}\n`;
}
