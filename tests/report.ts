/**
 * `npm run report`: writes what the last `npm run test:all` found of the site's accessibility into
 * content/accessibility.yaml, which the pages about the site show. After `npm test` the screen reader
 * is missing in it. Run it before publishing.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { stringify } from 'yaml';
import { accessibilitySchema } from '#model/accessibility.ts';
import { FILES, launchOptions } from './tools.ts';

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

/** The tests of tests/browser that judge accessibility, by their tag or their file. */
const judges = ['axe', 'layout', 'keyboard', 'no-script', 'print', 'search'];

interface VitestReport {
  testResults: { name: string; assertionResults: { status: string }[] }[];
}

/** What a Vitest project counted in files whose path holds `part`; nothing where it did not run. */
function counted(id: string, project: string, part: string) {
  const file = `test-results/${project}.json`;
  if (!existsSync(file)) return [];
  const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  const ran = testResults
    .filter(({ name }) => name.includes(part))
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'passed' || status === 'failed');
  const failed = ran.filter(({ status }) => status === 'failed').length;
  return ran.length > 0 ? [{ id, tests: ran.length, failed }] : [];
}

const programVersion = (program: string) =>
  /[\d.]+/.exec(execFileSync(program, ['--version'], { encoding: 'utf8' }))?.[0] ?? '';

const heard = counted('screen-reader', 'all', '/screen-reader/');
const report = JSON.parse(readFileSync('test-results/browser.json', 'utf8')) as Report;
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
  pages: (await import('./browser/site.ts')).pages.length,
  ...(heard.length > 0 && {
    reader: `Orca ${programVersion(FILES.orca)}、Firefox ESR ${programVersion(FILES['firefox-esr'])}`,
  }),
  checks: judges
    .flatMap((id) => {
      const found = report.suites
        .flatMap(specs)
        .filter(({ tags, file }) => tags.includes(id) || file.endsWith(`${id}.spec.ts`));
      const failed = found.filter(({ ok }) => !ok).length;
      return found.length > 0 ? [{ id, tests: found.length, failed }] : [];
    })
    .concat(counted('html', 'site', '/site/html.test'), heard),
});
await browser.close();
const head = '# アクセシビリティの試験の結果です。npm run report が書きます。手では直しません。\n';
writeFileSync(
  'content/accessibility.yaml',
  head + stringify(result, { singleQuote: true, indentSeq: true }),
);
console.log(stringify(result));
