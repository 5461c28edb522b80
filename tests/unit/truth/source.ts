import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFiscalYear } from '#model/fiscal-year.ts';
import { readContent } from '#reader/read.ts';

const bytes = readFileSync(
  new URL('../../fixtures/source/asahi-fy2013-policy.txt', import.meta.url),
);

/** The transcription of the printed plan, as it was received. */
export const source = bytes.toString('utf8');
export const sourceHash = createHash('sha256').update(bytes).digest('hex');

/** The plan that was transcribed. */
const PLAN = { ward: '旭区', year: 2013 };

/**
 * Whether `content/` is the plan that this folder proves: by its name or by its source, so that a
 * slip in one of them hides nothing. What cannot be read is taken for it.
 */
export const provesContent = (): Promise<boolean> =>
  readContent().then(
    ({ policy: { data }, source }) =>
      (data.ward === PLAN.ward && readFiscalYear(data.title)?.start === PLAN.year) ||
      source?.sha256 === sourceHash,
    () => true,
  );
