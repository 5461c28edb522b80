/** Run as a program before the tests: installs Orca and what it needs, where it can. */
import { install } from '../../debian.ts';
import { missingPackages } from './desktop.ts';

const wanted = missingPackages();
if (wanted.length > 0 && !install(wanted))
  console.error(
    `The tests with a screen reader are skipped: they need Debian's ${wanted.join(', ')}, and root or sudo to install them.`,
  );
