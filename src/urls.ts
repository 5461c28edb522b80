/**
 * Every address of the site. An address is a promise: what this file makes is never changed,
 * only added to. SITE_URL is the origin that canonical addresses name; BASE_PATH (default `/`) is the
 * folder below it.
 */
import type { Correction } from '#model/correction.ts';
import type { Month } from '#model/fiscal-year.ts';
import type { Activity, Goal, Part, Pledge, Principle, Programme, Section } from '#model/plan.ts';
import { quote, Refusal } from '#model/problem.ts';

/** Used where SITE_URL is not set: RFC 2606 reserves the name for examples. */
export const EXAMPLE_SITE = 'https://plan.example';

const SITE_FORM =
  'SITE_URL は https://plan.example.jp の形で書いてください（フォルダ名は BASE_PATH に書きます。利用者名、? # と空白は書けません）';
const BASE_FORM =
  'BASE_PATH は /plan/ の形で、半角の英数字と - . _ ~ を使って書いてください（Windows の Git Bash では / なしで plan と書きます）';

/** The origin. Throws a Refusal where the value is more, or less, than one. */
export function readSite(value: string | undefined): string {
  if (!value) return EXAMPLE_SITE;
  const url = URL.parse(value);
  if (!url || !/^https?:\/\/[^\s?#@]+$/i.test(value) || url.pathname !== '/')
    throw new Refusal(`${SITE_FORM}: ${quote(value)}`);
  return url.origin;
}

/** `/` or `/plan/`. Throws a Refusal for a value that would have to be encoded in an address. */
export function readBase(value = ''): string {
  const parts = value.split('/').filter((part) => part !== '');
  if (!parts.every((part) => /^(?!\.+$)[\w.~-]+$/.test(part)))
    throw new Refusal(`${BASE_FORM}: ${quote(value)}`);
  return ['', ...parts, ''].join('/');
}

export const SITE = readSite(process.env.SITE_URL);
export const BASE = readBase(process.env.BASE_PATH);

/** A path below the base, for example `goals/midori/`. */
export const to = (path = '') => `${BASE}${path}`;

/** The address with its origin, as it is cited and shared. */
export const absolute = (path: string) => new URL(path, SITE).href;

export const urls = {
  home: () => to(),
  policy: () => to('policy/'),
  part: (part: Part) => to(`policy/#${part.id}`),
  principle: (principle: Principle) => to(`policy/#${principle.id}`),
  goal: (goal: Pick<Goal, 'id'>) => to(`goals/${goal.id}/`),
  programmes: () => to('programmes/'),
  programme: (programme: Programme) => to(`programmes/${programme.id}/`),
  activity: (activity: Activity) => to(`programmes/${activity.programme.id}/#${activity.id}`),
  sections: () => to('sections/'),
  section: (section: Section) => to(`sections/${section.id}/`),
  pledge: (pledge: Pledge) => to(`sections/${pledge.section.id}/${pledge.id}/`),
  /** The pledge among the others of its section: its address before it had a page. */
  pledgeOfSection: (pledge: Pledge) => to(`sections/${pledge.section.id}/#${pledge.id}`),
  calendar: (month?: Month) => to(`calendar/${month ? `#${monthId(month)}` : ''}`),
  full: (id?: string) => to(`full/${id ? `#${id}` : ''}`),
  search: () => to('search/'),
  /** Letters stand in it as they are, which browsers encode: a third of the bytes. */
  searchFor: (query: string) =>
    to(`search/?q=${query.replaceAll(/[^\p{L}\p{N}]+/gu, encodeURIComponent)}`),
  searchIndex: () => to('pagefind/'),
  /** What the search scans: `words` beside what its page prints and how they are read, or all. */
  searchFile: (name: 'words' | 'scan') => to(`search/${name}.json`),
  yomigana: (id?: string) => to(`yomigana/${id ? `#${id}` : ''}`),
  yomiganaChapter: (id: string) => to(`yomigana/${id}/`),
  corrections: (row?: Pick<Correction, 'id'>) => to(`corrections/${row ? `#${row.id}` : ''}`),
  feed: () => to('corrections.xml'),
  /** A page of content/pages/. */
  page: ({ id }: { id: string }) => to(`${id}/`),
  about: () => to('about/'),
  accessibility: () => to('about/accessibility/'),
  qr: (page: string) => to(`qr/${qrName(page)}.svg`),
  data: (file?: string) => to(`data/${file ? `#${dataId(file)}` : ''}`),
  dataFile: (file: string) => to(`data/${file}`),
  /** An image of a body in its full size; pages show copies that fit the screen. */
  image: ({ file }: { file: string }) => to(`images/${file}`),
  icon: () => to('icon.svg'),
  touchIcon: () => to('apple-touch-icon.png'),
  sitemap: () => to('sitemap.xml'),
};

/** `plan-json` for `plan.json`. */
export const dataId = (file: string) => file.replaceAll('.', '-');

/** `goals/midori` for the page `/goals/midori/`, `home` for the home page. */
export const qrName = (page: string) => belowBase(page).replace(/\/$/, '') || 'home';

/** An address without the base, as `content/` and the list of promised addresses write it. */
export const belowBase = (address: string) => address.slice(BASE.length);

/** `m07` for July. */
export const monthId = (month: Month) => `m${String(month).padStart(2, '0')}`;

/** Fragments of the page that holds the whole plan, where one page holds every kind of noun. */
export const fullId = {
  part: (part: Part) => part.id,
  principle: (principle: Principle) => `principle-${principle.id}`,
  goal: (goal: Goal) => `goal-${goal.id}`,
  programmes: () => 'programmes',
  goalProgrammes: (goal: Goal) => `programmes-${goal.id}`,
  programme: (programme: Programme) => `programme-${programme.id}`,
  activity: (activity: Activity) => `activity-${activity.programme.id}-${activity.id}`,
  pledges: () => 'pledges',
  section: (section: Section) => `section-${section.id}`,
  pledge: (pledge: Pledge) => `pledge-${pledge.section.id}-${pledge.id}`,
};

/** The page that shows the words of a content file, for example `pledges/kikaku/koho.mdx`. */
export function fileUrl(file: string): string {
  const [folder = '', ...rest] = file.replace(/\.mdx$/, '').split('/');
  const id = rest.join('/');
  if (folder === 'policy') return urls.policy();
  if (folder === 'parts' || folder === 'principles') return `${urls.policy()}#${id}`;
  return to(`${folder === 'pledges' ? 'sections' : folder}/${id}/`);
}
