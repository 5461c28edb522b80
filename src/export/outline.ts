/** The plan's words in the order of the source, for the exports that are read from top to end. */
import type { Plan } from '#model/plan.ts';
import { fullId } from '#urls.ts';

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3 | 4; text: string; id?: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'item'; text: string; id: string };

export function outline({ policy, ...plan }: Plan): Block[] {
  const [motto, measures, office] = policy.parts;
  return [
    heading(1, policy.title),
    ...part(motto),
    ...part(measures),
    ...plan.goals.flatMap((goal) => [
      heading(3, `${String(goal.number)} ${goal.title}`, fullId.goal(goal)),
      ...goal.paragraphs.map(paragraph),
    ]),
    ...part(office),
    ...plan.principles.flatMap((principle) => [
      heading(3, principle.title, fullId.principle(principle)),
      ...principle.paragraphs.map(paragraph),
    ]),
    paragraph(policy.pointer),
    heading(2, policy.programmesHeading, fullId.programmes()),
    ...plan.goals.flatMap((goal) => [
      heading(
        3,
        `${String(goal.number)} ${goal.programmesTitle} ${goal.subtitle}`,
        fullId.goalProgrammes(goal),
      ),
      ...goal.programmes.flatMap((programme) => [
        heading(
          4,
          `${programme.title} 【${programme.sections.map(({ name }) => name).join('、')}】`,
          fullId.programme(programme),
        ),
        ...programme.activities.map((activity): Block => ({
          kind: 'item',
          text: activity.text,
          id: fullId.activity(activity),
        })),
      ]),
    ]),
    ...(policy.mascot ? [paragraph(policy.mascot.caption), paragraph(policy.mascot.name)] : []),
    heading(2, `${policy.pledgesHeading} ${policy.pledgesSubtitle}`, fullId.pledges()),
    ...plan.sections.flatMap((section) => [
      heading(3, section.name, fullId.section(section)),
      ...section.pledges.flatMap((pledge) => [
        ...(pledge.units.length > 0 ? [heading(4, pledge.name, fullId.pledge(pledge))] : []),
        ...pledge.paragraphs.map(paragraph),
      ]),
    ]),
  ];
}

const heading = (level: 1 | 2 | 3 | 4, text: string, id?: string): Block => ({
  kind: 'heading',
  level,
  text,
  ...(id && { id }),
});
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

function part(part: Plan['policy']['parts'][number] | undefined): Block[] {
  if (!part) return [];
  const title = heading(2, `${part.numeral} ${part.heading}`, fullId.part(part));
  return part.lead ? [title, paragraph(part.lead)] : [title];
}
