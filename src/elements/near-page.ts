/** On the page for wrong addresses: offers the one of its links that the address nearly is. */
import { nearest } from './nearest.ts';

const place = document.querySelector<HTMLElement>('[data-near]');
const links = [...document.querySelectorAll<HTMLAnchorElement>('main a[href], nav a[href]')];
const paths = links.map(({ pathname }) => pathname);
const found = links[paths.indexOf(nearest(location.pathname, paths) ?? '')];
if (place && found) {
  const link = found.cloneNode(true) as HTMLAnchorElement;
  link.className = 'row';
  link.href += location.hash;
  place.replaceChildren(place.dataset.near ?? '', link);
}
