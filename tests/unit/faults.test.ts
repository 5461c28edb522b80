import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFaults } from '../faults/faults.ts';

describe('the text that a deliberate fault replaces', () => {
  it.each(readFaults())('stands once in its file: $name', ({ file, from }) => {
    expect(readFileSync(file, 'utf8').split(from)).toHaveLength(2);
  });
});
