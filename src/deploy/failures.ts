/** The sentence that a command ends with where the cause of its failure is known. */

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

/** Undefined for an error that only a developer can mend. */
export function sentenceOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  // By name: errors of a build come from Vite's own copy of the module.
  if (REFUSALS.includes(error.name)) return error.message;
  const { code, path } = systemError(error);
  const known = BY_CODE[code];
  if (known) return `${known}（${code}）: ${path}`;
  // Vite and Rolldown hand the errors of their plugins on as causes, or as a list.
  const { cause, errors = [] } = error as { cause?: unknown; errors?: unknown[] };
  for (const inner of [cause, ...errors]) {
    const sentence = sentenceOf(inner);
    if (sentence !== undefined) return sentence;
  }
  return undefined;
}

/** Code and path of an error of the system, which may have been made anew from its message alone. */
function systemError(error: NodeJS.ErrnoException): { code: string; path: string } {
  const { message } = error;
  const [, said = '', named = ''] = /^(E[A-Z]+): [^']*(?:'([^']*)')?/.exec(message) ?? [];
  const code = error.code && error.code in BY_CODE ? error.code : said;
  return { code, path: error.path ?? (named || message) };
}
