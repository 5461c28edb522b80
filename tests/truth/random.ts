/** A seeded source of choices: the same seed gives the same choices on every machine. */
export interface Random {
  below: (count: number) => number;
  pick: <T>(items: readonly T[]) => T;
  /** Two different items. */
  pair: <T>(items: readonly T[]) => [T, T];
}

export function random(seed: number): Random {
  let state = seed >>> 0;
  const below = (count: number) => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * count);
  };
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new Error('nothing to choose from');
    return items[below(items.length)] as T;
  };
  const pair = <T>(items: readonly T[]): [T, T] => {
    const first = pick(items);
    return [first, pick(items.filter((item) => item !== first))];
  };
  return { below, pick, pair };
}
