/**
 * The real pages of the site, made by Astro from a copy of the content: what is not saved yet can
 * be looked at there. Where it cannot start, everything else works without it.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Texts } from '#reader/read.ts';

export class Preview {
  /** `http://127.0.0.1:4322`, once it runs. */
  origin: string | undefined;
  private child: ChildProcess | undefined;
  private copy: string | undefined;
  private readonly dir: string;
  constructor(dir: string) {
    this.dir = dir;
  }

  async start(): Promise<void> {
    this.copy = await mkdtemp(path.join(tmpdir(), 'plan-preview-'));
    await this.show(new Map());
    const child = spawn(process.execPath, ['src/edit/preview-server.ts'], {
      env: { ...process.env, CONTENT_DIR: this.copy, ASTRO_TELEMETRY_DISABLED: '1' },
      // It ends when this end of its standard input closes, even if this process is killed.
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    this.child = child;
    child.on('exit', () => (this.origin = undefined));
    child.stdout.on('data', (data: Buffer) => {
      this.origin ??= /http:\/\/127\.0\.0\.1:\d+/.exec(data.toString())?.[0];
    });
  }

  /** Makes the copy what the content would be; only what differs is written. */
  async show(texts: Texts): Promise<void> {
    if (!this.copy) return;
    const [wanted, shown] = [await filesOf(this.dir), await filesOf(this.copy)];
    for (const [file, text] of texts)
      if (text === null) wanted.delete(file);
      else wanted.set(file, Buffer.from(text));
    for (const file of new Set([...wanted.keys(), ...shown.keys()])) {
      const target = path.join(this.copy, file);
      const bytes = wanted.get(file);
      if (bytes === undefined) await rm(target);
      else if (!shown.get(file)?.equals(bytes)) {
        await mkdir(path.dirname(target), { recursive: true });
        await writeFile(target, bytes);
      }
    }
  }

  async stop(): Promise<void> {
    this.child?.kill();
    if (this.copy) await rm(this.copy, { recursive: true, force: true });
  }
}

async function filesOf(dir: string): Promise<Map<string, Buffer>> {
  const items = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = items
    .filter((item) => item.isFile() && !item.name.startsWith('.'))
    .map((item) => path.join(item.parentPath, item.name));
  return new Map(
    await Promise.all(
      files.map(async (full) => [path.relative(dir, full), await readFile(full)] as const),
    ),
  );
}
