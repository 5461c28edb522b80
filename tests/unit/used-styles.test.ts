/** What is left of a page's styles: what its elements, their kind or a script can use. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { usedStyles, withUsedStyles } from '#deploy/used-styles.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const room = temporaryFolder();
const file = (name: string, text: string) => {
  writeFileSync(path.join(room, name), text);
  return path.join(room, name);
};
/** Rules that some page of the kind, its script or the browser needs, as they are. */
const NEEDED = [
  '.there,[data-goal="1"]{margin:0}',
  '.lg\\:columns-3{columns:3}',
  '.made{color:red}',
  'details[open]{margin:0}',
  ':focus-visible{outline:solid}',
];
const STYLE = [
  ':root{--used:1px;--unused:2px}',
  '.here{margin:var(--used)}',
  ...NEEDED,
  ':is(p,.nowhere):hover{color:blue}',
  '.nowhere{margin:9px}',
  '@media print{.nowhere{margin:8px}.here{margin:7px}}',
].join('');
const page = (body: string) =>
  `<head><title>&lt;style></title><style>${STYLE}</style></head>${body}`;
const own = page('<details><p class=here>読む');

it('leaves out what no page of the kind and no script names', async () => {
  const used = await usedStyles(
    [
      file('own.html', own),
      file('twin.html', page('<p class="there lg:columns-3" data-goal=1>')),
      file('other.html', '<style>.there{margin:5px}</style><p>'),
    ],
    [file('script.js', 'e.className="made"')],
  );
  expect(used.size).toBe(2);
  const left = withUsedStyles(own, used);
  expect(left).toBe(own.replace(STYLE, used.get(STYLE) ?? ''));
  for (const kept of [
    ':root{--used:1px}',
    '.here{margin:var(--used)}',
    ...NEEDED,
    ':is(p):hover{color:#00f}',
    '@media print{',
    '.here{margin:7px}',
  ])
    expect(left).toContain(kept);
  expect(left).not.toMatch(/nowhere|--unused/);
  expect(used.get('.there{margin:5px}')).toBe('');
});

it('writes a size of the theme where it is used', async () => {
  const style = [
    ':root,:host{--size-1:1px;--size-10:10px;--colour:red;--mixed:var(--colour);--asked:2px}',
    '@media print{:root{--colour:black}}',
    'p{margin:var(--size-1) var(--size-10);color:var(--colour);fill:var(--mixed);top:var(--asked,3px)}',
  ].join('');
  const used = await usedStyles([file('sizes.html', `<style>${style}</style><p>`)], []);
  expect(used.get(style)).toBe(
    [
      ':root,:host{--colour:red;--mixed:var(--colour);--asked:2px}',
      '@media print{:root{--colour:black}}',
      'p{margin:1px 10px;color:var(--colour);fill:var(--mixed);top:var(--asked,3px)}',
    ].join(''),
  );
});
