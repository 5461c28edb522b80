/** SITE_URL and BASE_PATH: what is taken, and the sentence that refuses the rest. */
import { describe, expect, it } from 'vitest';
import { EXAMPLE_SITE, readBase, readSite } from '#environment.ts';
import { Refusal } from '#model/problem.ts';

describe('SITE_URL', () => {
  it.each([
    [undefined, EXAMPLE_SITE],
    ['', EXAMPLE_SITE],
    ['https://plan.example.jp', 'https://plan.example.jp'],
    ['https://plan.example.jp/', 'https://plan.example.jp'],
    ['http://localhost:4321', 'http://localhost:4321'],
    ['HTTPS://Plan.Example.JP', 'https://plan.example.jp'],
    ['https://計画.example.jp', 'https://xn--2nyr75b.example.jp'],
  ])('%j names the origin %s', (value, origin) => {
    expect(readSite(value)).toBe(origin);
  });

  it.each([
    ['plan.example.jp', 'https:// で始まっていません'],
    ['//plan.example.jp', 'https:// で始まっていません'],
    ['ftp://plan.example.jp', 'https:// で始まっていません'],
    ['https://plan.example.jp/2013/', 'BASE_PATH に書きます'],
    ['https://plan example.jp', '空白'],
    ['https://plan.example.jp\n', '空白'],
    ['https://', 'アドレスとして読めません'],
    ['https://me:secret@plan.example.jp', '利用者名'],
    ['https://plan.example.jp?', '? と #'],
    ['https://plan.example.jp/#top', '? と #'],
  ])('%j is refused in one sentence', (value, reason) => {
    expect(() => readSite(value)).toThrow(Refusal);
    expect(() => readSite(value)).toThrow(reason);
    expect(() => readSite(value)).toThrow(/^SITE_URL は[^\n]+$/);
  });
});

describe('BASE_PATH', () => {
  it.each([
    [undefined, '/'],
    ['', '/'],
    ['/', '/'],
    ['2013', '/2013/'],
    ['/2013', '/2013/'],
    ['/2013/', '/2013/'],
    ['//asahi//2013//', '/asahi/2013/'],
    ['/~plan/fy-2013.v1_2/', '/~plan/fy-2013.v1_2/'],
  ])('%j is the folder %s', (value, base) => {
    expect(readBase(value)).toBe(base);
  });

  it.each([
    ['C:/Program Files/Git/2013/', 'Git Bash'],
    ['c:\\2013', 'Git Bash'],
    ['/my plan/', 'my plan'],
    ['/2013/../', '..'],
    ['/./', '.'],
    ['/2013?x', '2013?x'],
    ['/2013#x', '2013#x'],
    ['/%32/', '%32'],
    ['/計画/', '計画'],
    ['\\2013', '\\2013'],
    ['https://plan.example.jp/2013/', 'https:'],
    ["/a'b/", "a'b"],
  ])('%j is refused in one sentence', (value, reason) => {
    expect(() => readBase(value)).toThrow(Refusal);
    expect(() => readBase(value)).toThrow(reason);
    expect(() => readBase(value)).toThrow(/^BASE_PATH は[^\n]+$/);
  });
});
