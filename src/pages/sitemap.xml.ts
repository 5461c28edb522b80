import { pageAddresses } from '#links/addresses.ts';
import { getPlan } from '#plan.ts';
import { absolute, to } from '#urls.ts';

export async function GET() {
  const pages = pageAddresses(await getPlan()).map(({ path }) => absolute(to(path)));
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${pages.map((page) => `<url><loc>${page}</loc></url>`).join('\n')}
</urlset>
`;
  return new Response(xml, { headers: { 'Content-Type': 'application/xml' } });
}
