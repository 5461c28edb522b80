import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { linkPlan } from '#model/link.ts';
import type { Plan } from '#model/plan.ts';
import { readContent } from '#reader/read.ts';
import { printSource, shownLines } from './print-source.ts';
import { source, sourceHash } from './source.ts';

const content = await readContent();
const plan = linkPlan(content);
const { corrections } = plan;

describe('the source', () => {
  it('is the transcription as it was received', () => {
    expect(sourceHash).toBe('a1f59e6969cb04573bb9bc4024c98307fe80e6f81d75a444d3ea5eaa95fc5c65');
  });

  it('comes out of the content byte for byte, with the ledger applied backwards', () => {
    expect(Buffer.from(printSource(plan)).equals(Buffer.from(source))).toBe(true);
  });
});

/** One slip in the content: where, how it is made, and how it is taken back. */
type Slip = readonly [where: string, make: () => void, undo: () => void];

/** Each string with one letter more; each item of a list gone, doubled, or before its neighbour. */
function* slipsIn(holder: object, where: string): Generator<Slip> {
  const values = holder as Record<string, unknown>;
  for (const [key, value] of Object.entries(values)) {
    const here = Array.isArray(holder) ? where : `${where}.${key}`;
    if (typeof value === 'string')
      yield [here, () => (values[key] = `${value}〓`), () => (values[key] = value)];
    if (Array.isArray(value)) yield* slipsOf(value, here);
    if (value !== null && typeof value === 'object') yield* slipsIn(value, here);
  }
}

function* slipsOf(list: unknown[], where: string): Generator<Slip> {
  const items = [...list];
  const undo = () => list.splice(0, list.length, ...items);
  for (const [index, item] of items.entries()) {
    yield [`${where} lost`, () => list.splice(index, 1), undo];
    yield [`${where} doubled`, () => list.splice(index, 0, item), undo];
    if (index > 0)
      yield [`${where} moved`, () => list.splice(index - 1, 2, item, items[index - 1]), undo];
  }
}

/** The printed places of two neighbours exchanged. */
function exchanged(a: Placed, b: Placed): Slip[] {
  const kept = [a.data, b.data];
  const place = ({ number, order }: Placed['data']) => ({ number, order });
  const exchange = () => {
    [a.data, b.data] = [
      { ...a.data, ...place(b.data) },
      { ...b.data, ...place(a.data) },
    ];
  };
  return [
    [
      `${a.file} in the place of ${b.file}`,
      exchange,
      () => ([a.data, b.data] = kept as [Data, Data]),
    ],
  ];
}
type Data = Placed['data'];
interface Placed {
  file: string;
  data: { number?: number | undefined; order?: number | undefined };
}

const { policy, parts, goals, principles, programmes, sections, pledges } = content;
const collections = [parts, goals, principles, programmes, sections, pledges];
const folder = ({ file }: Placed) => path.dirname(file);
const slips: Slip[] = [
  ...[policy, ...collections.flat()].flatMap(({ file, data, body }) => [
    ...slipsIn({ data, body }, path.dirname(file)),
  ]),
  ...(collections as Placed[][]).flatMap((entries) => [
    ...entries.flatMap((entry, index) => {
      const next = entries[index + 1];
      return next && folder(next) === folder(entry) ? exchanged(entry, next) : [];
    }),
    ...slipsOf(entries, folder(entries[0]!)).filter(([where]) => where.endsWith('lost')),
  ]),
  ...content.corrections
    .filter(({ status }) => status === 'corrected')
    .flatMap((row) => [...slipsIn(row, 'corrections')]),
];

const isNoticed = () => {
  try {
    return printSource(linkPlan(content)) !== source;
  } catch {
    return true;
  }
};

it('every slip in a string, a list or a place of the content is noticed, but in what is not printed', () => {
  expect(slips.length).toBeGreaterThan(900);
  const unnoticed = slips.flatMap(([where, make, undo]) => {
    make();
    const noticed = isNoticed();
    undo();
    return noticed ? [] : [where];
  });
  expect([...new Set(unnoticed)].sort()).toEqual([
    '..data.city',
    'corrections.id',
    'corrections.reason',
    // The schema knows two words for it.
    'goals.data.mottoWord',
    'parts.data.holds',
    'programmes.data.activities.id',
    'sections.data.kana',
  ]);
  expect(isNoticed()).toBe(false);
});

const without = (change: (row: Plan['corrections'][number]) => typeof row | undefined): Plan => ({
  ...plan,
  corrections: corrections.flatMap((row) => change(row) ?? []),
});

describe('the ledger', () => {
  const changing = corrections.filter((row) => row.status !== 'flagged');
  const flagged = corrections.filter((row) => row.status === 'flagged');

  it.each(changing.map(({ id }) => id))('changes the print by %s', (id) => {
    expect(printSource(without((row) => (row.id === id ? undefined : row)))).not.toBe(source);
  });

  it('changes the print by each place of its rules', () => {
    for (const { id, places } of changing.filter((row) => row.status === 'rule'))
      for (const place of places) {
        const thinned = without((row) =>
          row.status === 'rule' && row.id === id
            ? { ...row, places: places.filter((other) => other !== place) }
            : row,
        );
        expect(printSource(thinned), `${id} on line ${String(place.line)}`).not.toBe(source);
      }
  });

  it.each(flagged)('flags by $id words that stand on the line it names', ({ line, shown }) => {
    expect(shownLines(plan)[line - 1]?.text).toContain(shown);
  });

  it('tells the reader what is doubtful', () => {
    expect(flagged.map(({ line, shown }) => `${String(line)} ${shown}`).sort()).toEqual([
      '100 大切なふるさと',
      '108 3～5月申請受付',
      '126 「あさひくん」',
      '133 区民の皆様',
      '136 分かりづらく',
      '140 認知症を支える',
      '142 「受容と共感」に心掛け',
      '142 応援隊',
      '142 立場にたった',
      '142 関係作り',
      '142 養育支援モデル事業',
      '25 大切な ふるさと',
      '47 次頁をご覧ください',
      '60 モデル地区1区',
    ]);
  });
});
