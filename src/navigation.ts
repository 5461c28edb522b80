/** The order of the menus and the trail above a page, from addresses and labels. */
import { t } from './strings.ts';
import { urls } from './urls.ts';

export interface Link {
  href: string;
  text: string;
}

export const mainMenu: readonly Link[] = [
  { href: urls.policy(), text: t.nav.policy },
  { href: urls.programmes(), text: t.nav.programmes },
  { href: urls.sections(), text: t.nav.sections },
  { href: urls.calendar(), text: t.nav.calendar },
  { href: urls.full(), text: t.nav.full },
];

export const footerMenu: readonly Link[] = [
  { href: urls.search(), text: t.nav.search },
  { href: urls.yomigana(), text: t.find.yomigana },
  { href: urls.corrections(), text: t.nav.corrections },
  { href: urls.data(), text: t.nav.data },
  { href: urls.about(), text: t.nav.about },
];

export const homeLink: Link = { href: urls.home(), text: t.home };

export interface Neighbours {
  previous: (Link & { label: string }) | undefined;
  next: (Link & { label: string }) | undefined;
}

/** The links before and after `noun` in `all`, named by `labels`. */
export function neighbours<Noun extends { id: string }>(
  all: readonly Noun[],
  noun: Noun,
  link: (noun: Noun) => Link,
  labels: { previous: string; next: string },
): Neighbours {
  const at = all.findIndex(({ id }) => id === noun.id);
  const named = (other: Noun | undefined, label: string) => other && { ...link(other), label };
  return {
    previous: named(all[at - 1], labels.previous),
    next: named(all[at + 1], labels.next),
  };
}
