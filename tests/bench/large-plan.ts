/** A valid plan of any size, made by repeating the content under new ids, numbers and names. */
import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Collections that have a page a file and grow: a larger plan has more of them, not more goals. */
const PAGED = ['programmes', 'sections'];

/** Writes a plan whose site has about `pages` pages into `target`; `source` stays as it is. */
export function writeLargePlan(source: string, target: string, pages: number): void {
  cpSync(source, target, { recursive: true });
  const files = globSync(
    [...PAGED, 'pledges'].map((folder) => `${folder}/**/*.mdx`),
    { cwd: source },
  );
  const paged = files.filter((file) => !file.startsWith('pledges'));
  const repeats = Math.max(1, Math.round((pages - 13) / paged.length));
  const counts = new Map(
    PAGED.map((folder) => [folder, files.filter((file) => file.startsWith(`${folder}/`)).length]),
  );
  for (let copy = 1; copy < repeats; copy += 1) {
    const suffix = `-r${String(copy)}`;
    for (const file of files) {
      const [folder = '', ...rest] = file.replace(/\.mdx$/, '').split('/');
      const offset = copy * (counts.get(folder) ?? 0);
      const text = readFileSync(path.join(source, file), 'utf8')
        // A pledge's order counts within its section, which is itself a new one.
        .replace(
          /^(number|order): (\d+)$/m,
          (_, key: string, number: string) => `${key}: ${String(Number(number) + offset)}`,
        )
        .replace(
          /^(title|name): (.+)$/m,
          (_, key: string, words: string) => `${key}: ${words} ${String(copy)}`,
        )
        .replace(
          /^sections: \[(.+)\]$/m,
          (_, ids: string) =>
            `sections: [${ids
              .split(', ')
              .map((id) => id + suffix)
              .join(', ')}]`,
        );
      const [first = '', ...more] = rest;
      const to = path.join(target, folder, [`${first}${suffix}`, ...more].join('/') + '.mdx');
      mkdirSync(path.dirname(to), { recursive: true });
      writeFileSync(to, text);
    }
  }
}
