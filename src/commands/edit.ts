/**
 * `npm run edit`: pages on this machine alone on which the content is edited. At PORT (default: any
 * free one), for CONTENT_DIR.
 */
import './checkout-name.ts';
import './plain-failures.ts';
import { startEditing } from '#edit/server.ts';
import { contentDir } from '#reader/read.ts';

const running = await startEditing(
  contentDir,
  Number(process.env.PORT ?? 0),
  process.env.PREVIEW !== '0',
);
console.log(`編集のページをブラウザで開いてください（このパソコンだけで開けます）。

  ${running.address}

終わるときは Ctrl+C を押します。`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    void running.stop().then(() => process.exit());
  });
