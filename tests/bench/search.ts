/**
 * `npm run bench:search [part…]`: the figures of the search, in a real browser on the built site; all
 * of them, or those of the parts that are named. The queries are judged by address; `section` stands
 * also for the one pledge of a section that has a single one, since its words are there.
 */
import { bytes } from './search-bytes.ts';
import { openSite } from './search-ground.ts';
import { quality } from './search-quality.ts';
import { scale } from './search-scale.ts';
import { substrings } from './search-substrings.ts';
import { times, typing } from './search-times.ts';

const dist = process.env.OUT_DIR ?? 'dist';
const ground = await openSite(dist);
const parts = {
  quality: () => quality(ground),
  substrings: () => substrings(ground),
  bytes: () => bytes(ground),
  times: () => times(ground, Number(process.env.ROUNDS ?? 5)),
  typing: () => typing(ground),
  scale: () => scale(ground, dist),
};
const named = process.argv.slice(2);
try {
  for (const [name, measure] of Object.entries(parts))
    if (named.length === 0 || named.includes(name)) await measure();
} finally {
  await ground.close();
}
