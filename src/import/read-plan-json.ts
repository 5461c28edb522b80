/** Reads a plan from `plan.json`, which holds all of it but the files of its images. */
import type { NounRow, NounRows } from '#tables/noun-rows.ts';
import { planFileSchema, type PlanFile } from '#export/schema.ts';
import { cellsOfRow, layoutOf, RowNames } from '#tables/sheet-layout.ts';
import { nounTable, type NounName } from '#tables/nouns.ts';
import { Refusal } from '#model/problem.ts';
import type { GivenTables } from './given-tables.ts';

export function readPlanJson(text: string, file: string): GivenTables {
  const rows = rowsOfPlan(parsed(text, file));
  const names = new RowNames(rows);
  return new Map(
    [...rows].map(([name, all]) => [
      name,
      all.map((row, index) => ({
        cells: cellsOfRow(name, row, index + 1, names).map((cell, place) =>
          layoutOf(name)[place]?.kind === 'place' ? undefined : cell,
        ),
        whereIs: (place?: number) =>
          `${file} の ${nounTable(name).sheet} ${row.key} ${place === undefined ? '' : (layoutOf(name)[place]?.header ?? '')}`,
      })),
    ]),
  );
}

function parsed(text: string, file: string): PlanFile {
  const refuse = (why: string): never => {
    throw new Refusal(`${file} は plan.json の形ではありません: ${why}`);
  };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse('JSON として読めません');
  }
  const result = planFileSchema.safeParse(value);
  const [issue] = result.error?.issues ?? [];
  return result.success
    ? result.data
    : refuse(`${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}

/** Without what the content does not write: a place that the number gives, a title like the other. */
function withoutDefaults<
  Noun extends {
    order: number;
    number?: number | undefined;
    title: string;
    programmesTitle?: string;
  },
>(noun: Noun) {
  const { order, programmesTitle, ...rest } = noun;
  return {
    ...rest,
    ...(order !== noun.number && { order }),
    ...(programmesTitle !== noun.title && { programmesTitle }),
  };
}

function rowsOfPlan(plan: PlanFile): NounRows {
  const bodyOf = (noun: { paragraphs?: string[]; markdown?: string | undefined }) =>
    noun.markdown ?? noun.paragraphs?.join('\n\n') ?? '';
  const nouns = (all: readonly ({ id: string } & Parameters<typeof bodyOf>[0])[]): NounRow[] =>
    all.map((noun) => ({ key: noun.id, data: noun, body: bodyOf(noun) }));
  return new Map<NounName, NounRow[]>([
    ['policy', [{ key: '', data: plan }]],
    ['parts', nouns(plan.parts)],
    ['goals', nouns(plan.goals.map(withoutDefaults))],
    ['principles', nouns(plan.principles.map(withoutDefaults))],
    ['programmes', nouns(plan.programmes)],
    [
      'activities',
      plan.programmes.flatMap(({ id, activities }) =>
        activities.map(({ editorMonths, ...activity }) => ({
          key: `${id}/${activity.id}`,
          data: { ...activity, months: editorMonths },
        })),
      ),
    ],
    ['sections', nouns(plan.sections)],
    ['pledges', nouns(plan.pledges)],
    ['corrections', plan.corrections.map((row) => ({ key: row.id, data: row }))],
    [
      'readings',
      [
        ...Object.entries(plan.readings.words).map(([word, reading]) => ({
          key: word,
          data: { word, reading, confirmed: '済' },
        })),
        ...Object.entries(plan.readings.unconfirmed).map(([word, row]) => ({
          key: word,
          data: { word, ...row },
        })),
      ],
    ],
    ...(plan.source ? [['source', [{ key: '', data: plan.source }]] as [NounName, NounRow[]]] : []),
  ]);
}
