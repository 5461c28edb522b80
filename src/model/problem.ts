/** One fault in the content, as an editor reads it. All texts are Japanese. */
export interface Problem {
  /** Path inside `content/`, for example `programmes/hana-no-michi.mdx`. */
  file: string;
  /** Where in the file: a field, see {@link fieldPath}, or a line (`12行目`). */
  field: string;
  found: string;
  expected: string;
}

/** A problem; `found` is quoted. */
export const problemIn = (
  file: string,
  field: string,
  found: unknown,
  expected: string,
): Problem => ({ file, field, found: quote(found), expected });

/** Thrown to stop a command. Its message is for the reader: there is no stack trace to print. */
export class Refusal extends Error {
  override name = 'Refusal';
  override stack = '';
}

/** Thrown when content cannot be published. Its message is what the editor reads. */
export class ContentError extends Refusal {
  override name = 'ContentError';
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(report(problems));
    this.problems = problems;
  }
}

/** Problems as one Japanese text, a paragraph a problem, then their number. */
export function report(problems: readonly Problem[]): string {
  const paragraphs = problems.map(
    (problem) =>
      `content/${problem.file} の「${problem.field}」を直してください。\n  今の内容: ${problem.found}\n  正しい形: ${problem.expected}`,
  );
  return [...paragraphs, `誤りが ${String(problems.length)} 件あります。`].join('\n\n');
}

/** A field's place in its file, counted from 1: `activities の 2番目 の text`. */
export function fieldPath(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `${String(key + 1)}番目` : String(key)))
    .join(' の ');
}

/** What stands at the place, or undefined. */
export const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[key],
    value,
  );

/** A value as it is quoted in a message: at most 60 characters, invisible ones by their code point. */
export function quote(value: unknown): string {
  if (value === undefined) return '（ありません）';
  if (value === null) return '（空です）';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (text === '') return '（空です）';
  const visible = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (char) => `[${codePoint(char)}]`);
  const chars = [...visible];
  return chars.length > 60 ? `${chars.slice(0, 60).join('')}…` : visible;
}

/** `U+200B` for a zero-width space. */
export function codePoint(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
