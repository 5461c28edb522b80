/**
 * The configuration of Sveltia CMS, from the schemas: https://sveltiacms.app/en/docs
 * Nothing can be deleted in it and no id changed: what has an address leaves the plan by a row of
 * `redirects.yaml`.
 */
import { folders, yamlFiles, type FolderName, type YamlName } from '#model/collections.ts';
import { id } from '#model/fields.ts';
import { FISCAL_MONTHS } from '#model/fiscal-year.ts';
import { fieldsOf, shapeOf, type Choices, type Field } from './fields.ts';
import { labelOfFile, type NamedFile } from './names.ts';

export interface Place {
  backend: Record<string, string>;
  /** The content's folder in the repository. */
  contentDir: string;
  /** The editing server has its own functions to read and write a file: file-form.ts. */
  isLocal: boolean;
  siteUrl: string;
}

export function cmsConfig(files: readonly NamedFile[], place: Place) {
  const choices = choicesOf(files);
  const sections = files.filter(({ folder }) => folder === 'sections');
  const pages = files.filter(({ folder }) => folder === 'policy' || folder === 'pages');
  const entry = (folder: FolderName) => entryCollection(folder, choices, place);
  return {
    backend: place.backend,
    app_title: '計画の編集',
    site_url: place.siteUrl,
    media_folder: place.contentDir,
    public_folder: '.',
    media_libraries: {
      default: { config: { slugify_filename: true } },
      stock_assets: false,
    },
    slug: { encoding: 'ascii', clean_accents: true },
    output: { omit_empty_optional_fields: true, yaml: { quote: 'none', indent_size: 2 } },
    editor: { preview: false },
    collections: [
      ...ENTRY_FOLDERS.map(entry),
      { divider: true },
      // The folder of a pledge names its section: a collection each.
      ...sections.map((section) => ({
        ...entry('pledges'),
        name: `pledges-${section.id}`,
        label: `${section.name} ${labelOfFile(folders.pledges.example) ?? ''}`,
        folder: `${place.contentDir}/pledges/${section.id}`,
        preview_path: `sections/${section.id}/`,
      })),
      { divider: true },
      {
        name: 'plan',
        label: '計画と表',
        files: [
          ...pages.map(({ folder, file }) => ({
            ...fileOf(file, place),
            label: labelOfFile(file),
            format: 'yaml-frontmatter',
            fields: formOf(folder, choices),
          })),
          ...(Object.keys(yamlFiles) as YamlName[]).flatMap((name) => table(name, choices, place)),
        ],
      },
    ],
  };
}

/** Folders of files that each have an id. */
const ENTRY_FOLDERS = (Object.keys(folders) as FolderName[]).filter(
  (name) => name !== 'pages' && folders[name].example.split('/').length === 2,
);
/** Those whose files have a page each. */
const WITH_PAGES: readonly FolderName[] = ['goals', 'programmes', 'sections'];

const NAMING = ['title', 'name', 'heading', 'units'];
const ORDER = ['order', 'number'];

function entryCollection(folder: FolderName, choices: Choices, { contentDir }: Place) {
  const { example } = folders[folder];
  const { pattern, errorMessage } = shapeOf(id);
  const fields = formOf(folder, choices);
  const nameOf = (field: Field | undefined) => field?.name ?? '';
  const naming = nameOf(fields.find(({ name }) => NAMING.includes(name)));
  const order = nameOf(fields.find(({ name }) => ORDER.includes(name)));
  const goal = fields.find(({ collection, multiple }) => collection === 'goals' && !multiple);
  const group = goal && {
    name: goal.name,
    field: goal.name,
    label: labelOfFile(folders.goals.example),
  };
  const idExample = example.split(/[/.]/).at(-2) ?? '';
  return {
    name: folder as string,
    label: labelOfFile(example),
    folder: `${contentDir}/${folder}`,
    extension: 'mdx',
    format: 'yaml-frontmatter',
    delete: false,
    slug: {
      editable: ['create'],
      pattern: [pattern, errorMessage],
      hint: `アドレスになる、ローマ字の名前（例: ${idExample}）。あとから変えられません`,
    },
    identifier_field: naming,
    summary: `{{fields.${naming}}}`,
    sortable_fields: { fields: [order, naming], default: { field: order } },
    ...(group && { view_groups: { groups: [group], default: group.name } }),
    thumbnail: false,
    // Pictures lie beside the words.
    media_folder: '',
    public_folder: '.',
    ...(WITH_PAGES.includes(folder) && { preview_path: `${folder}/{{slug}}/` }),
    aliases_field: false,
    fields,
  };
}

const fileOf = (file: string, { contentDir }: Place) => ({
  name: file.replaceAll(/\W/g, '-'),
  file: `${contentDir}/${file}`,
});

/** A YAML file that people edit. */
function table(name: YamlName, choices: Choices, place: Place) {
  const label = labelOfFile(`${name}.yaml`);
  if (label === undefined) return [];
  const base = { ...fileOf(`${name}.yaml`, place), label, format: 'yaml' };
  const shape = shapeOf(yamlFiles[name].schema);
  if (shape.type !== 'array') return [{ ...base, fields: fieldsOf(shape, choices) }];
  const rows = fieldsOf({ properties: { rows: { ...shape, description: label } } }, choices);
  return [{ ...base, fields: rows.map((field): Field => ({ ...field, root: !place.isLocal })) }];
}

function formOf(folder: FolderName, choices: Choices): Field[] {
  const { schema, body } = folders[folder];
  const fields = fieldsOf(shapeOf(schema), choices);
  // The rich text does not know the components and anchors of a page.
  const modes = body === 'page' ? ['raw'] : ['rich_text', 'raw'];
  return body === 'none' ? fields : [...fields, { ...BODY, modes }];
}

const BODY = {
  name: 'body',
  label: '本文',
  widget: 'markdown',
  required: false,
  buttons: ['bold', 'link', 'bulleted-list', 'numbered-list'],
  editor_components: ['image'],
  linked_images: false,
};

function choicesOf(files: readonly NamedFile[]): Choices {
  const sections = files
    .filter(({ folder }) => folder === 'sections')
    .map(({ id: value, name }) => ({ value, label: name }));
  const named = files
    .filter(({ folder }) => folder !== 'pages')
    .map(({ file, name }) => {
      const section = sections.find(({ value }) => file.startsWith(`pledges/${value}/`));
      const label = [labelOfFile(file), section?.label, name].filter(Boolean).join(' ');
      return { value: file, label };
    });
  return {
    sections,
    files: named,
    any: named.map(({ value, label }) => ({ value: value.replace(/\.mdx$/, ''), label })),
    // The only lists of numbers.
    integer: FISCAL_MONTHS.map((value) => ({ value, label: `${String(value)}月` })),
  };
}
