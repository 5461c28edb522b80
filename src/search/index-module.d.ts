/** What the page must know of the index before anything of it is loaded. */
declare module 'virtual:search-index' {
  const index: {
    /** Changes with the index. */
    version: string;
    /** Names of the files that every first search needs, below the index's folder. */
    files: readonly string[];
  };
  export default index;
}

/** Pagefind's script as it comes with the index; only what is used of it. */
declare module 'virtual:pagefind' {
  export interface Fragment {
    content: string;
    url: string;
    /** The address as it was indexed. */
    raw_url?: string;
  }
  export interface Instance {
    search(term: string | null): Promise<{ results: { id: string; data(): Promise<Fragment> }[] }>;
  }
  export function createInstance(options: {
    basePath: string;
    baseUrl: string;
    noWorker: boolean;
    metaCacheTag: string;
  }): Instance;
}
