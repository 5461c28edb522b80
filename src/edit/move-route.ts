/** Moves an activity to another programme. */
import type { ActivityData } from '#model/programme.ts';
import { editAddress, type Answer, type Request } from './app.ts';
import { commit } from './commit.ts';
import { missing } from './edit-route.ts';
import { markup } from './html.ts';
import { readLibrary, type Data, type Item, type Library } from './library.ts';
import { withData } from './order.ts';
import { hidden } from './page.ts';
import { rewriteFile } from './parts.ts';
import { problemList } from './problem-list.ts';
import { freeId } from './romaji.ts';

export async function move(request: Request): Promise<Answer> {
  const { app, query, form } = request;
  const library = await readLibrary(app.store);
  const from = library.get(query.get('file') ?? '');
  const activity = from && activitiesOf(from).find(({ id }) => id === query.get('id'));
  if (!activity) return missing(query.get('file') ?? '');
  const others = library.in('programmes').filter((item) => item !== from);
  const to = others.find(({ file }) => file === form.get('to'));
  let problems = markup``;
  if (to) {
    const texts = moved(library, from, to, activity);
    const change = {
      label: `取組「${activity.text}」を「${to.name}」へ`,
      texts,
      hashes: new Map(),
    };
    const answer = await commit(request, change, editAddress(to.file));
    if (!('problems' in answer)) return answer;
    problems = problemList(answer.problems);
  }
  return {
    title: '取組をほかの事業へ移す',
    status: to ? 422 : 200,
    body: markup`
      <nav aria-label="戻る"><a href="${editAddress(from.file)}">移さずに戻る</a></nav>
      ${problems}
      <p>「${from.name}」の取組: ${activity.text}</p>
      <form method="post">
        ${hidden([['token', app.guard.token]])}
        <div class="field">
          <label for="to">移す先の事業</label>
          <select id="to" name="to">
            ${others.map(({ file, name }) => markup`<option value="${file}">${name}</option>`)}
          </select>
        </div>
        <p class="hint">移した取組は、その事業の取組の終わりに並びます。</p>
        <p><button class="main">移す</button></p>
      </form>
    `,
  };
}

const activitiesOf = ({ data }: Item) => (data.activities ?? []) as ActivityData[];

function moved(library: Library, from: Item, to: Item, activity: ActivityData) {
  const taken = activitiesOf(to).map(({ id }) => id);
  const own = { ...activity, id: freeId(activity.id, taken, 'id') };
  const texts = new Map<string, string | null>();
  const put = ({ file, text }: Item, activities: ActivityData[]) =>
    texts.set(file, withData(file, text, { activities }));
  put(
    from,
    activitiesOf(from).filter((one) => one !== activity),
  );
  put(to, [...activitiesOf(to), own]);
  // Corrected words go with the text that holds them.
  const ledger = library.get('corrections.yaml');
  const rows = (ledger?.data ?? []) as unknown as (Data & { file?: string; shown: string })[];
  if (ledger && rows.some((row) => goes(row, from, activity))) {
    const data = rows.map((row) => (goes(row, from, activity) ? { ...row, file: to.file } : row));
    texts.set(ledger.file, rewriteFile(ledger.file, ledger.text, { data, body: undefined }));
  }
  return texts;
}

const goes = (row: { file?: string; shown: string }, from: Item, { text }: ActivityData) =>
  row.file === from.file && row.shown !== '' && text.includes(row.shown);
