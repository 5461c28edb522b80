/** The faults that `npm run faults` puts into the project, one at a time. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const faultSchema = z.strictObject({
  name: z.string(),
  file: z.string(),
  /** Stands once in the file. */
  from: z.string(),
  to: z.string(),
  /** The test file that should see it, or of tests/e2e a part of the test's name. */
  seenBy: z.string(),
});
export type Fault = z.infer<typeof faultSchema>;

export const readFaults = (): Fault[] =>
  faultSchema.array().parse(parse(readFileSync('tests/faults/faults.yaml', 'utf8')));
