/** Copies of the content, each with a change: of `*.yaml` here, or by the methods of `Folder`. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { PUBLISHED_FILE } from '#links/promises.ts';
import { casesOf } from '../../fixtures/cases.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

const PNG = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#fff' } })
  .png()
  .toBuffer();

/** A copy of the content. Files are named by their path in it. */
export class Folder {
  readonly dir: string;
  constructor(dir: string) {
    this.dir = dir;
  }
  path(file: string) {
    return path.join(this.dir, file);
  }
  read(file: string) {
    return readFileSync(this.path(file), 'utf8');
  }
  write(file: string, text: string | Uint8Array) {
    mkdirSync(path.dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), text);
  }
  /** Replaces the one place where `from` stands. */
  edit(file: string, from: string, to: string) {
    const parts = this.read(file).split(from);
    if (parts.length !== 2) throw new Error(`${from} stands ${String(parts.length - 1)} times`);
    this.write(file, parts.join(to));
  }
  append(file: string, text: string) {
    this.write(file, this.read(file) + text);
  }
  prepend(file: string, text: string) {
    this.write(file, text + this.read(file));
  }
  lineEnds(file: string, ends: string) {
    this.write(file, this.read(file).replaceAll('\n', ends));
  }
  move(from: string, to: string) {
    mkdirSync(path.dirname(this.path(to)), { recursive: true });
    renameSync(this.path(from), this.path(to));
  }
  remove(file: string) {
    rmSync(this.path(file), { recursive: true });
  }
  link(target: string, file: string) {
    symlinkSync(this.path(target), this.path(file));
  }
  base64(file: string, bytes: string) {
    this.write(file, Buffer.from(bytes, 'base64'));
  }
  zeros(file: string, count: number) {
    this.write(file, new Uint8Array(count));
  }
  /** An image, of which so many bytes are cut off. */
  png(file: string, cut = 0) {
    this.write(file, PNG.subarray(0, PNG.length - cut));
  }
}

/** A method of `Folder` and what it is given. */
type Step = Record<string, unknown[]>;
export interface Case {
  name: string;
  change: Step[];
}

/** The cases of a file beside this one. */
export const changes = <More>(name: string) =>
  casesOf<(Case & More)[]>(`../unit/truth/${name}`).map((one) => [one.name, one] as const);

/**
 * For one file of tests: gives a folder of the content after a change. It has published no addresses,
 * so a change may drop any.
 */
export function changedContent(): (change: readonly Step[]) => string {
  const room = temporaryFolder();
  return (change) => {
    const content = new Folder(mkdtempSync(path.join(room, 'content-')));
    cpSync('content', content.dir, { recursive: true });
    rmSync(content.path(PUBLISHED_FILE), { force: true });
    for (const [method, given] of change.flatMap((step) => Object.entries(step)))
      (content as unknown as Record<string, (...given: unknown[]) => void>)[method]?.(...given);
    return content.dir;
  };
}
