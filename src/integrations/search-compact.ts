/**
 * Takes out of Pagefind's index what this site never asks of it: where in a text a token stands and
 * how long the text is (the scorer reads the text itself). Chunks become smaller, and fragments are
 * named by the place of their record, so that the list of the index hardly grows with each.
 * The form of these files is not documented: it is that of the pinned version, held by tests.
 */
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import type { IndexFile } from 'pagefind';
import type { IndexEntry } from '#search/records.ts';
import { isSynonymToken } from '#search/tokens.ts';

/** Stands before the data of each of Pagefind's files. */
const SIGNATURE = Buffer.from('pagefind_dcd');
/** Postings and characters of tokens of a chunk: a smaller one costs a question less, but the list of the index a line more. */
const CHUNK = 2000;
/** An index of no more chunks than this is not cut by size: every first question loads its chunks ahead. */
export const FEW_CHUNKS = 3;
/** Tokens that are alike so far, without the sign of a synonym, stay together: Pagefind looks for a beginning in one chunk alone. */
const BEGINNING = 3;

/** Ends the name of a chunk of synonyms. */
const SYNONYMS = '_';
export const isSynonymChunk = (path: string) => path.endsWith(`${SYNONYMS}.pf_index`);
const ENTRY = 'pagefind-entry.json';
const REPLACED = /^pagefind-entry\.json$|\.pf_(?:meta|index|fragment)$/;

type Posting = [page: number, places: number[], ofMetadata: unknown[]];
type Word = [token: string, postings: Posting[], variants: unknown];
type Chunk = [from: string, to: string, id: string];
type Page = [id: string, words: number, group: string];
type List = [version: string, pages: Page[], chunks: Chunk[], ...unknown[]];

/** What the index keeps of a record beside its tokens: it becomes the content of its fragment. */
export type Kept = Pick<IndexEntry, 'ofTitles' | 'record'>;

/** The index of these records. */
export function compact(
  files: readonly IndexFile[],
  records: readonly Kept[],
): readonly IndexFile[] {
  const list = files.find(({ path }) => path.endsWith('.pf_meta'));
  // An index of nothing has none: it is made for the script that comes with it.
  if (!list) return files;
  const [made, pages, chunks, ...others] = unpack(list.content) as List;
  const contents = new Map(files.map(({ path, content }) => [path, content]));
  const read = (path: string) => contents.get(path) ?? new Uint8Array();
  const places = new Map(records.map(({ record }, place) => [record.url, place]));
  const placed = pages.map(([id, , group]) => {
    const fragment = dataOf(read(`fragment/${id}.pf_fragment`)).toString();
    const { url } = JSON.parse(fragment) as { url: string };
    const place = places.get(url);
    if (place === undefined) throw new Error(`the index has no record of ${url}`);
    return { place, group };
  });
  const ofTitles = placed.map(({ place }) => records[place]?.ofTitles ?? 0);
  const words = function* () {
    for (const [, , id] of chunks)
      for (const word of (unpack(read(`index/${id}.pf_index`)) as [Word[]])[0])
        yield withoutPlaces(word, ofTitles);
  };
  const cuts = Array.from(
    cut(words(), chunks.length <= FEW_CHUNKS ? Infinity : CHUNK),
    (chunk) => ({
      from: chunk[0]?.[0] ?? '',
      to: chunk.at(-1)?.[0] ?? '',
      content: pack(encode([chunk])),
    }),
  );
  const rest = { url: '', word_count: 0, filters: {}, meta: {}, anchors: [] };
  const fragments = records.map(({ record }) =>
    pack(Buffer.from(JSON.stringify({ ...rest, content: JSON.stringify(record) }))),
  );
  const digest = createHash('sha256').update(read(ENTRY));
  for (const content of [...fragments, ...cuts.map(({ content }) => content)])
    digest.update(content);
  const version = `${digest.digest('hex').slice(0, 8)}_`;
  const idOf = (place: number) => version + place.toString(36);
  const named = placed.map(({ place, group }): Page => [idOf(place), 1, group]);
  const index = cuts.map(({ from, to }, at): Chunk => [
    from,
    to,
    idOf(at) + (isSynonymToken(from) ? SYNONYMS : ''),
  ]);
  const entry = Buffer.from(read(ENTRY)).toString();
  return [
    ...files.filter(({ path }) => !REPLACED.test(path)),
    ...cuts.map(({ content }, at) => ({ path: `index/${index[at]?.[2] ?? ''}.pf_index`, content })),
    ...fragments.map((content, at) => ({ path: `fragment/${idOf(at)}.pf_fragment`, content })),
    {
      path: `pagefind.${version}.pf_meta`,
      content: pack(encode([made, named, index, ...others])),
    },
    { path: ENTRY, content: Buffer.from(entry.replace(/"hash":"\w+"/, `"hash":"${version}"`)) },
  ];
}

/** Tokens of titles keep one place, so that Pagefind counts them; `ofTitles` says how many a page has. */
function withoutPlaces([token, postings, variants]: Word, ofTitles: readonly number[]): Word {
  let page = 0;
  const bare = postings.map(([more, places]): Posting => {
    page += more;
    const isOfTitle = (places.at(-1) ?? 0) < (ofTitles[page] ?? 0);
    return [more, isOfTitle ? [0] : [], []];
  });
  return [token, bare, variants];
}

/** The words in their order, in chunks of about that size; synonyms in chunks of theirs. */
function* cut(words: Iterable<Word>, most: number): Iterable<Word[]> {
  let [chunk, size]: [Word[], number] = [[], 0];
  for (const word of words) {
    const before = chunk.at(-1)?.[0] ?? word[0];
    const alike = BEGINNING + Number(isSynonymToken(before));
    const isAlike = before.slice(0, alike) === word[0].slice(0, alike);
    if ((size >= most && !isAlike) || isSynonymToken(before) !== isSynonymToken(word[0])) {
      yield chunk;
      [chunk, size] = [[], 0];
    }
    chunk.push(word);
    size += word[1].length + word[0].length;
  }
  yield chunk;
}

const dataOf = (packed: Uint8Array) => gunzipSync(packed).subarray(SIGNATURE.length);
const unpack = (packed: Uint8Array): unknown => decode(dataOf(packed));
const pack = (data: Uint8Array) => gzipSync(Buffer.concat([SIGNATURE, data]), { level: 9 });
