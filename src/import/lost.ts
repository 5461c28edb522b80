/** Words of the imported files that the plan does not have: the import reports each of them. */
import { allColumns, inert, tableOf } from '#export/csv.ts';
import { planTxt } from '#export/txt.ts';
import type { Plan } from '#model/plan.ts';
import { t } from '#strings.ts';
import { squeezed, type Unplaced } from './draft.ts';
import type { TableRow } from './tables/rows.ts';
import type { Line } from './transcription/lines.ts';

/** The columns by which a row of a table is found again. */
const KEYS = {
  programmes: ['title'],
  activities: ['programme', 'text'],
  pledges: ['section', 'paragraphs'],
  corrections: ['source', 'reason'],
} as const;

/** Cells of the rows that the same table of the plan does not have. */
export function lostCells(rows: readonly TableRow[], plan: Plan): Unplaced[] {
  return rows.flatMap(({ table, file, place, cells }) => {
    const text = (value: string | number | undefined) => squeezed(String(value ?? ''));
    const like = tableOf(table, plan).filter((row) =>
      KEYS[table].every((key) => !cells[key] || text(row[key]) === text(cells[key])),
    );
    const given = Object.entries(cells).filter(([, cell]) => cell.trim() !== '');
    const lost = like.map((row) =>
      given.filter(([key, cell]) =>
        key === 'address'
          ? pathOf(cell) !== pathOf(String(row[key]))
          : text(row[key]) !== text(cell) && inert(String(row[key])) !== cell,
      ),
    );
    const [least] = lost.sort((a, b) => a.length - b.length);
    if (!least) return [{ file, place, words: given.map(([, cell]) => cell).join('、') }];
    const names = new Map(allColumns(table).map(({ key, header }) => [key, header]));
    return least.map(([key, words]) => ({
      file,
      place: `${place}「${names.get(key) ?? key}」の欄`,
      words,
    }));
  });
}

/** Without the folder in which the site was published. */
const pathOf = (address: string) =>
  /(?:programmes|sections|corrections)\/.*$/u.exec(address)?.[0] ?? address;

/** Lines whose words occur less often in the plan than in the text. */
export function lostLines(lines: readonly Line[], plan: Plan): Line[] {
  let rest = squeezed(planTxt(plan));
  const pieces = lines
    .flatMap((line) => {
      // A space between two names in a cell of a table separates them.
      const cells = line.cells?.flat().flatMap((cell) => cell.split(/[ 　]+/u));
      return (cells ?? [line.text]).map((words) => ({ line, words }));
    })
    .sort((a, b) => b.words.length - a.words.length);
  const lost = new Set<Line>();
  for (const { line, words } of pieces) {
    const piece = squeezed(words);
    const at = rest.indexOf(piece);
    if (at < 0) lost.add(line);
    else rest = `${rest.slice(0, at)}\n${rest.slice(at + piece.length)}`;
  }
  return lines.filter((line) => lost.has(line));
}

/** Whether the line is a heading that the print repeats above each group: the plan has it once. */
export const isRepeated = ({ text }: Line, plan: Plan): boolean =>
  [plan.policy.programmesHeading, plan.policy.pledgesHeading, t.full.repeated].some(
    (heading) => squeezed(text) === squeezed(`【${heading}】`),
  );
