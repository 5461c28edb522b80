/**
 * The whole plan as data: nouns by id, each with its permanent address. Every field of the content
 * is passed on; a joined noun is named by its id.
 */
import { endOf } from '#model/fiscal-year.ts';
import type { Noun, Plan } from '#model/plan.ts';
import { absolute, urls } from '#urls.ts';
import type { PlanFile } from './schema.ts';

export function planFile(plan: Plan): PlanFile {
  const {
    id,
    paragraphs,
    markdown,
    images,
    fiscalYear,
    motto,
    goalsPart,
    principlesPart,
    ...frame
  } = fieldsOf(plan.policy);
  return {
    $schema: absolute(urls.dataFile('plan.schema.json')),
    address: absolute(urls.home()),
    ...frame,
    programmesHeading: frame.programmesHeading || undefined,
    pledgesHeading: frame.pledgesHeading || undefined,
    fiscalYear: {
      printed: fiscalYear.printed,
      from: `${String(fiscalYear.start)}-04`,
      to: `${String(endOf(fiscalYear))}-03`,
    },
    ...(plan.source && { source: plan.source }),
    parts: plan.parts.map((part) => ({
      ...fieldsOf(part),
      address: absolute(urls.part(part)),
    })),
    goals: plan.goals.map(({ repeated: _repeated, ...goal }) => ({
      ...fieldsOf(goal),
      address: absolute(urls.goal(goal)),
      programmes: goal.programmes.map(({ id }) => id),
    })),
    principles: plan.principles.map((principle) => ({
      ...fieldsOf(principle),
      address: absolute(urls.principle(principle)),
    })),
    programmes: plan.programmes.map((programme) => ({
      ...fieldsOf(programme),
      address: absolute(urls.programme(programme)),
      goal: programme.goal.id,
      sections: programme.sections.map(({ id }) => id),
      repeatedUnder:
        programme.repeatedUnder.length > 0
          ? programme.repeatedUnder.map(({ id }) => id)
          : undefined,
      activities: programme.activities.map((activity) => {
        const { programme: _programme, schedules: _schedules, editorMonths, ...fields } = activity;
        return {
          ...fields,
          ...(editorMonths.length > 0 && { editorMonths }),
          address: absolute(urls.activity(activity)),
        };
      }),
    })),
    sections: plan.sections.map((section) => ({
      ...fieldsOf(section),
      address: absolute(urls.section(section)),
      programmes: section.programmes.map(({ id }) => id),
      pledges: section.pledges.map((pledge) => `${section.id}/${pledge.id}`),
    })),
    pledges: plan.pledges.map((pledge) => ({
      ...fieldsOf(pledge),
      id: `${pledge.section.id}/${pledge.id}`,
      address: absolute(urls.pledge(pledge)),
      section: pledge.section.id,
    })),
    corrections: plan.corrections.map((row) => ({
      ...row,
      address: absolute(urls.corrections(row)),
    })),
    readings: plan.readings,
  };
}

export const planJson = (plan: Plan): string => `${JSON.stringify(planFile(plan), null, 2)}\n`;

/**
 * A noun without its path and body tree, and without its corrections, which are listed once. An
 * image is its words and its address.
 */
function fieldsOf<Fields extends Noun>({ file, body, corrections, images, ...fields }: Fields) {
  return {
    ...fields,
    ...(images && {
      images: images.map((image) => ({ alt: image.alt, address: absolute(urls.image(image)) })),
    }),
  };
}
