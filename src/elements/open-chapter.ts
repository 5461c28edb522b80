/** Leads on from the contents to the chapter that holds the place of the address. */
import { currentFragment } from './fragment.ts';

function lead() {
  const id = currentFragment();
  const place = document.getElementById(id);
  const link = place?.closest('li')?.querySelector('a');
  if (!place || !link) return;
  const [chapter = ''] = link.href.split('#');
  location.replace(place.matches('li') ? link.href : `${chapter}#${id}`);
}

addEventListener('hashchange', lead);
lead();
