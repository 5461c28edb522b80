/** The rows of a YAML file, each a link to its form. */
import type { FolderName } from '#model/collections.ts';
import { editAddress, type Answer } from './app.ts';
import type { Data } from './data.ts';
import { markup, type Html } from './html.ts';
import { FOLDER_NAMES } from './kinds.ts';
import type { Item, Library } from './library.ts';
import { TO_LIST } from './page.ts';
import { labelOf, shapeAt, shapeOf } from './shape.ts';

export const rowsPage = (library: Library, { file, name, data }: Item): Answer => ({
  title: name,
  back: TO_LIST,
  body: Array.isArray(data)
    ? listRows(file, data as Data[])
    : markup`${recordRows(library, file, data)}`,
});

const row = (file: string, at: string, name: string, more?: Html) =>
  markup`<li class="row"><a href="${editAddress(file, at)}">${name}</a>${more}</li>`;

const listRows = (file: string, rows: readonly Data[]): Html => markup`
  <p><a class="button" href="${editAddress(file, 'new')}">足す</a></p>
  <ol>
    ${rows.map((data, index) => row(file, String(index), nameOfRow(data)))}
  </ol>
`;

export function nameOfRow(data: Data): string {
  const { source, shown, from, to, address } = data;
  if (typeof address === 'string') return address;
  if (typeof data.for === 'string') return data.for;
  const [before, after] = [source ?? from, shown ?? to].map((one) => one as string);
  return before === after ? (before ?? '') : `${before || '（なし）'} → ${after || '（なし）'}`;
}

/** A record by kind and id: everything of the kind has a row, with words or without. */
const recordRows = (library: Library, file: string, data: Data): Html[] =>
  Object.entries(data).map(([kind, lists]) => {
    if (Array.isArray(lists))
      return markup`<p><a href="${editAddress(file, kind)}">${labelOf(shapeAt(shapeOf(file), [kind]), kind)}</a></p>`;
    const folder = kind as FolderName;
    return markup`
      <h2>${FOLDER_NAMES[folder]}</h2>
      <ul>
        ${library.in(folder).map(({ id, name }) => {
          const words = (lists as Record<string, string[]>)[id] ?? [];
          return row(file, `${kind}/${id}`, name, markup`<span>${words.length}語</span>`);
        })}
      </ul>
    `;
  });
