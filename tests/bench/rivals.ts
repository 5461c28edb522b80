/** What the search is measured against: a bare scan of the plan's text, and Pagefind as it comes. */
import { close, createIndex } from 'pagefind';

const page = (script: string) =>
  `<!doctype html><html lang="ja"><meta charset="utf-8"><title>bench</title><input id="q"><ol id="results"></ol><script src="${script}" type="module"></script>`;

// Both start to load when the field has focus, and list what they find.
const SCAN = `
const list = document.querySelector('#results');
let text;
const field = document.querySelector('#q');
field.addEventListener('focus', () => (text ??= fetch('/bench/plan.txt').then((r) => r.text())));
field.addEventListener('input', async () => {
  const found = (await text).split('\\n').filter((line) => line.includes(field.value));
  list.replaceChildren(...found.map((line) => { const li = document.createElement('li'); li.textContent = line; return li; }));
  list.ariaBusy = 'false';
});`;

const PAGEFIND = `
const list = document.querySelector('#results');
let engine;
let turn = 0;
const field = document.querySelector('#q');
field.addEventListener('focus', () => (engine ??= import('/bench/pagefind/pagefind.js').then(async (p) => { await p.init(); return p; })));
field.addEventListener('input', async () => {
  const mine = ++turn;
  const pagefind = await engine;
  const { results } = await pagefind.search(field.value);
  const found = await Promise.all(results.slice(0, 5).map((r) => r.data()));
  if (mine !== turn) return;
  list.replaceChildren(...found.map((r) => { const li = document.createElement('li'); const a = document.createElement('a'); a.href = r.url; a.textContent = r.meta.title ?? r.url; const p = document.createElement('p'); p.innerHTML = r.excerpt; li.append(a, p); return li; }));
  list.ariaBusy = 'false';
});`;

/** The rivals' files, by path. `dist` is indexed by Pagefind with nothing set. */
export async function rivals(
  dist: string,
  text: string,
): Promise<Map<string, string | Uint8Array>> {
  const { index, errors } = await createIndex();
  if (!index) throw new Error(errors.join('\n'));
  await index.addDirectory({ path: dist });
  const { files } = await index.getFiles();
  await close();
  return new Map<string, string | Uint8Array>([
    ['/bench/scan.html', page('/bench/scan.js')],
    ['/bench/scan.js', SCAN],
    ['/bench/plan.txt', text],
    ['/bench/pagefind.html', page('/bench/pagefind.js')],
    ['/bench/pagefind.js', PAGEFIND],
    ...files.map(({ path, content }): [string, Uint8Array] => [`/bench/pagefind/${path}`, content]),
  ]);
}
