/** How a part of the plan is cited: what, whose, in which plan of which year, and where. */
import { endOf } from '#model/fiscal-year.ts';
import type { Policy } from '#model/plan.ts';
import { t } from '#strings.ts';
import { absolute } from '#urls.ts';

export interface Cited {
  title: string;
  /** The sections that own it, if any. */
  sections?: readonly { name: string }[];
  /** Its address below the origin. */
  href: string;
}

export function citation(policy: Policy, { title, sections = [], href }: Cited): string {
  const { fiscalYear } = policy;
  const owners = sections.map(({ name }) => name).join('、');
  return t.cite.text({
    title,
    owners: owners === title ? '' : owners,
    ward: `${policy.city}${policy.ward}`,
    plan: policy.title,
    year: `${fiscalYear.printed}、${t.cite.period(fiscalYear.start, endOf(fiscalYear))}`,
    address: absolute(href),
  });
}
