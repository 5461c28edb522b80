/** JSON Schema (2020-12), generated, so that it cannot say anything else than what is checked. */
import { z } from 'zod';
import { absolute, urls } from '#urls.ts';
import { planFileSchema } from './schema.ts';

/** Of `plan.json`. What an editor (VS Code) says of a fault is left out: it is no word of the standard. */
export function planJsonSchema(title: string): string {
  const { $schema, ...rest } = z.toJSONSchema(planFileSchema, {
    override: ({ jsonSchema }) => delete jsonSchema.errorMessage,
  });
  const $id = absolute(urls.dataFile('plan.schema.json'));
  return `${JSON.stringify({ $schema, $id, title, ...rest }, null, 2)}\n`;
}

/** Of a file of the content, for the editor who writes it. */
export const contentJsonSchema = (schema: z.ZodType): string =>
  `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`;
