import { build } from 'esbuild';
const r = await build({ entryPoints: ['src/elements/search-page.ts'], bundle: true, minify: true, format: 'esm', target: 'chrome115', metafile: true, write: false, plugins: [{ name: 'u', setup(b) { b.onResolve({ filter: /\?url$/ }, (a) => ({ path: a.path, external: true })); } }] });
const out = Object.values(r.metafile.outputs)[0];
for (const [f, { bytesInOutput }] of Object.entries(out.inputs).sort((a, b) => b[1].bytesInOutput - a[1].bytesInOutput)) console.log(bytesInOutput, f);
import { brotliCompressSync } from 'node:zlib';
console.log(out.bytes, brotliCompressSync(r.outputFiles[0].contents).length);
