/**
 * The plan as one ordered document: its blocks in the order of the print, each with its words. Every
 * edition (whole text, with readings, policy, plain text, one HTML file) is written from this walk.
 */
import type { WordCorrection } from '#model/correction.ts';
import type { Fact } from '#model/fields.ts';
import {
  hasProgrammes,
  numberedTitle,
  ownerNames,
  pledgeTitle,
  type Goal,
  type Part,
  type Plan,
  type Principle,
  type Programme,
} from '#model/plan.ts';
import { t } from '#strings.ts';
import { cutAtList, plainBody, type Body } from '#text/body.ts';
import { fullId, urls } from '#urls.ts';
import { shownFacts } from './shown-facts.ts';

export interface Block {
  kind:
    | 'title'
    | 'part'
    | 'goals'
    | 'goal'
    | 'goal-list'
    | 'principle'
    | 'pointer'
    | 'programmes'
    | 'goal-programmes'
    | 'group'
    | 'programme'
    | 'activity'
    | 'repeated'
    | 'mascot'
    | 'pledges'
    | 'section'
    | 'pledge';
  /** Fragment in the editions that hold the whole text. */
  id?: string | undefined;
  /** Address of its own page, or of its block on one. */
  href?: string | undefined;
  /** Address of its block on its owner's page, where it has a page of its own as well. */
  hrefOnOwner?: string | undefined;
  /** Its name without its printed number. */
  subject: string;
  /** The heading as printed; a block without one is its body alone. */
  heading?: string | undefined;
  /** Printed after the heading: the owners of a programme. */
  suffix?: string | undefined;
  lead?: string | undefined;
  /** The line below the lead. */
  subtitle?: string | undefined;
  marks?: readonly string[] | undefined;
  facts?: readonly Fact[] | undefined;
  body: Body;
  corrections: readonly WordCorrection[];
  /** Place of the goal that it belongs to. */
  goal?: number | undefined;
  children: Block[];
}

type Given = Pick<Block, 'kind' | 'subject'> & Partial<Block>;
const block = (given: Given): Block => ({ body: [], corrections: [], children: [], ...given });
/** Words of a heading with a space between; what is absent leaves none. */
const joined = (...words: (string | undefined)[]) => words.filter(Boolean).join(' ');

export function documentOf(plan: Plan): Block[] {
  const { policy, programmes, sections } = plan;
  const { corrections, mascot, title } = policy;
  const facts = shownFacts('policy', policy);
  return [
    block({ kind: 'title', subject: title, heading: title, facts, corrections }),
    ...policyBlocks(plan),
    ...(programmes.length > 0 ? [programmesBlock(plan)] : []),
    ...(mascot
      ? [
          block({
            kind: 'mascot',
            subject: mascot.name,
            body: plainBody([mascot.caption, mascot.name]),
            corrections,
          }),
        ]
      : []),
    ...(sections.length > 0 ? [pledgesBlock(plan)] : []),
  ];
}

/**
 * The parts with the goals and the principles, and the line that points onward. Goals or principles
 * that no part holds follow the parts.
 */
export function policyBlocks({ policy, parts, goals, principles }: Plan): Block[] {
  const { corrections, goalsHeading, pointer } = policy;
  const children = goals.map(goalBlock);
  const held = {
    goals: goalsHeading
      ? [
          block({
            kind: 'goals',
            subject: goalsHeading,
            heading: goalsHeading,
            corrections,
            children,
          }),
        ]
      : children,
    principles: principles.map(principleBlock),
  };
  return [
    ...parts.map((part) => partBlock(part, part.holds ? held[part.holds] : [])),
    ...(policy.goalsPart ? [] : held.goals),
    ...(policy.principlesPart ? [] : held.principles),
    ...(pointer
      ? [block({ kind: 'pointer', subject: pointer, body: plainBody([pointer]), corrections })]
      : []),
  ];
}

const partBlock = (part: Part, children: Block[]) =>
  block({
    kind: 'part',
    id: fullId.part(part),
    href: urls.part(part),
    subject: part.heading,
    heading: joined(part.numeral, part.heading),
    lead: part.lead,
    subtitle: part.subtitle,
    facts: shownFacts('parts', part),
    body: part.body,
    corrections: part.corrections,
    children,
  });

/** The heading above the goals has no address: a table of contents leads to the goals below it. */
export const addressed = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((one) => (one.kind === 'goals' ? one.children : one));

function goalBlock(goal: Goal): Block {
  const { order, corrections, listHeading } = goal;
  const [body, list] = listHeading === undefined ? [goal.body, []] : cutAtList(goal.body);
  return block({
    kind: 'goal',
    id: fullId.goal(goal),
    href: urls.goal(goal),
    subject: goal.title,
    heading: numberedTitle(goal),
    facts: shownFacts('goals', goal),
    body,
    corrections,
    goal: order,
    children: listHeading
      ? [
          block({
            kind: 'goal-list',
            subject: listHeading,
            heading: listHeading,
            body: list,
            corrections,
            goal: order,
          }),
        ]
      : [],
  });
}

const principleBlock = (principle: Principle) =>
  block({
    kind: 'principle',
    id: fullId.principle(principle),
    href: urls.principle(principle),
    subject: principle.title,
    heading: numberedTitle(principle),
    facts: shownFacts('principles', principle),
    body: principle.body,
    corrections: principle.corrections,
  });

function programmesBlock({ policy, goals }: Plan): Block {
  return block({
    kind: 'programmes',
    id: fullId.programmes(),
    href: urls.programmes(),
    subject: policy.programmesHeading,
    heading: policy.programmesHeading,
    corrections: policy.corrections,
    children: goals.filter(hasProgrammes).map((goal) =>
      block({
        kind: 'goal-programmes',
        id: fullId.goalProgrammes(goal),
        subject: goal.programmesTitle,
        heading: joined(numberedTitle(goal, goal.programmesTitle), goal.subtitle),
        corrections: goal.corrections,
        goal: goal.order,
        children: [...grouped(goal), ...goal.repeated.map((one) => repeatedBlock(one, goal))],
      }),
    ),
  });
}

/** A goal's programmes; consecutive ones of one group share its heading. */
function grouped(goal: Goal): Block[] {
  const blocks: Block[] = [];
  for (const programme of goal.programmes) {
    const { group } = programme;
    const last = blocks.at(-1);
    if (group === undefined) blocks.push(programmeBlock(programme));
    else if (last?.kind === 'group' && last.subject === group)
      last.children.push(programmeBlock(programme));
    else
      blocks.push(
        block({
          kind: 'group',
          subject: group,
          heading: group,
          goal: goal.order,
          children: [programmeBlock(programme)],
        }),
      );
  }
  return blocks;
}

const ownersOf = (programme: Programme) => {
  const names = ownerNames(programme);
  return names.length > 0 ? `【${names.join('、')}】` : undefined;
};

const programmeBlock = (programme: Programme) =>
  block({
    kind: 'programme',
    id: fullId.programme(programme),
    href: urls.programme(programme),
    subject: programme.title,
    heading: programme.title,
    suffix: ownersOf(programme),
    marks: programme.marks,
    facts: shownFacts('programmes', programme),
    body: programme.body,
    corrections: programme.corrections,
    goal: programme.goal.order,
    children: programme.activities.map((activity) =>
      block({
        kind: 'activity',
        id: fullId.activity(activity),
        href: urls.activity(activity),
        subject: activity.text,
        marks: activity.marks,
        facts: shownFacts('activities', activity),
        body: plainBody([activity.text]),
        corrections: programme.corrections,
        goal: programme.goal.order,
      }),
    ),
  });

/** A programme that is printed under this goal too: its name leads to its page. */
const repeatedBlock = (programme: Programme, goal: Goal) =>
  block({
    kind: 'repeated',
    href: urls.programme(programme),
    subject: programme.title,
    heading: programme.title,
    suffix: joined(ownersOf(programme), t.full.repeated),
    corrections: programme.corrections,
    goal: goal.order,
  });

function pledgesBlock({ policy, sections }: Plan): Block {
  return block({
    kind: 'pledges',
    id: fullId.pledges(),
    href: urls.sections(),
    subject: policy.pledgesHeading,
    heading: joined(policy.pledgesHeading, policy.pledgesSubtitle) || undefined,
    corrections: policy.corrections,
    children: sections.map((section) =>
      block({
        kind: 'section',
        id: fullId.section(section),
        href: urls.section(section),
        subject: section.name,
        heading: section.name,
        facts: shownFacts('sections', section),
        corrections: section.corrections,
        children: section.pledges.map((pledge) =>
          block({
            kind: 'pledge',
            id: fullId.pledge(pledge),
            href: urls.pledge(pledge),
            hrefOnOwner: urls.pledgeOfSection(pledge),
            subject: pledgeTitle(pledge),
            heading: pledge.units.length > 0 ? pledge.name : undefined,
            facts: shownFacts('pledges', pledge),
            body: pledge.body,
            corrections: pledge.corrections,
          }),
        ),
      }),
    ),
  });
}

/** Whether it is an item of a list, as activities and sections that pledge nothing are. */
export const isItem = ({ kind, children, facts = [] }: Block): boolean =>
  kind === 'activity' || (kind === 'section' && children.length + facts.length === 0);

/** All blocks in their order, each before its children, with its depth. */
export function flatten(blocks: readonly Block[], depth = 1): { block: Block; depth: number }[] {
  return blocks.flatMap((block) => [
    { block, depth: block.kind === 'title' ? depth : depth + 1 },
    ...flatten(block.children, depth + 1),
  ]);
}
