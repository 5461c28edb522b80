/**
 * Where the site is published, read from the environment at build time. SITE_URL is the origin that
 * canonical addresses name; BASE_PATH (default `/`) is the folder below it.
 */
import { quote, Refusal } from '#model/problem.ts';

/** Used where SITE_URL is not set: RFC 2606 reserves the name for examples. */
export const EXAMPLE_SITE = 'https://plan.example';

const SITE_FORM = 'SITE_URL は https://plan.example.jp の形で書いてください';
const BASE_FORM = 'BASE_PATH は /plan/ の形で、半角の英数字と - . _ ~ を使って書いてください';

/** The origin. Throws a Refusal where the value is more, or less, than one. */
export function readSite(value: string | undefined): string {
  if (!value) return EXAMPLE_SITE;
  const refuse = (reason: string) => new Refusal(`${SITE_FORM}（${reason}）: ${quote(value)}`);
  if (/\s/.test(value)) throw refuse('空白があります');
  if (!/^https?:\/\//i.test(value)) throw refuse('https:// で始まっていません');
  if (!URL.canParse(value)) throw refuse('アドレスとして読めません');
  const url = new URL(value);
  if (url.username || url.password) throw refuse('利用者名やパスワードは書けません');
  if (url.pathname !== '/') throw refuse('フォルダ名は BASE_PATH に書きます');
  if (/[?#]/.test(value)) throw refuse('? と # は書けません');
  return url.origin;
}

/** `/` or `/plan/`. Throws a Refusal for a value that would have to be encoded in an address. */
export function readBase(value: string | undefined): string {
  const refuse = (reason: string) =>
    new Refusal(`${BASE_FORM}（${reason}）: ${quote(value ?? '')}`);
  const parts = (value ?? '').split('/').filter((part) => part !== '');
  // Git Bash on Windows rewrites a value that begins with a slash.
  if (/^[a-z]:/i.test(value ?? ''))
    throw refuse('Windows の Git Bash では / なしで plan と書きます');
  for (const part of parts)
    if (!/^[\w.~-]+$/.test(part) || /^\.+$/.test(part)) throw refuse(`${quote(part)} は使えません`);
  return ['', ...parts, ''].join('/');
}

export const SITE = readSite(process.env.SITE_URL);
export const BASE = readBase(process.env.BASE_PATH);
