/** Builds a plan in which a page and a fragment have moved, once for all browsers. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildSite } from '../../fixtures/build.ts';
import { writeSecondPlan } from '../../fixtures/second-plan.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The built folder. */
    movedSite: string;
  }
}

export const moved = {
  page: { from: 'mukashi/', to: 'programmes/p1/' },
  fragment: { from: 'sections/s2/#mukashi', to: 'sections/s3/#u1' },
};

export default function build({ provide }: TestProject) {
  const home = mkdtempSync(path.join(tmpdir(), 'plan-moved-'));
  const content = path.join(home, 'content');
  writeSecondPlan(content);
  writeFileSync(path.join(content, 'redirects.yaml'), JSON.stringify(Object.values(moved)));
  const dist = path.join(home, 'dist');
  buildSite({ CONTENT_DIR: content, OUT_DIR: dist });
  provide('movedSite', dist);
  return () => {
    rmSync(home, { recursive: true });
  };
}
