/** Each page's address as a QR code, which its paper shows. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { renderSVG } from 'uqr';
import { getPlan } from '#plan.ts';
import { pages } from '#routes.ts';
import { absolute, qrName } from '#urls.ts';

export const getStaticPaths = (async () =>
  pages(await getPlan()).map(({ href }) => ({
    params: { page: qrName(href) },
    props: { href },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ href: string }> = ({ props: { href } }) =>
  new Response(renderSVG(absolute(href), { border: 4 }), {
    headers: { 'Content-Type': 'image/svg+xml' },
  });
