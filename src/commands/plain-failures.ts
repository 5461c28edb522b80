/**
 * Ends a command that fails with one sentence where the cause is known. Imported first by each
 * command, so that it is in force while the other modules are loaded.
 */
import { sentenceOf } from '#deploy/failures.ts';

process.on('uncaughtException', (error) => {
  console.error(sentenceOf(error) ?? error);
  process.exit(1);
});
