/** The JSON Schemas that an editor (VS Code) checks content by. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { FOR_EDITORS } from '#export/schema.ts';

/** Whether data is what a schema says; a schema may say no word that is not known here. */
export function checkedBy(schema: string): (data: unknown) => boolean {
  const ajv = new Ajv2020({ strict: true });
  // Its pattern says the same.
  ajv.addFormat('date', true);
  ajv.addVocabulary(FOR_EDITORS);
  return ajv.compile(JSON.parse(schema) as object);
}
