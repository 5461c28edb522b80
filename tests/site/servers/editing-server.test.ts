/** The editing server on content that a build would refuse. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyCheckout } from '../../fixtures/checkout.ts';
import { editingServer } from '../../fixtures/editing-server.ts';
import { SECOND, writeSecondPlan } from '../../fixtures/second-plan.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

const room = temporaryFolder();
const policy = path.join(room, 'content', 'policy.mdx');
const REFUSED = 'content/policy.mdx の「ward（2行目）」を直してください';
let good = '';
let server: Awaited<ReturnType<typeof editingServer>>;

const ask = async () => {
  const answer = await fetch(server.origin, { headers: { Accept: 'text/html' } });
  return { status: answer.status, text: await answer.text() };
};
const save = (from: string | RegExp, into: string) => {
  writeFileSync(policy, good.replace(from, into));
};
const timesSaid = () => server.said().split(REFUSED).length - 1;

beforeAll(async () => {
  copyCheckout(room);
  rmSync(path.join(room, 'content'), { recursive: true });
  writeSecondPlan(path.join(room, 'content'));
  good = readFileSync(policy, 'utf8');
  save(/^ward: .*\n/m, '');
  server = await editingServer('content', room);
});
afterAll(() => {
  server.stop();
});

it('starts, says in Japanese what to mend, shows the pages once it is mended, and says each refused save once', async () => {
  const refused = await ask();
  expect(refused.status).toBe(500);
  expect(refused.text).toContain(REFUSED);
  expect(refused.text).toContain('/@vite/client');
  await expect.poll(timesSaid).toBe(1);

  save('', '');
  await expect.poll(ask).toMatchObject({ status: 200 });
  expect((await ask()).text).toContain(SECOND.ward);

  save(/^ward: .*\n/m, '');
  await expect.poll(ask).toMatchObject({ status: 500 });
  await expect.poll(timesSaid).toBe(2);

  save(SECOND.ward, 'あおば町');
  await expect.poll(async () => (await ask()).text).toContain('あおば町');
  expect(timesSaid()).toBe(2);
  expect(server.said()).not.toMatch(/\n\s+at /);
});

it.each([5, 20, 40])('shows the later of two saves, %i ms apart', async (pause) => {
  const later = `あかね${'ね'.repeat(pause)}町`;
  save(/みどり町/g, 'そらまめ町');
  await setTimeout(pause);
  save(/みどり町/g, later);
  await expect.poll(async () => (await ask()).text).toContain(later);
});

it('serves the CMS whatever the content is like, and judges only what its own page sends', async () => {
  save('', '');
  const page = await fetch(`${server.origin}/admin/`);
  expect(await page.text()).toContain('計画の編集');
  const ask = async (more: Record<string, string>, data: object | string) => {
    const headers = { Origin: server.origin, 'Content-Type': 'application/json', ...more };
    const body = typeof data === 'string' ? data : JSON.stringify(data);
    return (await fetch(`${server.origin}/admin/judge.json`, { method: 'POST', headers, body }))
      .status;
  };
  const terms = { file: 'terms.yaml', text: 'goal: めあて\n' };
  expect(await ask({}, terms)).toBe(200);
  expect(await ask({}, { ...terms, text: 'goal: [\n' })).toBe(422);
  expect(await ask({ Origin: 'https://example.jp' }, terms)).toBe(400);
  expect(await ask({ 'Content-Type': 'text/plain' }, terms)).toBe(400);
  expect(await ask({}, { ...terms, text: 'a'.repeat(3_000_000) })).toBe(400);
  expect(await ask({}, '{')).toBe(400);
  for (const file of ['../policy.mdx', 'goals/../policy.mdx', '/etc/passwd', 'paper.yaml'])
    expect(await ask({}, { ...terms, file })).toBe(400);
});
