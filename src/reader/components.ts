/** The components that a page of content/pages/ may use, each without attributes: `<SourceHash />`. */
export const PAGE_COMPONENTS: ReadonlySet<string> = new Set(['SourceHash', 'TestReport']);
