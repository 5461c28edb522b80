/**
 * `npm run report`: writes what the last `npm run test:all` found of the site's accessibility into
 * content/accessibility.yaml, which the pages about the site show. After `npm test` the screen reader
 * is missing in it. Run it before publishing.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { stringify } from 'yaml';
import { accessibilitySchema } from '#model/recorded-facts.ts';
import { CHECKS } from '#model/criteria.ts';
import { pageFiles } from './dist-folder.ts';
import { FILES, launchOptions } from './tools.ts';

/** One test that ran: its file from the project's folder, its tags, and whether it passed. */
interface Ran {
  file: string;
  tags: string[];
  ok: boolean;
}
interface Suite {
  suites?: Suite[];
  specs: Ran[];
}

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as unknown;

function inBrowser(): Ran[] {
  const specs = (suite: Suite): Ran[] => [...suite.specs, ...(suite.suites ?? []).flatMap(specs)];
  return (json('test-results/browser.json') as { suites: Suite[] }).suites
    .flatMap(specs)
    .map((spec) => ({ ...spec, file: `tests/browser/${spec.file}` }));
}

function byVitest(project: string): Ran[] {
  const file = `test-results/${project}.json`;
  if (!existsSync(file)) return [];
  const { testResults } = json(file) as {
    testResults: { name: string; assertionResults: { status: string }[] }[];
  };
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'passed' || status === 'failed')
      .map(({ status }) => ({
        file: path.relative('.', name).replaceAll(path.sep, '/'),
        tags: [],
        ok: status === 'passed',
      })),
  );
}

const ran = [...inBrowser(), ...['unit', 'site', 'all'].flatMap(byVitest)];
const checks = Object.entries(CHECKS).flatMap(([id, file]) => {
  const found = ran.filter((test) => test.file === file);
  const own = found.some(({ tags }) => tags.length > 0)
    ? found.filter(({ tags }) => tags.includes(id))
    : found;
  const failed = own.filter(({ ok }) => !ok).length;
  return own.length > 0 ? [{ id, tests: own.length, failed }] : [];
});

const programVersion = (program: string) =>
  /[\d.]+/.exec(execFileSync(program, ['--version'], { encoding: 'utf8' }))?.[0] ?? '';
const packageVersion = (name: string) =>
  `${name} ${(json(`node_modules/${name}/package.json`) as { version: string }).version}`;
const browser = await chromium.launch(launchOptions());
const result = accessibilitySchema.parse({
  date: new Date().toISOString().slice(0, 10),
  browser: `Chromium ${browser.version()}`,
  tools: ['axe-core', '@playwright/test', 'html-validate'].map(packageVersion),
  pages: pageFiles().length,
  ...(checks.some(({ id }) => id === 'screen-reader') && {
    reader: `Orca ${programVersion(FILES.orca)}、Firefox ESR ${programVersion(FILES['firefox-esr'])}`,
  }),
  checks,
});
await browser.close();
const head = '# アクセシビリティの試験の結果です。npm run report が書きます。手では直しません。\n';
writeFileSync(
  'content/accessibility.yaml',
  head + stringify(result, { singleQuote: true, indentSeq: true }),
);
console.log(stringify(result));
