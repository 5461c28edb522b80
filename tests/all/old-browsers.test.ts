/** The site in the oldest browsers that it is built for: see src/deploy/browsers.ts. */
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  globSync,
  readFileSync,
} from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { chromium, type Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OLDEST } from '#deploy/browsers.ts';
import { readPlan } from '#reader/read.ts';
import { BASE, to } from '#urls.ts';
import { addressOf, DIST, kindsOfPages } from '../dist-folder.ts';
import { startPlainServer, type PlainServer } from '../site/servers/plain-server.ts';
import { aside } from './aside.ts';

const oldChromium = aside('@sparticuz/chromium@115.0.0');
const compatData = aside('@mdn/browser-compat-data@8.1.9');

describe.skipIf(!oldChromium.stands || process.platform !== 'linux' || process.arch !== 'x64')(
  'in a real Chromium of the oldest version',
  () => {
    let browser: Browser;
    let server: PlainServer;
    beforeAll(async () => {
      const packed = path.join(oldChromium.folder, 'bin/chromium.br');
      const executablePath = path.join(oldChromium.folder, 'chromium');
      if (!existsSync(executablePath)) {
        await pipeline(
          createReadStream(packed),
          createBrotliDecompress(),
          createWriteStream(executablePath),
        );
        chmodSync(executablePath, 0o755);
      }
      browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
      server = await startPlainServer(DIST, BASE);
    });
    afterAll(async () => {
      await Promise.all([browser.close(), server.stop()]);
    });

    it('which it is', () => {
      expect(browser.version().split('.')[0]).toBe(OLDEST.chrome);
    });

    it('every kind of page has its styles and nothing to complain of', async () => {
      for (const file of kindsOfPages()) {
        const page = await browser.newPage();
        const said: string[] = [];
        page.on('console', (message) => {
          if (message.type() === 'error') said.push(message.text());
        });
        page.on('pageerror', (error) => said.push(error.message));
        await page.goto(server.origin + addressOf(file), { waitUntil: 'load' });
        expect.soft(said, file).toEqual([]);
        const [background, wide] = await page.evaluate(() => [
          getComputedStyle(document.body).backgroundColor,
          document.documentElement.scrollWidth > innerWidth,
        ]);
        expect.soft(background, file).not.toBe('rgba(0, 0, 0, 0)');
        expect.soft(wide, `${file} fits the window`).toBe(false);
        await page.close();
      }
    });

    it('the search finds words and their readings', async () => {
      const [section] = (await readPlan()).sections;
      for (const word of ['区', section?.kana ?? 'く']) {
        const page = await browser.newPage();
        await page.goto(`${server.origin}${to('search/')}?q=${encodeURIComponent(word)}`);
        await page.locator('#results[aria-busy="false"] > li mark').first().waitFor();
        expect(await page.locator('[data-part=failed]').isVisible(), word).toBe(false);
        await page.close();
      }
    });
  },
);

/** Of browser-compat-data, as far as it is read here. */
interface Compat {
  support: Record<string, Support | Support[]>;
}
interface Support {
  version_added: string | boolean | null;
  version_removed?: string | boolean;
  flags?: unknown;
  prefix?: string;
  alternative_name?: string;
}
type Known = { [name: string]: Known } & { __compat?: Compat };

const BROWSERS = Object.entries({ ...OLDEST, safari_ios: OLDEST.ios_saf }).filter(
  ([name]) => name !== 'ios_saf',
);

/** The browsers whose oldest version lacks something. */
function lacking(known: Known | undefined): string[] {
  const support = known?.__compat?.support;
  if (!support) return [];
  return BROWSERS.filter(
    ([name, oldest]) =>
      ![support[name] ?? []]
        .flat()
        .some(
          (one) =>
            !one.flags &&
            !one.prefix &&
            !one.alternative_name &&
            !one.version_removed &&
            Number.parseFloat(String(one.version_added).replace('≤', '')) <= Number(oldest),
        ),
  ).map(([name]) => name);
}

const NO_HARM = {
  'on paper': [
    '@page',
    ':first',
    'size',
    'orphans',
    'widows',
    'break-after: avoid',
    'print-color-adjust',
    'print-color-adjust: exact',
  ],
  'paper is set as a page without choices; a whole part that is addressed is tinted': [':has'],
  'how lines and spaces between scripts fall': [
    'text-wrap',
    'text-wrap: balance',
    'text-wrap: pretty',
    'text-wrap: wrap',
    'text-autospace',
    'text-autospace: normal',
    'text-autospace: no-autospace',
    'word-break: auto-phrase',
    'ruby-align',
    'ruby-align: center',
  ],
  'the browser does so by itself, or by another name that stands beside': [
    'text-size-adjust',
    'text-size-adjust: none',
    'user-select',
    'forced-color-adjust',
    'forced-color-adjust: none',
    'cursor: pointer',
    'text-decoration: dotted',
    'text-decoration: includes_color-and-style',
  ],
  'what is folded stays so until it is unfolded, without script and on paper': [
    ':details-content',
    'content-visibility',
    'content-visibility: visible',
  ],
  'a control has the browser’s own colour': ['accent-color'],
  'rows of neighbouring cards are not of one height': ['grid-template-rows: subgrid'],
  'Tailwind sets the initial values for browsers without it too': ['@property'],
};
/** Styles that one of the oldest browsers passes over, each for a reason above. */
const PASSED_OVER: readonly string[] = Object.values(NO_HARM).flat();

/** How the data name what is no keyword of a property, and how it is written. */
const SYNTAX: Record<string, RegExp> = {
  alt_text: /["')]\s*\//,
  'fit-content_function': /fit-content\(/,
  'includes_color-and-style': /#|dashed|dotted|double|var|wavy/,
  includes_thickness: /\d/,
  last_baseline: /last baseline/,
  percentages: /%/,
  shorthand_values: /\s/,
  symbols: /symbols\(/,
  url_positioning_syntax: /url\(/,
};
/** What a browser does with a property, which no style asks for. */
const BEHAVIOUR = new Set([
  ...['animation-timeline_included', 'context_block', 'context_multicol', 'is_animatable'],
  ...['context_position_absolute', 'multicol_context', 'replaced_elements', 'svg_elements'],
  'vertical_oriented_form_controls',
]);

/**
 * Members that are asked for before they are used, or are no member of the browser's but of our own
 * objects or of Pagefind's.
 */
const OWN = new Set([
  ...['Intl.Segmenter', '.Segmenter', 'Error.captureStackTrace', '.captureStackTrace'],
  ...[
    '.address',
    '.to',
    '.destroy',
    '.element',
    '.grow',
    '.hide',
    '.memory',
    '.phrases',
    '.records',
    '.results',
    '.retry',
    '.run',
    '.share',
  ],
]);

describe.skipIf(!compatData.stands)('what the oldest browsers do not understand', () => {
  const data = compatData.stands
    ? (JSON.parse(readFileSync(path.join(compatData.folder, 'data.json'), 'utf8')) as {
        css: Known;
        javascript: { builtins: Known };
        api: Known;
      })
    : undefined;
  const css = globSync('**/*.html', { cwd: DIST })
    .flatMap((file) =>
      Array.from(
        readFileSync(path.join(DIST, file), 'utf8').matchAll(/<style>([^]*?)<\/style>/g),
        ([, text = '']) => text,
      ),
    )
    .join('\n');
  const scripts = globSync('_astro/*.js', { cwd: DIST })
    .map((file) => readFileSync(path.join(DIST, file), 'utf8'))
    .join('\n');

  it('of the styles may be passed over', () => {
    const found = new Set<string>();
    const note = (name: string, known: Known | undefined) => {
      if (lacking(known).length > 0) found.add(name);
    };
    const { properties, selectors, types, 'at-rules': rules } = data?.css ?? {};
    for (const [, name = '', value = ''] of css.matchAll(/[;{]([a-z-]+):([^;}]*)/g)) {
      note(name, properties?.[name]);
      for (const word of value.match(/[a-z][a-z-]*/g) ?? [])
        note(`${name}: ${word}`, properties?.[name]?.[word]);
    }
    for (const [, block = ''] of css.matchAll(/\{([^{}]*)\}/g)) {
      const plain = new Set<string>();
      for (const [, name = '', value = ''] of block.matchAll(/(?<=^|;)([a-z-]+):([^;]*)/g)) {
        const newer = Object.entries<Known>(properties?.[name] ?? {})
          .filter(([part, known]) => /_|s$/.test(part) && lacking(known).length > 0)
          .filter(
            ([part]) => !BEHAVIOUR.has(part) && (SYNTAX[part]?.test(value) ?? part.includes('_')),
          );
        // What stands before it in the same rule is what the oldest browsers take.
        for (const [part] of plain.has(name) ? [] : newer) found.add(`${name}: ${part}`);
        if (newer.length === 0) plain.add(name);
      }
    }
    for (const [, name = ''] of css.matchAll(/[^;{:]:{1,2}([a-z-]+)[^;}]*\{/g))
      note(`:${name}`, selectors?.[name]);
    for (const [, name = ''] of css.matchAll(/@([a-z-]+)/g)) note(`@${name}`, rules?.[name]);
    for (const name of Object.keys(types ?? {}))
      if (css.includes(`${name}(`)) note(`${name}()`, types?.[name]);
    expect([...found].filter((name) => !PASSED_OVER.includes(name)).sort()).toEqual([]);
  });

  it('is not in the scripts', () => {
    const found = new Set<string>();
    /** A member's name counts where every object that has it lacks it in some browser. */
    const members = new Map<string, string[][]>();
    for (const [object, known] of [
      ...Object.entries(data?.javascript.builtins ?? {}),
      ...Object.entries(data?.api ?? {}),
    ])
      for (const [name, member] of Object.entries(known as Record<string, Known>)) {
        if (name === '__compat' || name.includes('_')) continue;
        members.set(name, [...(members.get(name) ?? []), lacking(member)]);
        if (lacking(member).length > 0 && new RegExp(`\\b${object}\\.${name}\\b`).test(scripts))
          found.add(`${object}.${name}`);
      }
    for (const [name, lacks] of members)
      if (BROWSERS.some(([browser]) => lacks.every((one) => one.includes(browser))))
        if (new RegExp(`[\\w)\\]]\\??\\.${name.replaceAll('$', '\\$')}\\b`).test(scripts))
          found.add(`.${name}`);
    expect([...found].filter((name) => !OWN.has(name)).sort()).toEqual([]);
  });
});
