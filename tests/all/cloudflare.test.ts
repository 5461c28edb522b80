/** The requests that every host is asked, on Cloudflare Pages. */
import { BASE } from '#urls.ts';
import { DIST } from '../dist-folder.ts';
import { describeHost } from '../servers/table.ts';
import { hasWrangler, startWrangler } from './wrangler.ts';

describeHost({
  name: 'Cloudflare Pages',
  start: () => startWrangler(DIST, BASE),
  skip: !hasWrangler(),
});
