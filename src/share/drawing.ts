/** A card as a drawing of 1200 × 630: the plan's own drawing behind a hill in the goal's colour. */
import { wrap } from './wrap.ts';
import type { Card } from '#routes.ts';

/** Colours by their token's name, without `--color-`; the goals' as `goal-1` and `tint-1`. */
export type Palette = ReadonlyMap<string, string>;

const TOKEN = /--color-([a-z0-9-]+):\s*(?:light-dark\()?(#[0-9a-f]{6})/g;
const GOAL = /data-goal=.(\d).\]\s*\{\s*--goal:\s*(?:light-dark\()?(#[0-9a-f]{6})/g;
/** How much of a goal's colour its tint has (goals.css). */
const TINTED = 0.1;

/** Reads the light theme from the sheets of colours. */
export function readPalette(css: string): Palette {
  const palette = new Map<string, string>();
  for (const [, name = '', value = ''] of css.matchAll(TOKEN)) palette.set(name, value);
  for (const [, number = '', value = ''] of css.matchAll(GOAL)) {
    palette.set(`goal-${number}`, value);
    palette.set(`tint-${number}`, mix(value, palette.get('paper') ?? '#ffffff', TINTED));
  }
  return palette;
}

/** `share` of one colour in another, as color-mix(in srgb) has it. */
export function mix(one: string, other: string, share: number): string {
  const channels = (hex: string) =>
    [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const rest = channels(other);
  const mixed = channels(one).map((value, at) => value * share + (rest[at] ?? 0) * (1 - share));
  return `#${mixed.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
}

const LEFT = 80;
/** Size of the title and the lines it may take at that size. */
const SETTINGS = [
  [104, 1],
  [80, 2],
  [64, 2],
  [54, 3],
  [44, 4],
] as const;
const LEADING = 1.34;

/** The fonts have no emoji and would draw boxes: they are left out; of a keycap its digit stays. */
const drawable = (words: string) =>
  words.replaceAll(/\p{RGI_Emoji}/gv, (emoji) => /^[0-9#*]/.exec(emoji)?.[0] ?? '');

/** Behind the near hill of a plan that brings no drawing. */
const HILL = '<path d="M420 630C620 480 840 465 1200 512V630Z" class="hill-far"/>';
/** Without its root; `undefined` is none. */
const shapesOf = (svg: string | undefined) =>
  svg?.trim().replaceAll(/^<svg[^>]*>\s*|\s*<\/svg>$/gu, '') ?? HILL;

/** `svg`: the plan's drawing. Its classes are colours; the hills take the goal's. */
export function drawing(
  card: Card,
  foot: readonly [string, string],
  palette: Palette,
  svg?: string,
): string {
  const colour = (name: string) => palette.get(name) ?? '#000000';
  const goal = card.goal ? ((card.goal - 1) % 6) + 1 : undefined;
  const deep = colour(goal ? `goal-${String(goal)}` : 'hill-near');
  const pale = colour(goal ? `tint-${String(goal)}` : 'hill-far');
  const own: Partial<Record<string, string>> = { 'hill-near': deep, 'hill-far': pale };
  const shapes = shapesOf(svg).replaceAll(
    /class="([\w-]+)"/gu,
    (_, name: string) => `fill="${own[name] ?? colour(name)}"`,
  );
  const { size, lines } = setTitle(drawable(card.title));
  const kicker = shorten([...drawable(card.kicker)], 32, 2);
  const first = 170 + size + Math.max(kicker.length - 1, 0) * 44;
  const below = first + (lines.length - 1) * size * LEADING + 78;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" font-family="Noto Sans JP">
<rect width="1200" height="630" fill="${colour('paper')}"/>
${shapes}
<path d="M0 536C260 488 470 506 700 528S1060 550 1200 526V630H0Z" fill="${deep}"/>
<rect x="${String(LEFT)}" y="72" width="64" height="10" fill="${goal ? deep : colour('sun')}"/>
${kicker.map((line, index) => text(line, LEFT, 132 + index * 44, 32, goal ? deep : colour('muted'), 700)).join('\n')}
${lines.map((line, index) => text(line, LEFT, first + index * size * LEADING, size, colour('ink'), 700)).join('\n')}
${setDetail(drawable(card.detail))
  .map((line, index) => text(line, LEFT, below + index * 48, 32, colour('muted'), 400))
  .join('\n')}
${text(drawable(foot[0]), LEFT, 594, 36, colour('paper'), 700)}
${text(drawable(foot[1]), 1120, 594, 28, colour('paper'), 400, 'end')}
</svg>`;
}

/** The largest size at which the title fits; what is longer than the smallest holds is cut. */
function setTitle(title: string): { size: number; lines: string[] } {
  for (const [size, most] of SETTINGS) {
    const lines = wrap(title, 1040 / size, most);
    if (lines) return { size, lines };
  }
  return { size: 44, lines: shorten([...title], 23, 4) };
}

/** At most two lines left of the sun, broken and cut after a whole name. */
function setDetail(detail: string): string[] {
  if (detail === '') return [];
  const names = detail.split(/(?<=、)/u);
  return shorten(names, 21, 2, (text) => text.split(/(?<=、)/u));
}

/** As many of the pieces as fit, with … where there are more. */
function shorten(
  pieces: readonly string[],
  em: number,
  lines: number,
  cut?: (text: string) => string[],
): string[] {
  for (let count = pieces.length; count > 0; count--) {
    const part =
      count < pieces.length
        ? `${pieces.slice(0, count).join('').replace(/、$/u, '')}…`
        : pieces.join('');
    const fitting = wrap(part, em, lines, cut);
    if (fitting) return fitting;
  }
  return [];
}

function text(
  words: string,
  x: number,
  y: number,
  size: number,
  fill: string,
  weight: 400 | 700,
  anchor = 'start',
) {
  // A bracket at the beginning of a line hangs, so that the letters align.
  const hang = /^[「『（【“]/u.test(words) ? size * 0.46 : 0;
  const body = words
    .replace(/[&<>]/g, (sign) => `&#${String(sign.charCodeAt(0))};`)
    // Two brackets back to back share the space of one.
    .replace(
      /(?<=[」』）])[「『（]/gu,
      (bracket) => `<tspan dx="-${(size / 2).toFixed(1)}">${bracket}</tspan>`,
    );
  return `<text x="${(x - hang).toFixed(1)}" y="${y.toFixed(1)}" font-size="${String(size)}" font-weight="${String(weight)}" fill="${fill}" text-anchor="${anchor}">${body}</text>`;
}
