/** The address of Pagefind's script, bundled like ours. */
declare module 'virtual:pagefind-url' {
  const url: string;
  export default url;
}

/**
 * The script of Pagefind 1.6.0 with the class that its public interface wraps (see
 * `integrations/search.ts`); only what is used of it.
 */
declare module 'virtual:pagefind' {
  type Filters = import('./answer.ts').Filters;
  export interface Result {
    id: string;
    data: () => Promise<{ content: string }>;
  }
  /** One open index. */
  export interface Instance {
    /** Empty if the list of the index did not come. */
    searchMeta: ArrayLike<number> | null;
    /** By language; the hash is the name of the list. */
    languages: Readonly<Record<string, { hash: string }>> | null;
    /** Private: a chunk that does not come is told of nowhere else. */
    _loadGenericChunk(url: string, method: string): Promise<void>;
    /** Resolves once the index is open. */
    getPtr(): Promise<number>;
    search(term: string | null, options: { filters: Filters }): Promise<{ results: Result[] }>;
    /** Loads the chunks that a search for it needs. */
    preload(term: string | null, options: { filters: Filters }): Promise<void>;
  }
  export class Pagefind {
    constructor(options: {
      basePath: string;
      baseUrl: string;
      language: string;
      metaCacheTag?: string;
    });
    primary: Instance;
    instances: Instance[];
    mergeIndex(folder: string): Promise<void>;
  }
}
