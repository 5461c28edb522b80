/** The readings of the plan's words: found by a part of the word, drafted where there is none. */
import { textsOfPlan } from '#model/link.ts';
import type { Readings } from '#model/reading.ts';
import { editAddress, type Answer, type Request } from './app.ts';
import { commit } from './commit.ts';
import { draftsFor } from './drafts.ts';
import { markup } from './html.ts';
import { judge } from './judge.ts';
import type { Item, Library } from './library.ts';
import { hidden } from './page.ts';
import { rewriteFile } from './parts.ts';

const SHOWN = 50;

export async function wordsPage(request: Request, _: Library, item: Item): Promise<Answer> {
  const { app, query, form } = request;
  const readings = item.data as unknown as Readings;
  const find = query.get('find') ?? '';
  const { plan } = await judge(app.store.dir);
  const drafts = plan
    ? await draftsFor([...textsOfPlan(plan).values()].flat().join('\n'), readings)
    : new Map<string, string>();
  const found = Object.entries(readings.words).filter(
    ([word, reading]) => find !== '' && (word.includes(find) || reading.includes(find)),
  );
  let problems: readonly string[] = [];
  if (form.size > 0) {
    const words = changedWords(readings.words, form);
    const data = { ...item.data, words };
    const text = rewriteFile(item.file, item.text, { data, body: undefined });
    const hashes = new Map([[item.file, form.get('hash') ?? '']]);
    const change = { label: '漢字の読み', texts: new Map([[item.file, text]]), hashes };
    const answer = await commit(request, change, editAddress(item.file));
    if (!('problems' in answer)) return answer;
    problems = answer.problems.map(
      ({ field, expected, found: now }) => `${field}: ${expected}（今の内容: ${now}）`,
    );
  }
  const row = (word: string, reading: string) => markup`
    <div class="field">
      <label for="w-${word}">${word}</label>
      <input
        type="text"
        id="w-${word}"
        name="w:${word}"
        value="${form.get(`w:${word}`) ?? reading}"
        autocomplete="off"
      />
    </div>
  `;
  return {
    title: item.name,
    status: problems.length > 0 ? 422 : 200,
    body: markup`
      <nav aria-label="戻る"><a href="/">一覧に戻る</a></nav>
      ${
        problems.length > 0 &&
        markup`
          <div class="summary" role="alert" tabindex="-1" autofocus>
            <h2>まだ保存していません</h2>
            <ul>
              ${problems.map((text) => markup`<li>${text}</li>`)}
            </ul>
          </div>
        `
      }
      <form action="/edit">
        ${hidden([['file', item.file]])}
        <div class="field">
          <label for="find">
            ことばか読みの一部でさがす（${Object.keys(readings.words).length}語）
          </label>
          <input type="text" id="find" name="find" value="${find}" />
        </div>
        <p><button>さがす</button></p>
      </form>
      <form method="post">
        ${hidden([
          ['token', app.guard.token],
          ['hash', form.get('hash') ?? item.hash],
        ])}
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
          markup`
            <p class="hint">
              下書きは辞書から引いたものです。正しい読みに直し、確かめたものに印を付けてください。
            </p>
            ${[...drafts].map(
              ([word, draft]) => markup`
                ${row(word, draft)}
                <p>
                  <label>
                    <input type="checkbox" name="ok:${word}" />
                    「${word}」の読みを確かめました
                  </label>
                </p>
              `,
            )}
          `
        }
        <h2>ことばを足す</h2>
        <div class="field">
          <label for="new-word">ことば（漢字を含む、印刷のまま）</label>
          <input
            type="text"
            id="new-word"
            name="new-word"
            value="${form.get('new-word') ?? ''}"
            autocomplete="off"
          />
        </div>
        <div class="field">
          <label for="new-reading">読み（ひらがな。かなと数字は印刷のまま）</label>
          <input
            type="text"
            id="new-reading"
            name="new-reading"
            value="${form.get('new-reading') ?? ''}"
            autocomplete="off"
          />
        </div>
        <p><button class="main">保存する</button></p>
      </form>
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

/** The words with what the form changed; a new word stands behind the one that is read before it. */
function changedWords(words: Readings['words'], form: URLSearchParams): Record<string, string> {
  const changed = new Map(Object.entries(words));
  const add = (word: string, reading: string) => {
    const entries = [...changed];
    const before = entries.findLastIndex(([, other]) => other.localeCompare(reading, 'ja') <= 0);
    entries.splice(before + 1, 0, [word, reading]);
    changed.clear();
    for (const [one, other] of entries) changed.set(one, other);
  };
  for (const [name, reading] of form) {
    if (!name.startsWith('w:')) continue;
    const word = name.slice(2);
    if (changed.has(word)) {
      if (reading === '') changed.delete(word);
      else changed.set(word, reading);
    } else if (form.has(`ok:${word}`)) add(word, reading);
  }
  const word = form.get('new-word') ?? '';
  const reading = form.get('new-reading') ?? '';
  if (word !== '' || reading !== '') add(word, reading);
  return Object.fromEntries(changed);
}
