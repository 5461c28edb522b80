/** One answer, and the order of answers. */
import type { Doc, Keyword } from './doc.ts';

/**
 * `words`: printed as typed · `index`: by its reading or as an everyday word · `all`: every part of
 * the question · `slip`: but for a slip · `part`: only a part of the question.
 */
export type Tier = 'words' | 'index' | 'all' | 'slip' | 'part';
export interface Hit {
  url: string;
  tier: Tier;
  score: number;
  /** Folded stretches to mark. */
  marks: string[];
  /** The everyday words that brought it here. */
  keywords: string[];
}

const ORDER: readonly Tier[] = ['words', 'index', 'all', 'slip', 'part'];
const PRIOR: Record<string, number> = {
  programme: 3,
  pledge: 2,
  section: 1.5,
  goal: 1,
  principle: 0.5,
};

/** What a record counts for what it is: programmes and pledges before what frames them. */
export const prior = ({ kind }: Doc): number => PRIOR[kind] ?? 0;

/** The record as an answer; `score` is for what it says, to which comes what it is. */
export function hit(doc: Doc, tier: Tier, score: number, marks: string[], keyword?: Keyword): Hit {
  return {
    url: doc.url,
    tier,
    score: score + prior(doc),
    marks: marks.filter((mark) => mark !== ''),
    keywords: keyword ? [keyword.shown] : [],
  };
}

/** The same hits in order: tier by tier, the best of each first. */
export const sorted = (hits: Hit[]): Hit[] =>
  hits.sort((a, b) => ORDER.indexOf(a.tier) - ORDER.indexOf(b.tier) || b.score - a.score);

/** The hits below those that are shown: these keep their places, whatever of them is known now. */
export function below(shown: readonly Hit[], hits: readonly Hit[]): Hit[] {
  const known = new Set(shown.map(({ url }) => url));
  return [...shown, ...hits.filter(({ url }) => !known.has(url))];
}
