/** Placeholders for what every plan must have and the files do not give. */
import type { Draft } from './draft.ts';

/** The draft with all that is required, and the names of the fields of the policy that were made up. */
export function withPlaceholders(draft: Draft): { draft: Draft; placeholders: string[] } {
  const { policy, goals, programmes, pledges } = draft;
  const ward = policy.ward ?? '区の名前';
  const now = new Date();
  const year = now.getMonth() < 3 ? now.getFullYear() - 1 : now.getFullYear();
  const required = {
    city: '市の名前',
    ward,
    title: `${String(year)}年度 ${ward} 計画の題名`,
    ...(programmes.length > 0 && { programmesHeading: '事業の見出し' }),
    ...(pledges.length > 0 && { pledgesHeading: '取組目標の見出し' }),
  };
  const named = goals.length > 0 ? goals : [{ title: '目標の題名', body: [] }];
  for (const goal of named) goal.title ||= '目標の題名';
  return {
    draft: { ...draft, goals: named, policy: { ...required, ...policy } },
    placeholders: Object.keys(required).filter((name) => !(name in policy)),
  };
}
