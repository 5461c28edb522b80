/** Drawings that a plan may bring: SVG of shapes alone, so that it can stand inside a page. */
import { quote, type Problem } from './problem.ts';

/**
 * `emblem`: beside the title. `hero`: on the home page. `icon`: in the browser's tab. `card`: behind
 * the words of a sharing picture.
 */
export const DRAWINGS = ['emblem', 'hero', 'icon', 'card'] as const;
/** What a card measures: the drawing is laid on it as it is. */
const CARD = 'viewBox="0 0 1200 630"';
export type Drawings = Partial<Record<(typeof DRAWINGS)[number], string>>;

const drawingFile = (name: (typeof DRAWINGS)[number]) => `${name}.svg`;

const SHAPES = 'svg g path circle ellipse rect line polyline polygon'.split(' ');
const ATTRIBUTES =
  'xmlns viewBox preserveAspectRatio class d cx cy r rx ry x y x1 y1 x2 y2 width height points fill fill-rule stroke stroke-width stroke-linecap stroke-linejoin opacity transform'.split(
    ' ',
  );
const TAG = /<\/?(?<name>[a-z]+)(?<rest>(?:\s+[\w-]+="[^"<>]*")*)\s*\/?>/giu;
const EXPECTED = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="…"> の中に ${SHAPES.slice(1).join('、')} だけ。属性は ${ATTRIBUTES.join('、')} だけ（文字、style、リンク、スクリプトは書けない）`;

export function drawingProblems(file: string, text: string): Problem[] {
  const tags = [...text.matchAll(TAG)];
  const [first] = tags;
  const strange = [
    text.replaceAll(TAG, '').trim(),
    ...tags.map(({ groups }) => groups?.name ?? '').filter((name) => !SHAPES.includes(name)),
    ...tags
      .flatMap(({ groups }) => [...(groups?.rest ?? '').matchAll(/([\w-]+)="([^"]*)"/gu)])
      .filter(
        ([, name = '', value = '']) =>
          !ATTRIBUTES.includes(name) || /url\(|:\/\/(?!www\.w3\.org\/2000\/svg)/u.test(value),
      )
      .map(([attribute]) => attribute),
  ].find((found) => found !== '');
  const whole =
    text.trim().startsWith('<svg') && (first?.groups?.rest ?? '').includes(' viewBox="');
  if (file === drawingFile('card') && whole && !(first?.groups?.rest ?? '').includes(CARD))
    return [{ file, field: '図', found: quote(text.slice(0, 60)), expected: `<svg … ${CARD}>` }];
  return strange === undefined && whole
    ? []
    : [{ file, field: '図', found: quote(strange ?? text.slice(0, 60)), expected: EXPECTED }];
}
