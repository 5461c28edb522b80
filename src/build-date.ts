/**
 * The date of this build in Japan, `2020-04-01`: BUILD_DATE, else SOURCE_DATE_EPOCH (seconds), else
 * the date of the last commit, so that the same sources build the same pages on any day. Undefined
 * where none of these is known.
 */
import { execFileSync } from 'node:child_process';

const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' });
const dayOf = (seconds: string) => day.format(new Date(Number(seconds) * 1000));

export function buildDate(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const { BUILD_DATE: date, SOURCE_DATE_EPOCH: epoch } = env;
  if (date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(date))
    throw new Error(`BUILD_DATE: 「${date}」ではなく、2020-04-01 の形で書いてください`);
  if (epoch !== undefined && !/^\d+$/.test(epoch))
    throw new Error(`SOURCE_DATE_EPOCH: 「${epoch}」ではなく、秒の数で書いてください`);
  if (date !== undefined) return date;
  if (epoch !== undefined) return dayOf(epoch);
  committed ??= { date: lastCommit() };
  return committed.date;
}

/** Git is asked once, also where it knows none: every page wants it. */
let committed: { date: string | undefined } | undefined;

function lastCommit(): string | undefined {
  try {
    const seconds = execFileSync('git', ['log', '-1', '--format=%ct'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return dayOf(seconds.trim());
  } catch {
    return undefined;
  }
}
