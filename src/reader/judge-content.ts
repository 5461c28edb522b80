/** Judges the files of `content/`: each is an entry of a collection, or has problems. No disk. */
import path from 'node:path';
import { parsePublished, PUBLISHED_FILE } from '#links/promises.ts';
import {
  collectionNames,
  collectionOf,
  collections,
  contentOf,
  isFolder,
  type CollectionName,
} from '#model/collections.ts';
import { drawingProblems } from '#model/drawings.ts';
import type { Notice } from '#model/notices.ts';
import type { Entry, PlanContent } from '#model/plan.ts';
import { ContentError, problemIn, type Problem } from '#model/problem.ts';
import { hygieneProblems, savedPlainly, sizeProblems } from './hygiene.ts';
import { imageFileOf, imageProblems, isImage } from './images.ts';
import { parseMdx, parseYaml, schemaProblems, type Parsed } from './parse.ts';
import { SECURITY_FILE, securityProblems } from './security-txt.ts';

/** Something below `content/`. What is no plain file, or is too large, has no bytes. */
export interface ContentFile {
  /** Path inside `content/`. */
  file: string;
  size: number;
  bytes?: Uint8Array;
}

/** An entry that passed its schema, with its fields as they are written. */
export interface JudgedEntry extends Entry<unknown> {
  collection: CollectionName;
  written: unknown;
}

/** The components that a page of content/pages/ may use, each without attributes: `<SourceHash />`. */
const PAGE_COMPONENTS: ReadonlySet<string> = new Set(['SourceHash', 'TestReport']);
const REQUIRED: readonly string[] = [
  'policy.mdx',
  'pages/about.mdx',
  'corrections.yaml',
  'readings.yaml',
];
/** Names that Windows keeps for devices, whatever follows their first dot. */
const RESERVED = /(?<=^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|\/|$)/i;
/** Files of no collection. A command writes the list of published addresses. */
const OTHERS: ReadonlySet<string> = new Set([SECURITY_FILE, PUBLISHED_FILE, 'README.md']);

/** All entries. Throws one ContentError with the problems of all files. */
export async function judgeFiles(files: readonly ContentFile[]): Promise<JudgedEntry[]> {
  const images = new Set(files.map(({ file }) => file).filter(isImage));
  const judged = await Promise.all(files.map((file) => judgedBefore(file, images)));
  const names = new Set(files.map(({ file }) => file));
  const missing = REQUIRED.filter((file) => !names.has(file)).map((file) =>
    problemIn(file, 'ファイル', undefined, `content/${file}`),
  );
  const problems = [...judged.flatMap((file) => file.problems), ...missing];
  if (problems.length > 0) throw new ContentError(problems);
  return judged.flatMap(({ entry }) => entry ?? []);
}

/** The content of a plan, not yet joined, from its files and from what {@link judgeFiles} gave. */
export function contentFrom(
  entries: readonly JudgedEntry[],
  files: readonly ContentFile[],
): PlanContent {
  const byCollection = Map.groupBy(entries, ({ collection }) => collection);
  const content = contentOf((name) => byCollection.get(name) ?? []);
  const list = files.find(({ file }) => file === PUBLISHED_FILE);
  return list ? { ...content, published: parsePublished(textOf(list)) } : content;
}

/** The text of a file, without the mark and the line ends that Windows programs add. */
export const textOf = ({ bytes = new Uint8Array() }: ContentFile): string =>
  new TextDecoder().decode(savedPlainly(bytes).bytes);

interface Judged {
  problems: Problem[];
  entry?: JudgedEntry;
}

/** What each file gave last, by its path: it is not parsed again while it and `images` are the same. */
const lastJudged = new Map<string, { bytes: Uint8Array; images: string; judged: Judged }>();

async function judgedBefore(given: ContentFile, images: ReadonlySet<string>): Promise<Judged> {
  const { file, bytes } = given;
  const present = [...images].join('\n');
  const last = lastJudged.get(file);
  if (last?.images === present && bytes && Buffer.compare(last.bytes, bytes) === 0)
    return last.judged;
  const judged = await judge(given, images);
  if (bytes) lastJudged.set(file, { bytes, images: present, judged });
  return judged;
}

async function judge(given: ContentFile, images: ReadonlySet<string>): Promise<Judged> {
  const { file, bytes, size } = given;
  const refuse = (field: string, found: string, expected: string) => ({
    problems: [problemIn(file, field, found, expected)],
  });
  if (file === PUBLISHED_FILE) return { problems: [] };
  const [reserved] = RESERVED.exec(file) ?? [];
  if (reserved !== undefined) return refuse('ファイル名', reserved, 'Windows で使える、ほかの名前');
  const collection = collectionOf(file);
  if (!collection && !isImage(file) && !OTHERS.has(file))
    return refuse('ファイル名', file, expectedPlace(file));
  const tooLarge = sizeProblems(file, size);
  if (tooLarge.length > 0) return { problems: tooLarge };
  if (!bytes)
    return refuse('ファイル', 'リンクなど', 'ふつうのファイル（リンクやショートカットではない）');
  if (isImage(file)) return { problems: await imageProblems(file, bytes) };
  const problems = hygieneProblems(file, savedPlainly(bytes).bytes);
  if (problems.length > 0) return { problems };
  const text = textOf(given);
  if (file === SECURITY_FILE) return { problems: securityProblems(text) };
  return collection ? judgeEntry(collection, file, text, images) : { problems };
}

function judgeEntry(
  collection: CollectionName,
  file: string,
  text: string,
  images: ReadonlySet<string>,
): Judged {
  const { schema, body, path: form } = collections[collection];
  const components = body === 'page' ? PAGE_COMPONENTS : undefined;
  const parsed: Parsed =
    collection === 'drawings'
      ? { data: { svg: text }, problems: drawingProblems(file, text), lineOf: () => '' }
      : isFolder(collection)
        ? parseMdx(file, text, { components, imageFile: imageFileOf(file, images) })
        : parseYaml(file, text);
  const { data: written, body: tree = [], markdown = '', problems } = parsed;
  if (body === 'none' && markdown.trim() !== '')
    problems.push(problemIn(file, '本文', markdown.trim(), '本文なし（項目だけのファイル）'));
  if (problems.length > 0) return { problems };
  const { data, error } = schema.safeParse(written);
  if (error) return { problems: schemaProblems(file, error, schema, parsed) };
  const id = form.exec(file)?.[1] ?? '';
  return { problems, entry: { collection, id, file, written, data, body: tree, markdown } };
}

function expectedPlace(file: string): string {
  const [folder = ''] = file.split('/');
  const examples = collectionNames.map((name) => collections[name].example);
  const example = examples.find((other) => other.startsWith(`${folder}/`));
  const expected =
    example === undefined
      ? `次のどれかの形: ${examples.join('、')}`
      : `小文字のローマ字・数字・ハイフンの名前に .mdx（例: ${example}）。本文の画像は、同じ形の名前に png、jpg、webp`;
  return /\.(?:mdx|yaml)$/.test(file)
    ? expected
    : `content/ に置かないファイル。消すか、content/ の外に移す（置けるもの: ${expected}）`;
}

const UNUSED_IMAGE = 'は、同じフォルダーのどの本文にも出ていないので、公開されません';
const SAVED_BY_WINDOWS =
  'は、BOM付きか、改行がCRLFで保存されています。そのまま使えますが、BOMなしのUTF-8、改行LFで保存してください';

/** What is worth an editor's look in the files themselves: how they were saved, and spare images. */
export function noticesOfFiles(files: readonly ContentFile[]): Notice[] {
  const isUsed = (image: string) =>
    files.some(
      (other) =>
        path.posix.dirname(other.file) === path.posix.dirname(image) &&
        textOf(other).includes(`](./${path.posix.basename(image)})`),
    );
  return files.flatMap(({ file, bytes = new Uint8Array() }): Notice[] => {
    if (isImage(file)) return isUsed(file) ? [] : [{ file, text: UNUSED_IMAGE }];
    return savedPlainly(bytes).changed ? [{ file, text: SAVED_BY_WINDOWS }] : [];
  });
}
