/** Prints how much the content holds, and the notices about it. */
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
