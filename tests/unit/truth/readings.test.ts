import { describe, expect, it } from 'vitest';
import { linkPlan, textsOfPlan } from '#model/link.ts';
import { ruby, toKana, unread, unused } from '#model/reading.ts';
import { readContent } from '#reader/read.ts';

const content = await readContent();
const plan = linkPlan(content);
const { readings, sections } = plan;
const texts = [...textsOfPlan(plan).values()].flat();

describe('the readings of this plan', () => {
  it('cover every kanji the site shows', () => {
    expect(texts.flatMap((text) => unread(text, readings))).toEqual([]);
  });

  it('are all used', () => {
    expect(unused(texts, readings)).toEqual([]);
  });

  it('lie over the kanji of every text, and leave the text as it is', () => {
    const joined = texts.map((text) =>
      ruby(text, readings)
        .map(({ base }) => base)
        .join(''),
    );
    expect(joined).toEqual(texts);
  });

  it('agree with the kana of every section', () => {
    expect(sections.map(({ name }) => toKana(name, readings))).toEqual(
      sections.map(({ kana }) => kana),
    );
  });
});
