/** The message of a command that fails: one sentence where the cause is known, else the whole error. */
/** Names of the errors whose message is for the reader: see model/problem.ts. */
const REFUSALS: readonly string[] = ['Refusal', 'ContentError'];

/** Errors of the system that an administrator can mend. */
const BY_CODE: Record<string, string> = {
  EACCES: '読み書きの権限がありません',
  EPERM: '読み書きの権限がありません',
  EROFS: '書き込みのできない場所です',
  ENOSPC: 'ディスクに空きがありません',
  EDQUOT: 'ディスクの割り当てを使い切りました',
  EBUSY: 'ほかのプログラムが使っています',
  EMFILE: '開いているファイルが多すぎます',
};

/** The sentence, or undefined for an error that only a developer can mend. */
export function sentenceOf(error: unknown): string | undefined {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; depth += 1) {
    // By name: errors of a build come from Vite's own copy of the module.
    if (REFUSALS.includes(cause.name)) return cause.message;
    const { code, path } = cause as NodeJS.ErrnoException;
    const known = code && BY_CODE[code];
    if (known) return `${known}（${code}）: ${path ?? cause.message}`;
    cause = cause.cause;
  }
  return undefined;
}
