/**
 * Which browser the tests drive: the one CHROMIUM names, else Playwright's own, else the system's.
 * Run as a program (before the tests that need one) it also installs what is missing where it can.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium, type LaunchOptions } from '@playwright/test';
import { install } from './debian.ts';

/** Path of the browser, or undefined where there is none. */
export function findBrowser(): string | undefined {
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
  const executablePath = findBrowser();
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

if (import.meta.main) {
  if (!hasJapaneseFont()) install(['fonts-noto-cjk', 'fontconfig']);
  if (!findBrowser() && !install(['chromium-headless-shell'])) install(['chromium']);
  if (!findBrowser()) {
    console.error(
      'No browser for the tests: run `npx playwright install chromium`, or name one with CHROMIUM=/path/to/chrome.',
    );
    process.exit(1);
  }
  if (!hasJapaneseFont()) {
    console.error('No Japanese font for the tests: install one, for example fonts-noto-cjk.');
    process.exit(1);
  }
}
