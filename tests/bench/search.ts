/**
 * `npm run bench -- search [part…]`: the figures of the search on the built site; all of them, or those of
 * the parts that are named. MISSED=1 lists the questions whose right record is not first.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { say } from './figures.ts';
import { openSite } from './search-ground.ts';
import { others } from './search-others.ts';
import { completeness, quality } from './search-quality.ts';
import { bytes, times, typing } from './search-times.ts';

/** Lines of what belongs to the search; data files are no lines. */
function lines() {
  const count = (...patterns: string[]) =>
    execFileSync('git', ['ls-files', ...patterns], { encoding: 'utf8' })
      .split('\n')
      .filter((file) => file !== '' && !file.endsWith('.json'))
      .reduce((sum, file) => sum + readFileSync(file, 'utf8').split('\n').length - 1, 0);
  const page = ['src/elements/search-*', 'src/components/search', 'src/pages/search*'];
  const others = ['src/search', 'src/integrations/search*', 'src/styles/search.css'];
  say('lines', {
    'the search': count(...page, ...others),
    'its tests and benches': count('tests/**/search*', 'tests/**/search/*'),
  });
}

const ground = await openSite(process.env.OUT_DIR ?? 'dist');
const parts: Record<string, () => unknown> = {
  quality: () => quality(ground),
  completeness: () => completeness(ground),
  others: () => others(ground),
  bytes: () => bytes(ground),
  times: () => times(ground, Number(process.env.ROUNDS ?? 5)),
  typing: () => typing(ground),
  lines,
};
const named = process.argv.slice(2);
try {
  for (const [name, measure] of Object.entries(parts))
    if (named.length === 0 || named.includes(name)) await measure();
} finally {
  await ground.close();
}
