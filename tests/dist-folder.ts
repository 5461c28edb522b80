/** The built site that the tests look at: `dist/`, or what DIST names. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { to } from '#urls.ts';

export const DIST = path.resolve(process.env.DIST ?? process.env.OUT_DIR ?? 'dist');

/** Every page's file. */
export const pageFiles = () => globSync('**/*.html', { cwd: DIST }).sort();

/** A page left at an old address leads on at once. */
const leadsOn = (file: string) =>
  readFileSync(path.join(DIST, file), 'utf8').includes('http-equiv="refresh"');

/** One page of each route: those of one folder below another are of one kind. */
export const kindsOfPages = () =>
  [
    ...Map.groupBy(
      pageFiles().filter((file) => !leadsOn(file)),
      (file) => file.replace(/\/[^/]+\/index/, '/*/index'),
    ).values(),
  ].map(([first = '']) => first);

/** The address of a page's file. */
export const addressOf = (file: string) => to(file.replace(/(^|\/)index\.html$/, '$1'));
