/** The content's folder as the editing server watches it. */
import path from 'node:path';
import type { LoaderContext } from 'astro/loaders';
import { contentDir } from './read.ts';

/** Calls `changed` once the writes of a moment have settled. */
export function onContentChange(
  watcher: NonNullable<LoaderContext['watcher']>,
  changed: () => void,
): void {
  let timer: NodeJS.Timeout | undefined;
  watcher.add(contentDir);
  watcher.on('all', (_event, file) => {
    if (path.relative(contentDir, file).startsWith('..')) return;
    // Of two writes at once the watcher reports the first alone.
    clearTimeout(timer);
    timer = setTimeout(changed, 100);
  });
}
