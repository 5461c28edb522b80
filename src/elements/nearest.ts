/**
 * The path that a wrong one was meant to be: without full-width letters, capitals, and what a sentence
 * put around it, and with as much as a quarter of its letters wrong; else by its last part alone. Undefined where none is so near.
 */
export function nearest(wrong: string, paths: readonly string[]): string | undefined {
  const wanted = plain(wrong);
  const [best] = paths
    .map((path) => [path, distance(wanted, plain(path))] as const)
    .sort(([, a], [, b]) => a - b);
  if (best && best[1] <= wanted.length / 4) return best[0];
  const [name = ''] = /\/?[^/]+$/.exec(`/${wanted}`) ?? [];
  return name === '' ? undefined : paths.find((path) => plain(path).endsWith(name));
}

/** Letters, digits and slashes alone, in small letters. */
const plain = (path: string) =>
  decoded(path)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/index\.html?$/, '')
    .replace(/[^a-z\d/]/g, '')
    .replace(/\/+/g, '/')
    .replace(/^\/|\/$/g, '');

/** A path that is no valid escape (`/100%/`) is taken as it is. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Letters to add, to leave out or to change (Levenshtein). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (let at = 1; at <= to.length; at += 1)
      next[at] = Math.min(
        (row[at] ?? 0) + 1,
        (next[at - 1] ?? 0) + 1,
        (row[at - 1] ?? 0) + (to[at - 1] === letter ? 0 : 1),
      );
    row = next;
  }
  return row[to.length] ?? 0;
}
