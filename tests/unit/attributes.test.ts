import { describe, expect, it } from 'vitest';
import { withPlainAttributes } from '#deploy/attributes.ts';

describe('withPlainAttributes', () => {
  it.each([
    [
      '<a title="<style>b{}</style>">b > a</a>',
      '<a title="&lt;style&gt;b{}&lt;/style&gt;">b > a</a>',
    ],
    ["<a title='a > b'>", "<a title='a &gt; b'>"],
    ['<style>a > b {}</style><p>"<"</p>', '<style>a > b {}</style><p>"<"</p>'],
    [
      '<script src="a">"<a title=\'<b>\'>"</script>',
      '<script src="a">"<a title=\'<b>\'>"</script>',
    ],
    ['<p title="a&amp;b">&lt;script&gt;</p>', '<p title="a&amp;b">&lt;script&gt;</p>'],
  ])('makes %s %s', (html, plain) => {
    expect(withPlainAttributes(html)).toBe(plain);
  });
});
