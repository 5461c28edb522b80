/** The sharing picture of each page: its address, and the card that it shows. */
import { createHash } from 'node:crypto';
import type { Node } from '@takumi-rs/core';
import { planName, type Plan } from '#model/plan.ts';
import { pageAt, pages, type Page } from '#routes.ts';
import { t } from '#strings.ts';
import { endOf } from '#model/fiscal-year.ts';
import { qrName, to, urls } from '#urls.ts';
import goals from '#styles/goals.css?raw';
import landscape from '#styles/landscape.css?raw';
import tokens from '#styles/tokens.css?raw';
import { cardNode } from './card.ts';
import { readPalette } from './palette.ts';

/** OG_IMAGES=0 builds without pictures, and then no page names one. */
export const PICTURES = process.env.OG_IMAGES !== '0';

export interface Picture {
  /** Path of the PNG in `og/`, without `.png`. */
  name: string;
  card: Node;
}

const palette = readPalette(tokens + goals + landscape);

/** Letters that have room beside the year. */
const FOOT = 12;

function pictureOf({ policy, drawings }: Plan, { href, card }: Page): Picture {
  const { city, ward, fiscalYear, official } = policy;
  const place = `${city}${ward}`;
  const whole = `${place} ${planName(policy)}`;
  const year = `${fiscalYear.printed}（${t.cite.period(fiscalYear.start, endOf(fiscalYear))}）`;
  const standing = official === false ? `・${t.status.unofficial}` : '';
  return {
    name: qrName(href),
    card: cardNode(
      card,
      [whole.length > FOOT ? place : whole, year + standing],
      palette,
      drawings?.card,
    ),
  };
}

export const pictures = (plan: Plan): Picture[] => pages(plan).map((page) => pictureOf(plan, page));

/**
 * The picture's address for a page; a page without one of its own takes the home page's. The query
 * changes with the card, so that a service that keeps pictures asks for it again.
 */
export function pictureAddress(plan: Plan, href: string): string {
  const page = pageAt(plan, href) ?? pageAt(plan, urls.home());
  if (!page) throw new Error('the home page has no entry in routes.ts');
  const { name, card } = pictureOf(plan, page);
  const hash = createHash('sha256').update(JSON.stringify(card)).digest('hex');
  return to(`og/${name}.png?v=${hash.slice(0, 8)}`);
}
