import { pages } from '#routes.ts';
import { getPlan } from '#plan.ts';
import { absolute } from '#urls.ts';

export async function GET() {
  const addresses = pages(await getPlan()).map(({ href }) => absolute(href));
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${addresses.map((address) => `<url><loc>${address}</loc></url>`).join('\n')}
</urlset>
`;
  return new Response(xml, { headers: { 'Content-Type': 'application/xml' } });
}
