/** In the browser: Sveltia CMS, with the project's own way to read, judge and write a file. */
import CMS, { type CmsConfig } from '@sveltia/cms';
import type { Problem } from '#model/problem.ts';
import { digestOf, readForm, tidied, writeForm, type Data } from './file-form.ts';

const address = (name: string) => new URL(name, location.href);

const config = (await (await fetch(address('config.json'))).json()) as CmsConfig & {
  media_folder: string;
};

/** Among a file's fields the digest of what was loaded: a draft keeps it, and a backup of a draft. */
const LOADED = 'loadedDigest';
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
] as const)
  CMS.registerCustomFormat(format, extension, {
    fromFile: async (text: string) => {
      const data = readForm(text);
      const digest = await digestOf(data);
      localStorage.removeItem(digest);
      return { ...data, [LOADED]: digest, [IS_LIST]: 'rows' in data };
    },
    toFile: async ({ [LOADED]: loaded, [IS_LIST]: isList, ...given }: Data) => {
      const data = tidied({ ...(isList === true && { rows: [] }), ...given }) as Data;
      const text = writeForm(data, extension === 'mdx');
      if (saving)
        await judge(
          saving,
          text,
          (loaded as string | undefined) ?? saving.file,
          await digestOf(data),
        );
      return text;
    },
  });

/** Throws what the CMS shows in its own box, where the file is not to be written. */
async function judge(
  { file, isNew }: { file: string; isNew: boolean },
  text: string,
  loaded: string,
  digest: string,
): Promise<void> {
  saving = undefined;
  const save = { file, text, loaded: isNew ? undefined : latest(loaded) };
  const request = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(save),
  };
  const answer = await fetch(address('judge.json'), request).catch(() => undefined);
  if (!answer?.ok) {
    const refusal = answer?.status === 422 ? await answer.text() : UNANSWERED;
    throw new Error('saving_failed', { cause: new Error(refusal) });
  }
  localStorage.removeItem(digest);
  if (digest !== loaded) localStorage.setItem(loaded, digest);
}

/** A draft keeps the digest that it was loaded with while its file is saved again and again. */
function latest(digest: string): string {
  const next = localStorage.getItem(digest);
  return next === null ? digest : latest(next);
}

const UNANSWERED =
  '保存していません。編集のサーバー（npm run dev）が答えません。動かし直してから、もう一度保存してください。書いたことばは、この画面に残っています。';

/** Lists what stops the site from being built, as the files lie on the disk. */
async function showFaults(): Promise<void> {
  const answer = await fetch(address('faults.json')).catch(() => undefined);
  const place = document.querySelector<HTMLElement>('#faults');
  if (!answer?.ok || !place) return;
  const faults = (await answer.json()) as Problem[];
  place.hidden = faults.length === 0;
  const heading = document.createElement('summary');
  heading.textContent = `直すところが${String(faults.length)}件あります。直すまで、サイトは作られません。`;
  const items = faults.map(({ file, field, found, expected }) => {
    const item = document.createElement('li');
    item.textContent = `content/${file} の「${field}」\n今の内容: ${found}\n正しい形: ${expected}`;
    return item;
  });
  const list = document.createElement('ul');
  list.append(...items);
  const details = document.createElement('details');
  details.open = true;
  details.append(heading, list);
  place.replaceChildren(details);
}

addEventListener('focus', () => void showFaults());
void CMS.init({ config: { ...config, load_config_file: false } });
await showFaults();
