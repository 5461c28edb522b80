/** `npm run cms-config -- owner/name`: prints the configuration of Sveltia CMS: docs/github-editing.md. */
import './plain-failures.ts';
import { cmsConfig } from '#edit/cms-config.ts';
import { Refusal } from '#model/problem.ts';
import { readPlan } from '#reader/read.ts';

const repository = process.argv[2] ?? '';
if (!/^[\w.-]+\/[\w.-]+$/.test(repository))
  throw new Refusal(
    'GitHub のリポジトリを書いてください。\n  npm run --silent cms-config -- 持ち主/名前',
  );
process.stdout.write(cmsConfig(await readPlan(), repository));
