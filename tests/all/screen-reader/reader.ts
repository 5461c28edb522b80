/** Orca reading Firefox: keys are struck, and what is spoken is heard. */
import { execFileSync } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { launch } from 'puppeteer-core';
import { FILES } from '../../tools.ts';
import { startDesktop } from './desktop.ts';

/** Where say-all walks from one thing of a kind to the next. */
export const KEYS = {
  heading: 'h',
  landmark: 'm',
  link: 'k',
  table: 't',
  list: 'l',
  button: 'b',
  entry: 'e',
  choice: 'c',
} as const;

export interface Reader {
  /** Opens a page: what is read of it from its beginning to its end, an utterance a line. */
  read: (url: string) => Promise<string[]>;
  /** From the beginning of the page through all things of a kind: what is said of each. */
  walk: (kind: keyof typeof KEYS) => Promise<string[]>;
  /** Strikes a key: what is said until nothing more is to be said. */
  press: (key: string) => Promise<string>;
  /** Types, and listens until something is said that `awaited` matches: all that was said. */
  type: (text: string, awaited: RegExp) => Promise<string[]>;
  /** Runs a function in the page that is open. */
  run: <Result>(work: () => Result) => Promise<Awaited<Result>>;
  stop: () => Promise<void>;
}

export async function startReader(url: string): Promise<Reader> {
  const voice = new EventEmitter();
  let heard: string[] = [];
  let isResting = true;
  let isThrough = false;
  const desktop = await startDesktop(({ text, end, rest }) => {
    if (text !== undefined) heard.push(text);
    isResting = rest ?? false;
    isThrough = end ?? false;
    voice.emit('line');
  });
  const listen = () => {
    heard = [];
    isResting = isThrough = false;
  };
  const until = async (isDone: () => boolean) => {
    while (!isDone()) await once(voice, 'line');
    return heard;
  };
  const untilRest = () => until(() => isResting && heard.length > 0);
  const browser = await launch({
    browser: 'firefox',
    executablePath: FILES['firefox-esr'],
    headless: false,
    env: desktop.env,
    // Spoken of a link: whether it was visited; but that hangs on the order of the tests.
    extraPrefsFirefox: { 'accessibility.force_disabled': -1, 'places.history.enabled': false },
  });
  const [page] = await browser.pages();
  if (!page) throw new Error('Firefox has no window');

  const strike = (...keys: string[]) => {
    execFileSync(FILES.xdotool, ['key', '--clearmodifiers', ...keys], { env: desktop.env });
  };
  const press = async (key: string) => {
    listen();
    strike(key);
    return (await untilRest()).join(' ');
  };
  const read = async (url: string) => {
    listen();
    await page.goto(url);
    return until(() => isThrough);
  };
  // The keyboard is in the bar of the address until it is called into the page.
  await page.goto(url);
  await until(() => isResting && heard.some((words) => /^Finished loading ./.test(words)));
  await press('F6');

  return {
    read,
    press,
    run: (work) => page.evaluate(work),
    walk: async (kind) => {
      await press('ctrl+Home');
      const said: string[] = [];
      for (;;) {
        const next = await press(KEYS[kind]);
        if (/^No (?:more )?/.test(next)) return said;
        said.push(next);
      }
    },
    type: async (text, awaited) => {
      listen();
      execFileSync(FILES.xdotool, ['type', '--delay', '100', text], { env: desktop.env });
      return until(() => isResting && heard.some((words) => awaited.test(words)));
    },
    stop: async () => {
      await browser.close();
      desktop.stop();
    },
  };
}
