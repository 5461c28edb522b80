/** The ledger as an Atom feed (RFC 4287). */
import type { Plan } from '#model/plan.ts';
import { t } from '#strings.ts';
import { escape } from '#text/escape.ts';
import { absolute, urls } from '#urls.ts';

/** An erratum without a date has that of the first day of the plan's year. */
export function correctionsFeed({ policy, corrections }: Plan): string {
  const firstDay = `${String(policy.fiscalYear.start)}-04-01`;
  const timeOf = (date: string) => `${date}T00:00:00+09:00`;
  const days = [firstDay, ...corrections.map(({ date = firstDay }) => date)];
  const page = escape(absolute(urls.corrections()));
  const entries = corrections.map((row) => {
    const href = escape(absolute(urls.corrections(row)));
    const title = row.source === row.shown ? row.shown : `${row.source} → ${row.shown}`;
    return `<entry>
<id>${href}</id>
<title>${escape(title)}</title>
<link href="${href}"/>
<updated>${timeOf(row.date ?? firstDay)}</updated>
<category term="${row.status}" label="${escape(t.data.status[row.status])}"/>
<summary>${escape(row.reason)}</summary>
</entry>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja">
<id>${page}</id>
<title>${escape(`${t.corrections.title}${t.separator}${policy.title}`)}</title>
<link href="${page}"/>
<link rel="self" href="${escape(absolute(urls.feed()))}"/>
<updated>${timeOf(days.sort().at(-1) ?? firstDay)}</updated>
<author><name>${escape(t.feed.author(policy.title))}</name></author>
${entries.join('\n')}
</feed>
`;
}
