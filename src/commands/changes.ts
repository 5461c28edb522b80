/**
 * `npm run changes`: prints what changed in the content since the last tag, or since the commit that
 * is given, for a mail or a commit's message.
 */
import './plain-failures.ts';
import { changesSince } from '#import/changes-since.ts';
import { contentDir } from '#reader/read.ts';

const changes = await changesSince(contentDir, process.argv[2]);
console.log(changes.length > 0 ? changes.join('\n') : '変わったところはありません。');
