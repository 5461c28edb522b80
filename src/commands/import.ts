/** `npm run import -- FILE …`: tells what a workbook or tables would change; with `--write` it does. */
import './plain-failures.ts';
import { parseArgs } from 'node:util';
import { importPlan, writeTexts } from '#import/import-plan.ts';
import { contentDir } from '#reader/read.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false } },
});

const { lines, texts } = await importPlan(contentDir, positionals);
for (const line of lines) console.log(line);
if (texts.size === 0) console.log('content/ と違うところはありません。');
else if (values.write) {
  await writeTexts(contentDir, texts);
  console.log(
    `\n${String(texts.size)} 個のファイルに書きました。npm run check と npm run readings で確かめてください。`,
  );
} else
  console.log(
    `\n${String(texts.size)} 個のファイルが変わります。まだ何も書いていません。--write を付けると書きます。`,
  );
