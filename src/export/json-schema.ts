/** JSON Schema (2020-12) of `plan.json`, generated, so that it cannot say anything else. */
import { z } from 'zod';
import { absolute, urls } from '#urls.ts';
import { planFileSchema } from './schema.ts';

export function planJsonSchema(title: string): string {
  const schema = z.toJSONSchema(planFileSchema, { target: 'draft-2020-12' });
  const { $schema, ...rest } = schema;
  const $id = absolute(urls.dataFile('plan.schema.json'));
  return `${JSON.stringify({ $schema, $id, title, ...rest }, null, 2)}\n`;
}
