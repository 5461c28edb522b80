/** The code on a page's paper leads to that page: it is read back as a camera reads it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { BASE } from '#urls.ts';
import { builtSite } from './pages.ts';

const { dir, pages } = builtSite();
const listed = [...pages.values()].filter(({ root }) => root.querySelector('.printed img'));

it('stands on nearly every page', () => {
  expect(listed.length).toBeGreaterThan(pages.size / 2);
});

it.each(listed)('on $url holds its address', async ({ root }) => {
  const src = root.querySelector('.printed img')?.getAttribute('src') ?? '';
  const svg = readFileSync(path.join(dir, src.slice(BASE.length)));
  const { data, info } = await sharp(svg).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const code = jsQR(new Uint8ClampedArray(data), info.width, info.height);
  const address = root.querySelector('link[rel=canonical]')?.getAttribute('href');
  expect(code?.data).toBe(address);
});
