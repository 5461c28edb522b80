/**
 * `npm run bench -- scale`: builds plans of 45, 1,000 and 5,000 pages (or of the sizes that are given)
 * and tells what a page costs. Share pictures are left out.
 */
import { spawn } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ASTRO_BUILD } from '../fixtures/build.ts';
import { writeLargePlan } from './large-plan.ts';

const sizes = process.argv.slice(2).map(Number);
const home = mkdtempSync(path.join(tmpdir(), 'plan-scale-'));
const rows: Row[] = [];
interface Row {
  pages: number;
  seconds: number;
  processor: number;
  peak: number;
  html: number;
  all: number;
  index: number;
  largest: string;
}

try {
  for (const size of sizes.length ? sizes : [45, 1000, 5000]) {
    const content = path.join(home, `plan-${String(size)}`, 'content');
    const dist = path.join(home, `dist-${String(size)}`);
    writeLargePlan('content', content, size);
    const { seconds, processor, peak } = await build(content, dist);
    const files = globSync('**/*.*', { cwd: dist }).map((file) => ({
      file,
      bytes: statSync(path.join(dist, file)).size,
    }));
    const sum = (test: (file: string) => boolean) =>
      files.filter(({ file }) => test(file)).reduce((total, { bytes }) => total + bytes, 0);
    const html = files.filter(({ file }) => file.endsWith('.html'));
    const largest = html.toSorted((a, b) => b.bytes - a.bytes)[0];
    const row = {
      pages: html.length,
      seconds,
      processor,
      peak,
      html: sum((file) => file.endsWith('.html')) / html.length,
      all: sum((file) => !/\.(?:gz|br)$/.test(file)) / html.length,
      index: sum((file) => file.startsWith('pagefind/')),
      largest: `${largest?.file ?? ''} ${kilobytes(largest?.bytes ?? 0)}`,
    };
    rows.push(row);
    console.log(
      `${String(row.pages)} pages: ${seconds.toFixed(1)} s, ${((seconds * 1000) / row.pages).toFixed(1)} ms a page (processor ${row.processor.toFixed(1)} s), peak ${(peak / 2 ** 20).toFixed(0)} MB; ` +
        `a page: HTML ${kilobytes(row.html)} (of it styles ${kilobytes(stylesOf(dist, html) / html.length)}), dist ${kilobytes(row.all)}, with compressed copies ${kilobytes(sum(() => true) / row.pages)}; index ${kilobytes(row.index)}; largest ${row.largest}`,
    );
    rmSync(path.dirname(content), { recursive: true });
    rmSync(dist, { recursive: true });
  }
  for (const [index, after] of rows.entries()) {
    const before = rows[index - 1];
    if (!before) continue;
    const more = after.pages - before.pages;
    console.log(
      `from ${String(before.pages)} to ${String(after.pages)}: ${(((after.seconds - before.seconds) * 1000) / more).toFixed(2)} ms (processor ${(((after.processor - before.processor) * 1000) / more).toFixed(2)} ms), ${kilobytes((after.index - before.index) / more)} of index, ${((after.peak - before.peak) / more / 1024).toFixed(0)} KB of memory for each further page`,
    );
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}

/** Bytes of styles in the pages, which a page carries so that it comes in one answer. */
function stylesOf(dist: string, pages: readonly { file: string }[]): number {
  const style = ({ file }: { file: string }) =>
    /<style>[^]*?<\/style>/.exec(readFileSync(path.join(dist, file), 'utf8'))?.[0].length ?? 0;
  return pages.reduce((sum, page) => sum + style(page), 0);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}

/** Builds in processes of its own and watches what all of them hold. */
async function build(
  content: string,
  dist: string,
): Promise<{ seconds: number; processor: number; peak: number }> {
  const start = performance.now();
  const before = processorOfChildren();
  const child = spawn(process.execPath, ASTRO_BUILD, {
    env: { ...process.env, CONTENT_DIR: content, OUT_DIR: dist, OG_IMAGES: '0' },
    stdio: ['ignore', process.env.VERBOSE ? 'inherit' : 'ignore', 'inherit'],
  });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, memoryOf(child.pid ?? 0));
  }, 200);
  const status = await new Promise((resolve) => child.once('exit', resolve));
  clearInterval(watch);
  if (status !== 0) throw new Error(`the build of ${content} failed`);
  return {
    seconds: (performance.now() - start) / 1000,
    processor: processorOfChildren() - before,
    peak,
  };
}

/** Seconds of processor that all ended children have used (Linux), which other work does not lengthen. */
function processorOfChildren(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

/** Resident bytes of a process and all below it (Linux). */
function memoryOf(pid: number): number {
  try {
    const pages = Number(readFileSync(`/proc/${String(pid)}/statm`, 'utf8').split(' ')[1]);
    const below = globSync(`/proc/${String(pid)}/task/*/children`).flatMap((file) =>
      readFileSync(file, 'utf8').split(' ').filter(Boolean),
    );
    return below.reduce((sum, child) => sum + memoryOf(Number(child)), pages * 4096);
  } catch {
    return 0;
  }
}
