/**
 * The configuration of Sveltia CMS, from the schemas: https://sveltiacms.app/en/docs
 * Nothing can be deleted in it and no id changed: what has an address leaves the plan by a row of
 * `redirects.yaml`.
 */
import { folders, yamlFiles, type FolderName, type YamlName } from '#model/collections.ts';
import { id } from '#model/fields.ts';
import { FISCAL_MONTHS } from '#model/fiscal-year.ts';
import { fileOfRow, ownerOf } from '#tables/noun-rows.ts';
import { nounNames, nounTable } from '#tables/nouns.ts';
import { shapeOf } from '#tables/shape.ts';
import { nameOfRow, RowNames } from '#tables/sheet-layout.ts';
import { labelOfFile, type ContentNames } from './content-names.ts';
import { fieldsOf, type Choices, type Field } from './fields.ts';

export interface Place {
  backend: Record<string, string>;
  /** The content's folder in the repository. */
  contentDir: string;
  /** The editing server has its own functions to read and write a file: editor.ts. */
  isLocal: boolean;
  siteUrl: string;
}

export function cmsConfig(names: ContentNames, place: Place) {
  const choices = choicesOf(names);
  const { contentDir } = place;
  const entry = (folder: FolderName) => entryCollection(folder, choices, place);
  const pages = names.pages.map((file) => ['pages', file] as const);
  const tables = (Object.keys(yamlFiles) as YamlName[]).flatMap((name) =>
    tableOf(name, choices, place),
  );
  return {
    backend: place.backend,
    app_title: '計画の編集',
    site_url: place.siteUrl,
    media_folder: contentDir,
    public_folder: '.',
    media_libraries: { default: { config: { slugify_filename: true } }, stock_assets: false },
    slug: { encoding: 'ascii', clean_accents: true },
    output: { omit_empty_optional_fields: true, yaml: { quote: 'none', indent_size: 2 } },
    editor: { preview: false },
    collections: [
      ...ENTRY_FOLDERS.map(entry),
      { divider: true },
      // The folder of a pledge names its section: a collection each.
      ...(choices.sections ?? []).map(({ value, label }) => ({
        ...entry('pledges'),
        name: `pledges-${String(value)}`,
        label: `${label} ${nounTable('pledges').sheet}`,
        folder: `${contentDir}/pledges/${String(value)}`,
        preview_path: `sections/${String(value)}/`,
      })),
      { divider: true },
      {
        name: 'plan',
        label: '計画と表',
        files: [
          ...[['policy', 'policy.mdx'] as const, ...pages].map(([folder, file]) => ({
            ...fileOf(file, place),
            format: 'yaml-frontmatter',
            fields: formOf(folder, choices),
          })),
          ...tables,
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
  const firstOf = (all: readonly string[]) =>
    fields.find(({ name }) => all.includes(name))?.name ?? '';
  const [naming, order] = [firstOf(NAMING), firstOf(ORDER)];
  const goal = fields.find(({ collection, multiple }) => collection === 'goals' && !multiple);
  const group = goal && { name: goal.name, field: goal.name, label: nounTable('goals').sheet };
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
  label: labelOfFile(file),
  file: `${contentDir}/${file}`,
});

/** A YAML file that people edit. */
function tableOf(name: YamlName, choices: Choices, place: Place) {
  const base = { ...fileOf(`${name}.yaml`, place), format: 'yaml' };
  if (base.label === undefined) return [];
  const shape = shapeOf(yamlFiles[name].schema);
  if (shape.type !== 'array') return [{ ...base, fields: fieldsOf(shape, choices) }];
  const rows = { properties: { rows: { ...shape, description: base.label } } };
  const fields = fieldsOf(rows, choices).map((field) => ({ ...field, root: !place.isLocal }));
  return [{ ...base, fields }];
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

function choicesOf({ rows }: ContentNames): Choices {
  const sections = new RowNames(rows).all('sections');
  const files = nounNames.flatMap((name) => {
    const { kept, sheet, owner } = nounTable(name);
    if (kept.as !== 'files' && name !== 'policy') return [];
    return (rows.get(name) ?? []).map((row) => {
      const words = [sheet, owner && sections.get(ownerOf(row.key)), nameOfRow(row)];
      return { value: fileOfRow(name, row.key), label: words.filter(Boolean).join(' ') };
    });
  });
  return {
    sections: [...sections].map(([value, label]) => ({ value, label })),
    files,
    any: files.map(({ value, label }) => ({ value: value.replace(/\.mdx$/, ''), label })),
    // The only lists of numbers.
    integer: FISCAL_MONTHS.map((value) => ({ value, label: `${String(value)}月` })),
  };
}
