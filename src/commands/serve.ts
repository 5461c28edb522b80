/**
 * Serves the built site until it is stopped: at PORT (default 4321; 0 takes any free one), from
 * OUT_DIR, below BASE_PATH. Says its address in one line, and in one line what to do if it cannot.
 */
import './checkout-name.ts';
import './plain-failures.ts';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { lockBuild } from '#deploy/build-lock.ts';
import { restore } from '#deploy/swap.ts';
import { Refusal } from '#model/problem.ts';
import { BASE } from '#urls.ts';

process.env.ASTRO_TELEMETRY_DISABLED = '1';
const { preview } = await import('astro');
const port = Number(process.env.PORT ?? 4321);
const out = path.resolve(process.env.OUT_DIR || 'dist');

// A build that was stopped between its last two steps; one that is under way is waited for.
if (!existsSync(out)) {
  const unlock = await lockBuild();
  await restore(out);
  unlock();
}
if (!existsSync(path.join(out, 'index.html')))
  throw new Refusal('There is no built site yet: run `npm run build` first.');

try {
  const server = await preview({
    logLevel: 'silent',
    server: { port },
    vite: { preview: { strictPort: true } },
  });
  console.log(`The site is at http://localhost:${String(server.port)}${BASE} (Ctrl+C stops it)`);
} catch (error) {
  const text = String(error instanceof Error ? error.message : error);
  if (!text.includes('already in use')) throw error;
  throw new Refusal(
    `Port ${String(port)} is taken: choose another, for example PORT=${String(port + 1)}.`,
  );
}
