/** A drawing stands inside every page: what is more than shapes is refused. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawingProblems } from '#model/drawings.ts';

const svg = (inner: string, attributes = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"') =>
  `<svg ${attributes}>${inner}</svg>\n`;

describe('a drawing', () => {
  it.each([
    ['shapes with classes', svg('<g class="sun"><circle cx="1" cy="1" r="1"/></g>')],
    ['a path over lines', svg('\n  <path\n    d="M0 0h1" fill="#fff"\n  />\n')],
    ['the neutral icon', readFileSync('public/favicon.svg', 'utf8')],
  ])('may be %s', (_, text) => {
    expect(drawingProblems('hero.svg', text)).toEqual([]);
  });

  it.each([
    ['a script', svg('<script>x</script>')],
    ['a handler', svg('<path d="M0 0" onclick="x()"/>')],
    ['a style', svg('<path style="fill:red" d="M0 0"/>')],
    ['another file', svg('<image href="https://example.jp/x.png"/>')],
    ['a paint of another file', svg('<path fill="url(https://example.jp/x)" d="M0 0"/>')],
    ['words', svg('<path d="M0 0"/>言葉')],
    ['an id, which may stand in the page already', svg('<path id="main" d="M0 0"/>')],
    ['HTML behind it', `${svg('')}<img src="x">`],
    ['no view box', svg('', 'xmlns="http://www.w3.org/2000/svg"')],
    ['no drawing', ''],
    ['a comment that hides a tag', svg('<!-- <path d="M0 0"/> -->')],
  ])('is refused with %s', (_, text) => {
    expect(drawingProblems('hero.svg', text)).toHaveLength(1);
  });

  it('of a card has the card’s measure', () => {
    const card = svg('', 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630"');
    expect(drawingProblems('card.svg', card)).toEqual([]);
    expect(drawingProblems('card.svg', svg(''))).toHaveLength(1);
  });
});
