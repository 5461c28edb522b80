import { respond } from '#export/files.ts';
import { getPlan } from '#plan.ts';

export const GET = async () => respond('sha256.txt', await getPlan());
