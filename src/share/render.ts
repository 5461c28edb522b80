/** Draws the sharing pictures; a picture whose drawing did not change is taken from the cache. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderAsync } from '@resvg/resvg-js';
import pLimit from 'p-limit';
import sharp from 'sharp';
import type { Picture } from './pictures.ts';

/** Kept between builds, apart from what is published. */
export const CACHE = path.resolve('.cache/og');
const font = (name: string) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans-jp/${name}`));
const fontFiles = [
  font('400Regular/NotoSansJP_400Regular.ttf'),
  font('700Bold/NotoSansJP_700Bold.ttf'),
];
/** As many at a time as keep a small machine busy. */
const WORKERS = 2;

export interface Drawn {
  pictures: number;
  bytes: number;
  /** How many were not in the cache. */
  made: number;
}

/** Draws the pictures below `out`, or takes them from `cache`. */
export async function writePictures(
  pictures: readonly Picture[],
  out: string,
  cache: string,
): Promise<Drawn> {
  const drawn: Drawn = { pictures: 0, bytes: 0, made: 0 };
  await mkdir(cache, { recursive: true });
  const limit = pLimit(WORKERS);
  await limit.map(pictures, async ({ file, svg }) => {
    const kept = path.join(cache, `${createHash('sha256').update(svg).digest('hex')}.png`);
    let png: Uint8Array | undefined = await readFile(kept).catch(() => undefined);
    if (!png) {
      png = await draw(svg);
      // A build that is killed here leaves no half picture behind.
      const next = `${kept}.${randomUUID()}`;
      await writeFile(next, png);
      await rename(next, kept);
      drawn.made += 1;
    }
    const target = path.join(out, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, png);
    drawn.pictures += 1;
    drawn.bytes += png.length;
  });
  return drawn;
}

/** A palette PNG: half the bytes of the renderer's own file. */
async function draw(svg: string): Promise<Uint8Array> {
  const { pixels, width, height } = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles },
  });
  const raw = { width, height, channels: 4 } as const;
  return sharp(pixels, { raw })
    .png({ palette: true, colours: 64, effort: 4, compressionLevel: 9 })
    .toBuffer();
}
