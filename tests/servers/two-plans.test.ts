/** The next year's plan beside this one, on one nginx: below another path, and under another name. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASE } from '#urls.ts';
import { DIST } from '../dist-folder.ts';
import { writeSecondPlan } from '../fixtures/second-plan.ts';
import {
  freePort,
  hasNginx,
  releaseLinked,
  runNginx,
  splitConfiguration,
  withoutTls,
} from './nginx.ts';
import { parseHeadersFile } from './headers-file.ts';

const room = mkdtempSync(path.join(tmpdir(), 'plan-two-'));
const second = { dist: path.join(room, 'dist'), base: '/next/year/', name: 'next.example' };
const first = { dist: DIST, base: BASE, name: 'plan.example' };
const plans = [first, second];

interface Answer {
  status: number;
  headers: Record<string, unknown>;
  body: string;
}
const ask = (port: number, host: string, path: string) =>
  new Promise<Answer>((resolve, reject) => {
    request({ port, host: '127.0.0.1', path, headers: { Host: host }, agent: false }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (part: string) => (body += part));
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body });
      });
    })
      .on('error', reject)
      .end();
  });

/** Home page, a page, a script's folder and an unknown address are answered as each plan says. */
async function expectOwn(port: number, host: string, { dist, base }: (typeof plans)[number]) {
  const rules = parseHeadersFile(readFileSync(path.join(dist, '_headers'), 'utf8'));
  for (const file of ['', 'about/', 'search/', 'data/plan.json']) {
    const { status, headers, body } = await ask(port, host, base + file);
    expect(status).toBe(200);
    const page = file === '' || file.endsWith('/') ? `${file}index.html` : file;
    expect(body).toBe(readFileSync(path.join(dist, page), 'utf8'));
    for (const [name, value] of Object.entries(rules(base + file)))
      expect.soft(headers[name], `${base}${file} ${name}`).toBe(value);
  }
  const missing = await ask(port, host, `${base}nothing/`);
  expect(missing.status).toBe(404);
  expect(missing.body).toBe(readFileSync(path.join(dist, '404.html'), 'utf8'));
}

describe.skipIf(!hasNginx())('two plans on one nginx', () => {
  beforeAll(() => {
    const content = path.join(room, 'content');
    writeSecondPlan(content);
    execFileSync(process.execPath, ['src/commands/build.ts', '--silent'], {
      env: {
        ...process.env,
        CONTENT_DIR: content,
        OUT_DIR: second.dist,
        BASE_PATH: second.base,
        SITE_URL: `https://${second.name}`,
        OG_IMAGES: '0',
      },
      stdio: 'pipe',
    });
    for (const [index, { dist }] of plans.entries()) {
      mkdirSync(path.join(room, String(index)));
      releaseLinked(path.join(room, String(index)), dist);
    }
  });
  afterAll(() => {
    rmSync(room, { recursive: true, force: true });
  });

  const folders = plans.map((_, index) => path.join(room, String(index)));
  const home = () => mkdtempSync(path.join(room, 'nginx-'));

  it('under two names, each by a copy of the configuration', async () => {
    const port = await freePort();
    const configuration = folders.map((folder, index) => {
      const [maps = '', , site = ''] = splitConfiguration(folder);
      return maps + withoutTls(site, port).replaceAll('plan.example', plans[index]?.name ?? '');
    });
    const stop = await runNginx(home(), configuration.join('\n'));
    try {
      for (const plan of plans) await expectOwn(port, plan.name, plan);
    } finally {
      await stop();
    }
  });

  it('below two paths of one name, by two lines more', async () => {
    const port = await freePort();
    const [maps = '', , site = ''] = splitConfiguration(folders[0] ?? '');
    const both = (text: string) =>
      text.replace(
        /^ *include (.*)(\/current\/nginx\/(?:maps|site)\.conf);\n/m,
        (line, folder: string) => line + line.replace(folder, folders[1] ?? ''),
      );
    const stop = await runNginx(home(), both(maps) + both(withoutTls(site, port)));
    try {
      for (const plan of plans) await expectOwn(port, 'plan.example', plan);
      const slashless = await ask(port, 'plan.example', second.base.slice(0, -1));
      expect([slashless.status, slashless.headers.location]).toEqual([301, second.base]);
    } finally {
      await stop();
    }
  });
});
