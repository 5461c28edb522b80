/** What the search page asks beside the words that it prints: files of this site and of others. */
import type { FiscalYear } from '#model/fiscal-year.ts';
import { PlanSearch, searchOf, type Hit } from './plan-search.ts';
import homophonesUrl from './homophones.json?url';
import {
  FORM,
  type PlanWords,
  type ScanFile,
  type SpokenWords,
  type StoredRecord,
} from './record.ts';

/** With the records of a plan that its page cannot print. */
type OwnWords = PlanWords & Partial<ScanFile>;
/** Of a question: what may be a reading. */
const SPOKEN = /[ぁ-ゖァ-ヶa-z]/iu;

/** Another plan that is published beside this one. */
export interface ArchivedPlan {
  /** Of its first page. */
  address: string;
  title?: string | undefined;
}

/** Of Pagefind's public interface, what is used; see https://pagefind.app/docs/api/ */
interface Pagefind {
  init(): Promise<void>;
  search(question: string): Promise<{ results: { id: string; data(): Promise<PageData> }[] }>;
}
interface PageData {
  url: string;
  content: string;
  meta: Record<string, string>;
}

/** Milliseconds without an answer after which a request has failed. */
const TIMEOUT = 20_000;
/** The most pages of the site whose text is looked at for one question. */
const MOST_PAGES = 12;
/** Thrown for a file that is not there or that another release made. */
export class UnknownForm extends Error {}

export class Sources {
  readonly fiscalYear: FiscalYear;
  readonly archive: readonly ArchivedPlan[];
  #printed: readonly StoredRecord[] | undefined;
  #atOnce: PlanSearch;
  #pages = new Map<string, StoredRecord>();
  #loaded = new Map<string, Promise<unknown>>();
  #data: DOMStringMap;

  /** `data` of `<search-page>`; `printed`: the records whose words the page prints. */
  constructor(data: DOMStringMap, printed: readonly StoredRecord[] | undefined) {
    this.#data = data;
    this.#printed = printed;
    this.fiscalYear = { printed: '', start: Number(data.year) };
    this.archive = JSON.parse(data.archive ?? '[]') as ArchivedPlan[];
    this.#atOnce = searchOf(printed ?? [], this.fiscalYear);
  }

  /** The plan as far as the page itself prints it. */
  get atOnce(): PlanSearch {
    return this.#atOnce;
  }

  /** The whole plan with the words that lead to it, and their readings where a question wants them. */
  own(typed = ''): Promise<PlanSearch> {
    const words = this.#once('words', () => json<OwnWords>(this.#data.words ?? ''));
    const isSpoken = SPOKEN.test(typed.normalize('NFKC'));
    return this.#once(isSpoken ? 'spoken plan' : 'plan', async () => {
      const spoken = isSpoken ? await this.#spoken() : undefined;
      const file = await words;
      return searchOf(this.#printed ?? file.records ?? [], this.fiscalYear, file, spoken);
    });
  }

  #spoken = () => this.#once('spoken', () => json<SpokenWords>(this.#data.spoken ?? ''));

  /** Groups of characters of one sound or shape. */
  homophones = () =>
    this.#once('homophones', async () => (await get<string[]>(homophonesUrl)).join(' ').split(' '));

  /** A plan beside this one. Throws `UnknownForm` where its site was built before there were such files. */
  archived({ address }: ArchivedPlan): Promise<PlanSearch> {
    return this.#once(address, async () => {
      const file = await json<ScanFile>(`${address}search/scan.json`);
      const records = file.records.map((one) => ({ ...one, plan: file.plan }));
      return searchOf(records, { printed: '', start: file.year }, file, file);
    });
  }

  /** The other pages of the site that answer, each looked at before it is shown. */
  async pages(typed: string): Promise<Hit[]> {
    const { months, phrases } = this.#atOnce.parse(typed);
    // A time alone asks what the plan does then.
    if (!this.#data.pagefind || (months && phrases.length === 0)) return [];
    const own = await this.own(typed);
    const groups = this.#data.site?.split('\n') ?? [];
    const planPages = new Set(own.records.map(({ stored }) => stored.url.replace(/#.*/, '')));
    const others = searchOf([], this.fiscalYear, { groups }).others(typed);
    const pagefind = await this.#once('pagefind', loadPagefind(this.#data.pagefind));
    const answers = await Promise.all([typed, ...others].map((one) => pagefind.search(one)));
    assertNothingLost();
    const results = new Map(answers.flatMap(({ results }) => results).map((one) => [one.id, one]));
    const found = await Promise.all(
      [...results.values()].slice(0, MOST_PAGES).map(async (result) => {
        const known = this.#pages.get(result.id) ?? pageOf(await result.data());
        this.#pages.set(result.id, known);
        return known;
      }),
    );
    const pages = found.filter(({ url }) => !planPages.has(url));
    return searchOf(pages, this.fiscalYear, { groups })
      .search(typed)
      .filter(({ tier }) => tier !== 'slip' && tier !== 'part');
  }

  /** Forgets what could not be loaded, so that the next question loads it again. */
  retry() {
    performance.clearResourceTimings();
    this.#loaded.clear();
  }

  #once<Value>(name: string, load: () => Promise<Value>): Promise<Value> {
    const known = this.#loaded.get(name) as Promise<Value> | undefined;
    const loading = known ?? load();
    this.#loaded.set(name, loading);
    return loading;
  }
}

async function get<Value>(address: string): Promise<Value> {
  const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT) });
  if (response.status === 404) throw new UnknownForm(address);
  if (!response.ok) throw new Error(`${address}: ${String(response.status)}`);
  return (await response.json()) as Value;
}

async function json<Value extends { form: number }>(address: string): Promise<Value> {
  const value = await get<Value>(address);
  if (value.form !== FORM) throw new UnknownForm(address);
  return value;
}

/** In the page and not in a worker, which the policy of the page forbids. */
const loadPagefind = (folder: string) => async (): Promise<Pagefind> => {
  const late = new Promise<never>((_, fail) =>
    setTimeout(() => fail(new Error('no answer in time')), TIMEOUT),
  );
  const start = async () => {
    const { createInstance } = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as {
      createInstance(options: { noWorker: boolean }): Pagefind;
    };
    const pagefind = createInstance({ noWorker: true });
    await pagefind.init();
    return pagefind;
  };
  return Promise.race([start(), late]);
};

/** Pagefind goes on without a file that did not come, as if it were empty. */
function assertNothingLost() {
  const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const lost = files.find(
    ({ name, responseStatus }) =>
      name.includes('.pf_') && (responseStatus === 0 || responseStatus >= 400),
  );
  if (lost) throw new Error(`${lost.name} did not come`);
}

const pageOf = ({ url, content, meta }: PageData): StoredRecord => ({
  ...{ url, kind: 'page', goals: [], sections: [], months: [], heads: [] },
  titles: [meta.title ?? url],
  passages: [{ text: content }],
});
