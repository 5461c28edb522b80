/** The plan's icon, or the neutral one, as the pictures that browsers and phones ask for by name. */
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { Plan } from '#model/plan.ts';

const ICO_SIZES = [16, 32, 48];
/** Phones round its corners themselves, and show what is transparent in black. */
const TOUCH = { size: 180, ground: '#fffdf8' };

const drawingOf = async ({ drawings }: Plan): Promise<Buffer> =>
  drawings?.icon ? Buffer.from(drawings.icon) : readFile('public/favicon.svg');

const square = (svg: Buffer, size: number) =>
  sharp(svg).resize(size, size, { fit: 'contain', background: '#0000' });

export const touchIcon = async (plan: Plan): Promise<Buffer> =>
  square(await drawingOf(plan), TOUCH.size)
    .flatten({ background: TOUCH.ground })
    .png()
    .toBuffer();

/** PNGs in a container of Microsoft's form: 6 bytes, then 16 for each picture, then the pictures. */
export async function favicon(plan: Plan): Promise<Buffer> {
  const svg = await drawingOf(plan);
  const pictures = await Promise.all(ICO_SIZES.map((size) => square(svg, size).png().toBuffer()));
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let start = head.length;
  for (const [index, { length }] of pictures.entries()) {
    const entry = 6 + 16 * index;
    head.fill(ICO_SIZES[index] ?? 0, entry, entry + 2);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(length, entry + 8);
    head.writeUInt32LE(start, entry + 12);
    start += length;
  }
  return Buffer.concat([head, ...pictures]);
}
