/** Each kind of page has a sheet of its own, which names the folders that its components are in. */
import { expect, it } from 'vitest';
import { builtSite, type BuiltPage } from './pages.ts';

const pages = [...builtSite().pages.values()];

/** The rules of the layer of utilities, up to the bracket that ends it. */
function utilitiesOf({ root }: BuiltPage): string {
  const css = root
    .querySelectorAll('style')
    .map(({ rawText }) => rawText)
    .join('');
  const [, ...layers] = css.split('@layer utilities{');
  return layers
    .map((layer) => {
      let depth = 1;
      const end = [...layer].findIndex((sign) => {
        depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
        return depth === 0;
      });
      return layer.slice(0, end);
    })
    .join('');
}
const ruled = (page: BuiltPage) =>
  new Set(
    Array.from(utilitiesOf(page).matchAll(/\.((?:\\.|[\w-])+)/g), ([, name = '']) =>
      name.replace(/\\(.)/g, '$1'),
    ),
  );
const written = ({ root }: BuiltPage) =>
  new Set(root.querySelectorAll('[class]').flatMap(({ classNames }) => classNames.split(/\s+/)));

it('a page has each utility that it uses, where another page has it', () => {
  const anywhere = new Set(pages.flatMap((page) => [...ruled(page)]));
  expect(anywhere.size).toBeGreaterThan(50);
  const bare = pages.flatMap((page) => {
    const own = ruled(page);
    const without = [...written(page)].filter((name) => anywhere.has(name) && !own.has(name));
    return without.length > 0 ? [`${page.url}: ${without.join(' ')}`] : [];
  });
  expect(bare).toEqual([]);
});
