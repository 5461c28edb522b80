/**
 * The plan as one ordered document: its blocks in the order of the print, each with its words. Every
 * edition (whole text, with readings, policy, plain text, one HTML file) is written from this walk.
 */
import type { WordCorrection } from '#model/correction.ts';
import type { Plan } from '#model/plan.ts';
import { plainBody, type Body } from '#text/body.ts';
import { fullId, urls } from '#urls.ts';

export interface Block {
  kind:
    | 'title'
    | 'part'
    | 'goal'
    | 'principle'
    | 'pointer'
    | 'programmes'
    | 'goal-programmes'
    | 'programme'
    | 'activity'
    | 'mascot'
    | 'pledges'
    | 'section'
    | 'pledge';
  /** Fragment in the editions that hold the whole text. */
  id?: string;
  /** Address of its own page, or of its block on one. */
  href?: string;
  /** Its name without its printed number. */
  subject: string;
  /** The heading as printed; a block without one is its body alone. */
  heading?: string;
  /** Printed after the heading: the owners of a programme. */
  suffix?: string;
  lead?: string;
  body: Body;
  corrections: readonly WordCorrection[];
  /** Number of the goal that it belongs to. */
  goal?: number;
  children: Block[];
}

type Given = Pick<Block, 'kind' | 'subject'> & Partial<Block>;
const block = (given: Given): Block => ({ body: [], corrections: [], children: [], ...given });

export function documentOf(plan: Plan): Block[] {
  const { policy } = plan;
  return [
    block({
      kind: 'title',
      subject: policy.title,
      heading: policy.title,
      corrections: policy.corrections,
    }),
    ...policyBlocks(plan),
    programmesBlock(plan),
    ...(policy.mascot
      ? [
          block({
            kind: 'mascot',
            subject: policy.mascot.name,
            body: plainBody([policy.mascot.caption, policy.mascot.name]),
            corrections: policy.corrections,
          }),
        ]
      : []),
    pledgesBlock(plan),
  ];
}

/** The numbered parts with the goals and the principles, and the line that points onward. */
export function policyBlocks({ policy, goals, principles }: Plan): Block[] {
  const held = {
    goals: () =>
      goals.map((goal) =>
        block({
          kind: 'goal',
          id: fullId.goal(goal),
          href: urls.goal(goal),
          subject: goal.title,
          heading: `${String(goal.number)} ${goal.title}`,
          body: goal.body,
          corrections: goal.corrections,
          goal: goal.number,
        }),
      ),
    principles: () =>
      principles.map((principle) =>
        block({
          kind: 'principle',
          id: fullId.principle(principle),
          href: urls.principle(principle),
          subject: principle.title,
          heading: principle.title,
          body: principle.body,
          corrections: principle.corrections,
        }),
      ),
  };
  const parts = policy.parts.map((part) =>
    block({
      kind: 'part',
      id: fullId.part(part),
      href: urls.part(part),
      subject: part.heading,
      heading: `${part.numeral} ${part.heading}`,
      ...(part.lead !== undefined && { lead: part.lead }),
      corrections: policy.corrections,
      children: part.holds ? held[part.holds]() : [],
    }),
  );
  const pointer = block({
    kind: 'pointer',
    subject: policy.pointer,
    body: plainBody([policy.pointer]),
    corrections: policy.corrections,
  });
  return [...parts, pointer];
}

function programmesBlock({ policy, goals }: Plan): Block {
  return block({
    kind: 'programmes',
    id: fullId.programmes(),
    href: urls.programmes(),
    subject: policy.programmesHeading,
    heading: policy.programmesHeading,
    corrections: policy.corrections,
    children: goals.map((goal) =>
      block({
        kind: 'goal-programmes',
        id: fullId.goalProgrammes(goal),
        subject: goal.programmesTitle,
        heading: `${String(goal.number)} ${goal.programmesTitle} ${goal.subtitle}`,
        corrections: goal.corrections,
        goal: goal.number,
        children: goal.programmes.map((programme) =>
          block({
            kind: 'programme',
            id: fullId.programme(programme),
            href: urls.programme(programme),
            subject: programme.title,
            heading: programme.title,
            suffix: `【${programme.sections.map(({ name }) => name).join('、')}】`,
            body: programme.body,
            corrections: programme.corrections,
            goal: goal.number,
            children: programme.activities.map((activity) =>
              block({
                kind: 'activity',
                id: fullId.activity(activity),
                href: urls.activity(activity),
                subject: activity.text,
                body: plainBody([activity.text]),
                corrections: programme.corrections,
                goal: goal.number,
              }),
            ),
          }),
        ),
      }),
    ),
  });
}

function pledgesBlock({ policy, sections }: Plan): Block {
  return block({
    kind: 'pledges',
    id: fullId.pledges(),
    href: urls.sections(),
    subject: policy.pledgesHeading,
    heading: `${policy.pledgesHeading} ${policy.pledgesSubtitle}`,
    corrections: policy.corrections,
    children: sections.map((section) =>
      block({
        kind: 'section',
        id: fullId.section(section),
        href: urls.section(section),
        subject: section.name,
        heading: section.name,
        corrections: section.corrections,
        children: section.pledges.map((pledge) => {
          const named = pledge.units.length > 0;
          return block({
            kind: 'pledge',
            id: fullId.pledge(pledge),
            href: urls.pledge(pledge),
            subject: named ? `${section.name} ${pledge.name}` : pledge.name,
            ...(named && { heading: pledge.name }),
            body: pledge.body,
            corrections: pledge.corrections,
          });
        }),
      }),
    ),
  });
}

/** All blocks in their order, each before its children, with its depth. */
export function flatten(blocks: readonly Block[], depth = 1): { block: Block; depth: number }[] {
  return blocks.flatMap((block) => [
    { block, depth: block.kind === 'title' ? depth : depth + 1 },
    ...flatten(block.children, depth + 1),
  ]);
}
