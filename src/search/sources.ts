/** What the search page asks beside the words that it prints: files of this site and of others. */
import type { FiscalYear } from '#model/fiscal-year.ts';
import homophonesUrl from './homophones.json?url';
import { byRank, PlanSearch, type Hit, type Tier } from './plan-search.ts';
import { FORM, type ScanFile, type StoredRecord } from './record.ts';

/** Another plan that is published beside this one, by the address of its first page. */
export interface ArchivedPlan {
  address: string;
  title?: string | undefined;
}

/** What the page tells its script; in a text, `{n}`, `{q}` or `{}` stands for what is put in. */
export interface SearchSettings {
  plan: string;
  year: number;
  /** Whether the page prints the words of its records. */
  isPrinted: boolean;
  /** The file of the words that lead to the plan; none for a plan too large to be scanned. */
  words?: string | undefined;
  /** The folder of Pagefind's files; none while the site is being edited. */
  pagefind?: string | undefined;
  /** Groups of words for the other pages. */
  groups: readonly string[];
  archive: readonly ArchivedPlan[];
  /** How a record's kind is called; `page`: another page, in the index as well. */
  kinds: Record<string, string>;
  title: string;
  status: Record<'count' | 'none' | 'failed', string>;
  labels: Record<'slip' | 'related' | 'months' | 'join', string>;
}

/** Of Pagefind's public interface, what is used; see https://pagefind.app/docs/api/ */
interface Pagefind {
  init(): Promise<void>;
  search(question: string, options: object): Promise<{ results: PageFound[] }>;
}
interface PageFound {
  id: string;
  data(): Promise<{ url: string; content: string; meta: Record<string, string> }>;
}

/** Milliseconds without an answer after which a request has failed. */
const TIMEOUT = 20_000;
/** What answers all of a question. */
const WHOLE = new Set<Tier>(['printed', 'found']);
/** The most pages of the site whose text is looked at for one question. */
const MOST_PAGES = 12;
/** Thrown for a file that is not there or that another release made. */
export class UnknownForm extends Error {}

export class Sources {
  /** The plan as far as the page itself prints it. */
  readonly printed: PlanSearch;
  /** The whole plan, once the words that lead to it are there. */
  plan: PlanSearch | undefined;
  readonly archive: readonly ArchivedPlan[];
  #settings: SearchSettings;
  #records: readonly StoredRecord[];
  #fiscalYear: FiscalYear;
  #loaded = new Map<string, Promise<unknown>>();
  /** How often a reader asked for what was lost; then nothing is taken from the browser's cache. */
  #retries = 0;
  #isIndexLost = false;
  /** The other pages that were looked at. */
  #pages: PlanSearch;

  constructor(settings: SearchSettings, records: readonly StoredRecord[]) {
    [this.#settings, this.#records, this.archive] = [settings, records, settings.archive];
    this.#fiscalYear = { printed: '', start: settings.year };
    this.printed = new PlanSearch(settings.isPrinted ? records : [], this.#fiscalYear);
    this.#pages = this.#searchOfPages([]);
    this.#watchIndex();
  }

  /** Loads the words that lead to the plan. */
  prepare = (): Promise<PlanSearch> =>
    this.#once('plan', async () => {
      const { words, isPrinted } = this.#settings;
      const file: Partial<ScanFile> = words === undefined ? {} : await this.#json(words);
      const records = isPrinted ? this.#records : (file.records ?? []);
      return (this.plan = new PlanSearch(records, this.#fiscalYear, file));
    });

  async own(typed: string): Promise<readonly Hit[]> {
    const plan = await this.prepare();
    const hits = plan.search(typed);
    if (hits.length > 0 || !/\p{Script=Han}/u.test(typed)) return hits;
    const groups = await this.#once('homophones', () => this.#json<string[]>(homophonesUrl));
    return plan.search(typed, groups.join(' ').split(' '));
  }

  /** Throws `UnknownForm` where the site of the plan was built before there were such files. */
  async archived({ address }: ArchivedPlan, typed: string): Promise<readonly Hit[]> {
    const plan = await this.#once(address, async () => {
      const file = await this.#json<ScanFile>(`${address}search/scan.json`);
      const records = file.records.map((record) => ({ ...record, plan: file.plan }));
      return new PlanSearch(records, { printed: '', start: file.year }, file);
    });
    return plan.search(typed);
  }

  /** The other pages of the site that answer, each looked at before it is shown. */
  async pages(typed: string): Promise<readonly Hit[]> {
    const { months, whole, terms } = this.printed.parse(typed);
    const { pagefind: folder, words, kinds } = this.#settings;
    // A time alone asks what the plan does then.
    if (folder === undefined || (months && whole.text === '')) return [];
    const pagefind = await this.#once('pagefind', () => loadPagefind(folder, this.#retries));
    // A plan that is too large to be scanned is found by Pagefind as well.
    const filters = words === undefined ? {} : { kind: kinds.page ?? '' };
    const parts = terms.flatMap(({ text }) => (text.length > 1 ? [text] : []));
    const asked = new Set([typed, ...parts, ...this.#pages.others(typed)]);
    const answers = await Promise.all(
      [...asked].map((question) => pagefind.search(question, { filters })),
    );
    const found = new Map(
      answers.flatMap(({ results }) => results).map((result) => [result.id, result]),
    );
    const first = [...found.values()].slice(0, MOST_PAGES);
    const pages = await Promise.all(first.map(async (result) => pageOf(await result.data())));
    if (this.#isIndexLost) throw new Error('a file of the index did not come');
    const known = this.#pages.records.map(({ stored }) => stored);
    const added = pages.filter(({ url }) => !known.some((page) => page.url === url));
    if (added.length > 0) this.#pages = this.#searchOfPages([...known, ...added]);
    const hits = this.#pages.search(typed).filter(({ tier }) => WHOLE.has(tier));
    // Of equal ones the first is what Pagefind has first.
    return pages
      .flatMap(({ url }) => hits.filter(({ record }) => record.stored.url === url))
      .sort(byRank);
  }

  #searchOfPages = (pages: readonly StoredRecord[]) =>
    new PlanSearch(pages, this.#fiscalYear, { groups: this.#settings.groups });

  /** Forgets what could not be loaded, so that the next question loads it again. */
  retry() {
    this.#loaded.clear();
    this.#isIndexLost = false;
    this.#retries += 1;
  }

  #once<Value>(name: string, load: () => Promise<Value>): Promise<Value> {
    const loading = (this.#loaded.get(name) as Promise<Value> | undefined) ?? inTime(load());
    this.#loaded.set(name, loading);
    return loading;
  }

  async #json<Value>(address: string): Promise<Value> {
    const response = await fetch(address, { cache: this.#cache });
    if (response.status === 404) throw new UnknownForm(address);
    if (!response.ok) throw new Error(`${address}: ${String(response.status)}`);
    const value = (await response.json()) as Value & { form?: number };
    if (!Array.isArray(value) && value.form !== FORM) throw new UnknownForm(address);
    return value;
  }

  get #cache(): RequestCache {
    return this.#retries > 0 ? 'reload' : 'default';
  }

  /**
   * Pagefind goes on without a file of its index that did not come whole, as if it were empty, and
   * tells nobody; so each one is looked at on its way there. They begin as gzip, or as `pagefind`.
   */
  #watchIndex() {
    const { fetch } = window;
    window.fetch = async (input, init) => {
      if (typeof input !== 'string' || !input.includes('.pf_')) return fetch(input, init);
      try {
        const response = await fetch(input, { ...init, cache: this.#cache });
        const body = new Uint8Array(await response.arrayBuffer());
        if (!response.ok || ![0x1f, 0x70].includes(body[0] ?? 0)) throw new Error(input);
        return new Response(body, response);
      } catch (error) {
        this.#isIndexLost = true;
        throw error;
      }
    };
  }
}

/** Fails where there is no answer in time. */
const inTime = <Value>(loading: Promise<Value>): Promise<Value> =>
  Promise.race([
    loading,
    new Promise<never>((_, fail) => setTimeout(() => fail(new Error('too late')), TIMEOUT)),
  ]);

/**
 * In the page and not in a worker, which the policy of the page forbids. A browser keeps a module that
 * failed by its address.
 */
async function loadPagefind(folder: string, retries: number): Promise<Pagefind> {
  const address = `${folder}pagefind.js${retries > 0 ? `?${String(retries)}` : ''}`;
  const { createInstance } = (await import(/* @vite-ignore */ address)) as {
    createInstance(options: { noWorker: boolean }): Pagefind;
  };
  const pagefind = createInstance({ noWorker: true });
  await pagefind.init();
  return pagefind;
}

const pageOf = ({ url, content, meta }: Awaited<ReturnType<PageFound['data']>>): StoredRecord => ({
  url,
  kind: 'page',
  goals: [],
  sections: [],
  months: [],
  heads: [],
  titles: [meta.title ?? url],
  passages: [{ text: content }],
});
