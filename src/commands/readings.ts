/**
 * `npm run readings`: drafts a reading for each word with kanji that has none, with the sentence it
 * stands in. With `--write` they become unconfirmed readings in `readings.yaml`.
 */
import './plain-failures.ts';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { missingReadings, withUnconfirmed } from '#import/drafts.ts';
import { contentDir, readPlan } from '#reader/read.ts';

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
const drafts = await missingReadings(await readPlan());
for (const { word, reading, note } of drafts) console.log(`${word}: ${reading}　${note}`);
if (drafts.length === 0) console.log('下書きする読みはありません。');
else if (values.write) {
  const file = path.join(contentDir, 'readings.yaml');
  writeFileSync(file, withUnconfirmed(readFileSync(file, 'utf8'), drafts));
  console.log(
    `\n${String(drafts.length)} 個を、確かめていない読みとして readings.yaml に書きました。確かめたら words に移すか、plan.xlsx の「読み」で「確かめた」に「済」と書いてください。`,
  );
} else
  console.log('\nまだ何も書いていません。--write を付けると、確かめていない読みとして書きます。');
