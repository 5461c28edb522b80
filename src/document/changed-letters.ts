/** A text in three parts, the middle of which another text has otherwise: both begin and end alike. */
export function changedLetters(text: string, other: string): [string, string, string] {
  const letters = Array.from(text);
  const others = Array.from(other);
  const shortest = Math.min(letters.length, others.length);
  let start = 0;
  while (start < shortest && letters[start] === others[start]) start += 1;
  let end = 0;
  while (end < shortest - start && letters.at(-1 - end) === others.at(-1 - end)) end += 1;
  const last = letters.length - end;
  return [
    letters.slice(0, start).join(''),
    letters.slice(start, last).join(''),
    letters.slice(last).join(''),
  ];
}
