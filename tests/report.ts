/**
 * `npm run report`: writes what the last `npm test` found of the site's accessibility into
 * content/accessibility.yaml, which the page about the site shows. Run it before publishing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { stringify } from 'yaml';
import { accessibilitySchema } from '#model/accessibility.ts';
import { launchOptions } from './browser.ts';
import { reportOf } from './reports.ts';

interface Suite {
  file: string;
  suites?: Suite[];
  specs: Spec[];
}
interface Spec {
  ok: boolean;
  file: string;
  tags: string[];
}
interface Report {
  stats: { startTime: string };
  suites: Suite[];
}

/** The tests of tests/e2e that judge accessibility, by their tag or their file. */
const judges = ['axe', 'layout', 'keyboard', 'no-script', 'print', 'search'];

const report = JSON.parse(readFileSync(reportOf('test:e2e'), 'utf8')) as Report;
const specs = (suite: Suite): Spec[] => [...suite.specs, ...(suite.suites ?? []).flatMap(specs)];
const version = (name: string) => {
  const text = readFileSync(`node_modules/${name}/package.json`, 'utf8');
  return `${name} ${(JSON.parse(text) as { version: string }).version}`;
};
const browser = await chromium.launch(launchOptions());
const result = accessibilitySchema.parse({
  date: report.stats.startTime.slice(0, 10),
  browser: `Chromium ${browser.version()}`,
  tools: ['axe-core', '@playwright/test', 'html-validate'].map(version),
  pages: (await import('./e2e/site.ts')).pages.length,
  checks: judges.flatMap((id) => {
    const found = report.suites
      .flatMap(specs)
      .filter(({ tags, file }) => tags.includes(id) || file.endsWith(`${id}.spec.ts`));
    const failed = found.filter(({ ok }) => !ok).length;
    return found.length > 0 ? [{ id, tests: found.length, failed }] : [];
  }),
});
await browser.close();
const head = '# アクセシビリティの試験の結果です。npm run report が書きます。手では直しません。\n';
writeFileSync(
  'content/accessibility.yaml',
  head + stringify(result, { singleQuote: true, indentSeq: true }),
);
console.log(stringify(result));
