/** Writes the Pagefind index from the plan itself after the pages are built. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';
import { readPlan } from '#reader/read.ts';
import { searchRecords } from '#search/records.ts';

export function search(): AstroIntegration {
  return {
    name: 'plan-search',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { index, errors } = await createIndex({ forceLanguage: 'ja' });
        if (!index) throw new Error(errors.join('\n'));
        const records = searchRecords(await readPlan());
        for (const record of records) await index.addCustomRecord(record);
        await index.writeFiles({ outputPath: fileURLToPath(new URL('pagefind/', dir)) });
        await close();
        logger.info(`${String(records.length)} records indexed`);
      },
    },
  };
}
