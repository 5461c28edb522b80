/** The ledger as an Atom feed: whoever reads it learns of every word that comes to differ. */
import type { APIRoute } from 'astro';
import { correctionsFeed } from '#export/feed.ts';
import { getPlan } from '#plan.ts';

export const GET: APIRoute = async () =>
  new Response(correctionsFeed(await getPlan()), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
