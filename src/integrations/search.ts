/** The Pagefind index of every page of the site that has `data-pagefind-body`, as Pagefind makes it. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

/** Readings over words, what leads to other pages, what every page says, what quotes the plan. */
const NOT_WORDS = [...['rt', 'rp', 'nav', 'aside', 'button', '[hidden]'], ...['.home', '.sheet']];

export const search = (): AstroIntegration => ({
  name: 'plan-search',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const dist = fileURLToPath(dir);
      const { index, errors } = await createIndex({ excludeSelectors: NOT_WORDS });
      if (!index) throw new Error(errors.join('\n'));
      try {
        const { errors: unread, page_count: count } = await index.addDirectory({ path: dist });
        const { errors: unwritten } = await index.writeFiles({
          outputPath: path.join(dist, 'pagefind'),
        });
        const faults = [...unread, ...unwritten];
        if (faults.length > 0) throw new Error(faults.join('\n'));
        logger.info(`${String(count)} pages indexed`);
      } finally {
        await close();
      }
    },
  },
});
