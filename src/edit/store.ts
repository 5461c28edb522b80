/** Reads the files of the content, and replaces several of them as one: all of them, or none. */
import { hash } from 'node:crypto';
import { lstat, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { PUBLISHED_FILE } from '#links/promises.ts';
import { folders, yamlFiles } from '#model/collections.ts';
import { Refusal } from '#model/problem.ts';
import type { Texts } from '#reader/read.ts';
import { Disk, isStaged, OWN } from './disk.ts';

/** What a save did; kept beside the content, so that it can be undone or, after a crash, finished. */
interface Journal {
  label: string;
  done: boolean;
  files: { file: string; before: string | null; after: string | null }[];
}

/** Thrown where a file is no longer what the form was made from. */
export class Conflict extends Refusal {
  override name = 'Conflict';
  readonly file: string;
  constructor(file: string) {
    super(`content/${file} は、開いたあとに変わりました。`);
    this.file = file;
  }
}

const JOURNAL = `${OWN}last-save.json`;

/** Sent with a form, so that a save knows what the form was made from. */
export const hashOf = (text: string | null): string => (text === null ? '' : hash('sha256', text));

/** Whether a form may name this file: one of the kinds that the content has. */
export const isContentFile = (file: string): boolean =>
  Object.values(folders).some((folder) => folder.path.test(file)) ||
  Object.keys(yamlFiles).some((name) => file === `${name}.yaml`) ||
  file === PUBLISHED_FILE;

export class Store {
  readonly dir: string;
  /** Saves wait for each other. */
  private queue: Promise<unknown> = Promise.resolve();
  private readonly disk: Disk;
  constructor(dir: string, disk = new Disk()) {
    this.dir = dir;
    this.disk = disk;
  }

  /** Undoes what a killed server left half done, and removes what it had not put in place. */
  async recover(): Promise<void> {
    for (const name of await readdir(this.dir, { recursive: true }))
      if (isStaged(path.basename(name))) await rm(this.full(name));
    const journal = await this.journal();
    if (journal?.done !== false) return;
    for (const { file, before, after } of journal.files)
      if ((await this.read(file)) === after) await this.write(file, before);
    await this.record(undefined);
  }

  /** The text of a file, or null. Throws a Refusal for what is no plain file inside the folder. */
  async read(file: string): Promise<string | null> {
    await this.mustBePlain(file);
    return readFile(this.full(file), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
  }

  /**
   * Replaces all files or, if one fails, none. `hashes` names what each was when its form was made;
   * a file without one was not shown to anyone and is taken as it is now.
   */
  save(texts: Texts, hashes: ReadonlyMap<string, string>, label: string): Promise<void> {
    return this.alone(() => this.apply(texts, hashes, label));
  }

  /** What {@link undo} would take back, in words. */
  async lastSave(): Promise<string | undefined> {
    return (await this.journal())?.label;
  }

  /** Takes the last save back, once, where nothing was changed since. */
  undo(): Promise<string | undefined> {
    return this.alone(async () => {
      const { label, files = [] } = (await this.journal()) ?? {};
      const texts = new Map(files.map(({ file, before }) => [file, before]));
      const hashes = new Map(files.map(({ file, after }) => [file, hashOf(after)]));
      await this.apply(texts, hashes, label ?? '');
      await this.record(undefined);
      return label;
    });
  }

  private alone<T>(work: () => Promise<T>): Promise<T> {
    const result = this.queue.then(work);
    this.queue = result.catch(() => undefined);
    return result;
  }

  private async apply(
    texts: Texts,
    hashes: ReadonlyMap<string, string>,
    label: string,
  ): Promise<void> {
    const files: Journal['files'] = [];
    for (const [file, after] of texts) {
      const before = await this.read(file);
      if ((hashes.get(file) ?? hashOf(before)) !== hashOf(before)) throw new Conflict(file);
      if (before !== after) files.push({ file, before, after });
    }
    if (files.length === 0) return;
    const old = await this.journal();
    const staged: (string | undefined)[] = [];
    const done: Journal['files'] = [];
    let recorded = false;
    try {
      // A full disk is met here, before any file is another.
      for (const { file, after } of files)
        staged.push(after === null ? undefined : await this.disk.stage(this.full(file), after));
      await this.record({ label, done: false, files });
      recorded = true;
      for (const [index, one] of files.entries()) {
        await this.disk.settle(this.full(one.file), staged[index]);
        done.push(one);
      }
      await this.record({ label, done: true, files });
    } catch (error) {
      for (const { file, before } of done.reverse()) await this.write(file, before);
      for (const temporary of staged) if (temporary) await rm(temporary, { force: true });
      if (recorded) await this.record(old);
      throw error;
    }
  }

  private async journal(): Promise<Journal | undefined> {
    try {
      return JSON.parse(await readFile(this.full(JOURNAL), 'utf8')) as Journal;
    } catch {
      return undefined;
    }
  }

  private record(journal: Journal | undefined): Promise<void> {
    return this.write(JOURNAL, journal ? JSON.stringify(journal) : null);
  }

  private async write(file: string, text: string | null): Promise<void> {
    const full = this.full(file);
    await this.disk.settle(full, text === null ? undefined : await this.disk.stage(full, text));
  }

  private full(file: string): string {
    return path.join(this.dir, file);
  }

  /** Throws a Refusal for a name of no kind, and for what is a link or lies beyond one. */
  private async mustBePlain(file: string): Promise<void> {
    const refusal = new Refusal(`content/${file} は、編集できるファイルではありません。`);
    if (!isContentFile(file)) throw refusal;
    const steps = file.split('/');
    for (const index of steps.keys()) {
      const found = await lstat(this.full(steps.slice(0, index + 1).join('/'))).catch(
        () => undefined,
      );
      const last = index === steps.length - 1;
      if (found && !(last ? found.isFile() : found.isDirectory())) throw refusal;
    }
  }
}
