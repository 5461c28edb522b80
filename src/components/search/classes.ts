/** What an entry of the index and a result have in common. */
export const item = {
  entry: 'border-b border-line pt-3 pb-4',
  link: 'inline-flex min-h-target min-w-target items-center text-lg font-bold',
  target: 'inline-flex min-h-target min-w-target items-center',
  meta: 'meta flex max-w-none flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted',
  kind: 'rounded-sm border border-line bg-surface px-2 text-ink',
  words: 'words mt-1 block text-sm',
  list: 'border-t border-line',
  notice: 'find-notice mt-4 rounded-sm border-s-4 border-edge bg-surface p-4 [&>*+*]:mt-3',
  /** A notice that shows after a while, where nothing takes it away. */
  late: 'max-h-0 overflow-hidden animate-[late_1ms_8s_forwards]',
};
