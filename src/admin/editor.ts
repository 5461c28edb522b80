/** In the browser: Sveltia CMS, with the project's own way to read, judge and write a file. */
import CMS, { type CmsConfig } from '@sveltia/cms';
import type { Data } from '#text/content-file.ts';
import { tidyCharacters } from '#text/tidy-characters.ts';
import { digestOf, readForm, writeForm } from './cms-file.ts';

const address = (name: string) => new URL(name, location.href);

const config = (await (await fetch(address('config.json'))).json()) as CmsConfig & {
  media_folder: string;
};

/**
 * Among a file's fields the digest of what was loaded: a draft keeps it, and a backup of a draft.
 */
const LOADED = 'loadedDigest';
/** By file the digest of what this page wrote last: the CMS does not load it again. */
const written = new Map<string, string>();
/** Whether the file is one list: the CMS leaves an empty one out. */
const IS_LIST = 'isList';

/** The save under way: the CMS names the file first, and forms its text then. */
let saving: { file: string; isNew: boolean } | undefined;

CMS.registerEventListener({
  name: 'preSave',
  handler: ({ entry }) => {
    const file = entry.get('path').slice(config.media_folder.length + 1);
    saving = { file, isNew: entry.get('newRecord') };
  },
});
CMS.registerEventListener({ name: 'postSave', handler: () => showFaults() });

for (const [format, extension] of [
  ['yaml-frontmatter', 'mdx'],
  ['yaml', 'yaml'],
] as const) {
  const kind = `.${extension}`;
  CMS.registerCustomFormat(format, extension, {
    fromFile: async (text: string) => {
      const data = readForm(kind, text);
      return { ...data, [LOADED]: await digestOf(text), [IS_LIST]: 'rows' in data };
    },
    toFile: async ({ [LOADED]: loaded, [IS_LIST]: isList, ...fields }: Data) => {
      const data = tidied({ ...(isList === true && { rows: [] }), ...fields }) as Data;
      const text = writeForm(kind, data);
      if (saving) await judge(saving, text, loaded as string | undefined);
      return text;
    },
  });
}

/** A value with its odd characters put right. */
function tidied(value: unknown): unknown {
  if (typeof value === 'string') return tidyCharacters(value).text;
  if (Array.isArray(value)) return value.map(tidied);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map((pair) => pair.map(tidied)));
}

/** Throws what the CMS shows in its own box, where the file is not to be written. */
async function judge(
  { file, isNew }: { file: string; isNew: boolean },
  text: string,
  digest: string | undefined,
): Promise<void> {
  saving = undefined;
  const loaded = isNew ? undefined : (written.get(file) ?? digest);
  const answer = await fetch(address('judge.json'), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ file, text, loaded }),
  }).catch(() => undefined);
  if (!answer?.ok) {
    const refusal = answer?.status === 422 ? await answer.text() : UNANSWERED;
    throw new Error('saving_failed', { cause: new Error(refusal) });
  }
  written.set(file, await digestOf(text));
}

const UNANSWERED =
  '保存していません。編集のサーバー（npm run dev）が答えません。動かし直してから、もう一度保存してください。書いたことばは、この画面に残っています。';

/** Lists what stops the site from being built, as the files lie on the disk. */
async function showFaults(): Promise<void> {
  const answer = await fetch(address('faults.txt')).catch(() => undefined);
  const place = document.querySelector<HTMLElement>('#faults');
  if (!answer?.ok || !place) return;
  const faults = await answer.text();
  place.textContent = `直すまで、サイトは作られません。\n\n${faults}`;
  place.hidden = faults === '';
}

addEventListener('focus', () => void showFaults());
void CMS.init({ config: { ...config, load_config_file: false } });
await showFaults();
