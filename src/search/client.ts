/**
 * Pagefind as the retriever: a question becomes tokens, their lists become candidates, and the
 * candidates are fetched. Ordering and verification are the scorer's.
 */
import engineUrl from 'virtual:pagefind-url';
import type { Instance, Pagefind as Engine, Result } from 'virtual:pagefind';
import homophonesUrl from './homophones.json?url';
import type { Filters, Index } from './answer.ts';
import type { StoredRecord } from './candidate.ts';
import { everydayTokens, printedTokens } from './tokens.ts';

/** What the page knows of the index before anything of it is loaded. */
export interface IndexSummary {
  /** Changes with the index; Pagefind's id of a record is this and its place, in base 36. */
  version: string;
  /** Whether the page prints all words of the plan, so that only everyday words are asked for. */
  isWhole: boolean;
  /** Files below the folder that every first question needs. */
  files: readonly string[];
}

/** The most candidates whose records are fetched, and how many of them at once. */
const MOST_CANDIDATES = 16;
const BATCH = 8;
/** Milliseconds without an answer after which a request has failed. */
const PATIENCE = 20_000;

export class SearchClient implements Index {
  #folder: string;
  #summary: IndexSummary | undefined;
  #archive: readonly string[];
  #lookalikes: string;
  #homophones: Promise<{ groups: string }> | undefined;
  #opening: Promise<void> | undefined;
  #engine: Promise<Engine> | undefined;
  /** The indexes that are open: the plan's own, then those of the archive. */
  #instances: Instance[] = [];
  /** Those that were fetched, by Pagefind's ids. */
  #records = new Map<string, StoredRecord>();
  /** Addresses of the page's records by Pagefind's ids. */
  #urls = new Map<string, string>();
  #preloads: HTMLLinkElement[] = [];
  /** Whether a file did not load: Pagefind itself would go on as if it were empty. */
  #lost = false;
  #attempts = 0;

  /** `lookalikes`: groups of homophones that belong to the plan. */
  constructor(
    folder: string,
    summary: IndexSummary | undefined,
    archive: readonly string[],
    lookalikes: string,
  ) {
    this.#folder = folder;
    this.#summary = summary;
    this.#archive = archive;
    this.#lookalikes = lookalikes;
  }

  /** Starts to load what the first question needs, all of it at once. `urls`: the plan's records. */
  prepare(urls: readonly string[]) {
    if (!this.#summary || this.#engine) return;
    const { version } = this.#summary;
    this.#urls = new Map(urls.map((url, place) => [version + place.toString(36), url]));
    const files = this.#summary.files.map((file) => this.#folder + file);
    this.#preloads = files.map((href) => {
      const link = document.createElement('link');
      return Object.assign(link, { rel: 'preload', as: 'fetch', crossOrigin: '', href });
    });
    document.head.append(...this.#preloads);
    this.#open().catch(() => undefined);
  }

  /** Forgets everything that failed, so that the next question loads it again. */
  retry() {
    for (const link of this.#preloads) link.remove();
    this.#engine = undefined;
    this.#homophones = undefined;
    this.#lost = false;
    this.#attempts++;
  }

  /**
   * The records that have most of the tokens of the lists, rare ones before common ones, some at a
   * time. Those at the addresses `answered` are not fetched. Throws if the index cannot be read or
   * does not come.
   */
  async *records(lists: ReadonlySet<string>, filters: Filters, answered: ReadonlySet<string>) {
    await withinPatience(() => this.#open());
    const results = await withinPatience(() => this.#results(lists, filters));
    if (this.#lost) throw new Error('a file of the index is lost');
    const wanted = results
      .filter(({ id }) => !answered.has(this.#urls.get(id) ?? ''))
      .slice(0, MOST_CANDIDATES);
    for (let at = 0; at < wanted.length; at += BATCH)
      yield withinPatience(() =>
        Promise.all(wanted.slice(at, at + BATCH).map((result) => this.#record(result))),
      );
  }

  async #record({ id, data }: Result): Promise<StoredRecord> {
    const known = this.#records.get(id) ?? (JSON.parse((await data()).content) as StoredRecord);
    this.#records.set(id, known);
    return known;
  }

  get isPartial() {
    return this.#instances.length <= this.#archive.length;
  }

  /** Opens the next index of the archive. */
  openNext(): Promise<void> {
    this.#opening ??= withinPatience(async () => {
      const engine = await this.#open();
      const folder = this.#archive[this.#instances.length - 1];
      if (folder === undefined) return;
      await engine.mergeIndex(folder);
      this.#add(engine.instances.at(-1));
    }).finally(() => {
      this.#opening = undefined;
    });
    return this.#opening;
  }

  /** A file beside the index. */
  async json<Data>(url: string): Promise<Data> {
    const cache = this.#attempts > 0 ? 'reload' : 'default';
    const response = await withinPatience(() => fetch(url, { cache }));
    if (!response.ok) throw new Error(`${String(response.status)} ${url}`);
    return (await response.json()) as Data;
  }

  async homophones(): Promise<readonly string[]> {
    const { groups } = await (this.#homophones ??= this.json<{ groups: string }>(homophonesUrl));
    return `${groups} ${this.#lookalikes}`.split(' ');
  }

  async #results(lists: ReadonlySet<string>, filters: Filters): Promise<Result[]> {
    const printed = [...lists].map(printedTokens);
    const everyday = [...lists].map(everydayTokens);
    const answers = await Promise.all(
      this.#instances.flatMap((one, at) => {
        const known = at === 0 && this.#summary?.isWhole;
        const both = lists.size > 0 ? [...printed, ...everyday] : [null];
        return (known ? everyday : both).map((term) => one.search(term, { filters }));
      }),
    );
    const scores = new Map<string, { result: Result; score: number }>();
    for (const { results } of answers)
      for (const result of results) {
        const one = scores.get(result.id) ?? { result, score: 0 };
        one.score += 1 / results.length;
        scores.set(result.id, one);
      }
    return [...scores.values()].sort((a, b) => b.score - a.score).map(({ result }) => result);
  }

  #open(): Promise<Engine> {
    return (this.#engine ??= this.#load());
  }

  async #load(): Promise<Engine> {
    if (!this.#summary) throw new Error('there is no index here');
    const again = this.#attempts > 0;
    // A browser keeps a module that failed to load: only another address is asked for again.
    const address = again ? `${engineUrl}?${String(this.#attempts)}` : engineUrl;
    const { Pagefind } = (await import(
      /* @vite-ignore */ address
    )) as typeof import('virtual:pagefind');
    if (again) await this.#refresh();
    const engine = new Pagefind({
      basePath: this.#folder,
      baseUrl: '/',
      language: 'unknown',
      ...(!again && { metaCacheTag: this.#summary.version }),
    });
    await engine.primary.getPtr();
    this.#instances = [];
    this.#add(engine.primary);
    return engine;
  }

  #add(instance: Instance | undefined) {
    if (!instance?.searchMeta) throw new Error('the list of the index is lost');
    const load = instance._loadGenericChunk.bind(instance);
    instance._loadGenericChunk = (url, method) =>
      load(url, method).catch((error: unknown) => {
        this.#lost = true;
        throw error;
      });
    this.#instances.push(instance);
  }

  /** Replaces what the browser may have cached of an incomplete response. */
  async #refresh() {
    const files = this.#summary?.files ?? [];
    await Promise.all(
      files.map((file) => fetch(this.#folder + file, { cache: 'reload' }).catch(() => undefined)),
    );
  }
}

/** Nothing came in time. */
export class Silence extends Error {}

async function withinPatience<Value>(work: () => Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Silence()), PATIENCE);
  });
  return Promise.race([work(), tooLate]).finally(() => clearTimeout(timer));
}
