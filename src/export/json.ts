/**
 * The whole plan as data: nouns by id, each with its permanent address. Every field of the content
 * is passed on; a joined noun is named by its id.
 */
import { endOf } from '#model/fiscal-year.ts';
import type { Noun, Plan } from '#model/plan.ts';
import { absolute, urls } from '#urls.ts';
import type { PlanFile } from './schema.ts';

export const planJson = (plan: Plan): string => `${JSON.stringify(planFile(plan), null, 2)}\n`;

export function planFile(plan: Plan): PlanFile {
  const { paragraphs, markdown, images, fiscalYear, motto, goalsPart, principlesPart, ...policy } =
    plan.policy;
  const { id, address, ...frame } = dataOf(policy, urls.home());
  return {
    $schema: absolute(urls.dataFile('plan.schema.json')),
    address,
    ...frame,
    programmesHeading: frame.programmesHeading || undefined,
    pledgesHeading: frame.pledgesHeading || undefined,
    fiscalYear: {
      printed: fiscalYear.printed,
      from: `${String(fiscalYear.start)}-04`,
      to: `${String(endOf(fiscalYear))}-03`,
    },
    ...(plan.source && { source: plan.source }),
    parts: plan.parts.map((part) => dataOf(part, urls.part(part))),
    goals: plan.goals.map(({ repeated, ...goal }) => dataOf(goal, urls.goal(goal))),
    principles: plan.principles.map((principle) => dataOf(principle, urls.principle(principle))),
    programmes: plan.programmes.map((programme) => ({
      ...dataOf(programme, urls.programme(programme)),
      ...(programme.repeatedUnder.length === 0 && { repeatedUnder: undefined }),
      activities: programme.activities.map((activity) => {
        const { programme, schedules, editorMonths, ...fields } = activity;
        const address = absolute(urls.activity(activity));
        return { ...fields, ...(editorMonths.length > 0 && { editorMonths }), address };
      }),
    })),
    sections: plan.sections.map((section) => dataOf(section, urls.section(section))),
    pledges: plan.pledges.map((pledge) => dataOf(pledge, urls.pledge(pledge))),
    corrections: plan.corrections.map((row) => ({
      ...row,
      address: absolute(urls.corrections(row)),
    })),
    readings: plan.readings,
  };
}

type DataOf<Fields> = {
  [Key in keyof Fields]: Fields[Key] extends Noun
    ? string
    : Fields[Key] extends Noun[]
      ? string[]
      : Fields[Key];
};

/**
 * A noun without its path and body tree, and without its corrections, which are listed once. An
 * image is its words and its address.
 */
function dataOf<Fields extends Omit<Noun, 'paragraphs'>>(noun: Fields, url: string) {
  const { file, body, corrections, images, ...fields } = noun;
  const named = Object.entries({ ...fields, id: idOf(noun) }).map(([key, value]) => [
    key,
    Array.isArray(value) && value.every(isNoun)
      ? value.map(idOf)
      : isNoun(value)
        ? idOf(value)
        : value,
  ]);
  return {
    ...(Object.fromEntries(named) as DataOf<typeof fields>),
    ...(images && {
      images: images.map((image) => ({ alt: image.alt, address: absolute(urls.image(image)) })),
    }),
    address: absolute(url),
  };
}

const isNoun = (value: unknown): value is Noun =>
  typeof value === 'object' && value !== null && 'corrections' in value;

/** Of a pledge its section's, too. */
const idOf = (noun: Pick<Noun, 'id'> & { section?: Pick<Noun, 'id'> }): string =>
  noun.section ? `${noun.section.id}/${noun.id}` : noun.id;
