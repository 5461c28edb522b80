/** Reads `content/` from disk: every file is either understood or complained about. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { redirectProblems } from '#links/addresses.ts';
import { PUBLISHED_FILE } from '#links/promises.ts';
import type { Accessibility } from '#model/accessibility.ts';
import { collections, yamlFiles, type CollectionName, type DataOf } from '#model/collections.ts';
import type { Correction } from '#model/correction.ts';
import { NO_KEYWORDS, type Keywords } from '#model/keyword.ts';
import { linkPlan } from '#model/link.ts';
import type { Entry, Plan, PlanContent } from '#model/plan.ts';
import type { Readings } from '#model/reading.ts';
import type { Redirect } from '#model/redirect.ts';
import type { Source } from '#model/source.ts';
import { ContentError, quote, type Problem } from '#model/problem.ts';
import { hygieneProblems } from './hygiene.ts';
import { parseMdx, parseYaml, schemaProblems } from './parse.ts';

/** The plan's folder: `content/`, or what CONTENT_DIR names. */
export const contentDir = path.resolve(process.env.CONTENT_DIR ?? 'content');

/** Running text beside the plan. */
export const pagesDir = path.join(contentDir, 'pages');

/** Files of `content/` that are not part of the plan's words. */
const ASIDE = /^(?:README\.md|pages\/[a-z0-9-]+\.mdx)$/;
/** The page about the site, whose words are the ward's own. */
const ABOUT = 'pages/about.mdx';
/** Files that a plan may do without. */
const OPTIONAL: readonly string[] = [
  'accessibility.yaml',
  'keywords.yaml',
  'redirects.yaml',
  'source.yaml',
];

/** Reads, validates and links everything. Throws one ContentError that tells all problems. */
export async function readPlan(dir = contentDir): Promise<Plan> {
  const plan = linkPlan(await readContent(dir));
  const problems = redirectProblems(plan);
  if (problems.length > 0) throw new ContentError(problems);
  return plan;
}

let built: Promise<Plan> | undefined;
/** The plan of a build, during which the content stays as it is: read once for all who ask. */
export const builtPlan = () => (built ??= readPlan());

/** Reads and validates every file. Throws one ContentError that tells all problems. */
export async function readContent(dir = contentDir): Promise<PlanContent> {
  const problems: Problem[] = [];
  const found: Record<CollectionName, Entry<unknown>[]> = {
    policy: [],
    goals: [],
    principles: [],
    programmes: [],
    sections: [],
    pledges: [],
  };
  const yaml = new Map<string, unknown>();
  let about = false;

  for (const { file, bytes } of await readFiles(dir)) {
    // A command writes it and tests read it.
    if (file === PUBLISHED_FILE) continue;
    if (!bytes) {
      const expected = 'ふつうのファイル（リンクやショートカットではない）';
      problems.push({ file, field: 'ファイル', found: 'リンクなど', expected });
      continue;
    }
    about ||= file === ABOUT;
    const dirt = hygieneProblems(file, bytes);
    problems.push(...dirt);
    if (dirt.length > 0 || ASIDE.test(file)) continue;
    const text = new TextDecoder().decode(bytes);
    const name = (Object.keys(collections) as CollectionName[]).find((key) =>
      collections[key].path.test(file),
    );
    if (name) {
      const { entry, problems: faults } = readEntry(name, file, text);
      problems.push(...faults);
      if (entry) found[name].push(entry);
    } else if (file in yamlFiles) {
      const parsed = parseYaml(file, text);
      const result = yamlFiles[file as keyof typeof yamlFiles].safeParse(parsed.data);
      problems.push(...parsed.problems);
      if (result.success) yaml.set(file, result.data);
      else if (parsed.problems.length === 0)
        problems.push(...schemaProblems(file, result.error, parsed));
    } else {
      problems.push({ file, field: 'ファイル名', found: file, expected: expectedName(file) });
    }
  }
  const [policy] = found.policy as Entry<DataOf<'policy'>>[];
  for (const file of ['policy.mdx', ABOUT, ...Object.keys(yamlFiles)]) {
    if (OPTIONAL.includes(file)) continue;
    const missing = file === ABOUT ? !about : file === 'policy.mdx' ? !policy : !yaml.has(file);
    if (missing && !problems.some((problem) => problem.file === file))
      problems.push({
        file,
        field: 'ファイル',
        found: quote(undefined),
        expected: `content/${file}`,
      });
  }
  if (problems.length > 0 || !policy) throw new ContentError(problems);
  return {
    policy,
    goals: found.goals as Entry<DataOf<'goals'>>[],
    principles: found.principles as Entry<DataOf<'principles'>>[],
    programmes: found.programmes as Entry<DataOf<'programmes'>>[],
    sections: found.sections as Entry<DataOf<'sections'>>[],
    pledges: found.pledges as Entry<DataOf<'pledges'>>[],
    corrections: yaml.get('corrections.yaml') as Correction[],
    readings: yaml.get('readings.yaml') as Readings,
    redirects: (yaml.get('redirects.yaml') as Redirect[] | undefined) ?? [],
    source: yaml.get('source.yaml') as Source | undefined,
    accessibility: yaml.get('accessibility.yaml') as Accessibility | undefined,
    keywords: (yaml.get('keywords.yaml') as Keywords | undefined) ?? NO_KEYWORDS,
  };
}

/**
 * Everything below `dir` but its folders and what is hidden, in a stable order; paths use `/`.
 * What is not a plain file has no bytes.
 */
async function readFiles(dir: string): Promise<{ file: string; bytes?: Uint8Array }[]> {
  const items = await readdir(dir, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
      const expected = 'content/ フォルダー（または環境変数 CONTENT_DIR が指すフォルダー）';
      throw new ContentError([
        { file: '', field: 'フォルダー', found: `${dir} がありません`, expected },
      ]);
    },
  );
  const files = items
    .filter((item) => !item.isDirectory() && !item.name.startsWith('.'))
    .map(async (item) => {
      const full = path.join(item.parentPath, item.name);
      const file = path.relative(dir, full).replaceAll('\\', '/');
      return item.isFile() ? { file, bytes: await readFile(full) } : { file };
    });
  return (await Promise.all(files)).sort((a, b) => (a.file < b.file ? -1 : 1));
}

function readEntry(name: CollectionName, file: string, text: string) {
  const { schema, body, path: pattern } = collections[name];
  const parsed = parseMdx(file, text);
  const { paragraphs, problems } = parsed;
  const result = schema.safeParse(parsed.data);
  if (body === 'none' && paragraphs[0])
    problems.push({
      file,
      field: '本文',
      found: quote(paragraphs[0]),
      expected: '本文なし（項目だけのファイル）',
    });
  if (!result.success) {
    if (problems.length === 0) problems.push(...schemaProblems(file, result.error, parsed));
    return { problems };
  }
  const id = pattern.exec(file)?.[1] ?? '';
  return { entry: { id, file, data: result.data, paragraphs } satisfies Entry<unknown>, problems };
}

function expectedName(file: string): string {
  const folder = file.split('/')[0] ?? '';
  const home = Object.values(collections).find(({ example }) => example.startsWith(`${folder}/`));
  if (home) return `小文字のローマ字・数字・ハイフンの名前に .mdx（例: ${home.example}）`;
  const names = [
    ...Object.values(collections).map(({ example }) => example),
    ...Object.keys(yamlFiles),
  ];
  return `次のどれかの形: ${names.join('、')}`;
}
