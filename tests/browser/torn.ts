/** What paper has torn: a heading from its text, a block from itself. */
import type { Paper, Printed, Sheet } from './paper.ts';

/** A block of more lines may go on overleaf, with two lines on either side; a row never. */
const WHOLE = 4;

const sheets = ({ runs }: Printed) => new Set(runs.map(({ sheet }) => sheet));
const within = (inner: Printed, outer: Printed) =>
  inner.index > outer.index && inner.index <= outer.end;

/** Headings that end a sheet while their text begins the next one. */
export function tornHeadings({ elements }: Paper): string[] {
  const torn = elements.filter((heading) => {
    if (!heading.heading) return false;
    const text = elements.find(({ index }) => index > heading.end);
    return text && Math.max(...sheets(heading)) < Math.min(...sheets(text));
  });
  return [...torn, ...elements.filter(({ tag }) => tag === 'table').flatMap(bareHeader)].map(
    ({ name }) => name,
  );

  /** The header of a table, repeated on every sheet, where it has no row below it. */
  function bareHeader(table: Printed): Printed[] {
    const inside = elements.filter((element) => within(element, table));
    const [header] = inside.filter(({ tag }) => tag === 'thead');
    if (!header) return [];
    const rows = inside.filter(({ tag, index }) => tag === 'tr' && index > header.end);
    const filled = new Set(rows.flatMap((row) => [...sheets(row)]));
    return sheets(header).isSubsetOf(filled) ? [] : [header];
  }
}

/** Blocks that go on overleaf and should not. */
export function tornBlocks({ elements }: Paper): string[] {
  const torn = elements.filter((block) => {
    if (!block.block) return false;
    const parts = [...sheets(block)].map((sheet) => lines(block, sheet));
    if (parts.length < 2) return false;
    return block.tag === 'tr' || sum(parts) <= WHOLE || Math.min(...parts) < 2;
  });
  return torn.map(({ name }) => name);
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

/** How many lines of a block stand on a sheet. */
function lines({ runs }: Printed, sheet: number): number {
  const heights = runs.filter((run) => run.sheet === sheet).map(({ y }) => y);
  heights.sort((a, b) => a - b);
  return heights.filter((y, at) => at === 0 || y - (heights[at - 1] ?? y) > 5).length;
}

/** Words that stand over others. */
export const overprinted = ({ sheets }: Paper): string[] => sheets.flatMap(crossings);

function crossings({ words }: Sheet): string[] {
  const level = words.filter((word) => word.level);
  return level.flatMap((a, at) =>
    level
      .slice(at + 1)
      .filter((b) => {
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const size = Math.min(a.size, b.size);
        const rise = Math.abs(a.y - b.y);
        // On one line brackets share their blank halves; a raised sign may touch the line above.
        return across > size * 0.75 && rise > size / 8 && rise < size / 2;
      })
      .map((b) => `${a.text} × ${b.text}`),
  );
}

/** Words outside what a printer reaches: 5 mm stay blank at each edge. */
export function beyondEdge({ sheets }: Paper): string[] {
  const blank = (5 / 25.4) * 72;
  const outside = sheets.flatMap(({ width, height, words }) =>
    words.filter(
      ({ left, right, y, size }) =>
        left < blank || right > width - blank || y < blank || y + size > height - blank,
    ),
  );
  return outside.map(({ text }) => text);
}
