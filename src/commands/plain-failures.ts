/**
 * Ends a command that fails with one sentence where the cause is known. Imported first by each
 * command, so that it is in force while the other modules are loaded.
 */
import { sentenceOf } from '#deploy/failures.ts';

let failed = false;

/** Says why the command fails; what fails after that, such as a write to a removed folder, is silent. */
export function tell(error: unknown): void {
  if (!failed) console.error(sentenceOf(error) ?? error);
  failed = true;
  process.exitCode = 1;
}

process.on('uncaughtException', (error) => {
  // A command that clears up after its failure goes on with that.
  if (failed) return;
  tell(error);
  process.exit();
});
