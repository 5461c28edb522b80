/** The index behind Pagefind's own interface: what only it knows of the records that may answer. */
import type { Fragment, Instance } from 'virtual:pagefind';
import { readContent, type Content } from '#search/content.ts';
import type { Query } from '#search/query.ts';

/** A plan of up to so many records is read whole; of a larger one, what Pagefind's terms propose. */
const WHOLE = 100;
/** No search reads more records than this. */
const MOST = 150;

export class SearchIndex {
  #folder: string;
  #version: string;
  #instance: Promise<Instance> | undefined;
  #read = new Map<string, Content>();

  constructor(folder: string, version: string) {
    this.#folder = folder;
    this.#version = version;
  }

  /** By address, the contents of the records that may answer. Rejects if the index cannot be read. */
  async contents(query: Query, records: number): Promise<ReadonlyMap<string, Content>> {
    const whole = records <= WHOLE;
    const index = await (this.#instance ??= this.#open());
    const terms = whole ? [null] : termsOf(query);
    const found = new Map<string, () => Promise<Fragment>>();
    for (const term of terms)
      for (const { id, data } of (await index.search(term)).results)
        if (found.size < MOST) found.set(id, data);
    for (const { raw_url, url, content } of await Promise.all(
      Array.from(found.values(), (data) => data()),
    ))
      this.#read.set(raw_url ?? url, readContent(content));
    if (whole && this.#read.size === 0) throw new Error('the index is empty');
    return this.#read;
  }

  /** What is at hand already, if that is all there is. */
  whole(records: number): ReadonlyMap<string, Content> | undefined {
    return records <= WHOLE && this.#read.size > 0 ? this.#read : undefined;
  }

  /** Forgets a failure, so that the next question tries again. */
  reset() {
    this.#instance = undefined;
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

/** Beginnings of the typed words, in both kana: Pagefind finds every term that begins so. */
function termsOf({ groups }: Query): string[] {
  const beginnings = groups.flatMap(({ text, runs }) =>
    [text, ...runs.map((run) => run.text)].map((word) => word.slice(0, 2)),
  );
  const katakana = beginnings.map((word) =>
    word.replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60)),
  );
  return [...new Set([...beginnings, ...katakana])].slice(0, 12);
}
