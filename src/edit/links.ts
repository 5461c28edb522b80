/** What else can be done with a thing: moved, given another address, deleted. */
import { addressOf } from './app.ts';
import type { Drawing } from './fields.ts';
import { markup, type Html } from './html.ts';
import type { Item } from './library.ts';
import { isOrdered } from './order.ts';
import type { Target } from './target.ts';

export function linksOf(
  { file, folder, data }: Item,
  { path }: Target,
): { links: Html[]; itemLinks?: Drawing['itemLinks'] } {
  const at = path.join('/');
  const remove = markup`<a href="${addressOf('remove', { file, ...(at && { at }) })}">消す</a>`;
  if (path.length > 0) return { links: [remove] };
  if (!isOrdered(folder)) return { links: [] };
  const address = markup`<a href="${addressOf('address', { file })}">アドレスになる名前（id）を変える</a>`;
  const links = [address, remove];
  if (folder !== 'programmes') return { links };
  const known = new Set((data.activities as { id: string }[]).map(({ id }) => id));
  const itemLinks = (value: unknown) => {
    const { id = '' } = value as { id?: string };
    return known.has(id)
      ? markup`<a class="button" href="${addressOf('move', { file, id })}">ほかの事業へ移す</a>`
      : undefined;
  };
  return { links, itemLinks };
}
