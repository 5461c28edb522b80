/**
 * Pagefind as the retriever: a question becomes tokens, their lists become candidates, and the
 * candidates are fetched. Ordering and verification are the scorer's.
 */
import engineUrl from 'virtual:pagefind-url';
import type { Instance, Pagefind as Engine, Result } from 'virtual:pagefind';
import homophonesUrl from './homophones.json?url';
import type { Filters, Index } from './answer.ts';
import { candidateOf, FORM, type Candidate, type StoredRecord } from './candidate.ts';
import { synonymTokens, printedTokens } from './tokens.ts';

/** What the page knows of the index before anything of it is loaded. */
export interface IndexSummary {
  /** Changes with the index; Pagefind's id of a record is this and its place, in base 36. */
  version: string;
  /** Whether the page prints all words of the plan, so that the index is asked for synonyms alone. */
  isWhole: boolean;
  /** Files below the folder that every first question needs. */
  files: readonly string[];
}

/** The most candidates whose records are fetched, of the own index and of each of the archive. */
const MOST_CANDIDATES = { own: 16, archive: 8 };
/** How many of them at once. */
const BATCH = 8;
/** Milliseconds without an answer after which a request has failed. */
const TIMEOUT = 20_000;

/** What is loaded of the indexes. */
interface Loading {
  /** Counts from 0. */
  attempt: number;
  engine?: Promise<Engine>;
  /** The plan's own index, then those of the archive. */
  instances: Promise<Instance>[];
}

export class SearchClient implements Index {
  readonly count: number;
  #folder: string;
  #summary: IndexSummary | undefined;
  /** Folders of further indexes. */
  #archive: readonly string[];
  /** Groups of homophones that belong to the plan. */
  #lookalikes: string;
  #loading: Loading = { attempt: 0, instances: [] };
  /** Those that were fetched, by Pagefind's ids. */
  #candidates = new Map<string, Candidate>();
  /** Addresses of the page's records by Pagefind's ids. */
  #urls = new Map<string, string>();
  #preloads: HTMLLinkElement[] = [];
  /** Where a file did not load: Pagefind itself would go on as if it were empty. */
  #lost = new WeakSet<Instance>();

  /** Takes the data of `<search-page>`. */
  constructor({ folder = '', index = 'none', archive = '', lookalikes = '' }: DOMStringMap) {
    this.#folder = folder;
    this.#summary = index === 'none' ? undefined : (JSON.parse(index) as IndexSummary);
    this.#archive = archive.split(' ').filter(Boolean);
    this.#lookalikes = lookalikes;
    this.count = 1 + this.#archive.length;
  }

  /** Starts to load what the first question needs, all of it at once. `urls`: the plan's records. */
  prepare(urls: readonly string[]) {
    if (!this.#summary) return;
    const { version } = this.#summary;
    this.#urls = new Map(urls.map((url, place) => [version + place.toString(36), url]));
    const files = this.#summary.files.map((file) => this.#folder + file);
    this.#preloads = files.map((href) => {
      const link = document.createElement('link');
      return Object.assign(link, { rel: 'preload', as: 'fetch', crossOrigin: '', href });
    });
    document.head.append(...this.#preloads);
    this.#instance(0).catch(() => undefined);
  }

  /** Forgets everything that is loaded, so that the next question loads it again. */
  retry() {
    for (const link of this.#preloads) link.remove();
    this.#loading = { attempt: this.#loading.attempt + 1, instances: [] };
  }

  /**
   * Candidates for any of the lists, those of rare lists first: at most `MOST_CANDIDATES`, `BATCH` at a
   * time. Throws `TimeoutError` if nothing comes, and another error if the index cannot be read.
   */
  async *candidates(
    at: number,
    lists: ReadonlySet<string>,
    filters: Filters,
    shown: ReadonlySet<string>,
  ) {
    const instance = await withinTimeout(() => this.#instance(at));
    const isOnPage = this.#isOnPage(at, instance);
    const terms = (of: (list: string) => string) => [...new Set(Array.from(lists, of))];
    const printed = isOnPage ? [] : terms(printedTokens);
    const synonyms = terms(synonymTokens);
    // What prints the question as a whole comes first, as in the answer.
    const ofLists = lists.size === 1 ? [printed, synonyms] : [[...printed, ...synonyms]];
    const groups = lists.size === 0 && !isOnPage ? [[null]] : ofLists;
    const options = { filters };
    await withinTimeout(() =>
      Promise.all(groups.flat().map((term) => instance.preload(term, options))),
    );
    if (this.#lost.has(instance)) throw new Error('a file of the index is lost');
    const most = MOST_CANDIDATES[at === 0 ? 'own' : 'archive'];
    const wanted = new Map<string, Result>();
    for (const group of groups) {
      // A common word has thousands in a large archive.
      if (wanted.size === most) break;
      const found = await Promise.all(group.map((term) => instance.search(term, options)));
      for (const result of byRarity(found)) {
        if (wanted.size === most) break;
        if (!shown.has(this.#addressOf(result) ?? '')) wanted.set(result.id, result);
      }
    }
    const fetched = [...wanted.values()];
    for (let from = 0; from < fetched.length; from += BATCH)
      yield withinTimeout(() =>
        Promise.all(fetched.slice(from, from + BATCH).map((result) => this.#candidate(result))),
      );
  }

  /** Whether the page prints all words of an index; not of one that came with a later release. */
  #isOnPage(at: number, { languages }: Instance): boolean {
    const { isWhole = false, version } = this.#summary ?? {};
    return at === 0 && isWhole && languages?.unknown?.hash === version;
  }

  /** Undefined where the record is not known yet. */
  #addressOf({ id }: Result): string | undefined {
    return this.#urls.get(id) ?? this.#candidates.get(id)?.record.url;
  }

  async #candidate({ id, data }: Result): Promise<Candidate> {
    const known = this.#candidates.get(id);
    if (known) return known;
    const record = JSON.parse((await data()).content) as StoredRecord;
    if (record.form !== FORM) throw new Error(`${record.url} is of another release of the search`);
    const candidate = candidateOf(record);
    this.#candidates.set(id, candidate);
    return candidate;
  }

  /** A file beside the index. */
  json<Data>(url: string): Promise<Data> {
    const cache = this.#loading.attempt > 0 ? 'reload' : 'default';
    return withinTimeout(async () => {
      const response = await fetch(url, { cache });
      if (!response.ok) throw new Error(`${String(response.status)} ${url}`);
      return (await response.json()) as Data;
    });
  }

  homophones = once(async () => {
    const { groups } = await this.json<{ groups: string }>(homophonesUrl);
    return `${groups} ${this.#lookalikes}`.split(' ');
  });

  #instance(at: number): Promise<Instance> {
    return (this.#loading.instances[at] ??= this.#open(at, this.#loading));
  }

  async #open(at: number, loading: Loading): Promise<Instance> {
    const engine = await (loading.engine ??= this.#load(loading));
    const folder = this.#archive[at - 1];
    const opening = folder === undefined ? engine.primary.getPtr() : engine.mergeIndex(folder);
    // `mergeIndex` adds it at once, and opens it later.
    const instance = folder === undefined ? engine.primary : engine.instances.at(-1);
    await opening;
    if (!instance?.searchMeta) throw new Error('the list of the index is lost');
    const load = instance._loadGenericChunk.bind(instance);
    instance._loadGenericChunk = (url, method) =>
      load(url, method).catch((error: unknown) => {
        this.#lost.add(instance);
        throw error;
      });
    return instance;
  }

  async #load({ attempt }: Loading): Promise<Engine> {
    if (!this.#summary) throw new Error('there is no index here');
    const { files, version } = this.#summary;
    // A browser keeps a module that failed to load: only another address is asked for again.
    const address = attempt > 0 ? `${engineUrl}?${String(attempt)}` : engineUrl;
    const { Pagefind } = (await import(
      /* @vite-ignore */ address
    )) as typeof import('virtual:pagefind');
    // Replaces what the browser may have cached of an incomplete response.
    if (attempt > 0)
      await Promise.all(
        files.map((file) => fetch(this.#folder + file, { cache: 'reload' }).catch(() => undefined)),
      );
    return new Pagefind({
      basePath: this.#folder,
      baseUrl: '/',
      language: 'unknown',
      ...(attempt === 0 && { metaCacheTag: version }),
    });
  }
}

/** Results of several terms, each once: those of rare terms before those of common ones. */
function byRarity(found: readonly { results: readonly Result[] }[]): readonly Result[] {
  // Of one term all are alike, and may be thousands.
  const [first, ...more] = found;
  if (first && more.length === 0) return first.results;
  const scores = new Map<string, { result: Result; score: number }>();
  for (const { results } of found)
    for (const result of results) {
      const one = scores.get(result.id) ?? { result, score: 0 };
      one.score += 1 / results.length;
      scores.set(result.id, one);
    }
  return [...scores.values()].sort((a, b) => b.score - a.score).map(({ result }) => result);
}

/** Loads something when it is first wanted, and again where that failed. */
export function once<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let loaded: Promise<Value> | undefined;
  const forget = (error: unknown) => {
    loaded = undefined;
    throw error;
  };
  return () => (loaded ??= load().catch(forget));
}

/** Nothing came in time. */
export class TimeoutError extends Error {}

async function withinTimeout<Value>(work: () => Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeoutError()), TIMEOUT);
  });
  return Promise.race([work(), tooLate]).finally(() => clearTimeout(timer));
}
