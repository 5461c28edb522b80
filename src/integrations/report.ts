/** Prints how much the content holds, and the notices about it. */
import type { AstroIntegration } from 'astro';
import { fileNotices } from '#reader/read.ts';
import { readBuilt } from './built.ts';

export function report(): AstroIntegration {
  return {
    name: 'plan-report',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        for (const line of await readBuilt<string[]>(dir, 'report')) console.log(line);
        for (const { file, text } of await fileNotices())
          console.log(`注意: content/${file} ${text}`);
      },
    },
  };
}
