import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const faults = parse(readFileSync('tests/faults/faults.yaml', 'utf8')) as {
  name: string;
  file: string;
  from: string;
}[];

describe('the text that a deliberate fault replaces', () => {
  it.each(faults)('stands once in its file: $name', ({ file, from }) => {
    expect(readFileSync(file, 'utf8').split(from)).toHaveLength(2);
  });
});
