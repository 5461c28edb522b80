/**
 * `npm run release -- FOLDER`: puts the built site on this machine's nginx, having checked all of it
 * before anything that readers see changes. `--back` goes back to the release before.
 */
import './checkout-name.ts';
import './plain-failures.ts';
import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { lockBuild } from '#deploy/build-lock.ts';
import { ask, hasNginx, judgeAll, judgeRules, reload } from '#deploy/nginx-control.ts';
import { readProvenance } from '#deploy/provenance.ts';
import {
  addRelease,
  currentRelease,
  keepFiles,
  pointAt,
  prepareFolder,
  releaseBefore,
  rulesOf,
  siteOf,
} from '#deploy/release.ts';
import { Refusal } from '#model/problem.ts';

const USAGE = '使い方: npm run release -- フォルダ [--back] [--ask http://127.0.0.1:8080]';
const { values, positionals } = parseArgs({
  options: { back: { type: 'boolean' }, ask: { type: 'string' } },
  allowPositionals: true,
});
const [named, ...more] = positionals;
if (named === undefined || more.length > 0) throw new Refusal(USAGE);
// What is released is for every user to read.
process.umask(0o022);
await prepareFolder(named);
const folder = await realpath(named);
const before = await currentRelease(folder);
const name = values.back ? await goBack() : await add();
const nginx = hasNginx();
if (nginx) judgeRules(rulesOf(folder, name));
await serve();

async function add(): Promise<string> {
  const unlock = await lockBuild();
  try {
    const added = await addRelease(folder, path.resolve(process.env.OUT_DIR || 'dist'));
    console.log(`${siteOf(folder, added)} に写し、確かめました。`);
    return added;
  } finally {
    unlock();
  }
}

async function goBack(): Promise<string> {
  const target = await releaseBefore(folder);
  if (before !== undefined) await keepFiles(siteOf(folder, before), siteOf(folder, target));
  return target;
}

/** The link changes nothing for readers until nginx is reloaded; after a failure it goes back. */
async function serve(): Promise<void> {
  await pointAt(folder, name);
  let reloaded = false;
  try {
    if (!nginx) {
      console.log('この計算機に nginx がないので、リンクだけを変えました。');
      return;
    }
    if (!judgeAll(folder)) {
      console.log(
        'nginx の設定に、このフォルダの規則がまだありません。deploy/nginx/plan.conf を置いて、nginx を読み直してください。',
      );
      return;
    }
    reload();
    reloaded = true;
    await checkAnswer();
    console.log(`公開しました: ${name}`);
  } catch (error) {
    await pointAt(folder, before);
    if (reloaded && before !== undefined) reload();
    throw error;
  }
}

/** Workers of nginx change within a moment of the reload. */
async function checkAnswer(): Promise<void> {
  const site = siteOf(folder, name);
  const { site: origin, base } = await readProvenance(site);
  const address = new URL(base, origin);
  const home = await readFile(path.join(site, 'index.html'));
  const until = performance.now() + 10_000;
  for (;;) {
    const answer = await ask(address, values.ask ? new URL(values.ask) : undefined).catch(
      (error: unknown) => error as Error,
    );
    if (!(answer instanceof Error) && answer.body.equals(home) && answer.policy !== '') return;
    if (performance.now() > until)
      throw new Refusal(
        `公開したはずのページが返ってきません（${answer instanceof Error ? answer.message : String(answer.status)}）: ${address.href}${before === undefined ? '' : '。前のものに戻しました'}`,
      );
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
