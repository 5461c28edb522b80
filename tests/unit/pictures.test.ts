import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkPlan } from '#model/link.ts';
import { drawing, readPalette } from '#share/drawing.ts';
import { pictureAddress, pictures } from '#share/pictures.ts';
import { writePictures } from '#share/render.ts';
import { belowBase, urls } from '#urls.ts';
import { HOSTILE, smallContent, smallPlan } from '../fixtures/small-plan.ts';

describe('the sharing pictures', () => {
  const plan = smallPlan();
  let dir = '';
  const out = (name: string) => path.join(dir, name);
  beforeAll(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'og-'));
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  it('are drawn once, and again only where their words changed', { timeout: 60_000 }, async () => {
    const first = await writePictures(pictures(plan), out('a'), out('cache'));
    expect(first.made).toBe(pictures(plan).length);
    const second = await writePictures(pictures(plan), out('b'), out('cache'));
    expect(second).toEqual({ ...first, made: 0 });

    const content = smallContent();
    for (const { data } of content.programmes) data.title = '別の事業';
    const third = await writePictures(pictures(linkPlan(content)), out('c'), out('cache'));
    expect(third.made).toBe(1);
  });

  it('are the same bytes when they are drawn anew', { timeout: 60_000 }, async () => {
    await writePictures(pictures(plan), out('a'), out('cache'));
    await writePictures(pictures(plan), out('d'), out('other-cache'));
    for (const { file } of pictures(plan))
      expect(await readFile(out(`a/${file}`)), file).toEqual(await readFile(out(`d/${file}`)));
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

describe('a drawing', () => {
  const palette = readPalette(
    ':root { --color-paper: #ffffff } [data-goal="1"] { --goal: light-dark(#123456, #abcdef) }',
  );
  const draw = (title: string) =>
    drawing({ kicker: '', title, detail: '', goal: 7 }, ['', ''], palette);

  it('takes its colours from the tokens, the seventh goal those of the first', () => {
    expect(draw('題')).toContain('#123456');
  });

  it('has the plan’s own drawing in the colours of the card, or a hill where there is none', () => {
    const card = { kicker: '', title: '題', detail: '', goal: 1 };
    const own = `<svg viewBox="0 0 1200 630"><circle class="hill-far" r="9"/><rect fill="red"/></svg>\n`;
    const tint = palette.get('tint-1') ?? '';
    expect(drawing(card, ['', ''], palette, own)).toContain(
      `<circle fill="${tint}" r="9"/><rect fill="red"/>`,
    );
    expect(drawing(card, ['', ''], palette)).not.toContain('circle');
    expect(drawing(card, ['', ''], palette)).not.toContain('class=');
  });

  it('breaks a kicker that would run off the edge', () => {
    const kicker = `基本目標 1 ${'長い名前の'.repeat(8)}`;
    const svg = drawing({ kicker, title: '題', detail: '', goal: 1 }, ['', ''], palette);
    const lines = Array.from(
      svg.matchAll(/<text[^>]*font-size="32"[^>]*>([^<]*)/g),
      ([, line]) => line,
    );
    expect(lines.length).toBe(2);
    expect(lines.join('').replaceAll(' ', '')).toBe(kicker.replaceAll(' ', ''));
  });

  it('leaves out an emoji, which its fonts do not have, and keeps the signs that they have', () => {
    const svg = draw('花🌸と家族👨‍👩‍👧‍👦、☆と※の1️⃣年');
    expect(svg).toContain('花と家族、☆と※の1年');
    expect(svg).not.toMatch(/\p{RGI_Emoji}|\u200D|\uFE0F|\u20E3/v);
  });

  it('shows hostile words as words, and cuts what is too long', () => {
    const svg = draw(HOSTILE.repeat(9));
    expect(svg).not.toMatch(/<b>|<\/script>|&amp;/);
    expect(svg).toContain('…');
    expect(svg.match(/<text/g)?.length).toBeLessThan(10);
  });
});
