/**
 * `npm run bench`: the speed of the pages on a slow line; `npm run bench -- <name> …`: what another file
 * of this folder measures (`house`, `next-page`, `lighthouse`, `scale`, `search`, `tasks`, `text`), each with
 * arguments of its own.
 */
const [name = 'slow-pages'] = process.argv.splice(2, 1);
await import(`./${name}.ts`);
export {};
