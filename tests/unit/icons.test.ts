import sharp from 'sharp';
import { expect, it } from 'vitest';
import { readPlan } from '#reader/read.ts';
import { favicon, touchIcon } from '#share/icons.ts';

const plan = await readPlan();
const { drawings: _, ...undrawn } = plan;

it.each([
  ['the plan’s own icon', plan],
  ['the neutral icon', undrawn],
])('%s is a favicon.ico of three sizes', async (_name, shown) => {
  const ico = await favicon(shown);
  expect([...ico.subarray(0, 6)]).toEqual([0, 0, 1, 0, 3, 0]);
  const sizes = await Promise.all(
    [0, 1, 2].map(async (index) => {
      const entry = ico.subarray(6 + 16 * index);
      const start = entry.readUInt32LE(12);
      const picture = ico.subarray(start, start + entry.readUInt32LE(8));
      const { format, width, height } = await sharp(picture).metadata();
      expect([format, width, height]).toEqual(['png', entry[0], entry[1]]);
      return width;
    }),
  );
  expect(sizes).toEqual([16, 32, 48]);
});

it('a phone gets a square without transparent corners', async () => {
  const { format, width, height, hasAlpha } = await sharp(await touchIcon(plan)).metadata();
  expect([format, width, height, hasAlpha]).toEqual(['png', 180, 180, false]);
});
