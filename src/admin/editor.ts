/** In the browser: Sveltia CMS, with the project's own way to read, judge and write a file. */
import CMS, { type CmsConfig } from '@sveltia/cms';
import type { Problem } from '#model/problem.ts';
import { digestOf, LOADED, readForm, tidied, writeForm, type Data } from './file-form.ts';

const address = (name: string) => new URL(name, location.href);

const config = (await (await fetch(address('config.json'))).json()) as CmsConfig & {
  media_folder: string;
};

/** The save under way: the CMS names the file first, and writes it then. */
let saving: { file: string; loaded: string | undefined } | undefined;

CMS.registerEventListener({
  name: 'preSave',
  handler: async ({ entry }) => {
    const data = tidied(entry.toJS().data) as Data;
    const loaded = data[LOADED] as string | undefined;
    const isNew = entry.get('newRecord') === true;
    const file = String(entry.get('path')).slice(config.media_folder.length + 1);
    saving = { file, loaded: isNew ? undefined : loaded };
    return entry.set('data', { ...data, [LOADED]: await digestOf(data) });
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
      return { ...data, [LOADED]: await digestOf(data) };
    },
    toFile: async (data: Data) => {
      const text = writeForm(data, extension === 'mdx');
      if (saving) await judge(text);
      return text;
    },
  });

/** Throws what the CMS shows in its own box, where the file is not to be written. */
async function judge(text: string): Promise<void> {
  const save = { ...saving, text };
  saving = undefined;
  const headers = { 'Content-Type': 'application/json' };
  const request = { method: 'POST', headers, body: JSON.stringify(save) };
  const answer = await fetch(address('judge.json'), request).catch(() => undefined);
  if (answer?.ok) return;
  const { refusal } = (answer?.status === 422 ? await answer.json() : { refusal: UNANSWERED }) as {
    refusal: string;
  };
  throw new Error('saving_failed', { cause: new Error(refusal) });
}

const UNANSWERED =
  '保存していません。編集のサーバー（npm run dev）が答えません。動かし直してから、もう一度保存してください。書いたことばは、この画面に残っています。';

/** Lists what stops the site from being built, as the files lie on the disk. */
async function showFaults(): Promise<void> {
  const answer = await fetch(address('faults.json')).catch(() => undefined);
  if (!answer?.ok) return;
  const faults = (await answer.json()) as Problem[];
  const place = document.querySelector<HTMLElement>('#faults');
  if (!place) return;
  place.hidden = faults.length === 0;
  const heading = document.createElement('summary');
  heading.textContent = `直すところが${String(faults.length)}件あります。直すまで、サイトは作られません。`;
  const list = document.createElement('ul');
  list.append(...faults.map(itemOf));
  const details = document.createElement('details');
  details.open = true;
  details.append(heading, list);
  place.replaceChildren(details);
}

function itemOf({ file, field, found, expected }: Problem): HTMLLIElement {
  const item = document.createElement('li');
  item.textContent = `content/${file} の「${field}」\n今の内容: ${found}\n正しい形: ${expected}`;
  return item;
}

addEventListener('focus', () => void showFaults());
CMS.init({ config });
await showFaults();
