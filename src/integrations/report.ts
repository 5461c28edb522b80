/** Prints how much the content holds, and the notices about it. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { AstroIntegration } from 'astro';
import { goneNotices, parsePublished, PUBLISHED_FILE } from '#links/promises.ts';
import type { Redirect } from '#model/redirect.ts';
import { contentDir, fileNotices } from '#reader/read.ts';
import { readBuilt } from './built.ts';

interface Report {
  lines: string[];
  /** Address below the base, and its subject. */
  addresses: [path: string, subject: string][];
  redirects: Redirect[];
}

export function report(): AstroIntegration {
  return {
    name: 'plan-report',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const { lines, addresses, redirects } = await readBuilt<Report>(dir, 'report');
        const published = parsePublished(
          await readFile(path.join(contentDir, PUBLISHED_FILE), 'utf8').catch(() => ''),
        );
        const notices = [
          ...(await fileNotices()),
          ...goneNotices(published, new Map(addresses), redirects),
        ];
        for (const line of lines) console.log(line);
        for (const { file, text } of notices) console.log(`注意: content/${file} ${text}`);
      },
    },
  };
}
