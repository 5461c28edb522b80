/** Moves an activity to another programme. */
import type { ActivityData } from '#model/programme.ts';
import { editAddress, type Answer, type Request } from './app.ts';
import { commit } from './commit.ts';
import { field, refused, select } from './controls.ts';
import { markup } from './html.ts';
import { readLibrary, type Item, type Library } from './library.ts';
import { missing, postForm } from './page.ts';
import { withFields } from './parts.ts';
import { corrections } from './references.ts';
import { freeId } from './romaji.ts';

export async function move(request: Request): Promise<Answer> {
  const { app, query, form } = request;
  const library = await readLibrary(app.store);
  const from = library.get(query.get('file') ?? '');
  const activity = from && activitiesOf(from).find(({ id }) => id === query.get('id'));
  if (!activity) return missing(query.get('file') ?? '');
  const others = library.in('programmes').filter((item) => item !== from);
  const to = others.find(({ file }) => file === form.get('to'));
  let problems;
  if (to) {
    const label = `取組「${activity.text}」を「${to.name}」へ`;
    const texts = moved(library, from, to, activity);
    const answer = await commit(request, { label, texts, hashes: new Map() }, editAddress(to.file));
    if (!('problems' in answer)) return answer;
    ({ problems } = answer);
  }
  const names = others.map(({ file, name }) => [file, name] as const);
  const hint = '移した取組は、その事業の取組の終わりに並びます。';
  const chosen = select(names, to?.file ?? others[0]?.file);
  const content = markup`
    ${field({ id: 'to', label: '移す先の事業', hint }, chosen)}
    <p><button class="main">移す</button></p>
  `;
  return {
    title: '取組をほかの事業へ移す',
    status: to ? 422 : 200,
    back: [editAddress(from.file), '移さずに戻る'],
    body: markup`
      ${refused(problems ?? [])}
      <p>「${from.name}」の取組: ${activity.text}</p>
      ${postForm({ token: app.guard.token }, content)}
    `,
  };
}

const activitiesOf = ({ data }: Item) => (data.activities ?? []) as ActivityData[];

/** The texts of both programmes; corrected words go with the text that holds them. */
function moved(library: Library, from: Item, to: Item, activity: ActivityData) {
  const taken = activitiesOf(to).map(({ id }) => id);
  const own = { ...activity, id: freeId(activity.id, taken, 'id') };
  const left = activitiesOf(from).filter((one) => one !== activity);
  return new Map([
    [from.file, withFields(from, { activities: left })],
    [to.file, withFields(to, { activities: [...activitiesOf(to), own] })],
    ...corrections(library, (row) =>
      row.file === from.file && row.shown && activity.text.includes(row.shown)
        ? { ...row, file: to.file }
        : row,
    ),
  ]);
}
