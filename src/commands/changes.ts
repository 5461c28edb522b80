/**
 * `npm run changes`: prints what changed in the content since the last tag, or since the commit that
 * is given, for a mail or a commit's message.
 */
import './plain-failures.ts';
import { changesSince } from '#edit/changes.ts';
import { contentDir } from '#reader/read.ts';

const changes = await changesSince(contentDir, process.argv[2]);
if (changes.length === 0) console.log('変わったところはありません。');
for (const { name, file, lines } of changes)
  console.log(`${name}（content/${file}）\n${lines.map((line) => `・${line}\n`).join('')}`);
