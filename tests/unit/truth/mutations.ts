/**
 * Ways in which the content can go wrong by one slip. Each changes the given content in place and
 * names what it did; none leaves the plan's words, their order and their owners as they were.
 */
import type { PlanContent } from '#model/plan.ts';
import { paragraphsOf, plainBody } from '#text/body.ts';
import type { Random } from '../../fixtures/random.ts';
import { printedTexts, type TextPlace } from './texts.ts';

export type Mutation = (content: PlanContent, random: Random) => string;

/** Changes one match of `pattern` in one printed text; `change` must return something else. */
const inText =
  (pattern: RegExp, change: (match: string, random: Random) => string): Mutation =>
  (content, random) => {
    const place = random.pick(
      printedTexts(content).filter(({ get }) => get().search(pattern) >= 0),
    );
    const text = place.get();
    const match = random.pick([...text.matchAll(new RegExp(pattern, 'gu'))]);
    const changed = change(match[0], random);
    if (changed === match[0]) throw new Error(`${match[0]} is left as it was`);
    place.set(text.slice(0, match.index) + changed + text.slice(match.index + match[0].length));
    return `${place.where}@${String(match.index)} ${match[0]} → ${changed}`;
  };

const other = (characters: string, not: string, random: Random) =>
  random.pick([...characters].filter((character) => character !== not));
const shift = (match: string, by: number) => String.fromCodePoint((match.codePointAt(0) ?? 0) + by);

const exchange = (a: TextPlace, b: TextPlace) => {
  const kept = a.get();
  a.set(b.get());
  b.set(kept);
  return `${a.where} ↔ ${b.where}`;
};
const swapField = <Key extends string>(
  key: Key,
  a: { file: string; data: Partial<Record<Key, unknown>> },
  b: { file: string; data: Partial<Record<Key, unknown>> },
) => {
  [a.data[key], b.data[key]] = [b.data[key], a.data[key]];
  return `${a.file} ↔ ${b.file}`;
};
const sectionOf = (pledge: { id: string }) => pledge.id.split('/')[0];

export const mutations: Record<string, Mutation> = {
  'a digit changed': inText(/\d/, (digit, random) => other('0123456789', digit, random)),
  'a digit lost': inText(/\d/, () => ''),
  'a character lost': inText(/./, () => ''),
  'a character doubled': inText(/./, (character) => character + character),
  'neighbours exchanged': inText(/(.)(?!\1)./, (two) => [...two].reverse().join('')),
  'a kanji changed': inText(/\p{Script=Han}/u, (kanji, random) =>
    other('区民地域防災保育福祉環境', kanji, random),
  ),
  'a kana changed': inText(/\p{Script=Hiragana}/u, (kana, random) =>
    other('のをにはがとでもへや', kana, random),
  ),
  'hiragana made katakana': inText(/[ぁ-ん]/, (kana) => shift(kana, 0x60)),
  'katakana made hiragana': inText(/[ァ-ン]/, (kana) => shift(kana, -0x60)),
  'a voiced mark lost': inText(/[がぎぐげござじずぜぞだでどばびぶべぼ]/, (kana) =>
    kana.normalize('NFD').charAt(0),
  ),
  'a half-width character widened': inText(/[!-~]/, (character) => shift(character, 0xfee0)),
  'a full-width character narrowed': inText(/～/, () => '~'),
  'a wave dash of another kind': inText(/～/, () => '〜'),
  'a long vowel made a dash': inText(/ー/, (_, random) => random.pick(['-', '―', '−', '一'])),
  'punctuation changed': inText(/[、。・「」“”★]/, (mark, random) =>
    other('、。・「」“”★', mark, random),
  ),
  'punctuation lost': inText(/[、。・「」“”★()]/, () => ''),
  'a space lost': inText(/ /, () => ''),
  'a space widened': inText(/ /, () => '　'),
  'a space put in': inText(/\S(?=\S)/, (character) => `${character} `),
  'a sentence lost': inText(/[^。]+。/, () => ''),

  'two activities exchanged': (content, random) =>
    exchange(
      ...random.pair(printedTexts(content).filter(({ where }) => where.includes('.activities.'))),
    ),
  'two titles exchanged': (content, random) =>
    exchange(
      ...random.pair(
        printedTexts(content).filter(({ where }) => /^programmes.*title$/.test(where)),
      ),
    ),
  'two pledges exchanged': (content, random) =>
    exchange(
      ...random.pair(printedTexts(content).filter(({ where }) => /^pledges.*body/.test(where))),
    ),
  'two unit names exchanged': (content, random) => {
    const units = printedTexts(content).filter(({ where }) => where.includes('.units.'));
    const first = random.pick(units);
    return exchange(first, random.pick(units.filter(({ get }) => get() !== first.get())));
  },
  'two section names exchanged': (content, random) =>
    exchange(
      ...random.pair(printedTexts(content).filter(({ where }) => where.startsWith('sections/'))),
    ),

  'an activity dropped': ({ programmes }, random) => {
    const { file, data } = random.pick(programmes);
    const index = random.below(data.activities.length);
    data.activities.splice(index, 1);
    return `${file} ${String(index)}`;
  },
  'an activity doubled': ({ programmes }, random) => {
    const { file, data } = random.pick(programmes);
    const activity = random.pick(data.activities);
    data.activities.push({ ...activity, id: `${activity.id}-2` });
    return `${file} ${activity.id}`;
  },
  'an activity moved to another programme': ({ programmes }, random) => {
    const [from, to] = random.pair(programmes);
    const [activity] = from.data.activities.splice(random.below(from.data.activities.length), 1);
    if (activity)
      to.data.activities.splice(random.below(to.data.activities.length + 1), 0, activity);
    return `${from.file} ${activity?.id ?? ''} → ${to.file}`;
  },
  'activities in another order': ({ programmes }, random) => {
    const { file, data } = random.pick(
      programmes.filter((entry) => entry.data.activities.length > 1),
    );
    data.activities.reverse();
    return file;
  },
  'an owner swapped': ({ programmes, sections }, random) => {
    const { file, data } = random.pick(programmes);
    const index = random.below(data.sections.length);
    const id = random.pick(sections.filter((section) => !data.sections.includes(section.id))).id;
    data.sections[index] = id;
    return `${file} ${String(index)} ${id}`;
  },
  'an owner added': ({ programmes, sections }, random) => {
    const { file, data } = random.pick(programmes);
    const { id } = random.pick(sections);
    data.sections.push(id);
    return `${file} ${id}`;
  },
  'an owner dropped': ({ programmes }, random) => {
    const { file, data } = random.pick(programmes);
    return `${file} ${data.sections.splice(random.below(data.sections.length), 1).join('')}`;
  },
  'owners in another order': ({ programmes }, random) => {
    const { file, data } = random.pick(
      programmes.filter((entry) => entry.data.sections.length > 1),
    );
    data.sections.reverse();
    return file;
  },
  'the goal of a programme changed': ({ programmes, goals }, random) => {
    const { file, data } = random.pick(programmes);
    data.goal = random.pick(goals.filter(({ id }) => id !== data.goal)).id;
    return `${file} ${data.goal}`;
  },
  'the numbers of two programmes swapped': ({ programmes }, random) =>
    swapField('number', ...random.pair(programmes)),
  'the numbers of two goals swapped': ({ goals }, random) =>
    swapField('number', ...random.pair(goals)),
  'the places of two principles swapped': ({ principles }, random) =>
    swapField('order', ...random.pair(principles)),
  'the places of two sections swapped': ({ sections }, random) =>
    swapField('order', ...random.pair(sections)),
  'the places of two pledges swapped': ({ pledges }, random) => {
    const first = random.pick(
      pledges.filter(
        (pledge) => pledges.filter((one) => sectionOf(one) === sectionOf(pledge)).length > 1,
      ),
    );
    const mates = pledges.filter(
      (pledge) => pledge !== first && sectionOf(pledge) === sectionOf(first),
    );
    return swapField('order', first, random.pick(mates));
  },
  'a programme dropped': ({ programmes }, random) =>
    programmes
      .splice(random.below(programmes.length), 1)
      .map(({ file }) => file)
      .join(''),
  'a programme dropped and the gap closed': ({ programmes }, random) => {
    const [gone] = programmes.splice(random.below(programmes.length), 1);
    for (const { data } of programmes) if (data.number > (gone?.data.number ?? 0)) data.number -= 1;
    return gone?.file ?? '';
  },
  'a programme doubled under the next number': ({ programmes }, random) => {
    const entry = random.pick(programmes);
    const twin = structuredClone(entry);
    programmes.push({
      ...twin,
      id: `${entry.id}-2`,
      file: `programmes/${entry.id}-2.mdx`,
      data: { ...twin.data, number: programmes.length + 1 },
    });
    return entry.file;
  },
  'a pledge dropped': ({ pledges }, random) =>
    pledges
      .splice(random.below(pledges.length), 1)
      .map(({ file }) => file)
      .join(''),
  'a pledge doubled': ({ pledges }, random) => {
    const entry = random.pick(pledges);
    const order = pledges.filter((one) => sectionOf(one) === sectionOf(entry)).length + 1;
    pledges.push({
      ...entry,
      id: `${entry.id}-2`,
      file: entry.file.replace('.mdx', '-2.mdx'),
      data: { units: [], order },
    });
    return entry.file;
  },
  'a pledge in the folder of another section': ({ pledges, sections }, random) => {
    const entry = random.pick(pledges);
    const section = random.pick(sections.filter(({ id }) => id !== sectionOf(entry)));
    const name = entry.id.split('/')[1] ?? '';
    entry.id = `${section.id}/${name}-2`;
    entry.file = `pledges/${entry.id}.mdx`;
    entry.data.order = pledges.filter((one) => sectionOf(one) === section.id).length;
    return `${name} → ${section.id}`;
  },
  'a unit dropped': ({ pledges }, random) => {
    const { file, data } = random.pick(pledges.filter((entry) => entry.data.units.length > 0));
    return `${file} ${data.units.splice(random.below(data.units.length), 1).join('')}`;
  },
  'units in another order': ({ pledges }, random) => {
    const { file, data } = random.pick(pledges.filter((entry) => entry.data.units.length > 1));
    data.units.reverse();
    return file;
  },
  'a unit moved to another pledge': ({ pledges }, random) => {
    const from = random.pick(pledges.filter((entry) => entry.data.units.length > 0));
    const to = random.pick(pledges.filter((entry) => entry !== from));
    const [unit = ''] = from.data.units.splice(random.below(from.data.units.length), 1);
    to.data.units.push(unit);
    return `${from.file} ${unit} → ${to.file}`;
  },
  'paragraphs merged': ({ goals, pledges }, random) => {
    const entry = random.pick([...goals, ...pledges].filter(({ body }) => body.length > 1));
    entry.body = plainBody([paragraphsOf(entry.body).join('')]);
    return entry.file;
  },
  'a paragraph split': ({ goals, principles, pledges }, random) => {
    const entry = random.pick(
      [...goals, ...principles, ...pledges].filter(({ body }) =>
        paragraphsOf(body).some((text) => /。./.test(text)),
      ),
    );
    entry.body = plainBody(paragraphsOf(entry.body).flatMap((text) => text.split(/(?<=。)(?=.)/)));
    return entry.file;
  },
  'paragraphs in another order': ({ goals, pledges }, random) => {
    const entry = random.pick([...goals, ...pledges].filter(({ body }) => body.length > 1));
    entry.body.reverse();
    return entry.file;
  },
  'a paragraph dropped': ({ goals, principles, pledges }, random) => {
    const entry = random.pick([...goals, ...principles, ...pledges]);
    const index = random.below(entry.body.length);
    entry.body.splice(index, 1);
    return `${entry.file} ${String(index)}`;
  },
  'an optional part of the frame dropped': ({ policy, parts, goals }, random) => {
    const dropLead = (part: string) => delete parts.find(({ id }) => id === part)?.data.lead;
    const drops: Record<string, () => unknown> = {
      mascot: () => delete policy.data.mascot,
      motto: () => dropLead('kihon-mokuhyo'),
      team: () => dropLead('soshiki-unei'),
      programmesTitle: () => goals.map(({ data }) => delete data.programmesTitle),
    };
    const name = random.pick(Object.keys(drops));
    drops[name]?.();
    return name;
  },
  'a row of the ledger dropped': ({ corrections }, random) => {
    const row = random.pick(corrections.filter(({ status }) => status !== 'flagged'));
    corrections.splice(corrections.indexOf(row), 1);
    return row.id;
  },
  'a row of the ledger doubled': ({ corrections }, random) => {
    const row = random.pick(corrections);
    corrections.push({ ...row });
    return row.id;
  },
  'a row of the ledger on the next line': ({ corrections }, random) => {
    const row = random.pick(corrections.filter(({ status }) => status !== 'rule'));
    if ('line' in row) row.line += random.pick([-1, 1]);
    return `${row.id} ${'line' in row ? String(row.line) : ''}`;
  },
  'a source reading of the ledger changed': ({ corrections }, random) => {
    const row = random.pick(corrections.filter(({ status }) => status === 'corrected'));
    const at = random.below(row.source.length);
    row.source = row.source.slice(0, at) + row.source.slice(at + 1);
    return `${row.id} ${row.source}`;
  },
  'a place of a rule dropped': ({ corrections }, random) => {
    const places = random.pick(
      corrections.flatMap((row) =>
        row.status === 'rule' && row.places.length > 0 ? [row.places] : [],
      ),
    );
    return JSON.stringify(places.splice(random.below(places.length), 1));
  },
};
