/**
 * `npm run bench -- load [seconds]`: wrk against nginx with one worker a processor, the home page beside
 * a 1 KB file of the same server, in turns. Loopback alone.
 */
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { to } from '#urls.ts';
import { median, startSite } from './site.ts';

const seconds = Math.min(30, Number(process.argv[2] ?? 5));
const targets = [to('1k.bin'), to(), to('full/')];

if (spawnSync('wrk', ['--version']).error) throw new Error('This needs wrk: apt-get install wrk.');
const site = await startSite({ workers: availableParallelism() });
try {
  const rates = new Map<string, number[]>();
  let errors = 0;
  for (let run = 0; run < 3; run += 1)
    for (const target of targets) {
      const { stdout } = spawnSync(
        'wrk',
        ['-t2', '-c64', `-d${String(seconds)}s`, '-H', 'Accept-Encoding: br', site.origin + target],
        { encoding: 'utf8' },
      );
      const rate = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
      rates.set(target, [...(rates.get(target) ?? []), rate]);
      for (const [, number] of stdout.matchAll(/(?:connect|read|write|timeout|responses:) (\d+)/g))
        errors += Number(number);
    }
  const bare = median(rates.get(targets[0] ?? '') ?? []);
  for (const [target, all] of rates)
    console.log(
      `${target}: ${median(all).toFixed(0)} requests/s, ${(median(all) / bare).toFixed(2)} of the 1 KB file`,
    );
  console.log(`errors: ${String(errors)}`);
} finally {
  await site.stop();
}
