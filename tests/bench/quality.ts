/** Pure figures of the search: no browser. */
import { readFile } from 'node:fs/promises';
import { readPlan } from '#reader/read.ts';
import { readContent } from '#search/content.ts';
import { docOf, indexedDoc } from '#search/doc.ts';
import { parseQuery } from '#search/query.ts';
import { answer as plain } from '#search/rank.ts';
import { answerDespiteSlips } from '#search/slip.ts';
import type { Doc } from '#search/doc.ts';
import type { Query } from '#search/query.ts';
const answer = (d: Doc[], q: Query) => {
  const h = plain(d, q);
  if (h.some((x) => x.tier !== 'part')) return h;
  const s = answerDespiteSlips(d, q);
  return s.length ? s : h;
};
import { indexContent, searchRecords } from '#search/records.ts';
const plan = await readPlan();
const records = searchRecords(plan);
const docs = records.map((r) =>
  indexedDoc(
    docOf({
      url: r.url,
      kind: r.kind,
      months: r.months,
      titles: r.titles,
      heads: r.heads.join('\n'),
      words: r.words.join('\n'),
    }),
    readContent(indexContent(r, plan)),
  ),
);
const names = new Map<string, string[]>();
for (const p of plan.programmes)
  names.set(`/programmes/${p.id}/`, [`programme:${p.id}`, `programme:${p.title}`]);
for (const s of plan.sections)
  names.set(`/sections/${s.id}/`, [`section:${s.id}`, `section:${s.name}`]);
for (const p of plan.pledges)
  names.set(`/sections/${p.section.id}/#${p.id}`, [
    `pledge:${p.section.id}/${p.id}`,
    `unit:${p.section.name}/${p.name}`,
    ...(p.section.pledges.length === 1
      ? [`section:${p.section.name}`, `section:${p.section.id}`]
      : []),
  ]);
for (const g of plan.goals) names.set(`/goals/${g.id}/`, [`goal:${g.id}`, `goal:${g.number}`]);
for (const g of plan.principles) names.set(`/policy/#${g.id}`, [`principle:${g.id}`]);
names.set('/policy/', ['policy']);
for (const file of process.argv.slice(2)) {
  const qs = JSON.parse(await readFile(file, 'utf8')) as {
    q: string;
    kind: string;
    expect: string[];
  }[];
  const stat: Record<string, { n: number; first: number; r3: number; zero: number }> = {};
  const t0 = performance.now();
  for (const { q, kind, expect } of qs) {
    const hits = answer(docs, parseQuery(q));
    const s = (stat[kind] ??= { n: 0, first: 0, r3: 0, zero: 0 });
    s.n++;
    if (expect.length === 0) {
      if (hits.length === 0) {
        s.first++;
        s.r3++;
      } else
        console.log(
          'ABSENT',
          q,
          hits
            .slice(0, 3)
            .map((h) => `${h.tier} ${h.url} ${h.score.toFixed(1)} ${h.marks} ${h.keywords}`),
        );
      continue;
    }
    const right = hits.map((h) => (names.get(h.url) ?? []).some((n) => expect.includes(n)));
    if (right[0]) s.first++;
    if (right.slice(0, 3).includes(true)) s.r3++;
    if (hits.length === 0) s.zero++;
    if (!right[0])
      console.log(
        kind,
        q,
        '→',
        hits
          .slice(0, 3)
          .map((h) => `${h.tier} ${h.url} ${h.score.toFixed(1)} ${h.marks} ${h.keywords}`),
        'wanted',
        expect.join(' '),
      );
  }
  let n = 0,
    f = 0,
    r = 0,
    z = 0;
  for (const [k, s] of Object.entries(stat)) {
    console.log(k, s);
    n += s.n;
    f += s.first;
    r += s.r3;
    z += s.zero;
  }
  console.log(file, { n, first: f / n, r3: r / n, zero: z, ms: (performance.now() - t0) / n });
}
