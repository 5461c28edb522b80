/** The editions on paper as a reader prints them, and how many sides each takes. */
import type { Page } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Edition } from '#model/records.ts';

/** The page of each edition, and what is chosen there before it is printed. */
export const EDITIONS: Record<Edition, { path: string; choice?: string }> = {
  sheet: { path: 'full/' },
  large: { path: 'full/', choice: '#large' },
  poster: { path: 'calendar/' },
};

/** Sides of the page that is open, as it prints now. */
export async function countSides(page: Page): Promise<number> {
  await page.emulateMedia({ media: null });
  const data = new Uint8Array(await page.pdf({ preferCSSPageSize: true }));
  const loading = getDocument({ data, verbosity: 0 });
  const { numPages } = await loading.promise;
  await loading.destroy();
  return numPages;
}
