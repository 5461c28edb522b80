/** The schemas of the content as what a form needs of them. */
import { z } from 'zod';
import { folders, yamlFiles, type FolderName, type YamlName } from '#model/collections.ts';
import { isData, type Path } from './data.ts';

/** The part of JSON Schema that the content's schemas come to. */
export interface Shape {
  type?: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object';
  const?: string;
  enum?: string[];
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  minItems?: number;
  pattern?: string;
  allOf?: Shape[];
  minimum?: number;
  maximum?: number;
  /** Of a record: the shape of each value. */
  additionalProperties?: Shape | false;
  anyOf?: Shape[];
  oneOf?: Shape[];
  description?: string;
  errorMessage?: string;
}

export const folderOf = (file: string): FolderName | undefined =>
  (Object.keys(folders) as FolderName[]).find((name) => folders[name].path.test(file));

/** The shape of a whole content file. */
export function shapeOf(file: string): Shape {
  const folder = folderOf(file);
  const schema = folder
    ? folders[folder].schema
    : yamlFiles[file.replace(/\.yaml$/, '') as YamlName].file;
  return z.toJSONSchema(schema, { io: 'input' }) as Shape;
}

/** The shape at a place in a file; of rows of several kinds, that of `value`. */
export function shapeAt(shape: Shape, at: Path, value?: unknown): Shape {
  const [key, ...rest] = at;
  if (key === undefined) return variantOf(shape, value);
  const inner =
    shape.items ?? shape.properties?.[String(key)] ?? (shape.additionalProperties || undefined);
  if (!inner) throw new Error(`no field ${String(key)}`);
  return shapeAt(inner, rest, value);
}

/** The alternatives of a shape; the shape itself where there are none. */
export const variantsOf = (shape: Shape): Shape[] => shape.oneOf ?? shape.anyOf ?? [shape];

/** Of alternatives the one whose constants `value` has, else the first. */
export function variantOf(shape: Shape, value: unknown): Shape {
  const variants = variantsOf(shape);
  const data = isData(value) ? value : {};
  const fits = ({ properties = {} }: Shape) =>
    Object.entries(properties).every(
      ([name, { const: only }]) => only === undefined || data[name] === only,
    );
  return variants.find(fits) ?? variants[0] ?? shape;
}

/** Where a description goes on to explain: a bracket does so at the end of a sentence. */
const MORE = /[:。]|（(?=[^）]*）(?:。|$))/u;

/** The name of a field in a form: the first phrase of its description. */
export const labelOf = ({ description }: Shape, name: string): string =>
  description?.split(MORE)[0]?.replace(/を印刷の順に$/, '') ?? name;

/** The rest of the description, or the example of the expected form. */
export function hintOf({ description = '', errorMessage }: Shape): string | undefined {
  const [label = ''] = description.split(MORE);
  const more = description.slice(label.length).replace(/^[:。]\s*/u, '');
  return more || (errorMessage?.includes('例') ? errorMessage : undefined);
}

/** A value for a new item: empty where a person has to write. */
export function emptyOf(shape: Shape): unknown {
  const own = variantOf(shape, undefined);
  if (own.const !== undefined) return own.const;
  if (own.type === 'object')
    return Object.fromEntries(
      (own.required ?? []).map((name) => [name, emptyOf(own.properties?.[name] ?? {})]),
    );
  if (own.type === 'array') return own.minItems ? [emptyOf(own.items ?? {})] : [];
  return '';
}
