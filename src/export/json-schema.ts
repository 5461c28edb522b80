/** JSON Schema (2020-12), generated from the schemas that validate. */
import { z } from 'zod';
import { absolute, urls } from '#urls.ts';
import { planFileSchema } from './schema.ts';

/** What only forms, tables and editors (VS Code) read of a schema. */
const EDITORS_ONLY = ['errorMessage', 'header', 'meaning', 'refers', 'labels'];

/** Of `plan.json`, without {@link EDITORS_ONLY}. */
export function planJsonSchema(title: string): string {
  const { $schema, ...rest } = z.toJSONSchema(planFileSchema, {
    override: ({ jsonSchema }) => {
      for (const name of EDITORS_ONLY) delete jsonSchema[name];
    },
  });
  const $id = absolute(urls.dataFile('plan.schema.json'));
  return `${JSON.stringify({ $schema, $id, title, ...rest }, null, 2)}\n`;
}

/** Of a file of the content, for the editor who writes it. */
export const contentJsonSchema = (schema: z.ZodType): string =>
  `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`;
