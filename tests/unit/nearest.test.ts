import { expect, it } from 'vitest';
import { nearest } from '../../src/elements/nearest.ts';

const PATHS = ['/', '/full/', '/goals/midori/', '/sections/midori/', '/programmes/eko-raifu/'];

it.each([
  ['/programmes/eko-raifu/）', '/programmes/eko-raifu/'],
  ['/programmes/eko-raifu/%EF%BC%89', '/programmes/eko-raifu/'],
  ['/programmes/eko-raifu/をご覧ください。', '/programmes/eko-raifu/'],
  ['/Programmes/Eko-Raifu', '/programmes/eko-raifu/'],
  ['／ｆｕｌｌ／', '/full/'],
  ['/full/index.htm', '/full/'],
  ['//full//', '/full/'],
  ['/full/.', '/full/'],
  ['/index.html', '/'],
  ['/programmes/ekoraihu/', '/programmes/eko-raifu/'],
  ['/programs/eko-raifu/', '/programmes/eko-raifu/'],
  ['/eko-raifu/', '/programmes/eko-raifu/'],
  ['/section/midori/', '/sections/midori/'],
  ['/goals/midori/100%', '/goals/midori/'],
])('%s is nearly %s', (wrong, right) => {
  expect(nearest(wrong, PATHS)).toBe(right);
});

it.each(['/nothing-here/', '/404.html', '/wp-login.php', '/a/'])('%s is near none', (wrong) => {
  expect(nearest(wrong, PATHS)).toBeUndefined();
});
