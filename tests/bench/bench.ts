/**
 * `npm run bench -- <name> …`: what a file of this folder measures (`house`, `lighthouse`, `next-page`,
 * `scale`, `search`, `tasks`, `text`), each with arguments of its own; without a name the speed of the
 * pages on a slow line.
 */
const [name = 'slow-pages'] = process.argv.splice(2, 1);
await import(`./${name}.ts`);
export {};
