/** `npm run new -- FILE.xlsx`: writes an empty workbook for a plan, with an example in each sheet. */
import './plain-failures.ts';
import { existsSync, writeFileSync } from 'node:fs';
import { exampleWorkbook } from '#import/example-workbook.ts';
import { Refusal } from '#model/problem.ts';

const [file = ''] = process.argv.slice(2);
if (!file.endsWith('.xlsx'))
  throw new Refusal('作るブックの名前を書いてください。\n  npm run new -- plan.xlsx');
if (existsSync(file)) throw new Refusal(`${file} はもうあります。ほかの名前にしてください。`);
writeFileSync(file, await exampleWorkbook());
console.log(`${file} を作りました。例の行を消しながら書き、次の命令で確かめてください。
  CONTENT_DIR=新しいフォルダー npm run import -- ${file}`);
