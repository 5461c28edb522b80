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
