import type { APIRoute } from 'astro';
import { getPlan } from '#plan.ts';
import { scanFile } from '#search/records.ts';

/**
 * `scan.json`: the whole plan as the search of other sites, or of a page that cannot print it all,
 * scans it. Beside a page that prints it: `words.json`, other words that lead to it; `spoken.json`,
 * how all of these are read.
 */
export async function getStaticPaths() {
  const scan = scanFile(await getPlan());
  const { form, keywords, groups, printed, spoken } = scan;
  const files = { scan, words: { form, keywords, groups }, spoken: { form, printed, spoken } };
  return Object.entries(files).map(([file, value]) => ({ params: { file }, props: { value } }));
}

export const GET: APIRoute = ({ props }) => Response.json(props.value);
