/**
 * The columns of a noun: one a field of its schema, in the schema's order. The workbook, the tables
 * and the import take from here what a field is called, what it means and how a cell holds it.
 */
import { z } from 'zod';

/** What a field names by an id: a cell holds the name. `any`: something that has keywords. */
export type Reference = 'goals' | 'sections' | 'programmes' | 'any';

/** What a schema says of a field beside its description, by `.meta()`. */
export interface FieldMeta {
  /** Its column's header, where that is not the first phrase of the description. */
  header?: string;
  /** Of a path inside `content/`: the CMS lets a person choose the file. */
  names?: 'files';
  /** What the column means, where the description speaks to the editor of a file. */
  meaning?: string;
  refers?: Reference;
}

/**
 * How a cell holds a value. `lines`: a value a line. `names`: names with 、 between. `months`:
 * numbers with 、 between. `pairs`: `label: value`, one a line. `choice`: the label of the value.
 */
export type CellForm = 'text' | 'number' | 'lines' | 'names' | 'months' | 'pairs' | 'choice';

export interface Column {
  /** The field: `title`; `licence.name` inside a block of fields; `places.line` inside a list of them. */
  key: string;
  path: readonly string[];
  header: string;
  meaning: string;
  form: CellForm;
  /** Whether a cell of `text` or `number` holds a value a line, one for each block of a list. */
  inList: boolean;
  required: boolean;
  refers?: Reference | undefined;
  /** Value → label of a `choice`. */
  choices?: ReadonlyMap<string, string> | undefined;
}

/** What a cell says of a field that is true or absent. */
const YES = '○';

const metaOf = (schema: z.ZodType) => (schema.meta() ?? {}) as FieldMeta & { description?: string };

/** Where a description goes on to explain: a bracket does so at the end of a sentence. */
const MORE = /[:。]|（(?=[^）]*）(?:。|$))/u;

/** The label of a field: the first phrase of its description. */
export const labelOf = (description: string | undefined, name: string): string =>
  description?.split(MORE)[0] ?? name;

/** What the description goes on to say. */
export const hintOf = (description = ''): string =>
  description.slice(labelOf(description, '').length).replace(/^[:。]\s*/u, '');

/** A field's own schema, whether it must be written, and what its layers say of it. */
function unwrapped(field: z.ZodType): { schema: z.ZodType; required: boolean; meta: FieldMeta } {
  let schema = field;
  let required = true;
  const metas = [metaOf(field)];
  while (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    schema = schema.unwrap() as z.ZodType;
    required = false;
    metas.push(metaOf(schema));
  }
  return { schema, required, meta: Object.assign({}, ...metas.toReversed()) as FieldMeta };
}

/** The fields that data may have; of rows of several kinds, those of its kind. */
export function fieldNamesOf(schema: z.ZodType, data: Readonly<Record<string, unknown>>): string[] {
  const kinds = schema instanceof z.ZodDiscriminatedUnion ? (schema.options as z.ZodObject[]) : [];
  const isKind = ({ shape }: z.ZodObject) =>
    Object.entries(shape).every(
      ([name, field]) => !(field instanceof z.ZodLiteral) || field.value === data[name],
    );
  const kind = kinds.find(isKind) ?? kinds[0] ?? (schema as z.ZodObject);
  return Object.keys(kind.shape);
}

const known = new WeakMap<z.ZodType, Column[]>();

/** The columns of a noun's schema; of rows of several kinds, those of all kinds. */
export function columnsOf(schema: z.ZodType): Column[] {
  const made = known.get(schema) ?? columnsAt(schema, []);
  known.set(schema, made);
  return made;
}

function columnsAt(schema: z.ZodType, path: readonly string[], inList = false): Column[] {
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const kinds = schema.options as z.ZodType[];
    const columns = new Map<string, Column>();
    for (const column of kinds.flatMap((kind) => columnsAt(kind, path))) {
      const same = columns.get(column.key);
      const choices = new Map([...(same?.choices ?? []), ...(column.choices ?? [])]);
      const inAll = kinds.every((kind) => column.key in (kind as z.ZodObject).shape);
      const required = column.required && inAll;
      columns.set(column.key, { ...column, required, ...(choices.size > 0 && { choices }) });
    }
    return [...columns.values()];
  }
  const { shape } = schema as z.ZodObject;
  return Object.entries(shape).flatMap(([name, field]) =>
    columnsOfField(field as z.ZodType, [...path, name], inList),
  );
}

function columnsOfField(field: z.ZodType, path: readonly string[], inList: boolean): Column[] {
  const { schema, required, meta } = unwrapped(field);
  const description = (meta as { description?: string }).description;
  const element = schema instanceof z.ZodArray ? (schema.element as z.ZodType) : undefined;
  const column: Column = {
    key: path.join('.'),
    path,
    header: meta.header ?? labelOf(description, path.at(-1) ?? ''),
    meaning: meta.meaning ?? description ?? '',
    form: 'text',
    inList,
    required,
    refers: meta.refers,
  };
  if (schema instanceof z.ZodObject) return columnsAt(schema, path);
  if (element instanceof z.ZodObject) {
    const inner = columnsAt(element, path, true);
    // A label and its value read best side by side; longer blocks have a column for each field.
    return inner.length === 2 ? [{ ...column, form: 'pairs' }] : element.shape.id ? [] : inner;
  }
  if (element instanceof z.ZodNumber) return [{ ...column, form: 'months' }];
  if (element) return [{ ...column, form: meta.refers ? 'names' : 'lines' }];
  if (schema instanceof z.ZodNumber) return [{ ...column, form: 'number' }];
  if (schema instanceof z.ZodLiteral) {
    const label = schema.value === true ? YES : (description ?? '');
    return [{ ...column, form: 'choice', choices: new Map([[String(schema.value), label]]) }];
  }
  if (schema instanceof z.ZodEnum || schema instanceof z.ZodBoolean) {
    const values = schema instanceof z.ZodEnum ? schema.options.map(String) : ['true', 'false'];
    const labels = (schema.meta()?.labels ?? {}) as Record<string, string>;
    return [
      {
        ...column,
        form: 'choice',
        choices: new Map(values.map((value) => [value, labels[value] ?? value])),
      },
    ];
  }
  return [column];
}
