/**
 * `npm run permalinks`: adds the plan's new addresses to the list of published ones, removes none.
 * An address given as an argument takes its new subject: the same thing in other words.
 */
import './plain-failures.ts';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '#model/problem.ts';
import { contentDir, readPlan } from '#reader/read.ts';
import {
  brokenPromises,
  formatPublished,
  parsePublished,
  PUBLISHED_FILE,
  withNew,
} from '#links/promises.ts';

const file = join(contentDir, PUBLISHED_FILE);

const plan = await readPlan();
const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
  if (error.code === 'ENOENT') return '';
  throw error;
});
const reworded = process.argv.slice(2);
const before = new Map(parsePublished(text));
const kept = new Map([...before].filter(([path]) => !reworded.includes(path)));
const after = withNew(kept, plan);
const broken = brokenPromises(before, plan).filter(({ path }) => !reworded.includes(path));
for (const path of reworded)
  if (!after.has(path)) throw new Refusal(`「${path}」というアドレスはありません。`);
await writeFile(file, formatPublished(after));

console.log(`公開したアドレス ${String(after.size)}（新しく ${String(after.size - before.size)}）`);
for (const { path, subject, now } of broken)
  console.error(
    now === undefined
      ? `「${path}」（${subject}）がなくなりました。content/redirects.yaml に行き先を書いてください。\n- from: ${path}\n  to: `
      : `「${path}」の指すものが変わりました。\n  公開時: ${subject}\n  今: ${now}\n  同じものの言い直しなら npm run permalinks -- "${path}"、別のものなら別のidにしてください。`,
  );
if (broken.length > 0) process.exitCode = 1;
