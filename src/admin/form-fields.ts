/** The fields of a form, from a schema: every field of the schema is one, in the same order. */
import { words } from '#model/fields.ts';
import { hintOf, labelOf, shapeOf, type Shape } from '#tables/shape.ts';

/** As the CMS has it: https://sveltiacms.app/en/docs/fields */
interface Widget {
  widget: string;
  fields?: Field[];
  types?: { name: unknown; label: string; fields: Field[] }[];
  [option: string]: unknown;
}
export interface Field extends Widget {
  name: string;
  label: string;
}
/** What a field can name, by its `refers` or `names`: values, and the words they are chosen by. */
export type Choices = Readonly<Record<string, readonly { value: unknown; label: string }[]>>;

export const fieldsOf = (shape: Shape, choices: Choices): Field[] =>
  Object.entries(shape.properties ?? {}).map(([name, inner]) => {
    const label = labelOf(inner, name);
    // A list that may be empty need not be filled in.
    const isFilled = inner.type !== 'array' || (inner.minItems ?? 0) > 0;
    const required = isFilled && shape.required?.includes(name) === true;
    // Where a name is chosen, no hint tells how an id is written.
    const hint = inner.refers ? '' : hintOf(inner) || exampleIn(inner);
    return { name, label, required, ...(hint && { hint }), ...widgetOf(inner, label, choices) };
  });

const exampleIn = ({ errorMessage = '' }: Shape) =>
  errorMessage.includes('例') ? errorMessage : '';

function widgetOf(shape: Shape, label: string, choices: Choices): Widget {
  const { type, const: only, enum: values, labels = {}, items = {}, minItems: min } = shape;
  const multiple = type === 'array';
  // The lists are grouped by it: the CMS finds the title itself.
  if (shape.refers === 'goals') return { widget: 'relation', multiple, ...GOAL };
  const namedOptions = choices[shape.refers ?? shape.names ?? (multiple ? items.type : '') ?? ''];
  if (namedOptions) return { widget: 'select', multiple, options: namedOptions };
  if (only !== undefined) return { widget: 'select', options: [{ value: only, label }] };
  const all = type === 'boolean' ? [true, false] : values;
  const options = all?.map((value) => ({ value, label: labels[String(value)] ?? String(value) }));
  if (options) return { widget: 'select', options };
  if (multiple) return { widget: 'list', ...(min && { min }), ...itemsOf(items, label, choices) };
  if (type === 'object') return blockOf(shape, choices);
  return type === 'string' ? stringOf(shape) : numberOf(shape);
}

const GOAL = { collection: 'goals', value_field: '{{slug}}', display_fields: ['title'] };

function blockOf(shape: Shape, choices: Choices): Widget {
  const { propertyNames = {}, additionalProperties: values } = shape;
  if (!values) return { widget: 'object', fields: fieldsOf(shape, choices) };
  const key_label = labelOf(propertyNames, 'ことば');
  return { widget: 'keyvalue', key_label, value_label: labelOf(values, '内容') };
}

const numberOf = ({ type, minimum, maximum = Infinity }: Shape): Widget => ({
  widget: 'number',
  value_type: type === 'integer' ? 'int' : 'float',
  ...(minimum !== undefined && { min: minimum }),
  ...(maximum < Number.MAX_SAFE_INTEGER && { max: maximum }),
});

/** White space at an end is put right when it is saved: no reason to refuse what was typed. */
const WORDS = shapeOf(words).pattern;

function stringOf({ pattern, allOf = [], errorMessage }: Shape): Widget {
  const rules = [pattern, ...allOf.map((rule) => rule.pattern)];
  const lastRule = rules.findLast((rule) => rule !== undefined && rule !== WORDS);
  return { widget: 'string', ...(lastRule && { pattern: [`/${lastRule}/u`, errorMessage] }) };
}

function itemsOf(items: Shape, label: string, choices: Choices): Partial<Widget> {
  if (items.oneOf) return { collapsed: true, ...kindsOf(items.oneOf, choices) };
  if (items.type === 'object')
    return { collapsed: true, summary: summaryOf(items), fields: fieldsOf(items, choices) };
  return { field: { name: 'item', label, ...widgetOf(items, label, choices) } };
}

/** Rows of several kinds, which the constant of their first field tells apart. */
function kindsOf(kinds: readonly Shape[], choices: Choices) {
  const types = kinds.map(({ properties = {}, ...kind }) => {
    const [[, first], ...others] = Object.entries(properties) as [[string, Shape]];
    const fields = fieldsOf({ ...kind, properties: Object.fromEntries(others) }, choices);
    return { name: first.const, label: first.description ?? '', widget: 'object', fields };
  });
  const [kind = {}] = kinds;
  return { typeKey: Object.keys(kind.properties ?? {})[0], types, summary: summaryOf(kind) };
}

/** How a row is called while it is closed: by its first words. */
const summaryOf = ({ properties = {} }: Shape): string =>
  Object.entries(properties)
    .filter(([name, field]) => field.type === 'string' && name !== 'id')
    .filter(([, field]) => !field.const && !field.names)
    .slice(0, 2)
    .map(([name]) => `{{fields.${name}}}`)
    .join(' → ');
