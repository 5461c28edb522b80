/** The server answers its own browser alone, and writes what the content takes. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEditing, type Running } from '#edit/server.ts';
import { hashOf } from '#edit/store.ts';
import { writeSecondPlan } from '../fixtures/second-plan.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'plan-server-'));
writeSecondPlan(dir);
const read = (file: string) => readFileSync(path.join(dir, file), 'utf8');
let running: Running;
beforeAll(async () => {
  running = await startEditing(dir, 0, false);
});
afterAll(async () => {
  await running.stop();
  rmSync(dir, { recursive: true });
});

interface Reply {
  status: number;
  text: string;
  location: string | undefined;
  cookie: string;
}
interface Ask {
  form?: Record<string, string>;
  headers?: Record<string, string>;
  token?: string;
}
/** Not `fetch`, which sets Host and Origin itself. */
function ask(address: string, { form, headers, token }: Ask = {}): Promise<Reply> {
  const { guard } = running.app;
  const host = `127.0.0.1:${String(guard.port)}`;
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      `http://${host}${address}`,
      {
        method: form ? 'POST' : 'GET',
        headers: {
          host,
          cookie: `${guard.cookie}=${guard.token}`,
          ...(form && { origin: `http://${host}` }),
          ...headers,
        },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (text += part));
        response.on('end', () => {
          const { location } = response.headers;
          const cookie = response.headers['set-cookie']?.[0] ?? '';
          resolve({ status: response.statusCode ?? 0, text, location, cookie });
        });
      },
    );
    sent.on('error', reject);
    sent.end(form && new URLSearchParams({ token: token ?? guard.token, ...form }).toString());
  });
}

const file = 'sections/s2.mdx';
const address = `/edit?file=${file}`;
const form = (values: Record<string, string> = {}) => ({
  hash: hashOf(read(file)),
  ...{ name: 'しごと室', kana: 'しごとしつ', do: 'save' },
  ...values,
});

describe('the server', { timeout: 180_000 }, () => {
  it('gives its cookie to whoever opens the address with the token', async () => {
    const { pathname, search } = new URL(running.address);
    const reply = await ask(pathname + search, { headers: { cookie: '' } });
    expect(reply.status).toBe(303);
    expect(reply.cookie).toMatch(/HttpOnly; SameSite=Strict$/);
  });

  it.each<[string, Ask]>([
    ['without the cookie', { headers: { cookie: '' } }],
    ['with another cookie', { headers: { cookie: 'edit=x' } }],
    ['under another name', { headers: { host: 'evil.example' } }],
    ['under another name with its port', { headers: { host: 'evil.example:80' } }],
  ])('shows nothing %s', async (_, what) => {
    const reply = await ask('/', what);
    expect(reply.status).toBe(403);
    expect(reply.text).not.toContain(running.app.guard.token);
  });

  it.each<[string, Ask]>([
    ['of another page', { headers: { origin: 'http://evil.example' } }],
    ['of another server of this machine', { headers: { origin: 'http://127.0.0.1:1' } }],
    ['of a page without a name', { headers: { origin: 'null' } }],
    ['without an origin', { headers: { origin: '' } }],
    ['that the browser calls foreign', { headers: { 'sec-fetch-site': 'same-site' } }],
    ['without the token', { token: '' }],
    ['with another token', { token: 'x'.repeat(32) }],
    ['without the cookie', { headers: { cookie: '' } }],
  ])('writes nothing for a form %s', async (_, what) => {
    const before = read(file);
    const reply = await ask(address, { ...what, form: form({ name: '別の室' }) });
    expect(reply.status).toBe(403);
    expect(read(file)).toBe(before);
  });

  it('writes the one line that was changed', async () => {
    const before = read(file);
    const reply = await ask(address, { form: form({ name: 'はたらき室' }) });
    expect([reply.status, reply.location]).toEqual([303, `/edit?file=${encodeURIComponent(file)}`]);
    expect(read(file)).toBe(before.replace('しごと室', 'はたらき室'));
    expect((await ask('/')).text).toContain('保存しました: 「はたらき室」');
    await ask('/undo', { form: {} });
    expect(read(file)).toBe(before);
  });

  it('writes nothing that the check refuses, and says why beside the field', async () => {
    const before = read(file);
    const reply = await ask(address, { form: form({ kana: '仕事室' }) });
    expect(reply.status).toBe(422);
    expect(reply.text).toContain('href="#f-kana"');
    expect(reply.text).toContain('id="f-kana-error"');
    expect(reply.text).toContain('ひらがなの読み（例: そうむか）');
    expect(reply.text).toContain('value="仕事室"');
    expect(read(file)).toBe(before);
  });

  it('refuses what another file forbids: a unit twice in a section', async () => {
    const pledge = 'pledges/s3/u2.mdx';
    const before = read(pledge);
    const units = /units: \["(.*)"\]/.exec(read('pledges/s3/u1.mdx'))?.[1] ?? '';
    const reply = await ask(`/edit?file=${pledge}`, {
      form: { units, body: 'やくそく。', hash: hashOf(before), do: 'save' },
    });
    expect(reply.status).toBe(422);
    expect(reply.text).toContain('一つの課の中で一度だけ');
    expect(read(pledge)).toBe(before);
  });

  it('shows both texts where the file has changed, and then takes the one that is chosen', async () => {
    const before = read(file);
    const first = form({ name: 'いちばん室' });
    const second = form({ name: 'にばん室' });
    await ask(address, { form: first });
    const reply = await ask(address, { form: second });
    expect(reply.status).toBe(409);
    expect(reply.text).toContain('いちばん室');
    expect(reply.text).toContain('にばん室');
    expect(read(file)).toContain('いちばん室');
    const hash = /name="hash" value="([^"]+)"/.exec(reply.text)?.[1] ?? '';
    await ask(address, { form: { ...second, hash } });
    expect(read(file)).toBe(before.replace('しごと室', 'にばん室'));
    await ask(address, { form: form() });
    expect(read(file)).toBe(before);
  });

  it('keeps a conflict from hiding behind a look at the form', async () => {
    const before = read(file);
    const first = form({ name: 'いちばん室' });
    const second = form({ name: 'にばん室' });
    await ask(address, { form: first });
    const again = hiddenOf((await ask(address, { form: { ...second, do: 'look' } })).text);
    expect((await ask(address, { form: { ...second, ...again } })).status).toBe(409);
    await ask(address, { form: form() });
    expect(read(file)).toBe(before);
  });

  it('opens every file of the plan as a form', async () => {
    const { text } = await ask('/');
    const links = [...text.matchAll(/href="(\/edit[^"]+)"/g)].map(([, link]) =>
      (link ?? '').replaceAll('&amp;', '&'),
    );
    expect(links.length).toBeGreaterThan(60);
    for (const link of links) expect((await ask(link)).status, link).toBe(200);
  });

  it('explains its fields as a form has them', async () => {
    const form = (await ask('/edit?file=programmes/p1.mdx')).text;
    expect(form).toContain('課ではない担当（消防署など）の名前（なくてもよい）');
    expect(form).toContain('原文の時期から月が決まらないときだけ書く。1行に1つずつ書く');
    const pledge = (await ask('/edit?file=pledges/s1/all.mdx')).text;
    expect(pledge).toContain('課そのものの目標なら書かない。1行に1つずつ書く');
  });

  it.each([
    '/nothing',
    '/edit?file=../package.json',
    '/edit?file=nothing.mdx',
    '/new?kind=toString',
  ])('has nothing at %s', async (nothing) => {
    expect((await ask(nothing)).status).toBe(404);
  });
});

/** What a page sends back with its forms, unseen. */
const hiddenOf = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"')],
    ),
  );

describe('a row of a list', () => {
  const list = 'redirects.yaml';
  const row = (from: string, to: string) => `- from: ${from}/\n  to: programmes/${to}/\n`;
  const [a, b, c] = [row('a', 'p1'), row('b', 'p2'), row('c', 'p3')];
  const at = (index: number | 'new') => `/edit?file=${list}&at=${String(index)}`;
  const removal = (index: number) => `/remove?file=${list}&at=${String(index)}`;
  const write = (...rows: string[]) => {
    writeFileSync(path.join(dir, list), rows.join(''));
  };
  const mine = { from: 'b/', to: 'programmes/p9/', do: 'save' };
  /** Sends the form of a row, and once more from the page that tells of the conflict. */
  async function insist(address: string, sent: Record<string, string>) {
    const reply = await ask(address, { form: sent });
    expect(reply.status).toBe(409);
    const { hash = '' } = hiddenOf(reply.text);
    expect((await ask(address, { form: { ...sent, hash } })).status).toBe(303);
  }

  it('is still the same row where others before it are gone', async () => {
    write(a, b, c);
    const carried = hiddenOf((await ask(at(1))).text);
    write(b, c);
    await insist(at(1), { ...carried, ...mine });
    expect(read(list)).toBe(row('b', 'p9') + c);
  });

  it('is told by its key where others have changed it too', async () => {
    write(a, b, c);
    const carried = hiddenOf((await ask(at(1))).text);
    write(row('b', 'p4'), a, c);
    await insist(at(1), { ...carried, ...mine });
    expect(read(list)).toBe(row('b', 'p9') + a + c);
  });

  it('is written anew where others have removed it', async () => {
    write(a, b, c);
    const carried = hiddenOf((await ask(at(1))).text);
    write(a, c);
    await insist(at(1), { ...carried, ...mine });
    expect(read(list)).toBe(a + c + row('b', 'p9'));
  });

  it('is the one that is removed, whatever its number is by then', async () => {
    write(a, b, c);
    const page = await ask(removal(1));
    expect(page.text).toContain('消すもの: b/ → programmes/p2/');
    write(b, c);
    await insist(removal(1), hiddenOf(page.text));
    expect(read(list)).toBe(c);
  });

  it('makes the list where there is none: a plan of another year', async () => {
    const own = '/edit?file=archive.yaml&at=new';
    expect((await ask('/')).text).toContain('href="/edit?file=archive.yaml"');
    const carried = hiddenOf((await ask(own)).text);
    const wrong = await ask(own, { form: { ...carried, address: 'https://example.jp/2025/' } });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('id="f-address-error"');
    expect(wrong.text).toContain('ほかの計画のフォルダー（例: /2012/）');
    expect(existsSync(path.join(dir, 'archive.yaml'))).toBe(false);
    expect((await ask(own, { form: { ...carried, address: '/2025/' } })).status).toBe(303);
    const next = hiddenOf((await ask(own)).text);
    expect((await ask(own, { form: { ...next, address: '/2024/' } })).status).toBe(303);
    expect(read('archive.yaml')).toBe('- address: /2025/\n- address: /2024/\n');
  });
});

describe('a content with a fault', { timeout: 30_000 }, () => {
  it('can be mended file by file, as text where it has no fields', async () => {
    const copy = mkdtempSync(path.join(tmpdir(), 'plan-fault-'));
    cpSync(dir, copy, { recursive: true });
    const [one, other] = ['sections/s1.mdx', 'sections/s2.mdx'] as const;
    const good = read(one);
    writeFileSync(path.join(copy, one), good.replace('order: ', 'order: ['));
    writeFileSync(path.join(copy, other), read(other).replace('しごとしつ', '仕事室'));
    const main = running;
    running = await startEditing(copy, 0, false);
    try {
      expect((await ask('/')).text).toContain('今の内容に誤りがあります');
      const page = await ask(`/edit?file=${one}`);
      expect(page.text).toContain('項目に分けられません');
      const hash = hashOf(readFileSync(path.join(copy, one), 'utf8'));
      expect((await ask(`/edit?file=${one}`, { form: { text: good, hash } })).status).toBe(303);
      expect(readFileSync(path.join(copy, one), 'utf8')).toBe(good);
      expect((await ask('/')).text).toContain(other);
    } finally {
      await running.stop();
      running = main;
      rmSync(copy, { recursive: true });
    }
  });
});
