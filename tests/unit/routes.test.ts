/** The pages of the site by their addresses. */
import { expect, it } from 'vitest';
import { planOf } from '#links/promises.ts';
import { linkPlan } from '#model/link.ts';
import { menu, pages, trailOf } from '#routes.ts';
import { to } from '#urls.ts';
import { smallContent, smallPlan } from '../fixtures/small-plan.ts';

type Page = ReturnType<typeof smallContent>['pages'][number];
const page = (id: string, data: Partial<Page['data']> = {}): Page => ({
  id,
  file: `pages/${id}.mdx`,
  data: { title: id, description: id, menu: 'footer', ...data },
  body: [],
});
const withPages = (...added: Page[]) => ({ ...smallContent(), pages: added });

it.each([
  ['', []],
  ['policy/', []],
  ['goals/g/', ['policy/']],
  ['programmes/j/', ['programmes/']],
  ['sections/a/', ['sections/']],
  ['sections/a/k/', ['sections/', 'sections/a/']],
  ['404.html', []],
])('the pages above /%s are %j', (path, above) => {
  expect(trailOf(smallPlan(), to(path)).map(({ href }) => href)).toEqual(above.map(to));
});

it('pages of running text stand in the menus by their order, then by their names', () => {
  const plan = linkPlan(
    withPages(page('b'), page('a'), page('c', { menu: 'main' }), page('d', { menu: 'none' })),
  );
  const texts = (place: 'main' | 'footer') => menu(plan, place).map(({ text }) => text);
  expect(texts('footer').slice(-3, -1)).toEqual(['a', 'b']);
  expect(texts('main').at(-1)).toBe('c');
  expect(pages(plan).map(({ href }) => href)).toContain(to('d/'));
  const moved = linkPlan(withPages(page('b', { order: 1 }), page('a', { order: 2 })));
  expect(
    menu(moved, 'footer')
      .map(({ text }) => text)
      .slice(-3, -1),
  ).toEqual(['b', 'a']);
});

it('a page of running text does not take the address of another page', () => {
  expect(() => planOf(withPages(page('policy')))).toThrow(/pages\/policy\.mdx の「ファイル名」/u);
});
