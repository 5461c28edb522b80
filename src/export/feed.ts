/** The ledger as an Atom feed (RFC 4287). */
import type { Plan } from '#model/plan.ts';
import { t } from '#strings.ts';
import { escape } from '#text/escape.ts';
import { absolute, urls } from '#urls.ts';

/**
 * Rows carry no date of their own: all have that of the content (`2020-04-01`), or of the first day of
 * the plan's year where that is not known.
 */
export function correctionsFeed(plan: Plan, date?: string): string {
  const { policy, corrections } = plan;
  const updated = `${date ?? `${String(policy.fiscalYear.start)}-04-01`}T00:00:00+09:00`;
  const page = escape(absolute(urls.corrections()));
  const entries = corrections.map((row) => {
    const href = escape(absolute(urls.corrections(row)));
    const title = row.source === row.shown ? row.shown : `${row.source} → ${row.shown}`;
    return `<entry>
<id>${href}</id>
<title>${escape(title)}</title>
<link href="${href}"/>
<updated>${updated}</updated>
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
<updated>${updated}</updated>
<author><name>${escape(t.feed.author(policy.title))}</name></author>
${entries.join('\n')}
</feed>
`;
}
