/** A new goal, programme, section, pledge or principle. */
import { folders } from '#model/collections.ts';
import { editAddress, type Answer, type Request } from './app.ts';
import { field, textInput } from './controls.ts';
import { inOrder, type Data } from './data.ts';
import { formPage, type FormPage } from './form-page.ts';
import { answerForm } from './form-route.ts';
import type { Html } from './html.ts';
import { nameProblems, proposeId } from './ids.ts';
import { FOLDER_NAMES } from './kinds.ts';
import { itemOf, readLibrary } from './library.ts';
import { isOrdered, lastPlace } from './order.ts';
import { missing } from './page.ts';
import { newFile } from './parts.ts';
import { relationsOf } from './relations.ts';
import type { Change } from './save.ts';
import { emptyOf, shapeOf } from './shape.ts';

/** `in` of the query: the goal of a programme, the section of a pledge. */
export async function create(request: Request): Promise<Answer> {
  const { app, query, form: sent } = request;
  const kind = query.get('kind') ?? '';
  if (!isOrdered(kind)) return missing(kind);
  const around = query.get('in') ?? '';
  const library = await readLibrary(app.store);
  const { example, body } = folders[kind];
  const fresh = emptyOf(shapeOf(example)) as Data;
  if (kind === 'programmes') fresh.goal = around;
  const form: FormPage = {
    title: `${FOLDER_NAMES[kind]}を足す`,
    file: `${kind}/`,
    shape: shapeOf(example),
    value: fresh,
    body: body === 'none' ? undefined : '',
    places: [],
    relations: relationsOf(example),
    problems: [],
    carried: {},
    above: idField(sent.get('new-id') ?? ''),
    unsaved: false,
  };
  if (sent.size === 0) return formPage(request, library, form);
  return answerForm(request, library, form, async (value, words) => {
    const taken = library.in(kind).map(({ id }) => id.split('/').at(-1));
    const id = sent.get('new-id') || (await proposeId(value, library.readings, taken, kind));
    const file = `${kind}/${kind === 'pledges' ? `${around}/` : ''}${id}.mdx`;
    const named = { file, above: idField(id), problems: nameProblems(library, file, id) };
    const row = kind === 'programmes' ? String(value.goal) : around;
    const fields = { ...value, ...lastPlace(library, kind, row) };
    const data = inOrder(Object.keys(folders[kind].schema.shape), fields);
    return {
      change: changeOf(file, data, words),
      form: { ...form, ...named },
      goTo: editAddress(file),
    };
  });
}

function changeOf(file: string, data: Data, body: string | undefined): Change {
  const { name, text } = itemOf(file, newFile({ data, body }));
  const label = `「${name}」を足した`;
  return { label, texts: new Map([[file, text]]), hashes: new Map([[file, '']]) };
}

const idField = (id: string): Html =>
  field(
    {
      id: 'new-id',
      label: 'アドレスになる名前（id）',
      hint: '小文字のローマ字。空のままにすると、名前の読みから付けます。公開したあとは変えません。',
    },
    textInput(id),
  );
