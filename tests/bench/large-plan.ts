/** A valid plan of any size, made by repeating the content under new ids, numbers and names. */
import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What has a page a file and grows: a larger plan has more of them, not more goals. */
const PAGED = ['programmes', 'sections'];
const FIXED_PAGES = 13;

interface File {
  file: string;
  text: string;
  /** Its printed place in what is numbered together: the goal's programmes, or the sections. */
  number: number;
  group: string;
}

/** Writes a plan whose site has about `pages` pages into `target`; `source` stays as it is. */
export function writeLargePlan(source: string, target: string, pages: number): void {
  cpSync(source, target, { recursive: true });
  const files = globSync(`{${PAGED.join()},pledges}/**/*.mdx`, { cwd: source })
    .map((file): File => {
      const text = readFileSync(path.join(source, file), 'utf8');
      const number = Number(/^(?:number|order): (\d+)$/m.exec(text)?.[1]);
      return { file, text, number, group: /^goal: (\S+)$/m.exec(text)?.[1] ?? path.dirname(file) };
    })
    .sort((a, b) => a.number - b.number);
  const paged = files.filter(({ file }) => !file.startsWith('pledges'));
  const repeats = Math.max(1, Math.round((pages - FIXED_PAGES) / paged.length));
  // Programmes are numbered through the goals, so all copies of one goal's stand together.
  for (const group of Map.groupBy(files, ({ group }) => group).values()) {
    const first = group[0]?.number ?? 1;
    for (let copy = 0; copy < repeats; copy += 1)
      for (const { file, text, number } of group)
        write(
          target,
          file,
          copy,
          text,
          (first - 1) * repeats + copy * group.length + number - first + 1,
        );
  }
}

function write(target: string, file: string, copy: number, text: string, number: number): void {
  const suffix = copy ? `-r${String(copy)}` : '';
  const [folder = '', first = '', ...rest] = file.replace(/\.mdx$/, '').split('/');
  // A pledge is numbered within its section, which is itself a copy.
  const place = folder === 'pledges' ? '$&' : `$1: ${String(number)}`;
  const to = path.join(target, folder, `${[`${first}${suffix}`, ...rest].join('/')}.mdx`);
  mkdirSync(path.dirname(to), { recursive: true });
  writeFileSync(
    to,
    text
      .replace(/^(number|order): \d+$/m, place)
      .replace(/^(title|name): .+$/m, copy ? `$& ${String(copy)}` : '$&')
      .replace(
        /^sections: \[(.+)\]$/m,
        (_, ids: string) => `sections: [${ids.replace(/[\w-]+/g, `$&${suffix}`)}]`,
      ),
  );
}
