/** Where the site shows a file. */
import type { Plan } from '#model/plan.ts';
import { fileUrl, to, urls } from '#urls.ts';

export function previewPath(plan: Plan, file: string): string {
  if (file === 'corrections.yaml') return urls.corrections();
  if (file === 'readings.yaml') return urls.yomigana();
  if (file.endsWith('.yaml')) return urls.home();
  if (file.startsWith('pages/')) return to(file.replace(/^pages\/(.*)\.mdx$/, '$1/'));
  return fileUrl(plan, file);
}
