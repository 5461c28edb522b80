/** Asked for by name by what reads no page: bookmarks, readers of feeds. */
import { favicon } from '#share/icons.ts';
import { getPlan } from '#plan.ts';

export async function GET(): Promise<Response> {
  return new Response(new Uint8Array(await favicon(await getPlan())), {
    headers: { 'Content-Type': 'image/x-icon' },
  });
}
