/** New files, other addresses, moves and deletions: the plan stays whole, and no published address is lost. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { brokenPromises, formatPublished, parsePublished, withNew } from '#links/promises.ts';
import { readPlan } from '#reader/read.ts';
import type { App, Route } from '#edit/app.ts';
import { address } from '#edit/address-route.ts';
import { edit } from '#edit/edit-route.ts';
import { Guard } from '#edit/guard.ts';
import { order } from '#edit/home.ts';
import { move } from '#edit/move-route.ts';
import { create } from '#edit/new-route.ts';
import { page } from '#edit/page.ts';
import { Preview } from '#edit/preview.ts';
import { remove } from '#edit/remove-route.ts';
import { hashOf, Store } from '#edit/store.ts';
import { SECOND_MOVES, writeSecondPlan } from '../fixtures/second-plan.ts';

let dir = '';
let app: App;
const read = (file: string) => readFileSync(path.join(dir, file), 'utf8');
/** Sends a form; the address it leads to, or the page's text. */
async function send(
  route: Route,
  query: Record<string, string>,
  form: Record<string, string> = {},
) {
  const answer = await route({
    app,
    query: new URLSearchParams(query),
    form: new URLSearchParams(form),
  });
  return 'goTo' in answer ? answer.goTo : page(answer);
}
const broken = async () =>
  brokenPromises(parsePublished(read('permalinks.txt')), await readPlan(dir)).filter(
    ({ now }) => now === undefined,
  );

beforeEach(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'plan-moves-'));
  writeSecondPlan(dir);
  const plan = await readPlan(dir);
  writeFileSync(path.join(dir, 'permalinks.txt'), formatPublished(withNew(new Map(), plan)));
  const [corrected] = plan.programmes[2]?.activities ?? [];
  const row = { id: 'x', status: 'corrected', line: 1, source: '', reason: 'わけ', confidence: 50 };
  const shown = corrected?.text.slice(0, 9);
  writeFileSync(
    path.join(dir, 'corrections.yaml'),
    `# 訂正\n- ${JSON.stringify({ ...row, file: 'programmes/p3.mdx', shown })}\n`,
  );
  writeFileSync(
    path.join(dir, 'keywords.yaml'),
    '- for: programmes/p3\n  words: [ねこ, いぬ]\n- for: sections/s2\n  words: [しごと]\n- for: pledges/s2/u1\n  words: [まど]\n',
  );
  app = {
    store: new Store(dir),
    guard: new Guard('token', 1),
    preview: new Preview(dir),
    notice: undefined,
  };
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});

describe('the editor', { timeout: 180_000 }, () => {
  it('adds a programme with two activities behind those of its goal', async () => {
    const to = await send(
      create,
      { kind: 'programmes', in: 'g2' },
      {
        ...{ title: '学校を花でかざる事業', goal: 'g2', 'n:sections': '1', 'sections/0': 's2' },
        ...{
          'n:activities': '2',
          'activities/0/id': '',
          'activities/0/text': '花の苗をくばる(5月)',
        },
        ...{ 'activities/1/id': '', 'activities/1/text': '花の苗をくばる(10月)', do: 'save' },
      },
    );
    expect(to).toBe('/edit?file=programmes%2Fgakko-wo-hana-de-kazaru.mdx');
    const plan = await readPlan(dir);
    expect(plan.programmes[20]?.activities.map(({ id }) => id)).toEqual([
      'hana-no-nae-wo-kubaru',
      'hana-no-nae-wo-kubaru-2',
    ]);
    expect(plan.programmes.map(({ number }) => number)).toEqual(
      Array.from({ length: 41 }, (_, index) => index + 1),
    );
    expect(await broken()).toEqual([]);
  });

  it('adds a section, and drafts its reading for a person to confirm', async () => {
    const form = { name: '福祉課', kana: '', 'new-id': '', do: 'save' };
    const text = await send(create, { kind: 'sections' }, form);
    expect(text).toContain('読みの下書きを入れました');
    expect(text).toContain('value="ふくしか"');
    expect(await send(create, { kind: 'sections' }, { ...form, kana: 'ふくしか' })).toBe(
      '/edit?file=sections%2Ffukushi-ka.mdx',
    );
    const section = (await readPlan(dir)).sections.at(-1);
    expect([section?.name, section?.order]).toEqual(['福祉課', 7]);
  });

  it.each(['../../evil', 'Not An Id', 'p1', ''])(
    'refuses a new file under the id %j, or gives one',
    async (id) => {
      const before = await readPlan(dir);
      const text = await send(
        create,
        { kind: 'principles' },
        {
          title: 'はなす。',
          body: 'ぶん',
          'new-id': id === '' ? '' : id.replace('p1', 'hanasu'),
          do: 'save',
        },
      );
      if (id === '') expect(text).toBe('/edit?file=principles%2Fhanasu-2.mdx');
      else {
        expect(text).toContain('まだ保存していません');
        expect((await readPlan(dir)).principles).toHaveLength(before.principles.length);
      }
    },
  );

  it('gives a section another id: its pledges, programmes and words follow, its old addresses lead on', async () => {
    const words = read('keywords.yaml');
    expect(await send(address, { file: 'sections/s2.mdx' }, { id: 'shigoto' })).toBe(
      '/edit?file=sections%2Fshigoto.mdx',
    );
    const plan = await readPlan(dir);
    const section = plan.sections.find(({ id }) => id === 'shigoto');
    expect(section?.pledges).toHaveLength(1);
    expect(section?.programmes.length).toBeGreaterThan(3);
    expect(read('keywords.yaml')).toBe(
      words.replace('sections/s2', 'sections/shigoto').replace('s2/u1', 'shigoto/u1'),
    );
    expect(plan.redirects).toContainEqual({ from: 'sections/s2/', to: 'sections/shigoto/' });
    expect(await broken()).toEqual([]);
  });

  it('gives a goal another id: the programmes that are repeated under it follow', async () => {
    const again = read('programmes/p1.mdx').replace('goal: "g1"', '$&\nrepeatedUnder: [g2]');
    writeFileSync(path.join(dir, 'programmes/p1.mdx'), again);
    await send(address, { file: 'goals/g2.mdx' }, { id: 'niban' });
    expect(read('programmes/p1.mdx')).toBe(again.replace('g2', 'niban'));
    expect((await readPlan(dir)).goals[1]?.id).toBe('niban');
    expect(await broken()).toEqual([]);
  });

  it('cuts a chain of moves short, and drops it when something comes back', async () => {
    await send(address, { file: 'programmes/p1.mdx' }, { id: 'ni' });
    await send(address, { file: 'programmes/ni.mdx' }, { id: 'san' });
    expect((await readPlan(dir)).redirects).toContainEqual({
      from: 'mukashi/',
      to: 'programmes/san/',
    });
    expect(await broken()).toEqual([]);
    await send(address, { file: 'programmes/san.mdx' }, { id: 'p1' });
    expect((await readPlan(dir)).redirects).toEqual(SECOND_MOVES);
  });

  it('moves a pledge to another section', async () => {
    const to = await send(address, { file: 'pledges/s3/u1.mdx' }, { id: 'u1', section: 's1' });
    expect(to).toBe('/edit?file=pledges%2Fs1%2Fu1.mdx');
    const plan = await readPlan(dir);
    expect(plan.sections[0]?.pledges.map(({ order }) => order)).toEqual([1, 2]);
    expect(plan.redirects).toContainEqual({ from: 'sections/s3/#u1', to: 'sections/s1/#u1' });
    expect(await broken()).toEqual([]);
  });

  it('moves an activity to another programme with its corrected words', async () => {
    await send(move, { file: 'programmes/p3.mdx', id: 'a1' }, { to: 'programmes/p4.mdx' });
    const plan = await readPlan(dir);
    expect(plan.programmes.slice(2, 5).map(({ activities }) => activities.length)).toEqual([
      0, 3, 3,
    ]);
    expect(read('corrections.yaml')).toContain('programmes/p4.mdx');
    expect(read('corrections.yaml')).toMatch(/^# 訂正\n/);
    expect(await broken()).toEqual([]);
  });

  it('says which addresses end before it deletes, and sends their readers to what is nearest', async () => {
    const text = await send(remove, { file: 'programmes/p3.mdx' });
    for (const gone of ['programmes/p3/', 'full/#programme-p3', 'full/#activity-p3-a1'])
      expect(text).toContain(gone);
    expect(read('programmes/p3.mdx')).toContain('title');
    expect(
      await send(
        remove,
        { file: 'programmes/p3.mdx' },
        { token: 'token', hash: hashOf(read('programmes/p3.mdx')) },
      ),
    ).toBe('/');
    const plan = await readPlan(dir);
    expect(plan.programmes).toHaveLength(39);
    expect(plan.redirects).toContainEqual({ from: 'programmes/p3/', to: 'programmes/' });
    expect(read('keywords.yaml')).not.toContain('p3');
    expect(await broken()).toEqual([]);
    await app.store.undo();
    expect((await readPlan(dir)).programmes).toHaveLength(40);
  });

  it('asks before a form takes a published activity away', async () => {
    const file = 'programmes/p2.mdx';
    const {
      title = '',
      goal,
      sections = [],
      activities = [],
    } = (await readPlan(dir)).programmes[1] ?? {};
    const form = {
      ...{ title, goal: goal?.id ?? '', 'n:sections': '1', 'sections/0': sections[0]?.id ?? '' },
      ...{
        'n:activities': '1',
        'activities/0/id': 'a1',
        'activities/0/text': activities[0]?.text ?? '',
      },
      ...{ do: 'save', hash: hashOf(read(file)) },
    };
    const before = read(file);
    const text = await send(edit, { file }, form);
    expect(text).toContain('programmes/p2/#a2');
    expect(read(file)).toBe(before);
    await send(edit, { file }, { ...form, confirmed: '1' });
    expect((await readPlan(dir)).programmes[1]?.activities).toHaveLength(1);
    expect(await broken()).toEqual([]);
  });

  it('saves of the drafted readings only those that a person confirmed, in the order of the readings', async () => {
    const file = 'readings.yaml';
    const rows = (...words: string[]) => `words:\n${words.map((one) => `  ${one}\n`).join('')}`;
    const end = 'unconfirmed: {}\n';
    writeFileSync(
      path.join(dir, file),
      rows('案内: あんない', '区民: くみん', '窓口: まどぐち') + end,
    );
    const words = {
      'w:案内': '',
      'w:区民': 'くたみ',
      'w:花': 'はな',
      'w:苗': 'なえ',
      'ok:花': 'on',
    };
    const added = { 'new-word': '庁舎', 'new-reading': 'ちょうしゃ', hash: hashOf(read(file)) };
    const to = await send(edit, { file }, { ...words, ...added });
    expect(to).toBe('/edit?file=readings.yaml');
    expect(read(file)).toBe(
      rows('区民: くたみ', '庁舎: ちょうしゃ', '花: はな', '窓口: まどぐち') + end,
    );
  });

  it('changes two numbers and nothing else where two programmes change places', async () => {
    const [first, second] = [read('programmes/p1.mdx'), read('programmes/p2.mdx')];
    await send(order, {}, { move: '1 programmes/p1.mdx' });
    expect(read('programmes/p1.mdx')).toBe(first.replace('number: 1', 'number: 2'));
    expect(read('programmes/p2.mdx')).toBe(second.replace('number: 2', 'number: 1'));
  });
});
