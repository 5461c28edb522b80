/** A card of 1200 × 630: its words above the plan's own drawing and a hill in the goal's colour. */
import type { Node } from '@takumi-rs/core';
import { phrases } from '#model/pieces.ts';
import type { Card } from '#routes.ts';
import type { Palette } from './palette.ts';

/** Size of the title and the lines that it may take at that size. */
const SIZES = [
  [104, 1],
  [80, 2],
  [64, 2],
  [54, 3],
] as const;
const SMALLEST = [44, 4] as const;
const WIDTH = 1040;

/** `foot`: the words at the left and at the right of the hill. `svg`: the plan's drawing. */
export function cardNode(
  card: Card,
  foot: readonly [string, string],
  palette: Palette,
  svg?: string,
): Node {
  const colour = (name: string) => palette.get(name) ?? '#000000';
  const goal = card.goal ? String(((card.goal - 1) % 6) + 1) : undefined;
  const near = colour(goal ? `goal-${goal}` : 'hill-near');
  const far = colour(goal ? `tint-${goal}` : 'hill-far');
  const [muted, paper] = [colour('muted'), colour('paper')];
  const kicker = breakable(phrases(drawable(card.kicker)), WIDTH / 32);
  const title = phrases(drawable(card.title));
  const [size, lines] =
    SIZES.find(([em, most]) => lineCount(title, WIDTH / em) <= most) ?? SMALLEST;
  // The detail ends left of the sun, and above the hill.
  const detailLines = lines > 2 ? 1 : 2;
  const detail = namesThatFit(drawable(card.detail), 680 / 32, detailLines);
  return {
    type: 'container',
    // Lines break only where breakable() allows it.
    tw: 'flex flex-col size-full px-[80px] py-[72px] leading-[1.3] break-keep text-balance',
    style: { backgroundColor: paper, fontFamily: 'Noto Sans JP', fontWeight: 700 },
    children: [
      {
        type: 'image',
        src: backdrop(svg, new Map([...palette, ['hill-near', near], ['hill-far', far]])),
        tw: 'absolute inset-0 z-[-1]',
      },
      {
        type: 'container',
        tw: 'w-[64px] h-[10px] mb-[14px]',
        style: { backgroundColor: goal ? near : colour('sun') },
      },
      text(kicker, 32, goal ? near : muted, clamp(2)),
      text(breakable(title, WIDTH / size), size, colour('ink'), `${clamp(lines)} my-[18px]`),
      text(detail, 32, muted, `${clamp(detailLines)} w-[680px] font-normal`),
      text(drawable(foot[0]), 36, paper, 'absolute left-[80px] bottom-[24px]'),
      text(drawable(foot[1]), 28, paper, 'absolute right-[80px] bottom-[28px] font-normal'),
    ],
  };
}

function text(words: string, fontSize: number, color: string, tw: string): Node {
  // Brackets of half the width: one at the beginning of a line aligns with the letters below.
  const fontFeatureSettings = /[「『（【]/u.test(words) ? '"halt"' : 'normal';
  return { type: 'text', text: words, tw, style: { fontSize, color, fontFeatureSettings } };
}

const clamp = (lines: number) => `line-clamp-${String(lines)}`;

/** The font has no emoji and would draw boxes: they are left out; of a keycap its digit stays. */
const drawable = (words: string): string =>
  words.replaceAll(/\p{RGI_Emoji}/gv, (emoji) => /^[0-9#*]/.exec(emoji)?.[0] ?? '');

/** Behind the near hill of a plan that brings no drawing. */
const HILL = '<path d="M420 630C620 480 840 465 1200 512V630Z" class="hill-far"/>';
const NEAR_HILL =
  '<path d="M0 536C260 488 470 506 700 528S1060 550 1200 526V630H0Z" class="hill-near"/>';

/** The drawing as an SVG whose classes have become colours. */
function backdrop(svg: string | undefined, palette: Palette): string {
  const shapes = svg?.trim().replaceAll(/^<svg[^>]*>\s*|\s*<\/svg>$/gu, '') ?? HILL;
  const filled = (shapes + NEAR_HILL).replaceAll(
    /class="([\w-]+)"/gu,
    (_, name: string) => `fill="${palette.get(name) ?? '#000000'}"`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">${filled}</svg>`;
}

// Where the words of a card may break. Widths are in em, at a close estimate.

/** Half for what is drawn narrow: ASCII, and brackets. */
const width = (text: string): number =>
  [...text].reduce((sum, char) => sum + (/[ -~「」『』（）【】]/u.test(char) ? 0.6 : 1), 0);

const wordsOf = (text: string): string[] =>
  Array.from(new Intl.Segmenter('ja', { granularity: 'word' }).segment(text), (w) => w.segment);

/** A piece that is wider than a line is cut between words, a word between characters. */
function parts(pieces: readonly string[], em: number): string[] {
  const split = (piece: string, cut: (text: string) => string[]) =>
    width(piece) > em ? cut(piece) : [piece];
  return pieces
    .flatMap((piece) => split(piece, wordsOf))
    .flatMap((word) => split(word, Array.from<string>));
}

/** The pieces with a zero-width space where a line of `em` may end. */
export const breakable = (pieces: readonly string[], em: number): string =>
  parts(pieces, em).join('\u200B');

export function lineCount(pieces: readonly string[], em: number): number {
  let [lines, used] = [1, 0];
  for (const part of parts(pieces, em)) {
    if (used > 0 && used + width(part) > em) [lines, used] = [lines + 1, 0];
    used += width(part);
  }
  return lines;
}

/** The names of a list, each with its comma; where not all fit, … follows the last that does. */
export function namesThatFit(list: string, em: number, lines: number): string {
  let names = list.split(/(?<=、)/u);
  while (names.length > 1 && lineCount(names, em) > lines)
    names = [...names.slice(0, -2), `${names.at(-2)?.replace(/、?$/u, '') ?? ''}…`];
  return breakable(names, em);
}
