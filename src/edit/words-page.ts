/** The readings of the plan's words: found by a part of the word, drafted where there is none. */
import { textsOfPlan } from '#model/link.ts';
import type { Readings } from '#model/reading.ts';
import { editAddress, type Answer, type Request } from './app.ts';
import { commit } from './commit.ts';
import { field, refused, textInput } from './controls.ts';
import { draftsFor } from './drafts.ts';
import { markup } from './html.ts';
import { judge } from './judge.ts';
import type { Item } from './library.ts';
import { postForm, TO_LIST } from './page.ts';
import { withFields } from './parts.ts';

const SHOWN = 50;

export async function wordsPage(request: Request, item: Item): Promise<Answer> {
  const { app, query, form } = request;
  const readings = item.data as unknown as Readings;
  const find = query.get('find') ?? '';
  const { plan } = await judge(app.store.dir);
  const drafts = plan
    ? await draftsFor([...textsOfPlan(plan).values()].flat().join('\n'), readings)
    : new Map<string, string>();
  const all = Object.entries(readings.words);
  const found = all.filter(
    ([word, reading]) => find !== '' && (word.includes(find) || reading.includes(find)),
  );
  let problems;
  if (form.size > 0) {
    const text = withFields(item, { words: changedWords(readings.words, form) });
    const hashes = new Map([[item.file, form.get('hash') ?? '']]);
    const change = { label: '漢字の読み', texts: new Map([[item.file, text]]), hashes };
    const answer = await commit(request, change, editAddress(item.file));
    if (!('problems' in answer)) return answer;
    ({ problems } = answer);
  }
  const row = (word: string, reading: string) =>
    field(
      { id: `w-${word}`, name: `w:${word}`, label: word },
      textInput(form.get(`w:${word}`) ?? reading),
    );
  const added = (id: string, label: string) => field({ id, label }, textInput(form.get(id) ?? ''));
  const content = markup`
    ${
      find !== '' &&
      markup`
        <h2>「${find}」のあることば: ${found.length}語</h2>
        <p class="hint">読みを空にすると、そのことばを消します。</p>
        ${found.slice(0, SHOWN).map(([word, reading]) => row(word, reading))}
        ${found.length > SHOWN && markup`<p>はじめの${SHOWN}語です。ことばを長くしてさがしてください。</p>`}
      `
    }
    <h2>読みのないことば: ${drafts.size}語</h2>
    ${
      drafts.size > 0 &&
      markup`<p class="hint">
        下書きは辞書から引いたものです。正しい読みに直し、確かめたものに印を付けてください。
      </p>`
    }
    ${[...drafts].map(
      ([word, draft]) => markup`
        ${row(word, draft)}
        <p><label><input type="checkbox" name="ok:${word}" /> 「${word}」の読みを確かめました</label></p>
      `,
    )}
    <h2>ことばを足す</h2>
    ${added('new-word', 'ことば（漢字を含む、印刷のまま）')}
    ${added('new-reading', '読み（ひらがな。かなと数字は印刷のまま）')}
    <p><button class="main">保存する</button></p>
  `;
  const search = { id: 'find', label: `ことばか読みの一部でさがす（${String(all.length)}語）` };
  const carried = { hash: form.get('hash') ?? item.hash };
  return {
    title: item.name,
    status: problems ? 422 : 200,
    back: TO_LIST,
    body: markup`
      ${refused(problems ?? [])}
      <form action="/edit">
        <input type="hidden" name="file" value="${item.file}" />
        ${field(search, textInput(find))}
        <p><button>さがす</button></p>
      </form>
      ${postForm({ token: app.guard.token, carried }, content)}
      <h2>区に確かめないと決められない読み</h2>
      <ul>
        ${Object.entries(readings.unconfirmed).map(
          ([word, { reading, also }]) => markup`
            <li class="row">
              <a href="${editAddress(item.file, `unconfirmed/${word}`)}">
                ${word}（${reading}／${also}）
              </a>
            </li>
          `,
        )}
      </ul>
    `,
  };
}

/** The words as the form changes them; a new word goes behind the one whose reading comes before its own. */
function changedWords(words: Readings['words'], form: URLSearchParams): Readings['words'] {
  const given = (word: string) => form.get(`w:${word}`);
  const changed = Object.entries(words)
    .map(([word, reading]) => [word, given(word) ?? reading] as const)
    .filter(([, reading]) => reading !== '');
  const confirmed = [...form.keys()].flatMap((name) =>
    name.startsWith('ok:') ? [name.slice('ok:'.length)] : [],
  );
  const fresh = confirmed.map((word) => [word, given(word) ?? ''] as const);
  const typed = [form.get('new-word') ?? '', form.get('new-reading') ?? ''] as const;
  for (const row of typed.join('') === '' ? fresh : [...fresh, typed]) {
    const before = changed.findLastIndex(([, other]) => other.localeCompare(row[1], 'ja') <= 0);
    changed.splice(before + 1, 0, row);
  }
  return Object.fromEntries(changed);
}
