/** Tells the editor what the content holds, and what in it is worth a look. */
import type { AstroIntegration } from 'astro';
import { readBuilt } from './built.ts';

export function report(): AstroIntegration {
  return {
    name: 'plan-report',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        for (const line of await readBuilt<string[]>(dir, 'report')) console.log(line);
      },
    },
  };
}
