/**
 * `npm run bench:search`: every figure of the search, in a real browser on the built site.
 * The queries are judged by address; `section` stands also for the one pledge of a section that has
 * a single one, since its words are there.
 */
import { bytes } from './search-bytes.ts';
import { openSite } from './search-ground.ts';
import { quality } from './search-quality.ts';
import { scale } from './search-scale.ts';
import { substrings } from './search-substrings.ts';
import { times, typing } from './search-times.ts';

const dist = process.env.OUT_DIR ?? 'dist';
const ground = await openSite(dist);
try {
  await quality(ground);
  await substrings(ground);
  await bytes(ground);
  await times(ground, Number(process.env.ROUNDS ?? 5));
  await typing(ground);
  await scale(ground, dist);
} finally {
  await ground.close();
}
