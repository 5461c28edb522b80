/** Reads a plan from `plan.json`, which holds all of it but the files of its images. */
import { planFile } from '#export/json.ts';
import { planFileSchema } from '#export/schema.ts';
import type { Plan } from '#model/plan.ts';
import { Refusal } from '#model/problem.ts';
import {
  emptyDraft,
  type Draft,
  type DraftGoal,
  type DraftSection,
  type Unplaced,
} from './draft.ts';

export function draftOfJson(text: string, file: string): Draft {
  const parsed = planFileSchema.safeParse(JSON.parse(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue?.path.map(String).join('.') ?? '';
    throw new Refusal(`${file} は plan.json の形ではありません: ${where} ${issue?.message ?? ''}`);
  }
  const given = parsed.data;
  const find = <Noun extends { id?: string | undefined }>(
    all: readonly Noun[],
    id: string,
  ): Noun => {
    const noun = all.find((one) => one.id === id);
    if (!noun) throw new Refusal(`${file} に「${id}」がありません。`);
    return noun;
  };
  const goals: DraftGoal[] = given.goals.map((goal) => ({
    ...goal,
    number: goal.number,
    programmesTitle: goal.programmesTitle === goal.title ? undefined : goal.programmesTitle,
    body: goal.paragraphs,
  }));
  const sections: DraftSection[] = given.sections;
  return {
    ...emptyDraft(),
    policy: { ...given, parts: given.parts.map((part) => ({ ...part, body: part.paragraphs })) },
    goals,
    sections,
    principles: given.principles.map((one) => ({ ...one, body: one.paragraphs })),
    programmes: given.programmes.map(({ paragraphs, activities, ...programme }) => ({
      ...programme,
      goal: find(goals, programme.goal),
      repeatedUnder: (programme.repeatedUnder ?? []).map((id) => find(goals, id)),
      sections: programme.sections.map((id) => find(sections, id)),
      otherOwners: programme.otherOwners ?? [],
      body: paragraphs,
      activities: activities.map((one) => ({ ...one, months: one.editorMonths })),
    })),
    pledges: given.pledges.map(({ id, section, paragraphs, ...pledge }) => ({
      ...pledge,
      id: id.slice(section.length + 1),
      section: find(sections, section),
      body: paragraphs,
    })),
    corrections: given.corrections.map(({ address: _, ...row }) => row),
    readings: given.readings,
    source: given.source,
  };
}

/** What the file says otherwise than `plan.json` of the imported plan. */
export function lostValues(text: string, file: string, plan: Plan): Unplaced[] {
  const now = new Map(leaves(planFile(plan)));
  return leaves(JSON.parse(text))
    .filter(([place, value]) => !/address$|\$schema$/u.test(place) && now.get(place) !== value)
    .map(([place, words]) => ({ file, place, words }));
}

/** Every value with its path: `goals.0.title`. */
function leaves(value: unknown, path = ''): [string, string][] {
  if (value === undefined) return [];
  if (typeof value !== 'object' || value === null) return [[path, JSON.stringify(value)]];
  return Object.entries(value).flatMap(([key, inner]) =>
    leaves(inner, path === '' ? key : `${path}.${key}`),
  );
}
