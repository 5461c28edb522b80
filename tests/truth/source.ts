import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const bytes = readFileSync(new URL('../fixtures/source/asahi-fy2013-policy.txt', import.meta.url));

/** The transcription of the printed plan, as it was received. */
export const source = bytes.toString('utf8');
export const sourceHash = createHash('sha256').update(bytes).digest('hex');
