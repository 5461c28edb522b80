import type { APIRoute } from 'astro';
import { getPlan } from '#plan.ts';
import { scanFile } from '#search/records.ts';

/**
 * `scan.json`: the whole plan as the search of other sites, or of a page that cannot print it all,
 * scans it. `words.json`: the same for a page that prints the records.
 */
export async function getStaticPaths() {
  const scan = scanFile(await getPlan());
  return [
    { params: { file: 'scan' }, props: { value: scan } },
    { params: { file: 'words' }, props: { value: { ...scan, records: undefined } } },
  ];
}

export const GET: APIRoute = ({ props }) => Response.json(props.value);
