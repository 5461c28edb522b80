import { describe, expect, it } from 'vitest';
import { linkPlan } from '#model/link.ts';
import type { PlanContent } from '#model/plan.ts';
import { readContent } from '#reader/read.ts';
import { printSource, shownLines } from './print-source.ts';
import { source, sourceHash } from './source.ts';
import { printedTexts } from './texts.ts';

const content = await readContent();
const plan = linkPlan(content);
const { corrections } = plan;
const without = (id: string) => ({
  ...plan,
  corrections: corrections.filter((row) => row.id !== id),
});

describe('the source', () => {
  it('is the transcription as it was received', () => {
    expect(sourceHash).toBe('a1f59e6969cb04573bb9bc4024c98307fe80e6f81d75a444d3ea5eaa95fc5c65');
  });

  it('comes out of the content byte for byte, with the ledger applied backwards', () => {
    expect(Buffer.from(printSource(plan)).equals(Buffer.from(source))).toBe(true);
  });
});

describe('the content', () => {
  it.each(printedTexts(content).map(({ where }, index) => [where, index] as const))(
    'prints %s',
    (_, index) => {
      const changed: PlanContent = structuredClone(content);
      const text = printedTexts(changed)[index];
      text?.set(`${text.get()}〓`);
      const lines = shownLines(linkPlan(changed)).filter((line) => line.text.includes('〓'));
      expect(lines.length).toBeGreaterThan(0);
    },
  );

  it('holds no other strings than words that print, ids, and what the office itself is called', () => {
    const printed = new Set(printedTexts(content).map(({ where }) => where));
    const strings = (value: unknown, where: string): string[] => {
      if (typeof value === 'string') return [where];
      if (value === null || typeof value !== 'object') return [];
      return Object.entries(value).flatMap(([key, item]) => strings(item, `${where}.${key}`));
    };
    const { policy, parts, goals, principles, programmes, sections, pledges } = content;
    const nouns = [parts, goals, principles, programmes, sections, pledges].flat();
    const entries = [policy, ...nouns];
    const others = entries
      .flatMap(({ file, data, body }) => strings({ ...data, body }, file))
      .filter((where) => !printed.has(where))
      .map((where) => where.replace(/^.*\.mdx\.|\d+/g, ''));
    expect([...new Set(others)].sort()).toEqual(
      [
        'activities..id',
        'body..children..type',
        'body..type',
        'city',
        'goal',
        'kana',
        'mottoWord',
        'holds',
        'sections.',
        'ward',
      ].sort(),
    );
  });
});

describe('the ledger', () => {
  const changing = corrections.filter((row) => row.status !== 'flagged');
  const flagged = corrections.filter((row) => row.status === 'flagged');

  it.each(changing.map((row) => [row.id]))('changes the print by %s', (id) => {
    expect(printSource(without(id))).not.toBe(source);
  });

  it.each(
    changing.flatMap((row) =>
      row.status === 'rule' ? row.places.map((place) => [row.id, place.line, place] as const) : [],
    ),
  )('changes the print by %s on line %i', (id, _, place) => {
    const thinned = corrections.map((row) =>
      row.status === 'rule' && row.id === id
        ? { ...row, places: row.places.filter((other) => other !== place) }
        : row,
    );
    expect(printSource({ ...plan, corrections: thinned })).not.toBe(source);
  });

  it.each(flagged.map((row) => [row.id, row] as const))(
    'flags by %s words that stand on the line it names',
    (_, row) => {
      expect(shownLines(plan)[row.line - 1]?.text).toContain(row.shown);
    },
  );

  it.each([
    [25, '大切な ふるさと'],
    [100, '大切なふるさと'],
    [47, '次頁をご覧ください'],
    [60, 'モデル地区1区'],
    [108, '3～5月申請受付'],
    [126, '「あさひくん」'],
    [140, '認知症を支える'],
    [142, '「受容と共感」に心掛け'],
    [142, '養育支援モデル事業'],
    [142, '応援隊'],
    [142, '関係作り'],
    [142, '立場にたった'],
    [136, '分かりづらく'],
    [133, '区民の皆様'],
  ])('tells the reader that line %i is doubtful: %s', (line, words) => {
    expect(flagged.map((row) => [row.line, row.shown])).toContainEqual([line, words]);
  });
});
