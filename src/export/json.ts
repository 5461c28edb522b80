/** The whole plan as data: nouns by id, each with its permanent address. */
import type { Plan } from '#model/plan.ts';
import { absolute, urls } from '#urls.ts';
import type { PlanFile } from './schema.ts';

export function planFile(plan: Plan): PlanFile {
  const { city, ward, title, fiscalYear, parts, pointer, mascot } = plan.policy;
  const { programmesHeading, pledgesHeading, pledgesSubtitle } = plan.policy;
  return {
    $schema: absolute(urls.dataFile('plan.schema.json')),
    address: absolute(urls.home()),
    city,
    ward,
    title,
    fiscalYear: {
      printed: fiscalYear.printed,
      from: `${String(fiscalYear.start)}-04`,
      to: `${String(fiscalYear.start + 1)}-03`,
    },
    ...(plan.source && { source: plan.source }),
    parts: parts.map((part) => ({ ...part, address: absolute(urls.part(part)) })),
    pointer,
    programmesHeading,
    pledgesHeading,
    pledgesSubtitle,
    ...(mascot && { mascot }),
    goals: plan.goals.map((goal) => ({
      id: goal.id,
      address: absolute(urls.goal(goal)),
      number: goal.number,
      title: goal.title,
      programmesTitle: goal.programmesTitle,
      subtitle: goal.subtitle,
      paragraphs: goal.paragraphs,
      programmes: goal.programmes.map(({ id }) => id),
    })),
    principles: plan.principles.map((principle) => ({
      id: principle.id,
      address: absolute(urls.principle(principle)),
      number: principle.number,
      title: principle.title,
      paragraphs: principle.paragraphs,
    })),
    programmes: plan.programmes.map((programme) => ({
      id: programme.id,
      address: absolute(urls.programme(programme)),
      number: programme.number,
      title: programme.title,
      goal: programme.goal.id,
      sections: programme.sections.map(({ id }) => id),
      activities: programme.activities.map((activity) => ({
        id: activity.id,
        address: absolute(urls.activity(activity)),
        text: activity.text,
        timing: activity.timing,
        months: activity.months,
        notes: activity.notes,
      })),
    })),
    sections: plan.sections.map((section) => ({
      id: section.id,
      address: absolute(urls.section(section)),
      name: section.name,
      kana: section.kana,
      order: section.order,
      programmes: section.programmes.map(({ id }) => id),
      pledges: section.pledges.map((pledge) => `${section.id}/${pledge.id}`),
    })),
    pledges: plan.pledges.map((pledge) => ({
      id: `${pledge.section.id}/${pledge.id}`,
      address: absolute(urls.pledge(pledge)),
      section: pledge.section.id,
      order: pledge.order,
      name: pledge.name,
      units: pledge.units,
      paragraphs: pledge.paragraphs,
    })),
    corrections: plan.corrections.map((row) => ({
      ...row,
      address: absolute(urls.corrections(row)),
    })),
    readings: plan.readings,
  };
}

export const planJson = (plan: Plan): string => `${JSON.stringify(planFile(plan), null, 2)}\n`;
