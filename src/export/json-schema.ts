/** JSON Schema (2020-12), generated from the schemas that validate. */
import { z } from 'zod';
import { absolute, urls } from '#urls.ts';
import { planFileSchema } from './schema.ts';

/** What the schemas say to those that edit: VS Code, the CMS and the workbook. */
export const FOR_EDITORS = ['errorMessage', 'header', 'meaning', 'refers', 'names', 'labels'];

/** Of `plan.json`. */
export function planJsonSchema(title: string): string {
  const { $schema, ...rest } = z.toJSONSchema(planFileSchema, {
    override: ({ jsonSchema }) => {
      for (const word of FOR_EDITORS) Reflect.deleteProperty(jsonSchema, word);
    },
  });
  const $id = absolute(urls.dataFile('plan.schema.json'));
  return `${JSON.stringify({ $schema, $id, title, ...rest }, null, 2)}\n`;
}
