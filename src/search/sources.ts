/** What the search page asks beside the words that it prints: files of this site and of others. */
import type { FiscalYear } from '#model/fiscal-year.ts';
import homophonesUrl from './homophones.json?url';
import { Lexicon } from '#model/segment.ts';
import { PlanSearch, searchOf, type Hit } from './plan-search.ts';
import { readGroup, type Group } from './thesaurus.ts';
import {
  FORM,
  recordOf,
  type PlanWords,
  type ScanFile,
  type SearchRecord,
  type SpokenWords,
  type StoredRecord,
} from './record.ts';

/** Another plan that is published beside this one, by the address of its first page. */
export interface ArchivedPlan {
  address: string;
  title?: string | undefined;
}

/** Of Pagefind's public interface, what is used; see https://pagefind.app/docs/api/ */
interface Pagefind {
  init(): Promise<void>;
  search(
    question: string,
    options: { filters: Record<string, string> },
  ): Promise<{ results: PageFound[] }>;
}
interface PageFound {
  id: string;
  data(): Promise<{ url: string; content: string; meta: Record<string, string> }>;
}

/** Milliseconds without an answer after which a request has failed. */
const TIMEOUT = 20_000;
/** The most pages of the site whose text is looked at for one question. */
const MOST_PAGES = 12;
/** Of a question: what may be a reading. */
const SPOKEN = /[ぁ-ゖァ-ヶa-z]/iu;
/** Thrown for a file that is not there or that another release made. */
export class UnknownForm extends Error {}

export class Sources {
  readonly archive: readonly ArchivedPlan[];
  /** The plan as far as the page itself prints it. */
  readonly atOnce: PlanSearch;
  /** Whether the words that lead to the plan are there. */
  isReady = false;
  #data: DOMStringMap;
  #printed: readonly StoredRecord[] | undefined;
  #fiscalYear: FiscalYear;
  #groups: readonly Group[];
  #pages = new Map<string, SearchRecord>();
  #loaded = new Map<string, Promise<unknown>>();
  /** How often a reader asked for what was lost: a browser keeps a module that failed by its address. */
  #retries = 0;

  /** `data` of `<search-page>`; `printed`: the records whose words the page prints. */
  constructor(data: DOMStringMap, printed: readonly StoredRecord[] | undefined) {
    [this.#data, this.#printed] = [data, printed];
    this.#fiscalYear = { printed: '', start: Number(data.year) };
    this.archive = JSON.parse(data.archive ?? '[]') as ArchivedPlan[];
    this.atOnce = searchOf(printed ?? [], this.#fiscalYear);
    const groups = data.site?.split('\n') ?? [];
    this.#groups = groups.map((one) => readGroup(one, (word) => [word, word]));
  }

  /** Loads the words that lead to the plan. */
  async prepare() {
    await this.#plan(false);
    this.isReady = true;
  }

  async own(typed: string): Promise<readonly Hit[]> {
    const plan = await this.#plan(SPOKEN.test(typed.normalize('NFKC')));
    const hits = plan.search(typed);
    if (hits.length > 0 || !/\p{Script=Han}/u.test(typed)) return hits;
    const groups = await this.#once('homophones', () => json<string[]>(homophonesUrl));
    return plan.search(typed, groups.join(' ').split(' '));
  }

  /** Throws `UnknownForm` where the site of the plan was built before there were such files. */
  async archived({ address }: ArchivedPlan, typed: string): Promise<readonly Hit[]> {
    const plan = await this.#once(address, async () => {
      const file = await json<ScanFile>(`${address}search/scan.json`, FORM);
      const records = file.records.map((one) => ({ ...one, plan: file.plan }));
      return searchOf(records, { printed: '', start: file.year }, file, file);
    });
    return plan.search(typed);
  }

  /** The other pages of the site that answer, each looked at before it is shown. */
  async pages(typed: string): Promise<readonly Hit[]> {
    const { months, phrases, terms } = this.atOnce.parse(typed);
    // A time alone asks what the plan does then.
    if (!this.#data.pagefind || (months && phrases.length === 0)) return [];
    const address = `${this.#data.pagefind}pagefind.js${this.#retries > 0 ? `?${String(this.#retries)}` : ''}`;
    const pagefind = await this.#once('pagefind', () => loadPagefind(address));
    // A plan that is too large to be scanned is found by Pagefind as well.
    const filters = this.#data.words ? { kind: this.#data.kind ?? '' } : {};
    const parts = terms.flatMap(({ text }) => (text.length > 1 ? [text] : []));
    const asked = new Set([typed, ...parts, ...this.#site([]).others(typed)]);
    const answers = await Promise.all([...asked].map((one) => pagefind.search(one, { filters })));
    await assertNothingLost();
    const results = new Map(answers.flatMap((one) => one.results).map((one) => [one.id, one]));
    const pages: SearchRecord[] = [];
    // スキー is not in スキーマ.
    const alone = new RegExp(/^[ァ-ヶー]+$/u.test(typed) ? `${typed}(?![ァ-ヶー])` : '', 'u');
    for (const [id, result] of [...results].slice(0, MOST_PAGES)) {
      const page = this.#pages.get(id) ?? pageOf(await result.data());
      this.#pages.set(id, page);
      const text = page.texts.map(({ printed }) => printed).join('\n');
      if (!text.includes(typed) || alone.test(text)) pages.push(page);
    }
    return this.#site(pages)
      .search(typed)
      .filter(({ tier }) => tier === 'printed' || tier === 'found');
  }

  #site = (pages: readonly SearchRecord[]) => new PlanSearch(pages, this.#fiscalYear, this.#groups);

  /** Forgets what could not be loaded, so that the next question loads it again. */
  retry() {
    performance.clearResourceTimings();
    this.#loaded.clear();
    this.#retries += 1;
  }

  /** The whole plan with the words that lead to it, and how they are read. */
  #plan(isSpoken: boolean): Promise<PlanSearch> {
    return this.#once(isSpoken ? 'spoken plan' : 'plan', async () => {
      const { words, spoken = '' } = this.#data;
      if (words === undefined) return searchOf([], this.#fiscalYear);
      const [file, readings] = await Promise.all([
        this.#once('words', () => json<PlanWords & Partial<ScanFile>>(words, FORM)),
        isSpoken ? this.#once('spoken', () => json<SpokenWords>(spoken, FORM)) : undefined,
      ]);
      return searchOf(this.#printed ?? file.records ?? [], this.#fiscalYear, file, readings);
    });
  }

  #once<Value>(name: string, load: () => Promise<Value>): Promise<Value> {
    const loading = (this.#loaded.get(name) as Promise<Value> | undefined) ?? inTime(load());
    this.#loaded.set(name, loading);
    return loading;
  }
}

/** Fails where there is no answer in time. */
const inTime = <Value>(loading: Promise<Value>): Promise<Value> =>
  Promise.race([
    loading,
    new Promise<never>((_, fail) => setTimeout(() => fail(new Error('too late')), TIMEOUT)),
  ]);

/** `form`: the form of the file, where it has one. */
async function json<Value>(address: string, form?: number): Promise<Value> {
  const response = await fetch(address);
  if (response.status === 404) throw new UnknownForm(address);
  if (!response.ok) throw new Error(`${address}: ${String(response.status)}`);
  const value = (await response.json()) as Value & { form?: number };
  if (value.form !== form) throw new UnknownForm(address);
  return value;
}

/** In the page and not in a worker, which the policy of the page forbids. */
async function loadPagefind(address: string): Promise<Pagefind> {
  const { createInstance } = (await import(/* @vite-ignore */ address)) as {
    createInstance(options: { noWorker: boolean }): Pagefind;
  };
  const pagefind = createInstance({ noWorker: true });
  await pagefind.init();
  return pagefind;
}

/**
 * Pagefind goes on without a file that did not come whole, as if it were empty. What came is kept by
 * the browser and read again from there; not every browser tells of the status of the first time.
 */
async function assertNothingLost() {
  const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const files = entries.filter(({ name }) => name.includes('.pf_'));
  const isLost = ({ responseStatus: status }: Partial<PerformanceResourceTiming>) =>
    status !== undefined && (status === 0 || status >= 400);
  if (files.some(isLost)) throw new Error('a file of the index did not come');
  for (const { name } of files) await (await fetch(name)).arrayBuffer();
}

const pageOf = ({ url, content, meta }: Awaited<ReturnType<PageFound['data']>>): SearchRecord =>
  recordOf(
    {
      ...{ url, kind: 'page', goals: [], sections: [], months: [], heads: [] },
      titles: [meta.title ?? url],
      passages: [{ text: content }],
    },
    new Lexicon(),
  );
