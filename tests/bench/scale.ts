/**
 * `npm run bench -- scale [pages …]`: builds plans of 45, 1,000 and 5,000 pages, or of so many as are
 * given, and tells what a page costs. Sharing pictures are left out.
 */
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ASTRO_BUILD } from '../fixtures/build.ts';
import { processorSeconds } from '../tools.ts';
import { writeLargePlan } from './large-plan.ts';

const sizes = process.argv.slice(2).map(Number);
const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;

for (const size of sizes.length > 0 ? sizes : [45, 1000, 5000]) {
  const home = mkdtempSync(path.join(tmpdir(), 'plan-scale-'));
  const [content, dist] = [path.join(home, 'content'), path.join(home, 'dist')];
  try {
    writeLargePlan('content', content, size);
    const [start, before] = [performance.now(), processorSeconds()];
    const { status } = spawnSync(process.execPath, ASTRO_BUILD, {
      env: { ...process.env, CONTENT_DIR: content, OUT_DIR: dist, OG_IMAGES: '0' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (status !== 0) throw new Error(`the build of ${String(size)} pages failed`);
    const seconds = (performance.now() - start) / 1000;
    const bytes = (pattern: string) => {
      const files = globSync(pattern, { cwd: dist });
      return files.reduce((sum, file) => sum + statSync(path.join(dist, file)).size, 0);
    };
    const pages = globSync('**/*.html', { cwd: dist }).length;
    console.log(
      `${String(pages)} pages: ${seconds.toFixed(1)} s, ${((seconds * 1000) / pages).toFixed(1)} ms a page (processor ${(processorSeconds() - before).toFixed(1)} s); ` +
        `HTML a page ${kilobytes(bytes('**/*.html') / pages)}; index ${kilobytes(bytes('pagefind/**/*.*'))}`,
    );
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
