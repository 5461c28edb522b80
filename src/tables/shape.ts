/** What a schema says of its fields, as JSON Schema with the content's own words. */
import { z } from 'zod';
import { memoized } from '#model/memoized.ts';

/** What a field names by an id: a cell holds the name. `any`: something that has keywords. */
export type Reference = 'goals' | 'sections' | 'programmes' | 'any';

/** The part of JSON Schema that the content's schemas come to. */
export interface Shape {
  type?: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object';
  const?: string | boolean;
  enum?: string[];
  /** Of the values of `enum`. */
  labels?: Record<string, string>;
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  minItems?: number;
  pattern?: string;
  /** The further rules of a type: a second pattern. */
  allOf?: Shape[];
  minimum?: number;
  maximum?: number;
  /** Of a record: the shape of each key, and of each value. */
  propertyNames?: Shape;
  additionalProperties?: Shape | false;
  /** The kinds of a row. */
  oneOf?: Shape[];
  description?: string;
  /** What is expected, in words. */
  errorMessage?: string;
  /** Its column's header, where that is not the first phrase of the description. */
  header?: string;
  /** What the column means, where the description speaks to the editor of a file. */
  meaning?: string;
  refers?: Reference;
  /** Of a path inside `content/`: the CMS lets a person choose the file. */
  names?: 'files';
}

/** Of what a file holds, before defaults and transforms. */
export const shapeOf = memoized(
  (schema: z.ZodType): Shape => z.toJSONSchema(schema, { io: 'input' }) as Shape,
);

/** Where a description goes on to explain: a bracket does so at the end of a sentence. */
const MORE = /[:。]|（(?=[^）]*）(?:。|$))/u;

/** What people call a field: its header, else the first phrase of its description. */
export const labelOf = ({ header, description }: Shape, name: string): string =>
  header ?? description?.split(MORE)[0] ?? name;

/** What the description goes on to say. */
export const hintOf = ({ description = '' }: Shape): string =>
  description.slice(labelOf({ description }, '').length).replace(/^[:。]\s*/u, '');

/** The fields that data may have; of rows of several kinds, those of its kind. */
export function fieldNamesOf(schema: z.ZodType, data: Readonly<Record<string, unknown>>): string[] {
  const shape = shapeOf(schema);
  const kinds = shape.oneOf ?? [shape];
  const isKind = ({ properties = {} }: Shape) =>
    Object.entries(properties).some(
      ([name, { const: only }]) => only !== undefined && only === data[name],
    );
  return Object.keys((kinds.find(isKind) ?? kinds[0])?.properties ?? {});
}
