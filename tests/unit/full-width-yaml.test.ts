/** Full-width signs in YAML, which a Japanese input method types, are named as what they are. */
import { expect, it } from 'vitest';
import { parseMdx, parseYaml } from '#reader/parse.ts';

const head = (lines: string) => parseMdx('goals/midori.mdx', `---\n${lines}\n---\n\nあ\n`).problems;
const NAMED = { expected: expect.stringContaining('半角で書く') as string };

it.each([
  ['a colon, alone', 'title：みどり', '2行目'],
  ['a colon before other fields', 'number: 1\ntitle：みどり\nsubtitle: あ', '3行目'],
  ['a colon in the fields of a list', 'facts:\n  - label: あ\n    value：い', '4行目'],
  ['a colon at the beginning of an item', 'facts:\n  - label：あ\n    value: い', '3行目'],
  ['white space behind a colon', 'title:　みどり\nnumber: 1', '2行目'],
  ['white space as indentation', 'facts:\n　- label: あ\n　  value: い', '3行目'],
  ['white space before a field', '　title: みどり\nnumber: 1', '2行目'],
])('%s', (_, lines, field) => {
  expect(head(lines)).toMatchObject([{ field, ...NAMED }]);
});

it.each([
  'title: 「みどり：まち」',
  'title: みどり\nsubtitle: 花　と　緑',
  'units:\n  - 担当：あ\n  - AED：設置',
])('words may hold them: %s', (lines) => {
  expect(head(lines)).toEqual([]);
});

it('another fault is told as itself, whatever words stand around it', () => {
  const { problems } = parseYaml('terms.yaml', 'goal: "AED：\nunit: あ\n');
  expect(problems).toMatchObject([
    { field: '1行目', expected: expect.not.stringContaining('全角') },
  ]);
});
