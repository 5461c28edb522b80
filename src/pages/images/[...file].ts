/** The images of the bodies in their full size, at addresses that stay. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { imagesOfPlan } from '#model/plan.ts';
import { getPlan, imageBytes } from '#plan.ts';

export const getStaticPaths = (async () =>
  imagesOfPlan(await getPlan()).map(({ file }) => ({
    params: { file },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params: { file = '' } }) =>
  new Response(Buffer.from(await imageBytes(file)));
