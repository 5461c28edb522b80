/** What a page is found to need of its policy. */
import { expect, it } from 'vitest';
import { needsOf } from '#deploy/content-security-policy.ts';

const needs = (html: string) => {
  const { styles, scripts } = needsOf(html, false);
  return { styles: styles.size, scripts };
};

it.each([
  ['<style>a > b {}</style><p>"<"</p>', { styles: 1, scripts: false }],
  ['<script type="module" src="/a.js"></script>', { styles: 0, scripts: true }],
  ['<script type="application/ld+json">{"a":"<style>"}</script>', { styles: 0, scripts: false }],
])('is what stands in it: %s', (html, expected) => {
  expect(needs(html)).toEqual(expected);
});

it.each([
  '<a title="<style>b{}</style>">b > a</a>',
  "<a title='<script>alert(1)</script>'>",
  '<p title="a>b" lang="<script>">&lt;script&gt;</p>',
])('is not what a word of the plan says in an attribute: %s', (html) => {
  expect(needs(html)).toEqual({ styles: 0, scripts: false });
});

it('is never an inline script', () => {
  expect(() => needsOf('<script>alert(1)</script>', false)).toThrow('inline script: alert(1)');
});
