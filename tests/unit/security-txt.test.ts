/** What `content/security.txt` may say (RFC 9116). */
import { expect, it } from 'vitest';
import { securityProblems } from '#reader/security-txt.ts';

const GOOD = 'Contact: mailto:a@example.jp\nExpires: 2030-03-31T15:00:00Z\n';
const fields = (text: string) => securityProblems(text).map(({ field }) => field);

it.each([
  GOOD,
  `# 連絡先\n\n${GOOD}Preferred-Languages: ja\n`,
  GOOD.replace('Contact', 'contact').replace('Z\n', '+09:00\n'),
  `Contact: https://example.jp/report\n${GOOD}`,
])('takes %j', (text) => {
  expect(fields(text)).toEqual([]);
});

it.each([
  ['', ['Contact', 'Expires']],
  ['Contact: mailto:a@example.jp\n', ['Expires']],
  ['Expires: 2030-03-31T15:00:00Z\n', ['Contact']],
  [GOOD.replace('mailto:', ''), ['Contact']],
  [GOOD.replace('mailto:', 'http://'), ['Contact']],
  [`${GOOD}Expires: 2031-03-31T15:00:00Z\n`, ['Expires']],
  [GOOD.replace('2030-03-31T15:00:00Z', '2030年3月31日'), ['Expires']],
  [`${GOOD}連絡先です\n`, ['3行目']],
])('refuses %j and says where', (text, expected) => {
  expect(fields(text)).toEqual(expected);
});
