/**
 * `npm run bench -- <name> …`: what a file of this folder measures (`house`, `lighthouse`, `next-page`,
 * `scale`, `search`, `tasks`, `text`), each with arguments of its own; without a name Lighthouse.
 */
const [name = 'lighthouse'] = process.argv.splice(2, 1);
await import(`./${name}.ts`);
export {};
