/** Colours by their token's name, without `--color-`; the goals' as `goal-1` and `tint-1`. */
export type Palette = ReadonlyMap<string, string>;

const TOKEN = /--color-([a-z0-9-]+):\s*(?:light-dark\()?(#[0-9a-f]{6})/g;
const GOAL = /data-goal=.(\d).\]\s*\{\s*--goal:\s*(?:light-dark\()?(#[0-9a-f]{6})/g;
/** How much of a goal's colour its tint has (goals.css). */
const TINTED = 0.1;

/** Reads the light theme from the sheets of colours. */
export function readPalette(css: string): Palette {
  const palette = new Map<string, string>();
  for (const [, name = '', value = ''] of css.matchAll(TOKEN)) palette.set(name, value);
  for (const [, number = '', value = ''] of css.matchAll(GOAL)) {
    palette.set(`goal-${number}`, value);
    palette.set(`tint-${number}`, mix(value, palette.get('paper') ?? '#ffffff', TINTED));
  }
  return palette;
}

/** `share` of one colour in another, as color-mix(in srgb) has it. */
function mix(colour: string, other: string, share: number): string {
  const channel = (hex: string, start: number) => Number.parseInt(hex.slice(start, start + 2), 16);
  const mixed = [1, 3, 5].map(
    (start) => channel(colour, start) * share + channel(other, start) * (1 - share),
  );
  return `#${mixed.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
}
