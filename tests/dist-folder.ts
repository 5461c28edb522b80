/** The built site that the tests look at: `dist/`, or what DIST or OUT_DIR names. */
import { globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { to } from '#urls.ts';

export const DIST = path.resolve(process.env.DIST ?? process.env.OUT_DIR ?? 'dist');

const slashed = (file: string) => file.split(path.sep).join('/');

/** Every HTML file of a built folder, files to take away (`data/plan.html`) among them. */
export const htmlFiles = (dir = DIST) => globSync('**/*.html', { cwd: dir }).map(slashed).sort();

/** The file of every page of the site. */
export const pageFiles = (dir = DIST) =>
  htmlFiles(dir).filter((file) => /(?:^|\/)(?:index|404)\.html$/.test(file));

/** A page left at an old address leads on at once. */
const leadsOn = (file: string) =>
  readFileSync(path.join(DIST, file), 'utf8').includes('http-equiv="refresh"');

/**
 * One page of each route, the one with the most in it: pages of one folder below another are of
 * one kind.
 */
export const kindsOfPages = () =>
  [
    ...Map.groupBy(
      pageFiles().filter((file) => !leadsOn(file)),
      (file) => file.replaceAll(/\/[^/]+(?=\/)/g, '/*'),
    ).values(),
  ].map(
    (files) =>
      files
        .map((file) => ({ file, size: statSync(path.join(DIST, file)).size }))
        .sort((a, b) => b.size - a.size)[0]?.file ?? '',
  );

/** The path of a page's file below the base: `` for home, `goals/…/`. */
export const pathOf = (file: string) => file.replace(/(^|\/)index\.html$/, '$1');

/** The address of a page's file. */
export const addressOf = (file: string) => to(pathOf(file));
