/**
 * `npm run bench -- house`: the size of the project. Lines of `src/` by its folders and of `tests/`,
 * without data; direct dependencies; npm scripts.
 */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Data and pictures: no lines of code. */
const DATA = /\.(?:json|ya?ml|csv|txt|mdx|md|png|jpg|svg)$/;

function count(folder: string): { files: number; lines: number } {
  const files = globSync(`${folder}/**/*`, { withFileTypes: true })
    .filter((item) => item.isFile() && !DATA.test(item.name))
    .map((item) => readFileSync(path.join(item.parentPath, item.name), 'utf8'));
  return { files: files.length, lines: files.join('').split('\n').length - 1 };
}

const row = (name: string, folder: string) => {
  const { files, lines } = count(folder);
  return `${name.padEnd(16)}${String(lines).padStart(7)} lines ${String(files).padStart(5)} files`;
};

const folders = globSync('src/*/', { withFileTypes: true })
  .filter((item) => item.isDirectory())
  .map(({ name }) => name)
  .sort();
for (const folder of folders) console.log(row(`  ${folder}`, `src/${folder}`));
console.log(row('src', 'src'));
console.log(row('tests', 'tests'));

interface Package {
  scripts: object;
  devDependencies: object;
  optionalDependencies: object;
}
const { scripts, devDependencies, optionalDependencies } = JSON.parse(
  readFileSync('package.json', 'utf8'),
) as Package;
const dependencies = { ...devDependencies, ...optionalDependencies };
console.log(
  `${String(Object.keys(dependencies).length)} direct dependencies, ${String(Object.keys(scripts).length)} npm scripts`,
);
