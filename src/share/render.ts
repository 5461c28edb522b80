/** Draws a card as a PNG. Its font alone is used, so that every machine draws the same bytes. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Renderer, type Node } from '@takumi-rs/core';

const FONT = path.resolve('node_modules/@fontsource-variable/noto-sans-jp');

/** The font comes in files for ranges of characters, such as `U+3042,U+4e00-4e03`. */
async function withFont(): Promise<Renderer> {
  const renderer = new Renderer();
  const ranges = JSON.parse(await readFile(path.join(FONT, 'unicode.json'), 'utf8')) as object;
  for (const [subset, range] of Object.entries(ranges) as [string, string][]) {
    const file = `noto-sans-jp-${subset.replaceAll(/[[\]]/gu, '')}-wght-normal.woff2`;
    await renderer.registerFont({
      name: 'Noto Sans JP',
      data: await readFile(path.join(FONT, 'files', file)),
      unicodeRange: range.split(',').map((part) => {
        const [first = '', last = first] = part.slice('U+'.length).split('-');
        return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
      }),
    });
  }
  return renderer;
}

const renderer = withFont();

export async function drawCard(card: Node): Promise<Uint8Array<ArrayBuffer>> {
  const size = { width: 1200, height: 630 };
  return (await renderer).render(card, { ...size, format: 'png', lang: 'ja' });
}
