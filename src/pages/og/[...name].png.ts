import type { APIContext } from 'astro';
import { getPlan } from '#plan.ts';
import { PICTURES, pictures, type Picture } from '#share/pictures.ts';

export const getStaticPaths = async () =>
  PICTURES
    ? pictures(await getPlan()).map((picture) => ({
        params: { name: picture.name },
        props: picture,
      }))
    : [];

export async function GET({ props }: APIContext<Picture>): Promise<Response> {
  // Native code: loaded only where a picture is made.
  const { drawCard } = await import('#share/render.ts');
  return new Response(await drawCard(props.card), { headers: { 'Content-Type': 'image/png' } });
}
