/**
 * The success criteria of JIS X 8341-3:2016 (WCAG 2.0, levels A and AA), and what decides each: `tests`
 * names checks of the accessibility report, which prove the whole of it, or with `person` a part, as
 * only a person can say the rest. What matches `absent` stands on no page, which a test holds: the
 * criterion does not apply.
 */
import type { Accessibility } from './recorded-facts.ts';
import criteria from './criteria.json' with { type: 'json' };

export interface Criterion {
  id: string;
  level: 'A' | 'AA';
  name: string;
  tests?: readonly (keyof typeof CHECKS)[];
  /** Why a person has to say it; in Japanese, for the statement. */
  person?: string;
  /** A CSS selector. */
  absent?: string;
}

/** The checks of the report, and the tests that they count: a file, or of `pages.spec.ts` a tag. */
export const CHECKS = {
  axe: 'tests/browser/pages.spec.ts',
  layout: 'tests/browser/pages.spec.ts',
  keyboard: 'tests/browser/pages.spec.ts',
  'no-script': 'tests/browser/pages.spec.ts',
  print: 'tests/browser/pages.spec.ts',
  search: 'tests/browser/search.spec.ts',
  html: 'tests/site/html.test.ts',
  names: 'tests/site/accessibility.test.ts',
  contrast: 'tests/unit/contrast.test.ts',
  'screen-reader': 'tests/all/screen-reader/speech.test.ts',
} as const;

/** In the order of the standard. */
export const CRITERIA = criteria as readonly Criterion[];

export type Result = 'conforms' | 'fails' | 'notApplicable' | 'unverified';

/** What the recorded run says of a criterion; a check that it does not hold verifies nothing. */
export function resultOf(
  { tests = [], person, absent }: Criterion,
  report: Accessibility | undefined,
): Result {
  if (absent !== undefined) return 'notApplicable';
  const found = tests.map((id) => report?.checks.find((check) => check.id === id));
  if (found.some((check) => check && check.failed > 0)) return 'fails';
  const isProven = person === undefined && found.every((check) => check && check.tests > 0);
  return isProven ? 'conforms' : 'unverified';
}
