/**
 * The configuration of Sveltia CMS (and Decap CMS, whose form it has), from the schemas. It holds
 * what such an editor can do: see docs/github-editing.md for what it cannot.
 */
import { folders, type FolderName } from '#model/collections.ts';
import type { Plan } from '#model/plan.ts';
import { FOLDER_NAMES, YAML_NAMES } from './kinds.ts';
import { relationsOf, type Relations } from './relations.ts';
import { folderOf, hintOf, labelOf, shapeOf, type Shape } from './shape.ts';
import { writeYaml } from './rewrite.ts';

type Field = Record<string, unknown>;

/** `repository`: `owner/name` on GitHub. `contentDir`: the content's folder in it. */
export function cmsConfig(plan: Plan, repository: string, contentDir = 'content'): string {
  const entry = (kind: FolderName) => ({
    name: kind as string,
    label: FOLDER_NAMES[kind],
    folder: `${contentDir}/${kind}`,
    extension: 'mdx',
    format: 'yaml-frontmatter',
    create: true,
    slug: '{{fields._slug}}',
    identifier_field: 'title' in folders[kind].schema.shape ? 'title' : 'name',
    fields: fieldsOf(folders[kind].example),
  });
  const collections = [
    {
      name: 'plan',
      label: FOLDER_NAMES.policy,
      files: [
        ...['policy.mdx', ...plan.pages.map(({ file }) => file)].map((file) => ({
          name: file.replace(/\W/g, '-'),
          label: file,
          file: `${contentDir}/${file}`,
          format: 'yaml-frontmatter',
          fields: fieldsOf(file),
        })),
        ...['corrections', 'redirects'].map((name) => ({
          name,
          label: YAML_NAMES[`${name}.yaml`],
          file: `${contentDir}/${name}.yaml`,
          fields: [rowsOf(name, YAML_NAMES[`${name}.yaml`] ?? name)],
        })),
      ],
    },
    ...(['goals', 'principles', 'programmes', 'sections'] as const).map(entry),
    // The folder of a pledge names its section: a collection each.
    ...plan.sections.map(({ id, name }) => ({
      ...entry('pledges'),
      name: `pledges-${id}`,
      label: `${FOLDER_NAMES.pledges}: ${name}`,
      folder: `${contentDir}/pledges/${id}`,
      identifier_field: 'units',
    })),
  ];
  return `# npm run cms-config が書きました。手では直しません。\n${writeYaml({
    backend: { name: 'github', repo: repository, branch: 'main' },
    locale: 'ja',
    media_folder: 'public',
    public_folder: '/',
    output: { yaml: { quote: 'none', indent_size: 2 } },
    collections,
  })}`;
}

function fieldsOf(file: string): Field[] {
  const shape = shapeOf(file);
  const folder = folderOf(file);
  const hasBody = folder && folders[folder].body !== 'none';
  return [
    ...objectFields(shape, relationsOf(file)),
    ...(hasBody ? [{ name: 'body', label: '本文', widget: 'markdown', modes: ['raw'] }] : []),
  ];
}

const objectFields = (shape: Shape, relations: Relations): Field[] =>
  Object.entries(shape.properties ?? {}).map(([name, inner]) =>
    fieldOf(name, inner, shape.required?.includes(name) ?? false, relations),
  );

function fieldOf(name: string, shape: Shape, required: boolean, relations: Relations): Field {
  const hint = hintOf(shape);
  const base = { name, label: labelOf(shape, name), required, ...(hint && { hint }) };
  const target = relations[name];
  const multiple = shape.type === 'array';
  if (target === 'goals' || target === 'sections')
    return { ...base, widget: 'relation', collection: target, multiple, ...BY_NAME[target] };
  if (shape.const !== undefined) return { ...base, widget: 'hidden', default: shape.const };
  if (shape.enum) return { ...base, widget: 'select', options: shape.enum };
  if (shape.type === 'integer' || shape.type === 'number') return { ...base, ...numberOf(shape) };
  if (shape.type === 'object')
    return { ...base, widget: 'object', fields: objectFields(shape, relations) };
  if (multiple) return { ...base, widget: 'list', ...itemsOf(shape, relations) };
  const pattern = shape.pattern ?? shape.allOf?.[0]?.pattern;
  const message = shape.errorMessage ?? '正しい形で書いてください';
  return { ...base, widget: 'string', ...(pattern && { pattern: [pattern, message] }) };
}

const BY_NAME = {
  goals: { value_field: '{{slug}}', display_fields: ['title'], search_fields: ['title'] },
  sections: { value_field: '{{slug}}', display_fields: ['name'], search_fields: ['name', 'kana'] },
};

const numberOf = ({ type, minimum, maximum }: Shape): Field => ({
  widget: 'number',
  value_type: type === 'integer' ? 'int' : 'float',
  ...(minimum !== undefined && { min: minimum }),
  ...(maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER && { max: maximum }),
});

function itemsOf({ items = {}, minItems }: Shape, relations: Relations): Field {
  const min = minItems ? { min: minItems } : {};
  if (items.type === 'object') return { ...min, fields: objectFields(items, relations) };
  const widget = items.type === 'integer' ? numberOf(items) : { widget: 'string' };
  return { ...min, field: { name: 'item', label: '内容', ...widget } };
}

/** A file that is one list, of rows of one kind or of several. */
function rowsOf(name: string, label: string): Field {
  const { items = {} } = shapeOf(`${name}.yaml`);
  const base = { name: 'rows', label, widget: 'list', root: true };
  if (!items.oneOf) return { ...base, fields: objectFields(items, {}) };
  const types = items.oneOf.map((kind) => {
    const { status, ...others } = kind.properties ?? {};
    return {
      name: status?.const,
      label: status?.description,
      widget: 'object',
      fields: objectFields({ ...kind, properties: others }, {}),
    };
  });
  return { ...base, typeKey: 'status', types };
}
