import { z } from 'zod';
import { objectOf, position, words } from './fields.ts';

/**
 * A chapter of the policy (I, II, III); its text is the file's body, `lead` is the line set large
 * under its heading. The part that holds neither goals nor principles is the motto.
 */
export const partSchema = objectOf({
  order: position.describe('並びの順。小さい順に並ぶ'),
  numeral: words.describe('部の番号。印刷のとおりに書く').optional(),
  heading: words.describe('部の見出し'),
  lead: words.describe('見出しの下に大きく出る一文').optional(),
  /** The second line of a motto. */
  subtitle: words.describe('副題。大きく出る一文の下の2行目。印刷のとおりに書く').optional(),
  holds: z
    .enum(['goals', 'principles'], { error: 'goals（目標）か principles（組織運営の考え方）' })
    .describe('この部の下に並ぶもの: goals（目標）か principles（組織運営の考え方）')
    .meta({ labels: { goals: '目標', principles: '組織運営の考え方' } })
    .optional(),
});
