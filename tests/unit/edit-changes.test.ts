/** What changed, in words. */
import { describe, expect, it } from 'vitest';
import { changeOf } from '#edit/changes.ts';

const file = 'programmes/hana.mdx';
const programme = (activities: string, title = '花の事業') =>
  `---\nnumber: 1\ntitle: ${title}\ngoal: midori\nsections: [a]\nactivities:\n${activities}---\n`;
const item = (id: string, text: string) => `  - id: ${id}\n    text: ${text}\n`;
const lines = (before: string, after: string) => changeOf(file, before, after).lines;

describe('a change', () => {
  const before = programme(item('a', '苗の配布(5月)') + item('b', '花壇の手入れ(通年)'));

  it('names the thing and the word', () => {
    const after = programme(item('a', '苗の配布(6月)') + item('b', '花壇の手入れ(通年)'));
    const change = changeOf(file, before, after);
    expect(change.name).toBe('事業「花の事業」');
    expect(change.lines).toEqual([
      '取組 1番目 の 取組の文: 「苗の配布(5月)」を「苗の配布(6月)」に',
    ]);
  });

  it('tells what came, what went and what changed its place', () => {
    expect(
      lines(before, programme(item('b', '花壇の手入れ(通年)') + item('a', '苗の配布(5月)'))),
    ).toEqual(['取組の順番を変えました']);
    expect(lines(before, programme(item('b', '花壇の手入れ(通年)') + item('c', '種まき')))).toEqual(
      ['取組を消しました: 苗の配布(5月)', '取組を足しました: 種まき'],
    );
    expect(changeOf(file, undefined, before).lines).toEqual(['足しました']);
    expect(changeOf(file, before, undefined).lines).toEqual(['消しました']);
  });

  it('tells a comment from a word', () => {
    expect(lines(before, before.replace('number: 1', 'number: 1 # はじめ'))).toEqual([
      '書き方だけを変えました',
    ]);
  });

  it('tells a paragraph of a body', () => {
    const goal = (body: string) => `---\nnumber: 1\ntitle: 緑\n---\n\n${body}\n`;
    const { lines: told } = changeOf(
      'goals/midori.mdx',
      goal('緑を植えます。\n\n水をやります。'),
      goal('緑を植えます。\n\n水をあげます。'),
    );
    expect(told).toEqual(['本文の段落 2番目: 「水をやります。」を「水をあげます。」に']);
  });
});
