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
  type Noun,
  type Plan,
  type Programme,
} from '#model/plan.ts';
import { t } from '#strings.ts';
import { cutAtList, plainBody, type Body } from '#text/body.ts';
import { fullId, urls } from '#urls.ts';
import { shownFacts } from './shown-facts.ts';

type NounKind = 'part' | 'goal' | 'principle' | 'programme' | 'section' | 'pledge';
/** What stands above nouns. */
type ListKind = 'goals' | 'goal-list' | 'programmes' | 'goal-programmes' | 'group' | 'pledges';

export interface Block {
  kind: NounKind | ListKind | 'title' | 'pointer' | 'activity' | 'repeated' | 'mascot';
  /** Fragment in the editions that hold the whole text. */
  id?: string | undefined;
  /** Address of its own page, or of its block on one. */
  href?: string | undefined;
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

const block = (kind: Block['kind'], subject: string, rest: Partial<Block> = {}): Block => ({
  kind,
  subject,
  body: [],
  corrections: [],
  children: [],
  ...rest,
});
/** A block whose heading is its name. */
const headed = (kind: Block['kind'], heading: string, rest: Partial<Block>): Block =>
  block(kind, heading, { heading, ...rest });
/** A noun as it stands in its file, headed by its name. */
function nounBlock(kind: NounKind, noun: Noun, name: string, rest: Partial<Block>) {
  const { body, corrections } = noun;
  return headed(kind, name, {
    id: (fullId[kind] as (noun: Noun) => string)(noun),
    href: (urls[kind] as (noun: Noun) => string)(noun),
    facts: shownFacts(`${kind}s`, noun),
    body,
    corrections,
    ...rest,
  });
}
/** Words of a heading with a space between; what is absent leaves none. */
const joined = (...words: (string | undefined)[]) => words.filter(Boolean).join(' ');

export function documentOf(plan: Plan): Block[] {
  const { policy, programmes, sections } = plan;
  const { corrections, mascot } = policy;
  const mascotBody = mascot && plainBody([mascot.caption, mascot.name]);
  return [
    headed('title', policy.title, { facts: shownFacts('policy', policy), corrections }),
    ...policyBlocks(plan),
    ...(programmes.length > 0 ? [programmesBlock(plan)] : []),
    ...(mascotBody ? [block('mascot', mascot.name, { body: mascotBody, corrections })] : []),
    ...(sections.length > 0 ? [pledgesBlock(plan)] : []),
  ];
}

/**
 * The parts with the goals and the principles, and the line that points onward. Goals or principles
 * that no part holds follow the parts.
 */
export function policyBlocks({ policy, parts, goals, principles }: Plan): Block[] {
  const { corrections, goalsHeading, pointer, goalsPart, principlesPart } = policy;
  const children = goals.map(goalBlock);
  const partsHold = {
    goals: goalsHeading ? [headed('goals', goalsHeading, { corrections, children })] : children,
    principles: principles.map((principle) =>
      nounBlock('principle', principle, principle.title, { heading: numberedTitle(principle) }),
    ),
  };
  return [
    ...parts.map((part) =>
      nounBlock('part', part, part.heading, {
        heading: joined(part.numeral, part.heading),
        lead: part.lead,
        subtitle: part.subtitle,
        children: part.holds ? partsHold[part.holds] : [],
      }),
    ),
    ...(goalsPart ? [] : partsHold.goals),
    ...(principlesPart ? [] : partsHold.principles),
    ...(pointer ? [block('pointer', pointer, { body: plainBody([pointer]), corrections })] : []),
  ];
}

/** The heading above the goals has no address: a table of contents leads to the goals below it. */
export const addressed = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block) => (block.kind === 'goals' ? block.children : block));

function goalBlock(goal: Goal): Block {
  const { title, corrections, listHeading } = goal;
  const heading = numberedTitle(goal);
  if (listHeading === undefined)
    return nounBlock('goal', goal, title, { heading, goal: goal.order });
  const [body, list] = cutAtList(goal.body);
  const children = [
    headed('goal-list', listHeading, { body: list, corrections, goal: goal.order }),
  ];
  return nounBlock('goal', goal, title, { heading, body, goal: goal.order, children });
}

function programmesBlock({ policy, goals }: Plan): Block {
  return headed('programmes', policy.programmesHeading, {
    id: fullId.programmes(),
    href: urls.programmes(),
    corrections: policy.corrections,
    children: goals.filter(hasProgrammes).map((goal) =>
      headed('goal-programmes', goal.programmesTitle, {
        id: fullId.goalProgrammes(goal),
        heading: joined(numberedTitle(goal, goal.programmesTitle), goal.subtitle),
        corrections: goal.corrections,
        goal: goal.order,
        children: [
          ...grouped(goal),
          ...goal.repeated.map((programme) => repeatedBlock(programme, goal)),
        ],
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
    const children = [programmeBlock(programme)];
    if (group === undefined) blocks.push(...children);
    else if (last?.kind === 'group' && last.subject === group) last.children.push(...children);
    else blocks.push(headed('group', group, { goal: goal.order, children }));
  }
  return blocks;
}

const ownersOf = (programme: Programme) => {
  const names = ownerNames(programme);
  return names.length > 0 ? `【${names.join('、')}】` : undefined;
};

function programmeBlock(programme: Programme): Block {
  const { title, marks, corrections, activities } = programme;
  const goal = programme.goal.order;
  return nounBlock('programme', programme, title, {
    suffix: ownersOf(programme),
    marks,
    goal,
    children: activities.map((activity) =>
      block('activity', activity.text, {
        id: fullId.activity(activity),
        href: urls.activity(activity),
        marks: activity.marks,
        facts: shownFacts('activities', activity),
        body: plainBody([activity.text]),
        corrections,
        goal,
      }),
    ),
  });
}

/** A programme that is printed under this goal too: its name leads to its page. */
const repeatedBlock = (programme: Programme, goal: Goal) =>
  headed('repeated', programme.title, {
    href: urls.programme(programme),
    suffix: joined(ownersOf(programme), t.full.repeated),
    corrections: programme.corrections,
    goal: goal.order,
  });

function pledgesBlock({ policy, sections }: Plan): Block {
  return block('pledges', policy.pledgesHeading, {
    id: fullId.pledges(),
    href: urls.sections(),
    heading: joined(policy.pledgesHeading, policy.pledgesSubtitle) || undefined,
    corrections: policy.corrections,
    children: sections.map((section) =>
      nounBlock('section', section, section.name, {
        children: section.pledges.map((pledge) =>
          nounBlock('pledge', pledge, pledgeTitle(pledge), {
            heading: pledge.units.length > 0 ? pledge.name : undefined,
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
