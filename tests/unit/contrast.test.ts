import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { readPalette } from '#share/palette.ts';

const css = ['tokens.css', 'landscape.css', 'goals.css']
  .map((file) => readFileSync(`src/styles/${file}`, 'utf8'))
  .join('\n');
const light = readPalette(css);
const dark = readPalette(css.replaceAll(/light-dark\(#\w+, (#\w+)\)/g, '$1'));

/** The formula of WCAG, as the checker of pages has it, whose types leave it out. */
interface Colour {
  parseHexString: (hex: string) => void;
}
const { color } = axe.commons as unknown as {
  color: { Color: new () => Colour; getContrast: (a: Colour, b: Colour) => number };
};
const colourOf = (hex: string) => {
  const colour = new color.Color();
  colour.parseHexString(hex);
  return colour;
};

const goals = [...light.keys()].flatMap((name) => /^goal-(\d)$/.exec(name)?.[1] ?? []);
const tints = goals.map((number) => `tint-${number}`);
const links = ['link', 'link-hover', 'link-active', 'link-visited'];
const grounds = ['paper', 'surface', 'mark', ...tints];

/** Every text colour and what it stands on: 7:1, WCAG 1.4.6 (AAA). */
const texts: [string, string][] = [
  ...grounds.flatMap((ground) =>
    ['ink', 'muted', ...links].map((text): [string, string] => [text, ground]),
  ),
  ...goals.flatMap((number) =>
    ['paper', 'surface', 'sky', `tint-${number}`].map((ground): [string, string] => [
      `goal-${number}`,
      ground,
    ]),
  ),
  ['on-control', 'control'],
  ['on-focus', 'focus'],
  ['ink', 'sky'],
];

/** Borders that tell a control, and the focus ring: 3:1, WCAG 1.4.11. */
const edges: [string, string][] = [
  ['edge', 'paper'],
  ['edge', 'surface'],
  ...['paper', 'surface', ...tints].map((ground): [string, string] => ['focus-ring', ground]),
];

describe.each([
  ['light', light],
  ['dark', dark],
])('in the %s scheme', (_scheme, scheme) => {
  const ratio = ([text, ground]: [string, string]) => {
    const [one, other] = [scheme.get(text), scheme.get(ground)];
    if (!one || !other) throw new Error(`no sheet has ${one ? ground : text}`);
    return color.getContrast(colourOf(one), colourOf(other));
  };

  it('every text on its ground reaches 7:1, every edge beside it 3:1', () => {
    for (const pair of texts) expect(ratio(pair), pair.join(' on ')).toBeGreaterThanOrEqual(7);
    for (const pair of edges) expect(ratio(pair), pair.join(' on ')).toBeGreaterThanOrEqual(3);
  });
});

it('a tint is mixed as the styles mix it', () => {
  expect(css).toContain('--tint: color-mix(in srgb, var(--goal) 10%, var(--color-paper))');
  expect(goals.length).toBeGreaterThan(0);
});
