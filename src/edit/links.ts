/** What else can be done with a thing: moved, given another address, deleted. */
import { markup, type Html } from './html.ts';
import type { Item } from './library.ts';
import type { Target } from './target.ts';
import type { Drawing } from './fields.ts';

const addressOf = (page: string, values: Record<string, string>) =>
  `/${page}?${new URLSearchParams(values).toString()}`;

export function linksOf(
  { file, folder, data }: Item,
  { path }: Target,
): { links: Html[]; itemLinks?: Drawing['itemLinks'] } {
  const at = path.join('/');
  const remove = markup`<a href="${addressOf('remove', { file, ...(at && { at }) })}">消す</a>`;
  if (path.length > 0) return { links: [remove] };
  if (folder === undefined || folder === 'policy' || folder === 'pages') return { links: [] };
  const address = markup`<a href="${addressOf('address', { file })}">アドレスになる名前（id）を変える</a>`;
  const links = [address, remove];
  if (folder !== 'programmes') return { links };
  const known = new Set((data.activities as { id: string }[]).map(({ id }) => id));
  const itemLinks = (_: unknown, value: unknown) => {
    const { id = '' } = value as { id?: string };
    return known.has(id)
      ? markup`<a class="button" href="${addressOf('move', { file, id })}">ほかの事業へ移す</a>`
      : undefined;
  };
  return { links, itemLinks };
}
