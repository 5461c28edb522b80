/** The sentence that a command ends with where the cause of its failure is known. */

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

/** Undefined for an error that only a developer can mend. */
export function sentenceOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  // By name, see model/problem.ts: errors of a build come from Vite's own copy of the module.
  if (['Refusal', 'ContentError'].includes(error.name)) return error.message;
  // By the message: Vite and Rolldown put codes of their own on it.
  const [, code = '', file] = /^(?:\w+ )?(E[A-Z]+): [^']*(?:'([^']*)')?/.exec(error.message) ?? [];
  const known = BY_CODE[code];
  if (known) return `${known}（${code}）: ${file ?? error.message}`;
  // They hand the errors of their plugins on as causes, or as a list.
  const { cause, errors = [] } = error as { cause?: unknown; errors?: unknown[] };
  return [cause, ...errors].map(sentenceOf).find((sentence) => sentence !== undefined);
}
