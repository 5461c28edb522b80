/**
 * The columns of a noun: one a field of its schema, in the schema's order. The workbook, the tables
 * and the import take from here what a field is called, what it means and how a cell holds it.
 */
import type { z } from 'zod';
import { memoized } from '#model/memoized.ts';
import { valueAt } from '#model/problem.ts';
import type { Data } from '#text/content-file.ts';
import { isData, wordsOf } from './noun-rows.ts';
import { labelOf, shapeOf, type Reference, type Shape } from './shape.ts';
import type { RowNames } from './sheet-layout.ts';

/**
 * How a cell holds a value. `lines`: a value a line. `names`: names with 、 between. `months`:
 * numbers with 、 between. `pairs`: `label: value`, one a line. `choice`: the label of the value.
 */
export type CellForm = 'text' | 'number' | 'lines' | 'names' | 'months' | 'pairs' | 'choice';

export interface Column {
  /**
   * The field: `title`; `licence.name` inside a block of fields; `places.line` inside a list of
   * them.
   */
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

/**
 * The columns of a noun's schema. Of rows of several kinds they are those of all kinds, with the
 * choices of all; a column is required where every kind requires it.
 */
export const columnsOf = memoized((schema: z.ZodType): Column[] => {
  const shape = shapeOf(schema);
  const kinds = shape.oneOf ?? [shape];
  const all = kinds.flatMap((kind) => columnsIn(kind));
  return [...Map.groupBy(all, ({ key }) => key).values()].flatMap((same) => {
    const choices = same.flatMap((column) => [...(column.choices ?? [])]);
    const merged = {
      required: same.length === kinds.length && same.every((column) => column.required),
      choices: choices.length > 0 ? new Map(choices) : undefined,
    };
    return same.slice(0, 1).map((column) => ({ ...column, ...merged }));
  });
});

function columnsIn(shape: Shape, outer: readonly string[] = [], inList = false): Column[] {
  return Object.entries(shape.properties ?? {}).flatMap(([name, field]): Column[] => {
    const path = [...outer, name];
    const { type, items, refers, description = '', meaning = description } = field;
    if (type === 'object') return columnsIn(field, path);
    const inner = items?.type === 'object' ? columnsIn(items, path, true) : [];
    // A label and its value read best side by side; longer blocks have a column for each field.
    if (inner.length > 2) return items?.properties?.id ? [] : inner;
    const choices = choicesOf(field);
    const form = inner.length > 0 ? 'pairs' : choices ? 'choice' : formOf(field);
    const header = labelOf(field, name);
    const required = shape.required?.includes(name) === true;
    return [
      { key: path.join('.'), path, header, meaning, form, inList, required, refers, choices },
    ];
  });
}

function formOf({ type, items, refers }: Shape): CellForm {
  if (items) return items.type === 'integer' ? 'months' : refers ? 'names' : 'lines';
  return type === 'integer' || type === 'number' ? 'number' : 'text';
}

function choicesOf({ type, const: only, enum: named, labels = {}, description = '' }: Shape) {
  if (only !== undefined) return new Map([[String(only), only === true ? YES : description]]);
  const values = type === 'boolean' ? ['true', 'false'] : named;
  return values && new Map(values.map((value) => [value, labels[value] ?? value]));
}

/** The value of a field as a cell holds it. Without names, what it refers to keeps its id. */
export function cellOf(column: Column, data: Data, names?: Pick<RowNames, 'label'>): string {
  const { path, form, refers, choices, inList } = column;
  const text = (value: unknown): string => {
    const words = wordsOf(value);
    if (names && refers && words) return names.label(refers, words);
    return choices?.get(words) ?? words;
  };
  const [list = '', ...inner] = path;
  const value = inList ? data[list] : valueAt(data, path);
  if (!Array.isArray(value)) return text(value);
  if (inList) return value.map((block) => text(valueAt(block, inner))).join('\n');
  if (form === 'pairs') return value.map(pairText).join('\n');
  return value.map(text).join(form === 'lines' ? '\n' : '、');
}

const pairText = (pair: unknown): string =>
  isData(pair) ? Object.values(pair).map(String).join(': ') : '';
