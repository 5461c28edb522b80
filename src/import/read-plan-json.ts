/** Reads a plan from `plan.json`, which holds all of it but the files of its images. */
import { planFileSchema, type PlanFile } from '#export/schema.ts';
import { Refusal } from '#model/problem.ts';
import { rowsOfContent, type ContentParts } from '#tables/noun-rows.ts';
import { nounTable } from '#tables/nouns.ts';
import { cellsOfTables, layoutOf } from '#tables/sheet-layout.ts';
import type { FileParts } from '#text/content-file.ts';
import type { HandedIn, GivenRow } from './given-tables.ts';

/** Tables that it does not have are absent. */
export function readPlanJson(text: string, file: string): HandedIn['tables'] {
  const tables = cellsOfTables(rowsOfContent(contentOf(parsed(text, file))));
  return new Map(
    [...tables].flatMap(([name, all]) => {
      const rows = [...all].map(([key, texts]): GivenRow => {
        const where = `${file} の ${nounTable(name).sheet} ${key}`;
        const cells = layoutOf(name).map(({ header }, index) => ({
          where: `${where} ${header}`,
          text: texts[index] ?? '',
        }));
        return { where, cells };
      });
      return rows.length > 0 ? [[name, rows] as const] : [];
    }),
  );
}

function parsed(text: string, file: string): PlanFile {
  let why = 'JSON として読めません';
  try {
    const { data, error } = planFileSchema.safeParse(JSON.parse(text));
    if (data) return data;
    const [issue] = error.issues;
    why = `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`;
  } catch {
    // Said below.
  }
  throw new Refusal(`${file} は plan.json の形ではありません: ${why}`);
}

/** The files that such a plan comes from, with further fields that no table holds. */
function contentOf(plan: PlanFile): ContentParts {
  const { corrections, source, readings } = plan;
  const unconfirmed = Object.entries(readings.unconfirmed).map(([word, row]) => ({ word, ...row }));
  // What the number or the title gives is not written.
  const goals = plan.goals.map(({ order, programmesTitle, ...goal }) => ({
    ...goal,
    ...(order !== goal.number && { order }),
    ...(programmesTitle !== goal.title && { programmesTitle }),
  }));
  const principles = plan.principles.map(({ order, ...principle }) => ({
    ...principle,
    ...(order !== principle.number && { order }),
  }));
  const programmes = plan.programmes.map(({ activities, ...programme }) => ({
    ...programme,
    activities: activities.map(({ editorMonths: months, ...rest }) => ({ ...rest, months })),
  }));
  const { parts, sections, pledges } = plan;
  const folders = { parts, goals, principles, programmes, sections, pledges };
  return new Map<string, FileParts>([
    ['policy.mdx', { data: plan }],
    ['corrections.yaml', { data: corrections }],
    ['readings.yaml', { data: { words: readings.words, unconfirmed } }],
    ['source.yaml', { data: source }],
    ...Object.entries(folders).flatMap(([folder, nouns]) =>
      nouns.map((noun) => {
        const body = noun.markdown ?? noun.paragraphs.join('\n\n');
        return [`${folder}/${noun.id}.mdx`, { data: noun, body }] as const;
      }),
    ),
  ]);
}
