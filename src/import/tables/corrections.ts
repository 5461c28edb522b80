/** Rows of the ledger of corrections. */
import type { Correction } from '#model/correction.ts';
import { t } from '#strings.ts';
import { lines } from './rows.ts';

export function correctionOf(cells: Record<string, string>): Correction {
  const { id = '', source = '', shown = '', reason = '', file = '' } = cells;
  const words = { source, shown, reason, confidence: Number(cells.confidence) };
  const labels = Object.entries(t.data.status) as [Correction['status'], string][];
  const status = labels.find(([, label]) => label === cells.status)?.[0];
  if (status === 'corrected' || status === 'flagged')
    return { id, status, line: Number(cells.line), file, ...words };
  const sources = (cells.placeSources ?? '').split('\n');
  const places = lines(cells.placeLines).map((line, index) => ({
    line: Number(line),
    source: sources[index] ?? '',
    shown: (cells.placeShown ?? '').split('\n')[index] ?? '',
  }));
  return { id, status: 'rule', ...words, places };
}
