import { describe, expect, it } from 'vitest';
import { addresses, redirectProblems } from '#links/addresses.ts';
import type { Redirect } from '#model/redirect.ts';
import { linkPlan } from '#model/link.ts';
import { movedFragments, movedPages, serverRedirects } from '#links/moved-pages.ts';
import {
  brokenPromises,
  formatPublished,
  parsePublished,
  promiseProblems,
  withNew,
} from '#links/promises.ts';
import { to } from '#urls.ts';
import { smallContent, smallPlan } from '../fixtures/small-plan.ts';

const published = new Map(addresses(smallPlan()).map(({ path, subject }) => [path, subject]));

/** The small plan after its programme `j` was renamed to `n`, and its unit `k` moved to `b`. */
function renamed(redirects: Redirect[] = []) {
  const content = smallContent();
  for (const entry of content.programmes) entry.id = 'n';
  const [first] = content.pledges;
  if (first) first.id = 'b/k';
  content.pledges.push({ ...smallContent().pledges[0]!, id: 'a/neu' });
  for (const [index, entry] of content.pledges.entries()) entry.data.order = index === 1 ? 2 : 1;
  return linkPlan({ ...content, redirects, published });
}
const moves = [
  { from: 'programmes/j/', to: 'programmes/n/' },
  { from: 'sections/a/k/', to: 'sections/b/k/' },
  { from: 'sections/a/#k', to: 'sections/b/#k' },
];

describe('a published address', () => {
  it('is missed when it vanishes', () => {
    const gone = brokenPromises(published, renamed()).map(({ path }) => path);
    expect(gone).toContain('programmes/j/');
    expect(gone).toContain('programmes/j/#x');
    expect(gone).toContain('sections/a/#k');
  });

  it('is missed when it comes to mean something else', () => {
    const content = smallContent();
    for (const { data } of content.programmes) data.title = '別の事業';
    const broken = brokenPromises(published, linkPlan(content));
    expect(broken).toContainEqual({
      path: 'programmes/j/',
      subject: 'ことば',
      now: '別の事業',
    });
  });

  it('is kept by a redirect, with the fragments that stand on the new page', () => {
    const broken = brokenPromises(published, renamed(moves)).map(({ path }) => path);
    expect(broken.filter((path) => !path.startsWith('full/'))).toEqual([]);
    expect(broken).toContain('full/#programme-j');
  });

  it('stops the build when it would go, with the row that would keep it', () => {
    expect(promiseProblems({ ...smallPlan(), published })).toEqual([]);
    expect(promiseProblems({ ...renamed(), published: undefined })).toEqual([]);
    const problems = promiseProblems(renamed());
    expect(problems[0]).toEqual({
      file: 'redirects.yaml',
      field: 'programmes/j/',
      found:
        '公開したアドレス「programmes/j/」（ことば）が今の計画になく、行き先も書かれていません',
      expected: expect.stringContaining('- from: programmes/j/'),
    });
    expect(problems.map(({ field }) => field)).not.toContain('programmes/j/#x');
    const fields = promiseProblems(renamed(moves)).map(({ field }) => field);
    expect(fields.filter((path) => !path.startsWith('full/'))).toEqual([]);
    expect(fields).toContain('full/#programme-j');
  });

  it('of a page that has ended is kept with all that was on the page', () => {
    const ended: Redirect = { from: 'programmes/j/', to: 'programmes/', ended: true };
    const fields = promiseProblems(renamed([ended])).map(({ field }) => field);
    expect(fields.filter((path) => path.startsWith('programmes/'))).toEqual([]);
  });

  it('stays in the list for ever', () => {
    const list = withNew(published, renamed());
    for (const [path, subject] of published) expect(list.get(path)).toBe(subject);
    expect(list.has('programmes/n/')).toBe(true);
    expect(parsePublished(formatPublished(list))).toEqual(
      new Map([...list].sort(([a], [b]) => (a < b ? -1 : 1))),
    );
  });
});

describe('a redirect', () => {
  it.each([
    ['from an address that stands', { from: 'programmes/n/', to: 'programmes/' }, 'from'],
    ['to an address that does not', { from: 'programmes/j/', to: 'programmes/q/' }, 'to'],
  ])('is refused %s', (_, row, field) => {
    const [problem] = redirectProblems({ ...renamed(), redirects: [row] });
    expect(problem?.file).toBe('redirects.yaml');
    expect(problem?.field).toBe(`[0].${field}`);
    expect(problem?.expected).toMatch(/アドレス/);
  });

  it('is refused a second time from the same address', () => {
    const row = { from: 'programmes/j/', to: 'programmes/n/' };
    expect(redirectProblems({ ...renamed(), redirects: [row, row] })).toHaveLength(1);
  });

  it('of what has ended leaves a page that says so, which no server leads on', () => {
    const ended: Redirect = { from: 'programmes/j/', to: 'programmes/', ended: true };
    const plan = renamed([ended, { ...ended, from: 'sections/a/#k', to: 'sections/a/' }]);
    expect(movedPages(plan)).toMatchObject([{ target: { path: 'programmes/' }, ended: true }]);
    expect(serverRedirects(plan)).toEqual([]);
    expect(movedFragments(plan, 'sections/a/')).toMatchObject([{ id: 'k', ended: true }]);
  });

  it('makes a page of its own where the old page is gone, and a line where it stands', () => {
    const plan = renamed(moves);
    expect(redirectProblems(plan)).toEqual([]);
    expect(movedPages(plan)).toMatchObject([
      { path: 'programmes/j', target: { path: 'programmes/n/' }, fragments: [] },
      { path: 'sections/a/k', target: { path: 'sections/b/k/' }, fragments: [] },
    ]);
    expect(serverRedirects(plan)).toEqual(
      moves.slice(0, 2).map((move) => ({ from: to(move.from), to: to(move.to) })),
    );
    expect(movedFragments(plan, 'sections/a/')).toMatchObject([
      { id: 'k', target: { path: 'sections/b/#k' } },
    ]);
  });
});
