/**
 * The index behind Pagefind's own interface. All its records are read, once: the terms that it would
 * propose records by know no slips and no middles of words, and their lists and the records of a
 * common word together are more to load than all records.
 */
import type { Instance } from 'virtual:pagefind';
import { readContents, type Content } from '#search/content.ts';

/** A line that is silent for so long is taken for cut. */
const PATIENCE = 20_000;

export class SearchIndex {
  #folder: string;
  #version: string;
  #files: string;
  #instance: Promise<Instance> | undefined;
  #contents: Promise<ReadonlyMap<string, Content>> | undefined;

  /** Where the index is, as the page says it. */
  constructor({ folder = '', version = '', files = '' }: DOMStringMap) {
    this.#folder = folder;
    this.#version = version;
    this.#files = files;
  }

  /**
   * By address, what it knows of every record. Rejects if the index cannot be read or does not come;
   * the next call tries again.
   */
  async contents(): Promise<ReadonlyMap<string, Content>> {
    try {
      return await Promise.race([(this.#contents ??= this.#read()), tooLate()]);
    } catch (error) {
      this.#forget();
      throw error;
    }
  }

  async #read() {
    const index = await (this.#instance ??= this.#open());
    const { results } = await index.search(null);
    const all = await Promise.all(results.map(({ data }) => data()));
    if (all.length === 0) throw new Error('the index is empty');
    return readContents(new Map(all.map(({ raw_url, url, content }) => [raw_url ?? url, content])));
  }

  #forget() {
    this.#instance = undefined;
    this.#contents = undefined;
  }

  /** Starts what the first question needs, all of it at once. */
  prepare() {
    if (this.#version === '') return;
    for (const file of this.#files.split(' ')) {
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
    this.#instance.catch(() => this.#forget());
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

const tooLate = () =>
  new Promise<never>((_, reject) => {
    setTimeout(reject, PATIENCE);
  });
