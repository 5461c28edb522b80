/** The rows of a YAML file, each a link to its form. */
import { editAddress, type Answer, type Request } from './app.ts';
import { markup, type Html } from './html.ts';
import type { Data, Item, Library } from './library.ts';
import { labelOf, shapeAt, shapeOf } from './shape.ts';
import type { FolderName } from '#model/collections.ts';

export function rowsPage(_: Request, library: Library, item: Item): Answer {
  const rows = Array.isArray(item.data)
    ? listRows(item.file, item.data as Data[])
    : recordRows(library, item.file, item.data);
  return {
    title: item.name,
    body: markup`
      <nav aria-label="戻る"><a href="/">一覧に戻る</a></nav>
      ${rows}
    `,
  };
}

const listRows = (file: string, rows: readonly Data[]): Html => markup`
  <p><a class="button" href="${editAddress(file, 'new')}">足す</a></p>
  <ol>
    ${rows.map(
      (row, index) =>
        markup`<li class="row"><a href="${editAddress(file, String(index))}">${nameOfRow(row)}</a></li>`,
    )}
  </ol>
`;

export function nameOfRow(row: Data): string {
  const { source, shown, from, to, address } = row;
  if (typeof address === 'string') return address;
  const [before, after] = [source ?? from, shown ?? to].map((one) => one as string);
  return before === after ? (before ?? '') : `${before || '（なし）'} → ${after || '（なし）'}`;
}

/** A record by kind and id: everything of the kind has a row, with words or without. */
const recordRows = (library: Library, file: string, data: Data): Html[] =>
  Object.entries(data).map(([kind, lists]) => {
    if (Array.isArray(lists))
      return markup`<p><a href="${editAddress(file, kind)}">${labelOf(shapeAt(shapeOf(file), [kind]), kind)}</a></p>`;
    const items = library.in(kind as FolderName);
    return markup`
      <h2>${KINDS[kind] ?? kind}</h2>
      <ul>
        ${items.map(({ id, name }) => {
          const words = (lists as Record<string, string[]>)[id] ?? [];
          return markup`
            <li class="row">
              <a href="${editAddress(file, `${kind}/${id}`)}">${name}</a>
              <span>${words.length}語</span>
            </li>
          `;
        })}
      </ul>
    `;
  });

const KINDS: Record<string, string> = {
  goals: '目標',
  programmes: '事業',
  sections: '課',
  pledges: '取組目標',
};
