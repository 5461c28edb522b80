/**
 * Another ward's plan, built below a path: by another content folder alone. Tests of any project
 * run on it in the environment `other`.
 */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildSite } from '../fixtures/build.ts';
import { writeSecondPlan } from '../fixtures/second-plan.ts';

const home = path.resolve('test-results/other-plan');

export const other = {
  CONTENT_DIR: path.join(home, 'content'),
  OUT_DIR: path.join(home, 'dist'),
  BASE_PATH: '/midori/2026/',
  SITE_URL: 'https://midori.example',
  OG_IMAGES: '0',
};

/** Vitest's global set-up. */
export default function setup({ name }: TestProject) {
  rmSync(home, { recursive: true, force: true });
  writeSecondPlan(other.CONTENT_DIR);
  // The slow tests ask a server for the compressed copies.
  buildSite({ ...other, PRECOMPRESS: name.startsWith('slow') ? '1' : '0' });
  execFileSync(process.execPath, ['src/commands/permalinks.ts'], {
    env: { ...process.env, ...other },
    stdio: 'pipe',
  });
}
