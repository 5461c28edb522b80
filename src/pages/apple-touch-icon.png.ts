/** What a phone shows of a page that is put on its home screen. */
import { touchIcon } from '#share/icons.ts';
import { getPlan } from '#plan.ts';

export async function GET(): Promise<Response> {
  return new Response(new Uint8Array(await touchIcon(await getPlan())), {
    headers: { 'Content-Type': 'image/png' },
  });
}
