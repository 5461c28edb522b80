/**
 * `npm run guide-pictures`: draws the pictures of content/README.md anew, from the editing pages as
 * they are now. Nothing in the content is changed.
 */
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import sharp from 'sharp';
import { startEditing } from '#edit/server.ts';
import { contentDir, readPlan } from '#reader/read.ts';
import { launchOptions } from './browser.ts';

const FOLDER = 'docs/editing';

async function picture(page: Page, name: string): Promise<void> {
  const bytes = await page.screenshot();
  const file = path.join(FOLDER, `${name}.webp`);
  const { size } = await sharp(bytes).webp({ quality: 60 }).toFile(file);
  console.log(`${file}: ${String(size)} bytes`);
}

const { programmes, sections } = await readPlan();
const [programme] = programmes;
const [section] = sections;
if (!programme?.activities[0] || !section) throw new Error('an empty plan');
const running = await startEditing(contentDir, 0);
const browser = await chromium.launch(launchOptions());
try {
  const page = await browser.newPage({ viewport: { width: 1120, height: 640 } });
  await page.goto(running.address);
  await page.getByRole('heading', { level: 2 }).first().scrollIntoViewIfNeeded();
  await picture(page, 'list');

  await page.getByRole('link', { name: programme.title, exact: true }).click();
  const changed = programme.activities[0].text.replace(/^/u, '新しい');
  await page.getByLabel('取組の文').first().fill(changed);
  const seen = page.frameLocator('iframe').getByText(changed).first();
  // The real pages take some seconds until they stand for the first time.
  for (let look = 0; look < 20 && !(await seen.isVisible()); look++) {
    await page.getByRole('button', { name: '保存しないで見本に映す' }).first().click();
    await seen.waitFor({ timeout: 6000 }).catch(() => undefined);
  }
  await seen.scrollIntoViewIfNeeded();
  await page
    .getByLabel('取組の文')
    .first()
    .evaluate((field) => {
      field.scrollIntoView({ block: 'center' });
    });
  await picture(page, 'preview');

  await page.goto(new URL(`/edit?file=${section.file}`, running.address).href);
  await page.getByLabel('ひらがなの読み').fill('カタカナ');
  await page.getByRole('button', { name: '保存する', exact: true }).first().click();
  await page.getByRole('alert').waitFor();
  await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor();
  await picture(page, 'error');
} finally {
  await browser.close();
  await running.stop();
}
process.exit();
