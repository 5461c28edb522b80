/**
 * `npm run import -- FILE…`: drafts the content of a plan from its tables (CSV, tabs, Excel) and
 * its transcription (.txt) into an empty CONTENT_DIR. Exits with 1 where anything has no place.
 */
import './plain-failures.ts';
import { parseArgs } from 'node:util';
import { importFiles } from '#import/import.ts';
import { ContentError, Refusal } from '#model/problem.ts';
import { contentDir, readPlan } from '#reader/read.ts';

const USAGE =
  'npm run import -- ファイル…（.csv、.tsv、.xlsx の表か、.txt の書き起こし。--city 市 --ward 区 --title 題名 も付けられます）';
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { city: { type: 'string' }, ward: { type: 'string' }, title: { type: 'string' } },
});
if (positionals.length === 0) throw new Refusal(`読むファイルを選んでください。\n  ${USAGE}`);

const { files, unplaced, notes } = await importFiles(contentDir, positionals, values);
console.log(`${contentDir} に ${String(files)} のファイルを作りました。`);
for (const { file, place, words } of notes)
  console.log(`見出しの繰り返しなので置かなかったところ: ${file} ${place}: ${words}`);
for (const { file, place, words } of unplaced)
  console.error(`置けなかったところ: ${file} ${place}: ${words}`);
if (unplaced.length > 0) {
  console.error(
    `置けなかったところが ${String(unplaced.length)} あります。手で書き足してください。`,
  );
  process.exitCode = 1;
}
try {
  await readPlan(contentDir);
  console.log('npm run check の「注意」で下書きを確かめてください。');
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(`直すところがあります。\n\n${error.message}`);
  process.exitCode = 1;
}
