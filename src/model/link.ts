/** Joins the validated files of `content/` into the plan. */
import { placeFaults, planFaults, samePlaceFaults, type Fault } from './consistency.ts';
import { placeOf } from './fields.ts';
import { readFiscalYear } from './fiscal-year.ts';
import type {
  Activity,
  Entry,
  Goal,
  Noun,
  Part,
  Plan,
  PlanContent,
  Policy,
  Principle,
  Programme,
  Section,
} from './plan.ts';
import { ContentError, fieldPath, problemIn } from './problem.ts';
import { imagesOf, isPlain, paragraphsOf, textsOf } from '#text/body.ts';
import { termsOf } from './terms.ts';
import { timesOf } from './schedule/activity-times.ts';

/** Joins the files by id. Throws one {@link ContentError} with everything that does not join. */
export function linkPlan(content: PlanContent): Plan {
  const faults: Fault[] = [];
  const words = content.corrections.filter((row) => row.status !== 'rule');
  const corrections = Map.groupBy(words, ({ file }) => file);
  const nounOf = <Data>({ id, file, data, body, markdown = '' }: Entry<Data>): Data & Noun => ({
    ...data,
    id,
    file,
    body,
    paragraphs: paragraphsOf(body),
    ...(!isPlain(body) && { markdown: markdown.trim() }),
    ...(imagesOf(body).length > 0 && { images: imagesOf(body) }),
    corrections: corrections.get(file) ?? [],
  });
  const find = <Found>(
    folder: string,
    nouns: ReadonlyMap<string, Found>,
    id: string,
    ...place: [file: string, field: string]
  ): Found | undefined => {
    const ids = [...nouns.keys()].join('、');
    if (!nouns.has(id)) faults.push([...place, id, `${folder}/ にあるid: ${ids}`]);
    return nouns.get(id);
  };

  const parts: Part[] = content.parts.map(nounOf).sort(byOrder);
  const policy = policyOf(nounOf(content.policy), parts, faults);
  const goals = content.goals
    .map((entry): Goal => ({
      ...nounOf(entry),
      order: placeOf(entry.data),
      programmesTitle: entry.data.programmesTitle ?? entry.data.title,
      programmes: [],
      repeated: [],
    }))
    .sort(byOrder);
  const principles = content.principles
    .map((entry): Principle => ({ ...nounOf(entry), order: placeOf(entry.data) }))
    .sort(byOrder);
  const sections = content.sections
    .map((entry): Section => ({ ...nounOf(entry), pledges: [], programmes: [] }))
    .sort(byOrder);
  for (const nouns of [parts, goals, principles, sections]) {
    faults.push(...placeFaults(nouns));
    renumber(nouns);
  }

  const goalsById = new Map(goals.map((goal) => [goal.id, goal]));
  const sectionsById = new Map(sections.map((section) => [section.id, section]));
  for (const entry of content.programmes) {
    const { file, data } = entry;
    const { goal: goalId, sections: owners, repeatedUnder: repeated = [] } = data;
    const goal = find('goals', goalsById, goalId, file, 'goal');
    const sections = owners.flatMap((id, index) => {
      const field = fieldPath(['sections', index]);
      return find('sections', sectionsById, id, file, field) ?? [];
    });
    const repeatedUnder = repeated.flatMap((id, index) => {
      const field = fieldPath(['repeatedUnder', index]);
      return find('goals', goalsById, id, file, field) ?? [];
    });
    if (!goal) continue;
    const noun = { ...nounOf(entry), goal, sections, repeatedUnder };
    const programme: Programme = { ...noun, activities: [] };
    programme.activities = data.activities.map((activity): Activity => {
      const times = timesOf(activity.text, policy.fiscalYear, activity.months);
      return { ...activity, ...times, programme };
    });
    goal.programmes.push(programme);
  }
  for (const { programmes } of goals) {
    programmes.sort((a, b) => a.number - b.number);
    faults.push(...samePlaceFaults('number', programmes));
  }
  const programmes = goals.flatMap((goal) => goal.programmes);
  for (const [index, programme] of programmes.entries()) {
    programme.number = index + 1;
    for (const goal of programme.repeatedUnder) goal.repeated.push(programme);
    for (const section of programme.sections) section.programmes.push(programme);
  }

  // The folder of a pledge names its section.
  for (const entry of content.pledges) {
    const [sectionId = '', id = ''] = entry.id.split('/');
    const section = find('sections', sectionsById, sectionId, entry.file, 'フォルダー名');
    const name = entry.data.units.join('、') || section?.name;
    if (section && name) section.pledges.push({ ...nounOf(entry), id, section, name });
  }
  for (const { pledges } of sections) {
    pledges.sort(byOrder);
    faults.push(...samePlaceFaults('order', pledges));
    renumber(pledges);
  }
  const plan: Plan = {
    ...content,
    entries: allEntries(content),
    policy,
    parts,
    goals,
    principles,
    programmes,
    sections,
    pledges: sections.flatMap(({ pledges }) => pledges),
    pages: content.pages.toSorted(
      (a, b) => (a.data.order ?? 0) - (b.data.order ?? 0) || (a.id < b.id ? -1 : 1),
    ),
    keywords: content.keywords ?? [],
    terms: termsOf(content.terms ?? {}, policy),
  };
  faults.push(...planFaults(plan, textsOfPlan(plan)));
  if (faults.length > 0) throw new ContentError(faults.map((fault) => problemIn(...fault)));
  return plan;
}

const byOrder = (a: { order: number }, b: { order: number }) => a.order - b.order;

function renumber(nouns: readonly { order: number }[]) {
  for (const [index, noun] of nouns.entries()) noun.order = index + 1;
}

function policyOf(
  policy: PlanContent['policy']['data'] & Noun,
  parts: readonly Part[],
  faults: Fault[],
): Policy {
  const { file, title, ward } = policy;
  const fiscalYear = readFiscalYear(title);
  if (!fiscalYear) faults.push([file, 'title', title, '年度を含む題名（例: 令和元年度 …）']);
  if (!title.includes(ward)) faults.push([file, 'ward', ward, 'title の中にある区の名前']);
  const holding = (what: Part['holds']) => parts.find(({ holds }) => holds === what);
  return {
    ...policy,
    fiscalYear: fiscalYear ?? { printed: '', start: 0 },
    motto: parts.find(({ holds, lead }) => holds === undefined && lead !== undefined),
    goalsPart: holding('goals'),
    principlesPart: holding('principles'),
    programmesHeading: policy.programmesHeading ?? '',
    pledgesHeading: policy.pledgesHeading ?? '',
  };
}

/** The words of every file that a reader of the site sees, by the file's path in `content/`. */
export const textsOfPlan = (plan: Plan): Map<string, string[]> =>
  new Map(
    plan.entries.map(({ file, data, body }) => [file, [...stringsIn(data), ...textsOf(body)]]),
  );

/** Every string, ids included. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];
}

function allEntries(content: PlanContent): Entry<unknown>[] {
  const { policy, parts, goals, principles, programmes, sections, pledges } = content;
  return [policy, ...parts, ...goals, ...principles, ...programmes, ...sections, ...pledges];
}
