/**
 * Leads on from an old address: to what the fragment has become, or with the fragment to the new
 * page. A page that still stands names its moved fragments only, and is left for no other.
 */
import { currentFragment } from './fragment.ts';

function lead() {
  const id = currentFragment();
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-moved]')];
  const own = links.find((link) => link.dataset.moved === id);
  const page = links.find((link) => link.dataset.moved === '');
  if (own) location.replace(own.href);
  else if (page) location.replace(page.href + location.hash);
}

addEventListener('hashchange', lead);
lead();
