/** What a sent form is answered with, whether it changes a file or makes one. */
import { toKana, type Readings } from '#model/reading.ts';
import type { Answer, Request } from './app.ts';
import { commit } from './commit.ts';
import type { Data } from './data.ts';
import { withDrafts } from './drafts.ts';
import { formPage, type FormPage } from './form-page.ts';
import { fillIds } from './ids.ts';
import type { Library } from './library.ts';
import { press, readButton, readObject, textOf } from './posted.ts';
import { previewPath } from './preview-path.ts';
import { prepare, type Change } from './save.ts';

/** What a form comes to: the change of the content, and the form where it is shown again. */
export interface Meant {
  change: Change;
  form: FormPage;
  /** After a save. */
  goTo: string;
}

/**
 * `form`: as it was before it was sent; `meant`: what to do with the value and the body that were
 * sent. Nothing is saved while the form has problems, or a draft that a person has to confirm.
 */
export async function answerForm(
  request: Request,
  library: Library,
  form: FormPage,
  meant: (value: Data, body: string | undefined) => Meant | Promise<Meant>,
): Promise<Answer> {
  const { app, form: sent } = request;
  const { shape, relations } = form;
  const value = readObject(shape, sent, [], relations, form.value as Data);
  const body = form.body === undefined ? undefined : textOf(sent, 'body');
  const show = (shown: FormPage, more: Partial<FormPage>) =>
    formPage(request, library, { ...shown, value, body, unsaved: true, ...more });
  const pressed = sent.get('do') ?? 'save';
  const button = readButton(pressed);
  if (button) return show(form, { focus: press(shape, value, button) });

  await fillIds(value, library.readings);
  const { change, form: named, goTo } = await meant(value, body);
  const notice = await draftKana(value, library.readings);
  if (notice) return show(named, { notice });
  if (named.problems.length > 0) return show(named, {});
  if (pressed !== 'look') {
    const answer = await commit(request, change, goTo);
    return 'problems' in answer ? show(named, { problems: answer.problems }) : answer;
  }
  const { problems, plan, texts } = await prepare(app.store, change);
  if (problems) return show(named, { problems });
  await app.preview.show(texts);
  return show(named, {
    notice: 'まだ保存していません。見本で確かめてください。',
    preview: plan && previewPath(plan, named.file),
  });
}

/** Drafts an empty `kana` from `name`, in place; says so, because a person has to confirm it. */
async function draftKana(value: Data, readings: Readings): Promise<string | undefined> {
  const { name, kana } = value;
  if (kana !== '' || typeof name !== 'string' || name === '') return undefined;
  value.kana = toKana(name, await withDrafts(name, readings));
  return 'まだ保存していません。読みの下書きを入れました。正しい読みか確かめてから、もう一度保存してください。';
}
