/** Answers run by run: what covers the whole question, else what covers enough of it. */
import type { Doc } from './doc.ts';
import { covered } from './evidence.ts';
import { hit, prior, sorted, type Hit } from './hit.ts';
import { partOf, type Part } from './part.ts';
import type { Query } from './query.ts';
import { compoundsOf, runsOf, weigh, type Weights } from './runs.ts';

/** A part answers if it is at least this much of what was asked. */
const ENOUGH = 0.45;

/** What of `docs` answers; all records tell how much a run of the question counts. */
export function inParts(docs: readonly Doc[], all: readonly Doc[], query: Query): Hit[] {
  const runs = runsOf(query);
  if (runs.length === 0) return [];
  const table = all.map((doc) =>
    runs.map(({ group, run }) => partOf(doc, group, run, runs.length)),
  );
  const weights = weigh(runs, table);
  const compounds = compoundsOf(runs);
  const wanted = new Set(docs);
  return sorted(
    all.flatMap((doc, index) =>
      wanted.has(doc) ? answerOf(doc, query, table[index] ?? [], weights, compounds) : [],
    ),
  );
}

function answerOf(
  doc: Doc,
  query: Query,
  row: readonly Part[],
  { needed, weights }: Weights,
  compounds: readonly number[],
): Hit[] {
  const total = weights.reduce((a, b) => a + b, 0);
  const sum = (of: (part: Part) => number) =>
    row.reduce((at, part, column) => at + of(part) * (weights[column] ?? 0), 0);
  const whole = wholeCompounds(row, compounds);
  const share = sum((part) => (whole.includes(part) ? part.share ** 2 : 0)) / total;
  const full = row.every(
    (part, column) => part.share === 1 || part.near === true || !needed[column],
  );
  if (!full && (row.length === 1 || share < ENOUGH)) return [];
  // Weak words answer only where nothing stronger was asked.
  const strong = Math.max(...weights) / 4;
  if (!row.some((part, column) => part.share === 1 && (weights[column] ?? 0) >= strong)) return [];
  const made = hit(
    doc,
    full ? 'all' : 'part',
    sum((part) => part.value) + share + covered(doc, query.whole).share,
    row.flatMap((part) => part.marks),
  );
  // What a record is counts less here than what it says.
  made.score -= 0.8 * prior(doc);
  const keywords = row.flatMap((part) => part.keywords);
  return [{ ...made, keywords: [...new Set(keywords.map(({ shown }) => shown))] }];
}

/** The parts whose compound is there as well: one word of it says nothing, バス停 is not バス. */
const wholeCompounds = (row: readonly Part[], compounds: readonly number[]) =>
  row.filter((_, column) =>
    row.every(
      ({ share }, other) =>
        other === column || compounds[other] !== compounds[column] || share > 0.6,
    ),
  );
