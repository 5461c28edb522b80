/** What the search finds of the plan's own text, wherever it is cut. */
import { toKana, unread } from '#model/reading.ts';
import { random } from '../fixtures/random.ts';
import { ask } from './browser-side.ts';
import { say } from './figures.ts';
import type { Ground } from './search-ground.ts';

/** Whether whatever is cut out of the plan is found where a bare scan finds it, and by its reading. */
export async function substrings({ plan, records, lines, onSearchPage }: Ground) {
  const { below } = random(20130401);
  const cuts = Array.from({ length: 300 }, () => {
    for (;;) {
      const text = lines[below(lines.length)] ?? '';
      const length = 2 + below(7);
      const from = below(text.length);
      const cut = text.slice(from, from + length);
      if (cut.length === length && cut.trim() === cut && /[\p{L}\p{N}]{2}/u.test(cut)) return cut;
    }
  });
  const scan = cuts.map((cut) =>
    records.filter((_, at) => lines[at]?.includes(cut)).map(({ url }) => url),
  );
  const answers = await onSearchPage((page) => ask(page, cuts));
  const both = answers.map((found, at) => found.filter((url) => scan[at]?.includes(url)).length);
  const size = (lists: readonly unknown[][]) => lists.reduce((sum, list) => sum + list.length, 0);
  const common = both.reduce((a, b) => a + b, 0);
  say('300 random substrings', { recall: common / size(scan), precision: common / size(answers) });
  const wrong = cuts.flatMap((cut, at) => {
    const more = (answers[at]?.length ?? 0) - (both[at] ?? 0);
    const less = (scan[at]?.length ?? 0) - (both[at] ?? 0);
    return more + less > 0 ? [`${cut} +${String(more)} -${String(less)}`] : [];
  });
  console.log(`    differ: ${wrong.join(' / ')}`);

  const read = cuts.flatMap((cut, at) =>
    unread(cut, plan.readings).length === 0
      ? [{ cut, kana: toKana(cut, plan.readings), urls: scan[at] ?? [] }]
      : [],
  );
  const readAnswers = await onSearchPage((page) =>
    ask(
      page,
      read.map(({ kana }) => kana),
    ),
  );
  const kept = read.reduce(
    (sum, { urls }, at) => sum + urls.filter((url) => readAnswers[at]?.includes(url)).length,
    0,
  );
  const missed = read.filter(({ urls }, at) => urls.some((url) => !readAnswers[at]?.includes(url)));
  say(`their readings (${String(read.length)} that are cut between words)`, {
    recall: kept / size(read.map(({ urls }) => urls)),
  });
  if (missed.length > 0)
    console.log(`    short: ${missed.map(({ cut, kana }) => `${cut} ${kana}`).join(' / ')}`);
}
