/** Draws the sharing pictures; a picture whose drawing did not change is taken from the cache. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderAsync } from '@resvg/resvg-js';
import sharp from 'sharp';
import type { Plan } from '#model/plan.ts';
import { t } from '#strings.ts';
import { cards } from './cards.ts';
import { drawing, readPalette } from './picture.ts';

/** Kept between builds, apart from what is published. */
export const CACHE = path.resolve('.cache/og');
const TOKENS = new URL('../styles/tokens.css', import.meta.url);
const font = (name: string) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans-jp/${name}`));
const fontFiles = [
  font('400Regular/NotoSansJP_400Regular.ttf'),
  font('700Bold/NotoSansJP_700Bold.ttf'),
];
/** Two at a time: as many as it takes to use a small machine. */
const WORKERS = 2;

export interface Drawn {
  pictures: number;
  bytes: number;
  /** How many were not in the cache. */
  made: number;
}

/** Writes every page's picture below `out`. */
export async function writePictures(plan: Plan, out: string, cache: string): Promise<Drawn> {
  const palette = readPalette(await readFile(TOKENS, 'utf8'));
  const { city, ward, fiscalYear } = plan.policy;
  const foot = [
    `${city}${ward}`,
    `${fiscalYear.printed}（${t.cite.period(fiscalYear.start)}）`,
  ] as const;
  const drawn: Drawn = { pictures: 0, bytes: 0, made: 0 };
  const queue = cards(plan).values();
  await mkdir(cache, { recursive: true });

  const work = async () => {
    for (const card of queue) {
      const svg = drawing(card, foot, palette);
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
      const file = path.join(out, card.file);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, png);
      drawn.pictures += 1;
      drawn.bytes += png.length;
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
  return drawn;
}

/** Few colours, so a small palette: half the bytes of the renderer's own file. */
async function draw(svg: string): Promise<Uint8Array> {
  const { pixels, width, height } = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles },
  });
  const raw = { width, height, channels: 4 } as const;
  return sharp(pixels, { raw })
    .png({ palette: true, colours: 64, effort: 4, compressionLevel: 9 })
    .toBuffer();
}
