/** What is asked of every host that the site may stand on, and what must come back. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everywhere } from '#deploy/headers.ts';
import { BASE, to } from '#urls.ts';
import { DIST } from '../dist-folder.ts';
import { parseHeadersFile } from './headers-file.ts';

export interface Host {
  name: string;
  start: () => Promise<{ origin: string; stop: () => Promise<void> }>;
  skip: boolean;
}

interface Answer {
  status: number;
  /** Each header as often as it was sent. */
  headers: Record<string, string[]>;
  body: Buffer;
}

export const ask = (
  origin: string,
  address: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
) =>
  new Promise<Answer>((resolve, reject) => {
    const asked = request(
      new URL(address, origin),
      { headers, method, agent: false, timeout: 60_000 },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          const told: Record<string, string[]> = {};
          for (let at = 0; at < answer.rawHeaders.length; at += 2)
            (told[answer.rawHeaders[at]?.toLowerCase() ?? ''] ??= []).push(
              answer.rawHeaders[at + 1] ?? '',
            );
          resolve({ status: answer.statusCode ?? 0, headers: told, body: Buffer.concat(parts) });
        });
      },
    );
    asked.on('timeout', () => asked.destroy(new Error(`no answer to ${method} ${address}`)));
    asked.on('error', reject);
    asked.end();
  });

/** Said with every answer, and once. */
export function expectEverywhere({ headers }: Answer): void {
  for (const [name, value] of Object.entries(everywhere(BASE)))
    expect.soft(headers[name.toLowerCase()], name).toEqual([value]);
  for (const [name, values] of Object.entries(headers))
    expect.soft(values.length, `${name} is sent once`).toBe(1);
}

const [script = ''] = readdirSync(path.join(DIST, '_astro')).filter((name) => name.endsWith('.js'));
const [goal = ''] = readdirSync(path.join(DIST, 'goals'), { withFileTypes: true })
  .filter((item) => item.isDirectory())
  .map(({ name }) => name);

const FOUND = [
  ['the home page', '', 'index.html'],
  ['a page', 'about/', 'about/index.html'],
  ['the search, with a question', 'search/?q=a', 'search/index.html'],
  ['a page below a folder', `goals/${goal}/`, `goals/${goal}/index.html`],
  ['the data', 'data/plan.json', 'data/plan.json'],
  ['a script', `_astro/${script}`, `_astro/${script}`],
  ['the rules for fetching ahead', 'speculation-rules.json', 'speculation-rules.json'],
  ['the sitemap', 'sitemap.xml', 'sitemap.xml'],
] as const;

const NOT_FOUND = [
  'nothing-here',
  'nothing-here/',
  'goals/nothing-here/',
  'data/nothing-here.csv',
  '_astro/',
  '_astro/nothing-here.js',
  'pagefind/fragment/nothing-here.pf_fragment',
];

export function describeHost({ name, start, skip }: Host): void {
  const rules = parseHeadersFile(readFileSync(path.join(DIST, '_headers'), 'utf8'));
  const notFound = readFileSync(path.join(DIST, '404.html'));
  const [, style = ''] = /<style>([^]*?)<\/style>/.exec(notFound.toString()) ?? [];
  const styleHash = createHash('sha256').update(style).digest('base64');

  describe.skipIf(skip)(`every request is answered alike: on ${name}`, () => {
    let host: Awaited<ReturnType<Host['start']>>;
    beforeAll(async () => {
      host = await start();
    });
    afterAll(() => host.stop());

    it.each(FOUND)('%s', async (_, address, file) => {
      const asked = to(address);
      const answer = await ask(host.origin, asked);
      expect(answer.status).toBe(200);
      expectEverywhere(answer);
      for (const [header, value] of Object.entries(rules(asked.replace(/\?.*/, ''))))
        expect.soft(answer.headers[header], header).toEqual([value]);
      expect(answer.body.equals(readFileSync(path.join(DIST, file)))).toBe(true);
    });

    it.each(NOT_FOUND)(
      '%s, which is not there: the site’s page, with its styles',
      async (address) => {
        const answer = await ask(host.origin, to(address));
        expect(answer.status).toBe(404);
        expect(answer.headers['content-type']).toEqual(['text/html; charset=utf-8']);
        expectEverywhere(answer);
        expect(answer.headers['cache-control']?.join()).not.toContain('immutable');
        const [policy] = answer.headers['content-security-policy'] ?? [];
        if (policy !== undefined) expect(policy).toContain(styleHash);
        expect(answer.body.equals(notFound)).toBe(true);
      },
    );

    it('a page that the browser has is not sent again', async () => {
      const first = await ask(host.origin, to());
      const again = await ask(host.origin, to(), {
        headers: { 'If-None-Match': first.headers.etag?.[0] ?? '' },
      });
      expect(again.status).toBe(304);
    });

    it('a page without its last slash leads on, on the host that was asked', async () => {
      const answer = await ask(host.origin, to('about'));
      expect([301, 308]).toContain(answer.status);
      expect(answer.headers.location).toEqual([to('about/')]);
      expectEverywhere(answer);
    });

    it('each line of _redirects leads where it says', async () => {
      const lines = readFileSync(path.join(DIST, '_redirects'), 'utf8').split('\n').filter(Boolean);
      for (const [from = '', target = '', status = ''] of lines.map((line) => line.split(' '))) {
        const answer = await ask(host.origin, from);
        expect.soft([answer.status, answer.headers.location]).toEqual([Number(status), [target]]);
      }
    });

    it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is refused', async (method) => {
      const answer = await ask(host.origin, to(), { method });
      expect(answer.status).toBe(405);
      expectEverywhere(answer);
    });

    it('HEAD is answered as GET is, without the body', async () => {
      const answer = await ask(host.origin, to(), { method: 'HEAD' });
      expect([answer.status, answer.body.length]).toEqual([200, 0]);
      expectEverywhere(answer);
    });
  });
}
