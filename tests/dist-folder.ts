/** The built site that the tests look at: `dist/`, or what DIST names. */
import path from 'node:path';

export const DIST = path.resolve(process.env.DIST ?? process.env.OUT_DIR ?? 'dist');
