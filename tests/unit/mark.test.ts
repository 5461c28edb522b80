import { expect, it } from 'vitest';
import type { WordCorrection } from '#model/correction.ts';
import { markCorrections } from '#model/pieces.ts';

const row = (shown: string, status: WordCorrection['status'] = 'corrected'): WordCorrection => ({
  id: 'row',
  status,
  line: 1,
  file: 'goals/a.mdx',
  source: `${shown}×`,
  shown,
  reason: '理由',
  confidence: 90,
});

const [first, second] = [row('山'), row('川')];

it.each([
  ['区の川の学習(4校)', [row('川の学習')], ['区の', '*川の学習', '(4校)']],
  ['川と山', [first, second], ['*川', 'と', '*山']],
  ['川', [second], ['*川']],
  ['', [second], []],
  ['川と山', [row('川', 'flagged'), row('海')], ['川と山']],
])('of %s the corrected words are set apart, in the order of the text', (text, rows, pieces) => {
  const marked = markCorrections(text, rows);
  expect(marked.map((piece) => (piece.correction ? '*' : '') + piece.text)).toEqual(pieces);
  for (const { text: words, correction } of marked)
    if (correction) expect(correction.shown).toBe(words);
});
