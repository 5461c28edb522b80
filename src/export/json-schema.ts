/** JSON Schema (2020-12), generated from the schemas that validate. */
import { z } from 'zod';
import { absolute, urls } from '#urls.ts';
import { planFileSchema } from './schema.ts';

/** Of `plan.json`, without `errorMessage`, which only editors (VS Code) read. */
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
