/** Reads `content/` from disk: every file is either an entry or a problem. */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { planOf } from '#links/plan-of.ts';
import { parsePublished, PUBLISHED_FILE } from '#links/promises.ts';
import {
  folderOf,
  folders,
  yamlFiles,
  yamlNameOf,
  type FolderName,
  type YamlName,
} from '#model/collections.ts';
import { drawingFile, drawingProblems, DRAWINGS, type Drawings } from '#model/drawings.ts';
import type { Entry, Plan, PlanContent, Published } from '#model/plan.ts';
import type { Notice } from '#model/notices.ts';
import { ContentError, quote, type Problem } from '#model/problem.ts';
import { lineProblems, maxBytes, sizeProblems } from './bounds.ts';
import { PAGE_COMPONENTS } from './components.ts';
import { hygieneProblems, savedPlainly } from './hygiene.ts';
import { imageFileOf, imageProblems, isImage } from './images.ts';
import { parseMdx, parseYaml, schemaProblems } from './parse.ts';
import { SECURITY_FILE, securityProblems } from './security-txt.ts';

/** The plan's folder: `content/`, or what CONTENT_DIR names. */
export const contentDir = path.resolve(process.env.CONTENT_DIR ?? 'content');

const REQUIRED: readonly string[] = [
  'policy.mdx',
  'pages/about.mdx',
  'corrections.yaml',
  'readings.yaml',
];

/** Names that Windows keeps for devices, whatever follows their first dot. */
const RESERVED = /(?<=^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|\/|$)/i;
const OTHERS: ReadonlySet<string> = new Set([SECURITY_FILE, 'README.md']);
/** What systems and office programs leave in a folder, and what is hidden: passed over. */
const LITTER = /^(?:\.|~\$|Thumbs\.db$|ehthumbs\.db$|desktop\.ini$)/iu;

/** Path inside `content/` → the text, or null for a file that is not there. */
export type Texts = ReadonlyMap<string, string | null>;

/** The linked plan of a folder, see {@link readContent}. */
export const readPlan = async (dir = contentDir, texts?: Texts): Promise<Plan> =>
  planOf(await readContent(dir, texts));

/**
 * Reads and validates every file, once; `texts` take the place of what is on the disk. Throws one
 * ContentError with all problems.
 */
export async function readContent(
  dir = contentDir,
  texts: Texts = new Map(),
): Promise<PlanContent> {
  const problems: Problem[][] = [];
  const entries = new Map<FolderName, Entry<unknown>[]>();
  const yaml = new Map<YamlName, unknown>();
  const drawings: Drawings = {};
  const files = withTexts(await readFiles(dir, texts.size > 0), texts);
  const images = new Set(files.map(({ file }) => file).filter(isImage));
  for (const one of files) {
    const read = readOne(one, images);
    if (read.problems.length === 0 && one.bytes && isImage(one.file))
      problems.push(await imageProblems(one.file, one.bytes));
    problems.push(read.problems);
    if (!('value' in read)) continue;
    if ('drawing' in read) drawings[read.drawing] = read.value;
    else if (read.folder)
      entries.set(read.folder, [...(entries.get(read.folder) ?? []), read.value]);
    else yaml.set(read.yaml, read.value);
  }
  for (const file of REQUIRED)
    if (!files.some((one) => one.file === file))
      problems.push([
        { file, field: 'ファイル', found: quote(undefined), expected: `content/${file}` },
      ]);
  if (problems.flat().length > 0) throw new ContentError(problems.flat());
  const of = (name: FolderName) => entries.get(name) ?? [];
  return {
    policy: of('policy')[0],
    parts: of('parts'),
    goals: of('goals'),
    principles: of('principles'),
    programmes: of('programmes'),
    sections: of('sections'),
    pledges: of('pledges'),
    pages: of('pages'),
    corrections: yaml.get('corrections'),
    readings: yaml.get('readings'),
    archive: yaml.get('archive'),
    redirects: yaml.get('redirects') ?? [],
    source: yaml.get('source'),
    accessibility: yaml.get('accessibility'),
    paper: yaml.get('paper'),
    keywords: yaml.get('keywords'),
    terms: yaml.get('terms'),
    drawings,
    published: await readPublished(dir, texts),
    // Each value has passed the schema of its own file.
  } as PlanContent;
}

type Read = { problems: Problem[] } & (
  | { folder: FolderName; value: Entry<unknown> }
  | { folder?: undefined; yaml: YamlName; value: unknown }
  | { drawing: (typeof DRAWINGS)[number]; value: string }
  | object
);

/** What each file gave last, by its path: it is not parsed again while it and `images` are the same. */
const lastReads = new Map<string, { bytes: Uint8Array; images: string; read: Read }>();

/** `images`: the images there are. */
function readOne(found: Found, images: ReadonlySet<string>): Read {
  const { file, bytes } = found;
  const there = [...images].join('\n');
  const last = lastReads.get(file);
  if (last?.images === there && bytes && Buffer.compare(last.bytes, bytes) === 0) return last.read;
  const read = judge(found, images);
  if (bytes) lastReads.set(file, { bytes, images: there, read });
  return read;
}

/** One file of the content: its problems, or its entry. */
function judge({ file, bytes, size }: Found, images: ReadonlySet<string>): Read {
  // A command writes it: see readPublished.
  if (file === PUBLISHED_FILE) return { problems: [] };
  const [reserved] = RESERVED.exec(file) ?? [];
  if (reserved !== undefined)
    return {
      problems: [
        { file, field: 'ファイル名', found: reserved, expected: 'Windows で使える、ほかの名前' },
      ],
    };
  const drawing = DRAWINGS.find((name) => drawingFile(name) === file);
  const folder = folderOf(file);
  const yaml = yamlNameOf(file);
  const known = drawing ?? folder ?? yaml ?? (isImage(file) || OTHERS.has(file));
  if (known === false) return { problems: [misplaced(file)] };
  const tooLarge = sizeProblems(file, size);
  if (tooLarge.length > 0) return { problems: tooLarge };
  if (!bytes) {
    const expected = 'ふつうのファイル（リンクやショートカットではない）';
    return { problems: [{ file, field: 'ファイル', found: 'リンクなど', expected }] };
  }
  if (isImage(file)) return { problems: [] };
  const plain = savedPlainly(bytes).bytes;
  const text = new TextDecoder().decode(plain);
  const long = lineProblems(file, text);
  if (long.length > 0) return { problems: long };
  const dirt = hygieneProblems(file, plain);
  if (dirt.length > 0) return { problems: dirt };
  if (drawing) {
    const problems = drawingProblems(file, text);
    return problems.length > 0 ? { problems } : { problems, drawing, value: text };
  }
  if (file === SECURITY_FILE) return { problems: securityProblems(text) };
  if (folder) return readEntry(folder, file, text, images);
  if (!yaml) return { problems: [] };
  const parsed = parseYaml(file, text);
  if (parsed.problems.length > 0) return { problems: parsed.problems };
  const { file: schema } = yamlFiles[yaml];
  const result = schema.safeParse(parsed.data);
  return result.success
    ? { problems: [], yaml, value: result.data }
    : { problems: schemaProblems(file, result.error, schema, parsed) };
}

function misplaced(file: string): Problem {
  const known = /\.(?:mdx|yaml)$/.test(file);
  const expected = known
    ? expectedName(file)
    : `content/ に置かないファイル。消すか、content/ の外に移す（置けるもの: ${expectedName(file)}）`;
  return { file, field: 'ファイル名', found: file, expected };
}

function readEntry(
  folder: FolderName,
  file: string,
  text: string,
  images: ReadonlySet<string>,
): Read {
  const { schema, body, path: pattern } = folders[folder];
  const components = body === 'page' ? PAGE_COMPONENTS : undefined;
  const parsed = parseMdx(file, text, { components, imageFile: imageFileOf(file, images) });
  const { problems, markdown } = parsed;
  if (body === 'none' && markdown.trim() !== '')
    problems.push({
      file,
      field: '本文',
      found: quote(markdown.trim()),
      expected: '本文なし（項目だけのファイル）',
    });
  const result = schema.safeParse(parsed.data);
  if (!result.success && problems.length === 0)
    problems.push(...schemaProblems(file, result.error, schema, parsed));
  if (!result.success || problems.length > 0) return { problems };
  const id = pattern.exec(file)?.[1] ?? '';
  const value = { id, file, data: result.data, body: parsed.body, markdown };
  return { problems, folder, value };
}

/** Something below `content/`. What is no plain file, or is too large, has no bytes. */
interface Found {
  file: string;
  size: number;
  bytes?: Uint8Array;
}

/**
 * Everything below `dir` but its folders and {@link LITTER}, in a stable order; paths use `/`.
 * `mayBeAbsent`: a folder that does not exist is read as an empty one.
 */
async function readFiles(dir: string, mayBeAbsent = false): Promise<Found[]> {
  const items = await readdir(dir, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
      if (mayBeAbsent && error.code === 'ENOENT') return [];
      const expected = 'content/ フォルダー（または環境変数 CONTENT_DIR が指すフォルダー）';
      throw new ContentError([
        { file: '', field: 'フォルダー', found: `${dir} がありません`, expected },
      ]);
    },
  );
  const files = items
    .filter((item) => !item.isDirectory() && !LITTER.test(item.name))
    .map(async (item) => {
      const full = path.join(item.parentPath, item.name);
      const file = path.relative(dir, full).replaceAll('\\', '/');
      if (!item.isFile()) return { file, size: 0 };
      const { size } = await stat(full);
      return { file, size, ...(size <= maxBytes(file) && { bytes: await readFile(full) }) };
    });
  return inOrder(await Promise.all(files));
}

const inOrder = (files: Found[]) => files.sort((a, b) => (a.file < b.file ? -1 : 1));

function withTexts(files: readonly Found[], texts: Texts): Found[] {
  const given = [...texts].flatMap(([file, text]): Found[] => {
    const bytes = new TextEncoder().encode(text ?? '');
    return text === null ? [] : [{ file, size: bytes.length, bytes }];
  });
  return inOrder([...files.filter(({ file }) => !texts.has(file)), ...given]);
}

/** The addresses that the plan has ever published; undefined where it has no list of them. */
export async function readPublished(
  dir = contentDir,
  texts: Texts = new Map(),
): Promise<Published | undefined> {
  const file = path.join(dir, PUBLISHED_FILE);
  const text = texts.get(PUBLISHED_FILE) ?? (await readFile(file, 'utf8').catch(() => undefined));
  return text === undefined ? undefined : parsePublished(text);
}

/** The MDX and YAML files of a folder: path inside it → text, as {@link readContent} reads it. */
export async function readTexts(
  dir = contentDir,
  mayBeAbsent = false,
): Promise<Map<string, string>> {
  const files = (await readFiles(dir, mayBeAbsent)).filter(({ file }) =>
    /\.(?:mdx|yaml)$/.test(file),
  );
  return new Map(
    files.map(({ file, bytes = new Uint8Array() }) => [
      file,
      new TextDecoder().decode(savedPlainly(bytes).bytes),
    ]),
  );
}

/** The drawings of a folder whose content has been read. */
export async function readDrawings(dir = contentDir): Promise<Drawings> {
  const read = DRAWINGS.map(async (name) => {
    const text = await readFile(path.join(dir, drawingFile(name)), 'utf8').catch(() => undefined);
    return [name, text && drawingProblems(drawingFile(name), text).length === 0 ? text : undefined];
  });
  return Object.fromEntries(await Promise.all(read)) as Drawings;
}

const UNUSED_IMAGE = 'は、同じフォルダーのどの本文にも出ていないので、公開されません';

const SAVED_BY_WINDOWS =
  'は、BOM付きか、改行がCRLFで保存されています。そのまま使えますが、BOMなしのUTF-8、改行LFで保存してください';

/** What is worth an editor's look in the files themselves: how they were saved, and spare images. */
export async function fileNotices(dir = contentDir): Promise<Notice[]> {
  const files = await readFiles(dir);
  const isUsed = (image: string) =>
    files.some(
      ({ file, bytes }) =>
        path.posix.dirname(file) === path.posix.dirname(image) &&
        new TextDecoder().decode(bytes).includes(`](./${path.posix.basename(image)})`),
    );
  return files.flatMap(({ file, bytes = new Uint8Array() }): Notice[] => {
    if (isImage(file)) return isUsed(file) ? [] : [{ file, text: UNUSED_IMAGE }];
    return savedPlainly(bytes).changed ? [{ file, text: SAVED_BY_WINDOWS }] : [];
  });
}

function expectedName(file: string): string {
  const folder = file.split('/')[0] ?? '';
  const home = Object.values(folders).find(({ example }) => example.startsWith(`${folder}/`));
  if (home)
    return `小文字のローマ字・数字・ハイフンの名前に .mdx（例: ${home.example}）。本文の画像は、同じ形の名前に png、jpg、webp`;
  const names = [
    ...Object.values(folders).map(({ example }) => example),
    ...Object.keys(yamlFiles).map((name) => `${name}.yaml`),
    ...DRAWINGS.map(drawingFile),
  ];
  return `次のどれかの形: ${names.join('、')}`;
}
