import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cardNode } from '#share/card.ts';
import { readPalette } from '#share/palette.ts';
import { pictureAddress, pictures } from '#share/pictures.ts';
import { drawCard } from '#share/render.ts';
import { belowBase, urls } from '#urls.ts';
import { HOSTILE, smallPlan } from '../fixtures/small-plan.ts';

describe('the sharing pictures', () => {
  const plan = smallPlan();

  it('are PNGs of 1200 × 630, the same bytes each time', async () => {
    for (const { name, card } of pictures(plan)) {
      const png = await drawCard(card);
      const { width, height, format } = await sharp(png).metadata();
      expect([width, height, format], name).toEqual([1200, 630, 'png']);
      expect(Buffer.compare(await drawCard(card), png), name).toBe(0);
    }
  });

  it('belong to their page, and to the home page where a page has none', () => {
    const [programme] = plan.programmes;
    if (!programme) throw new Error('no programme');
    expect(belowBase(pictureAddress(plan, urls.programme(programme)))).toMatch(
      /^og\/programmes\/j\.png\?v=[0-9a-f]{8}$/,
    );
    expect(pictureAddress(plan, '/no-such-page/')).toBe(pictureAddress(plan, urls.home()));
  });

  it('have another address once their drawing has changed', () => {
    const changed = smallPlan();
    for (const programme of changed.programmes) programme.title = '別の事業';
    const [programme] = changed.programmes;
    if (!programme) throw new Error('no programme');
    const href = urls.programme(programme);
    expect(pictureAddress(changed, href)).not.toBe(pictureAddress(plan, href));
    expect(pictureAddress(changed, urls.home())).toBe(pictureAddress(plan, urls.home()));
  });
});

describe('a card', () => {
  const palette = readPalette(
    ':root { --color-paper: #ffffff } [data-goal="1"] { --goal: light-dark(#123456, #abcdef) }',
  );
  const own = `<svg viewBox="0 0 1200 630"><circle class="hill-far" r="9"/><rect fill="red"/></svg>\n`;
  const nodeOf = (title: string, svg?: string, detail = '') =>
    cardNode({ kicker: '', title, detail, goal: 7 }, ['', ''], palette, svg);
  const shown = (title: string) => JSON.stringify(nodeOf(title)).replaceAll('\u200B', '');

  it('takes its colours from the tokens, the seventh goal those of the first', () => {
    expect(shown('題')).toContain('#123456');
  });

  it('has the plan’s own drawing in the colours of the card, or a hill where there is none', () => {
    const tint = palette.get('tint-1') ?? '';
    const drawn = (svg?: string) => JSON.stringify(nodeOf('題', svg)).replaceAll('\\"', '"');
    expect(drawn(own)).toContain(`<circle fill="${tint}" r="9"/><rect fill="red"/>`);
    expect(drawn()).not.toContain('circle');
    expect(drawn()).not.toContain('class=');
  });

  it('leaves out an emoji, which its font does not have, and keeps the signs that it has', () => {
    const words = shown('花🌸と家族👨‍👩‍👧‍👦、☆と※の1️⃣年');
    expect(words).toContain('花と家族、☆と※の1年');
    expect(words).not.toMatch(/\p{RGI_Emoji}|\u200D|\uFE0F|\u20E3/v);
  });

  it('keeps words of any length clear of its edges and of the hill at its foot', async () => {
    for (const words of [HOSTILE.repeat(9), '長い名前の'.repeat(40), 'W'.repeat(200)]) {
      const card = { kicker: words, title: words, detail: words };
      const png = await drawCard(cardNode(card, ['', ''], palette, '<svg></svg>'));
      for (const [left, top, width, height] of [
        [0, 0, 70, 480],
        [1135, 0, 65, 480],
        [0, 490, 1200, 12],
      ] as const) {
        const area = await sharp(png).extract({ left, top, width, height }).raw().toBuffer();
        expect(
          area.every((value) => value === 255),
          `${words} at ${String(top)}`,
        ).toBe(true);
      }
    }
  });
});
