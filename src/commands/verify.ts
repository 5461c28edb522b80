/**
 * `npm run verify -- FOLDER`: tells whether a built or released folder is, file for file, what the
 * build wrote, and what it was built from.
 */
import './plain-failures.ts';
import path from 'node:path';
import { checkBuilt } from '#deploy/release.ts';

const folder = path.resolve(process.argv[2] || process.env.OUT_DIR || 'dist');
const statement = await checkBuilt(folder);
console.log(JSON.stringify(statement, null, 2));
console.log(`${folder} は組み立てたままです。`);
