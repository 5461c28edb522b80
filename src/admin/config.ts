/**
 * The configuration of Sveltia CMS, from the schemas: https://sveltiacms.app/en/docs
 * Nothing can be deleted in it and no id changed: what has an address leaves the plan by a row of
 * `redirects.yaml`. Pictures lie beside the words.
 */
import { folders, yamlFiles, type FolderName, type YamlName } from '#model/collections.ts';
import { id } from '#model/fields.ts';
import { FISCAL_MONTHS } from '#model/fiscal-year.ts';
import { fileOfRow, ownerOf } from '#tables/noun-rows.ts';
import { nounNames, nounTable } from '#tables/nouns.ts';
import { shapeOf } from '#tables/shape.ts';
import { nameOfRow, RowNames } from '#tables/sheet-layout.ts';
import defaults from './cms-defaults.json' with { type: 'json' };
import { labelOfFile, type ContentNames } from './content-names.ts';
import { fieldsOf, type Choices, type Field } from './form-fields.ts';

export interface Place {
  backend: Record<string, string>;
  /** The content's folder in the repository. */
  contentDir: string;
  /** The editing server has its own functions to read and write a file: editor.ts. */
  isLocal: boolean;
  siteUrl: string;
}

export function cmsConfig(names: ContentNames, { backend, contentDir, isLocal, siteUrl }: Place) {
  const choices = choicesOf(names);
  const entries = (folder: FolderName) => ({
    ...entryCollection(folder, choices),
    folder: `${contentDir}/${folder}`,
  });
  const files = [
    formOfFile('policy.mdx', formOf('policy', choices)),
    ...names.pages.map((file) => formOfFile(file, formOf('pages', choices))),
    ...(Object.keys(yamlFiles) as YamlName[]).map((name) => formOfTable(name, choices, isLocal)),
  ];
  // The folder of a pledge names its section: a collection each.
  const pledges = (choices.sections ?? []).map(({ value, label }) => ({
    ...entries('pledges'),
    name: `pledges-${String(value)}`,
    label: `${label} ${nounTable('pledges').sheet}`,
    folder: `${contentDir}/pledges/${String(value)}`,
    preview_path: `sections/${String(value)}/`,
  }));
  const plan = files
    .filter(({ label }) => label !== undefined)
    .map((file) => ({ ...file, file: `${contentDir}/${file.file}` }));
  return {
    ...defaults.cms,
    backend,
    site_url: siteUrl,
    media_folder: contentDir,
    collections: [
      ...ENTRY_FOLDERS.map(entries),
      { divider: true },
      ...pledges,
      { divider: true },
      { name: 'plan', label: '計画と表', files: plan },
    ],
  };
}

/** Folders of files that each have an id. */
const ENTRY_FOLDERS = (Object.keys(folders) as FolderName[]).filter(
  (name) => name !== 'pages' && folders[name].example.split('/').length === 2,
);
/** Those whose files have a page each. */
const WITH_PAGES: readonly FolderName[] = ['goals', 'programmes', 'sections'];

function entryCollection(folder: FolderName, choices: Choices) {
  const { example } = folders[folder];
  const { pattern, errorMessage } = shapeOf(id);
  const fields = formOf(folder, choices);
  const firstOf = (...all: string[]) => fields.find(({ name }) => all.includes(name))?.name ?? '';
  const naming = firstOf('title', 'name', 'heading', 'units');
  const order = firstOf('order', 'number');
  const goal = fields.find(({ collection, multiple }) => collection === 'goals' && !multiple);
  const group = goal && { name: goal.name, field: goal.name, label: nounTable('goals').sheet };
  const idExample = example.split(/[/.]/).at(-2) ?? '';
  return {
    ...defaults.entries,
    name: folder as string,
    label: labelOfFile(example),
    slug: {
      editable: ['create'],
      pattern: [pattern, errorMessage],
      hint: `アドレスになる、ローマ字の名前（例: ${idExample}）。あとから変えられません`,
    },
    identifier_field: naming,
    summary: `{{fields.${naming}}}`,
    sortable_fields: { fields: [order, naming], default: { field: order } },
    ...(group && { view_groups: { groups: [group], default: group.name } }),
    ...(WITH_PAGES.includes(folder) && { preview_path: `${folder}/{{slug}}/` }),
    fields,
  };
}

/** `label` is undefined for a file that nobody edits. */
const formOfFile = (file: string, fields: Field[], format = 'yaml-frontmatter') => ({
  ...{ name: file.replaceAll(/\W/g, '-'), label: labelOfFile(file), file, format, fields },
});

function formOfTable(name: YamlName, choices: Choices, isLocal: boolean) {
  const file = `${name}.yaml`;
  const shape = shapeOf(yamlFiles[name].schema);
  if (shape.type !== 'array') return formOfFile(file, fieldsOf(shape, choices), 'yaml');
  const rows = { properties: { rows: { ...shape, description: labelOfFile(file) ?? name } } };
  const fields = fieldsOf(rows, choices).map((field) => ({ ...field, root: !isLocal }));
  return formOfFile(file, fields, 'yaml');
}

function formOf(folder: FolderName, choices: Choices): Field[] {
  const { schema, body } = folders[folder];
  const fields = fieldsOf(shapeOf(schema), choices);
  // The rich text does not know the components and anchors of a page.
  const modes = body === 'page' ? ['raw'] : ['rich_text', 'raw'];
  return body === 'none' ? fields : [...fields, { ...defaults.body, modes }];
}

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
