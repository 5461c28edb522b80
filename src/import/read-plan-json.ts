/** Reads a plan from `plan.json`, which holds all of it but the files of its images. */
import { planFileSchema, type PlanFile } from '#export/schema.ts';
import { Refusal } from '#model/problem.ts';
import type { NounRow, NounRows } from '#tables/noun-rows.ts';
import { nounTable, type NounName } from '#tables/nouns.ts';
import { cellsOfTables, layoutOf } from '#tables/sheet-layout.ts';
import type { Data } from '#text/content-file.ts';
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
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Refusal(`${file} は JSON として読めません。`);
  }
  const { data, error } = planFileSchema.safeParse(json);
  if (data) return data;
  const [{ path, message } = { path: [], message: '' }] = error.issues;
  throw new Refusal(`${file} は plan.json の形ではありません: ${path.join('.')} ${message}`);
}

const FOLDERS = ['parts', 'goals', 'principles', 'programmes', 'sections', 'pledges'] as const;

/** The rows of such a plan, with further fields that no table holds. */
function rowsOfPlan(plan: PlanFile): NounRows {
  const { programmes, corrections, source } = plan;
  const { words, unconfirmed } = plan.readings;
  const readings = [
    ...Object.entries(words).map(([word, reading]) => ({ word, reading, confirmed: '済' })),
    ...Object.entries(unconfirmed).map(([word, row]) => ({ word, ...row })),
  ];
  const activities = programmes.flatMap((programme) =>
    programme.activities.map(({ editorMonths: months, ...activity }) => ({
      key: `${programme.id}/${activity.id}`,
      data: { ...activity, months },
    })),
  );
  return new Map<NounName, NounRow[]>([
    ['policy', [{ key: '', data: plan }]],
    ...FOLDERS.map((name) => [name, plan[name].map(rowOf)] as const),
    ['activities', activities],
    ['corrections', corrections.map((data) => ({ key: data.id, data }))],
    ['readings', readings.map((data) => ({ key: data.word, data }))],
    ['source', source ? [{ key: '', data: source }] : []],
  ]);
}

/** What the number or the title gives is not written. */
function rowOf(noun: PlanFile[(typeof FOLDERS)[number]][number]): NounRow {
  const data: Data = { ...noun };
  if (data.order === data.number) delete data.order;
  if (data.programmesTitle === data.title) delete data.programmesTitle;
  return { key: noun.id, data, body: noun.markdown ?? noun.paragraphs.join('\n\n') };
}
