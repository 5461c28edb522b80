/** Reads a plan from `plan.json`, which holds all of it but the files of its images. */
import { z } from 'zod';
import { planFileSchema, type PlanFile } from '#export/schema.ts';
import { Refusal } from '#model/problem.ts';
import type { NounRow, NounRows } from '#tables/noun-rows.ts';
import { nounTable } from '#tables/nouns.ts';
import { layoutOf } from '#tables/sheet-layout.ts';
import { cellsOfTables } from '#tables/table-cells.ts';
import type { GivenRow, HandedIn } from './given-tables.ts';

/** Tables that it does not have are absent. */
export function readPlanJson(text: string, file: string): HandedIn['tables'] {
  const tables: HandedIn['tables'] = new Map();
  for (const [name, all] of cellsOfTables(rowsOfPlan(parsed(text, file)))) {
    const rows = [...all].map(([key, texts]): GivenRow => {
      const where = `${file} の ${nounTable(name).sheet} ${key}`;
      const cells = layoutOf(name).map(({ header }, index) => {
        return { where: `${where} ${header}`, text: texts[index] ?? '' };
      });
      return { where, cells };
    });
    if (rows.length > 0) tables.set(name, rows);
  }
  return tables;
}

function parsed(text: string, file: string): PlanFile {
  try {
    return planFileSchema.parse(JSON.parse(text));
  } catch (error) {
    const [issue] = error instanceof z.ZodError ? error.issues : [];
    const why = issue ? `${issue.path.join('.')} ${issue.message}` : 'JSON として読めません';
    throw new Refusal(`${file} は plan.json の形ではありません: ${why}`);
  }
}

/** The rows of such a plan, with further fields that no table holds. */
function rowsOfPlan(plan: PlanFile): NounRows {
  const { parts, goals, principles, programmes, sections, pledges, corrections, source } = plan;
  const { words, unconfirmed } = plan.readings;
  return new Map([
    ['policy', [{ key: '', data: plan }]],
    ['parts', parts.map(rowOf)],
    ['goals', goals.map(rowOf)],
    ['principles', principles.map(rowOf)],
    ['programmes', programmes.map(rowOf)],
    [
      'activities',
      programmes.flatMap(({ id, activities }) =>
        activities.map((activity) => ({
          key: `${id}/${activity.id}`,
          data: { ...activity, months: activity.editorMonths },
        })),
      ),
    ],
    ['sections', sections.map(rowOf)],
    ['pledges', pledges.map(rowOf)],
    ['corrections', corrections.map((data) => ({ key: data.id, data }))],
    [
      'readings',
      [
        ...Object.entries(words).map(([word, reading]) => ({ word, reading, confirmed: '済' })),
        ...Object.entries(unconfirmed).map(([word, row]) => ({ word, ...row })),
      ].map((data) => ({ key: data.word, data })),
    ],
    ['source', source ? [{ key: '', data: source }] : []],
  ]);
}

type PlanNoun = PlanFile[
  'parts' | 'goals' | 'principles' | 'programmes' | 'sections' | 'pledges'][number];

/** What the number or the title gives is not written. */
function rowOf(noun: PlanNoun): NounRow {
  const { order, number, title, programmesTitle }: Record<string, unknown> = { ...noun };
  const data = {
    ...noun,
    ...(order === number && { order: undefined }),
    ...(programmesTitle === title && { programmesTitle: undefined }),
  };
  return { key: noun.id, data, body: noun.markdown ?? noun.paragraphs.join('\n\n') };
}
