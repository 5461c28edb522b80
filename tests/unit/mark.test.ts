import { describe, expect, it } from 'vitest';
import type { WordCorrection } from '#model/correction.ts';
import { markCorrections } from '#model/mark.ts';

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

describe('markCorrections', () => {
  it('sets the corrected words apart and keeps every character', () => {
    const correction = row('川の学習');
    expect(markCorrections('区の川の学習(4校)', [correction])).toEqual([
      { text: '区の' },
      { text: '川の学習', correction },
      { text: '(4校)' },
    ]);
  });

  it('marks several corrections in the order of the text', () => {
    const [first, second] = [row('山'), row('川')];
    const runs = markCorrections('川と山', [first, second]);
    expect(runs.map(({ text, correction }) => [text, correction])).toEqual([
      ['川', second],
      ['と', undefined],
      ['山', first],
    ]);
  });

  it('gives no empty runs where the correction is the whole text', () => {
    expect(markCorrections('川', [row('川')]).map(({ text }) => text)).toEqual(['川']);
    expect(markCorrections('', [row('川')])).toEqual([]);
  });

  it('leaves flagged words and other texts unmarked', () => {
    expect(markCorrections('川と山', [row('川', 'flagged'), row('海')])).toEqual([
      { text: '川と山' },
    ]);
  });
});
