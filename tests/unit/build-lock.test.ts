/** One build at a time in a checkout, and no lock that outlives its process. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';
import { lockBuild } from '#deploy/build-lock.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const room = temporaryFolder();

/** Another process that holds the lock until it is killed. */
async function holder(file: string) {
  const held = spawn(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { lockBuild } from '#deploy/build-lock.ts';
       await lockBuild(${JSON.stringify(file)});
       console.log('held');
       setInterval(() => {}, 1000);`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await new Promise((resolve) => held.stdout.once('data', resolve));
  return held;
}

it('the second build says once that it waits, and goes on when the first has ended', async () => {
  const file = path.join(room, 'one', 'build.lock');
  const unlock = await lockBuild(file);
  const said: string[] = [];
  const second = lockBuild(file, { say: (sentence) => said.push(sentence) });
  await expect.poll(() => said.length).toBe(1);
  unlock();
  (await second)();
  expect(said).toEqual(['このフォルダでは別の組み立てが進んでいます。終わるのを待ちます。']);
});

it('the lock of a build that was killed is free at once', async () => {
  const file = path.join(room, 'two', 'build.lock');
  const first = await holder(file);
  const said: string[] = [];
  const second = lockBuild(file, { say: (sentence) => said.push(sentence) });
  await expect.poll(() => said.length).toBe(1);
  first.kill('SIGKILL');
  (await second)();
});

it('a build that never ends is not waited for without end', async () => {
  const file = path.join(room, 'three', 'build.lock');
  const first = await holder(file);
  await expect(lockBuild(file, { seconds: 0.1, say: () => undefined })).rejects.toThrow(
    /^[^\n]+もう一度実行してください。$/,
  );
  first.kill();
});
