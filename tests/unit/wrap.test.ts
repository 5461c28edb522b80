import { describe, expect, it } from 'vitest';
import { wrap } from '#share/wrap.ts';

describe('wrap', () => {
  it('keeps a short title on one line', () => {
    expect(wrap('川の事業', 10, 1)).toEqual(['川の事業']);
  });

  it('breaks between words and makes the lines even', () => {
    expect(wrap('地域の公園を活用した花いっぱい事業', 12, 2)).toEqual([
      '地域の公園を活用した',
      '花いっぱい事業',
    ]);
  });

  it('gives up when the lines do not suffice', () => {
    expect(wrap('長い長い長い題名', 4, 1)).toBeUndefined();
  });

  it('begins no line with a closing sign and ends none with an opening one', () => {
    const lines = wrap('花「いっぱい」、公園（まち）のさくらんぼパーティー事業', 8, 9) ?? [];
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.filter((line) => /^[」、）ーィ]|[「（]$/u.test(line))).toEqual([]);
  });
});
