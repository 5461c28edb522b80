/**
 * The index behind Pagefind's own interface. All its records are read, once: the terms that it would
 * propose records by know no slips and no middles of words, and their lists and the records of a
 * common word together are more to load than all records.
 */
import type { Instance } from 'virtual:pagefind';
import { readContents, type Content } from '#search/content.ts';

export class SearchIndex {
  #folder: string;
  #version: string;
  #instance: Promise<Instance> | undefined;
  #contents: Promise<ReadonlyMap<string, Content>> | undefined;

  constructor(folder: string, version: string) {
    this.#folder = folder;
    this.#version = version;
  }

  /** By address, what it knows of every record. Rejects if the index cannot be read. */
  contents(): Promise<ReadonlyMap<string, Content>> {
    return (this.#contents ??= this.#read());
  }

  async #read() {
    const index = await (this.#instance ??= this.#open());
    const { results } = await index.search(null);
    const all = await Promise.all(results.map(({ data }) => data()));
    if (all.length === 0) throw new Error('the index is empty');
    return readContents(new Map(all.map(({ raw_url, url, content }) => [raw_url ?? url, content])));
  }

  /** Forgets a failure, so that the next question tries again. */
  reset() {
    this.#instance = undefined;
    this.#contents = undefined;
  }

  /** Starts what the first question needs, all of it at once. */
  prepare(files: readonly string[]) {
    if (this.#version === '') return;
    for (const file of files) {
      const link = document.createElement('link');
      Object.assign(link, {
        rel: 'preload',
        as: 'fetch',
        crossOrigin: '',
        href: this.#folder + file,
      });
      document.head.append(link);
    }
    this.#instance ??= this.#open();
    this.#instance.catch(() => this.reset());
  }

  async #open(): Promise<Instance> {
    if (this.#version === '') throw new Error('no index here');
    const { createInstance } = await import('virtual:pagefind');
    return createInstance({
      basePath: this.#folder,
      baseUrl: '/',
      noWorker: true,
      metaCacheTag: this.#version,
    });
  }
}
