/**
 * The configuration of Sveltia CMS, from the schemas: https://sveltiacms.app/en/docs
 * Nothing can be deleted in it and no id changed: what has an address leaves the plan by a row of
 * `redirects.yaml`. Pictures lie beside the words.
 */
import path from 'node:path';
import { collections, folderOf } from '#model/collections.ts';
import { id } from '#model/fields.ts';
import { FISCAL_MONTHS } from '#model/fiscal-year.ts';
import { readTexts } from '#reader/read.ts';
import {
  fileOfRow,
  inPrintedOrder,
  isData,
  ownerOf,
  rowsOfContent,
  wordsOf,
} from '#tables/noun-rows.ts';
import { nounNames, nouns, nounTable } from '#tables/nouns.ts';
import { shapeOf } from '#tables/shape.ts';
import { nameOfRow, RowNames } from '#tables/sheet-layout.ts';
import { partsOf, type Data } from '#text/content-file.ts';
import defaults from './cms-defaults.json' with { type: 'json' };
import { fieldsOf, type Choices, type Field } from './form-fields.ts';

interface Place {
  backend: Record<string, string>;
  /** The editing server has its own functions to read and write a file: editor.ts. */
  isLocal: boolean;
  siteUrl: string;
}

/** Activities are edited within their programme. */
const tables = nounNames.filter((name) => name !== 'activities');
type Table = (typeof tables)[number];

/** For the content of a folder, whether or not it is in order. */
export async function cmsConfig(dir: string, { backend, isLocal, siteUrl }: Place) {
  const inProject = path.relative(process.cwd(), dir).replaceAll('\\', '/');
  // A folder outside of the project is called by its name: the person chooses the one around it.
  const contentDir = inProject.startsWith('..') ? path.basename(dir) : inProject;
  const texts = [...(await readTexts(dir))].filter(([file]) => file.endsWith('.mdx'));
  const choices = choicesOf(texts);
  const entries = (name: Table, more: object = {}) => ({
    ...entryCollection(name, choices),
    folder: `${contentDir}/${name}`,
    ...more,
  });
  const form = (file: string, label: string, name: Table | 'pages') => ({
    name: file.replaceAll(/\W/g, '-'),
    label,
    file: `${contentDir}/${file}`,
    format: file.endsWith('.mdx') ? 'yaml-frontmatter' : 'yaml',
    // The editing server reads the rows of a list as a field of its file.
    fields: formOf(name, choices).map((field) =>
      field.name === 'rows' ? { ...field, label, root: !isLocal } : field,
    ),
  });
  return {
    ...defaults.cms,
    backend,
    site_url: siteUrl,
    media_folder: contentDir,
    collections: [
      ...tables
        .filter((name) => nounTable(name).kept.as === 'files' && name !== 'pledges')
        .map((name) => entries(name)),
      { divider: true },
      // The folder of a pledge names its section: a collection each.
      ...(choices.sections ?? []).map(({ value, label }) =>
        entries('pledges', {
          name: `pledges-${String(value)}`,
          label: `${label} ${nouns.pledges.sheet}`,
          folder: `${contentDir}/pledges/${String(value)}`,
          preview_path: `sections/${String(value)}/`,
        }),
      ),
      { divider: true },
      {
        name: 'plan',
        label: '計画と表',
        files: [
          ...tables
            .filter((name) => nounTable(name).kept.as !== 'files')
            .map((name) => form(collections[name].example, nounTable(name).sheet, name)),
          ...texts
            .filter(([file]) => folderOf(file) === 'pages')
            .map(([file, text]) => form(file, wordsOf(dataIn(file, text).title) || file, 'pages')),
        ],
      },
    ],
  };
}

/** Those whose files have a page each. */
const WITH_PAGES: readonly Table[] = ['goals', 'programmes', 'sections'];

function entryCollection(name: Table, choices: Choices) {
  const { pattern, errorMessage } = shapeOf(id);
  const fields = formOf(name, choices);
  const firstOf = (...all: string[]) =>
    fields.find((field) => all.includes(field.name))?.name ?? '';
  const naming = firstOf('title', 'name', 'heading', 'units');
  const order = firstOf('order', 'number');
  const goal = fields.find(({ collection, multiple }) => collection === 'goals' && !multiple);
  const group = goal && { name: goal.name, field: goal.name, label: nouns.goals.sheet };
  const idExample = collections[name].example.split(/[/.]/).at(-2) ?? '';
  return {
    ...defaults.entries,
    name: name as string,
    label: nounTable(name).sheet,
    slug: {
      editable: ['create'],
      pattern: [pattern, errorMessage],
      hint: `アドレスになる、ローマ字の名前（例: ${idExample}）。あとから変えられません`,
    },
    identifier_field: naming,
    summary: `{{fields.${naming}}}`,
    sortable_fields: { fields: [order, naming], default: { field: order } },
    ...(group && { view_groups: { groups: [group], default: group.name } }),
    ...(WITH_PAGES.includes(name) && { preview_path: `${name}/{{slug}}/` }),
    fields,
  };
}

/** The fields of a file of the collection; a list is one field, `rows`. */
export function formOf(name: Table | 'pages', choices: Choices): Field[] {
  const { schema, body } = collections[name];
  const shape = shapeOf(schema);
  const fields = fieldsOf(
    shape.type === 'array' ? { properties: { rows: shape } } : shape,
    choices,
  );
  // The rich text does not know the components and anchors of a page.
  const modes = body === 'page' ? ['raw'] : ['rich_text', 'raw'];
  return body === 'none' ? fields : [...fields, { ...defaults.body, modes }];
}

/** `texts`: path → text of each MDX file. */
function choicesOf(texts: readonly [string, string][]): Choices {
  const parts = texts.map(([file, text]) => [file, { data: dataIn(file, text) }] as const);
  const rows = inPrintedOrder(rowsOfContent(new Map(parts)));
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

/** None where they cannot be read: the row of the file has its id alone. */
function dataIn(file: string, text: string): Data {
  try {
    const { data } = partsOf(file, text);
    return isData(data) ? data : {};
  } catch {
    return {};
  }
}
