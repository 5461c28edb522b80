import { absolute, urls } from '#urls.ts';

/** Crawlers look for it at the origin's root only: below a sub-path it serves as a template. */
export const GET = () =>
  new Response(`User-agent: *\nAllow: /\nSitemap: ${absolute(urls.sitemap())}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
