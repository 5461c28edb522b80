/**
 * `npm run permalinks`: adds the plan's new addresses to the list of published ones, removes none.
 * An address given as an argument takes its new subject: the same thing in other words.
 */
import './plain-failures.ts';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '#model/problem.ts';
import { contentDir, readPlan } from '#reader/read.ts';
import { brokenPromises, formatPublished, PUBLISHED_FILE, withNew } from '#links/promises.ts';

const plan = await readPlan();
const before = plan.published ?? new Map<string, string>();
const reworded = process.argv.slice(2);
const kept = new Map([...before].filter(([path]) => !reworded.includes(path)));
const after = withNew(kept, plan);
const changed = brokenPromises(kept, plan);
for (const path of reworded)
  if (!after.has(path)) throw new Refusal(`「${path}」というアドレスはありません。`);
await writeFile(join(contentDir, PUBLISHED_FILE), formatPublished(after));

console.log(`公開したアドレス ${String(after.size)}（新しく ${String(after.size - before.size)}）`);
for (const { path, subject, now = '' } of changed)
  console.error(
    `「${path}」の指すものが変わりました。\n  公開時: ${subject}\n  今: ${now}\n  同じものの言い直しなら npm run permalinks -- "${path}"、別のものなら別のidにしてください。`,
  );
if (changed.length > 0) process.exitCode = 1;
