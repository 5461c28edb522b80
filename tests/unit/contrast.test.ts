import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mix } from '#share/palette.ts';

/** Share of a goal's colour in its tint (goals.css). */
const TINTED = 0.1;
const css = ['tokens.css', 'landscape.css', 'goals.css']
  .map((file) => readFileSync(`src/styles/${file}`, 'utf8'))
  .join('\n');
const HEX = '#[0-9a-f]{6}';
const VALUE = `(?:light-dark\\((${HEX}), (${HEX})\\)|(${HEX}));`;

/** The colours of one scheme, without their prefix. */
function colours(scheme: 'light' | 'dark'): Record<string, string> {
  const pick = ([light = '', dark = '', both = '']: string[]) =>
    both || (scheme === 'light' ? light : dark);
  const tokens = css.matchAll(new RegExp(`--color-([a-z0-9-]+): ${VALUE}`, 'g'));
  const found = Object.fromEntries(
    [...tokens].map(([, name = '', ...values]) => [name, pick(values)]),
  );
  const goals = css.matchAll(new RegExp(`data-goal='(\\d)'\\] \\{\\s*--goal: ${VALUE}`, 'g'));
  for (const [, number = '', ...values] of goals) {
    found[`goal-${number}`] = pick(values);
    found[`tint-${number}`] = mix(pick(values), found.paper ?? '', TINTED);
  }
  return found;
}

const light = colours('light');
const dark = colours('dark');

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const goals = Object.keys(light).flatMap((name) => /^goal-(\d)$/.exec(name)?.[1] ?? []);
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
    const [one, other] = [scheme[text], scheme[ground]];
    if (!one || !other) throw new Error(`no sheet has ${one ? ground : text}`);
    return contrast(one, other);
  };

  it('every text on its ground reaches 7:1, every edge beside it 3:1', () => {
    for (const pair of texts) expect(ratio(pair), pair.join(' on ')).toBeGreaterThanOrEqual(7);
    for (const pair of edges) expect(ratio(pair), pair.join(' on ')).toBeGreaterThanOrEqual(3);
  });
});

it('the contrast of two colours is the one of WCAG, and a tint is mixed as the styles mix it', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  expect(css).toContain('--tint: color-mix(in srgb, var(--goal) 10%, var(--color-paper))');
  expect(goals.length).toBeGreaterThan(0);
});
