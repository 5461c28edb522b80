/** The programs that tests drive: where each is found, and how a missing one is installed. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type LaunchOptions } from '@playwright/test';

/** Debian's packages, and the file that shows that each is installed. */
export const FILES = {
  'at-spi2-core': '/usr/libexec/at-spi-bus-launcher',
  'dbus-daemon': '/usr/bin/dbus-daemon',
  'firefox-esr': '/usr/bin/firefox-esr',
  'libglib2.0-bin': '/usr/bin/gdbus',
  'libnginx-mod-http-brotli-static': '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so',
  'libreoffice-calc-nogui': '/usr/bin/soffice',
  nginx: '/usr/sbin/nginx',
  openbox: '/usr/bin/openbox',
  orca: '/usr/bin/orca',
  'python3-openpyxl': '/usr/lib/python3/dist-packages/openpyxl',
  'webkit2gtk-driver': '/usr/bin/WebKitWebDriver',
  xdotool: '/usr/bin/xdotool',
  xvfb: '/usr/bin/Xvfb',
};
type Package = keyof typeof FILES;

const NGINX = ['nginx', 'libnginx-mod-http-brotli-static'] as const;
export const SCREEN_READER = [
  ...(['at-spi2-core', 'dbus-daemon', 'firefox-esr', 'libglib2.0-bin'] as const),
  ...(['openbox', 'orca', 'xdotool', 'xvfb'] as const),
];

export const hasPackages = (...names: Package[]) => names.every((name) => existsSync(FILES[name]));
export const hasNginx = () => hasPackages(...NGINX);

/** Path of Chromium: what CHROMIUM names, else Playwright's own, else the system's. */
export function findChromium(): string | undefined {
  const { CHROMIUM, PROGRAMFILES = 'C:\\Program Files' } = process.env;
  // The shell is the same engine without a desktop, which takes half the processor's time.
  const names = [
    ...['chromium-headless-shell', 'chromium', 'chromium-browser'],
    ...['google-chrome', 'google-chrome-stable'],
  ];
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return [
    ...(CHROMIUM ? [CHROMIUM] : []),
    chromium.executablePath(),
    ...names.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    path.join(PROGRAMFILES, 'Google', 'Chrome', 'Application', 'chrome.exe'),
  ].find((file) => existsSync(file));
}

/** How Playwright starts it: quiet, off the network, and without a sandbox only as root. */
export function launchOptions(): LaunchOptions {
  const executablePath = findChromium();
  return {
    ...(executablePath && { executablePath }),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}

/** On other systems a Japanese font comes with the system. */
function hasJapaneseFont(): boolean {
  if (process.platform !== 'linux') return true;
  const { status, stdout } = spawnSync('fc-list', [':lang=ja'], { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '';
}

/** Asks Debian for `packages`, as root or with a sudo that asks nothing; true when they came. */
function install(packages: readonly string[]): boolean {
  if (!existsSync('/usr/bin/apt-get')) return false;
  console.log(`Installing for the tests: ${packages.join(' ')}`);
  const apt = [...(process.getuid?.() === 0 ? [] : ['sudo', '-n']), 'apt-get'];
  const run = (...args: string[]) => {
    const [program = '', ...rest] = [...apt, ...args];
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    return spawnSync(program, rest, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
  };
  return (
    run('update', '-qq') && run('install', '-y', '-qq', '--no-install-recommends', ...packages)
  );
}

/** Installs what the browser tests need. Throws where it cannot be had: there is no skipping them. */
export function needChromium(): void {
  if (!hasJapaneseFont()) install(['fonts-noto-cjk', 'fontconfig']);
  if (!findChromium() && !install(['chromium-headless-shell'])) install(['chromium']);
  if (!findChromium())
    throw new Error(
      'No browser for the tests: run `npx playwright install chromium`, or name one with CHROMIUM=/path/to/chrome.',
    );
  if (!hasJapaneseFont())
    throw new Error('No Japanese font for the tests: install one, for example fonts-noto-cjk.');
}

/** Installs what further tests need, those of `npm run test:all` too; without it they are skipped. */
export function wantPackages(all: boolean): void {
  const wanted = (all ? (Object.keys(FILES) as Package[]) : NGINX).filter(
    (name) => !hasPackages(name),
  );
  if (wanted.length > 0 && !install(wanted))
    console.error(`Tests are skipped: they need Debian's ${wanted.join(', ')}.`);
}

/** Seconds of processor that this process and its ended children have used; 0 beside Linux. */
export function processorSeconds(): number {
  if (!existsSync('/proc/self/stat')) return 0;
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  // utime, stime, cutime and cstime in hundredths of a second: proc_pid_stat(5).
  return fields.slice(11, 15).reduce((total, field) => total + Number(field), 0) / 100;
}

/** Vitest's global set-up. */
export default function setUp({ name }: { name: string }): void {
  needChromium();
  wantPackages(name === 'all');
}
