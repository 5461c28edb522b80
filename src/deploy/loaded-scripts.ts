/** Which script files a page loads: those it names, and those that these import, now or later. */
import path from 'node:path';

const SCRIPT = /<script\b[^>]*\bsrc="([^"]+)"/g;
/** How a bundled script names another: `from"./x.js"`, `import"./x.js"`, import(`./x.js`). */
const IMPORT = /\b(?:from|import)\s*\(?\s*(["'`])(\.[^"'`]+\.js)\1/g;

/** Their texts by path below `base`; `read` gives a file's text. */
export async function loadedScripts(
  pages: readonly string[],
  base: string,
  read: (file: string) => Promise<string>,
): Promise<Map<string, string>> {
  const loaded = new Map<string, string>();
  const load = async (file: string): Promise<void> => {
    if (loaded.has(file)) return;
    loaded.set(file, '');
    const text = await read(file);
    loaded.set(file, text);
    for (const [, , name = ''] of text.matchAll(IMPORT))
      await load(path.posix.join(path.posix.dirname(file), name));
  };
  for (const html of pages)
    for (const [, src = ''] of html.matchAll(SCRIPT)) await load(src.slice(base.length));
  return loaded;
}
