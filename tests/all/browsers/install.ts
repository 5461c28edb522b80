/** Run as a program before the tests: installs the browsers that are missing, where it can. */
import { install } from '../../debian.ts';
import { firefox } from './firefox.ts';
import { webkit } from './webkit.ts';

for (const { name, packages, isThere } of [firefox, webkit])
  if (!isThere() && !install(packages))
    console.error(
      `The tests in ${name} are skipped: they need Debian's ${packages.join(' and ')}.`,
    );
