/**
 * `npm run cms-page -- github owner/name`: writes the page of the CMS for a hosted repository into
 * `cms-page/`: docs/editing-online.ja.md.
 */
import './plain-failures.ts';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cmsConfig } from '#admin/config.ts';
import { plainPage } from '#admin/plain-page.ts';
import { Refusal } from '#model/problem.ts';
import { contentDir } from '#reader/read.ts';
import { absolute, to } from '#urls.ts';

/** Those whose changes the CMS can make as requests to pull. */
const SERVICES = ['github', 'gitlab'];

const [service = '', repo = '', folder = 'cms-page'] = process.argv.slice(2);
if (!SERVICES.includes(service) || !/^[\w.-]+(?:\/[\w.-]+)+$/.test(repo))
  throw new Refusal(
    `サービスとリポジトリを書いてください（サービス: ${SERVICES.join('、')}）。\n  npm run cms-page -- github 持ち主/名前`,
  );
const config = await cmsConfig(contentDir, {
  backend: { name: service, repo, branch: 'main' },
  isLocal: false,
  siteUrl: absolute(to()),
});
const page = plainPage(
  '計画の編集',
  `<link rel="cms-config-url" type="application/json" href="config.json">
<script src="sveltia-cms.js"></script>`,
);
await mkdir(folder, { recursive: true });
await writeFile(path.join(folder, 'index.html'), page);
await writeFile(
  path.join(folder, 'config.json'),
  `${JSON.stringify({ ...config, publish_mode: 'editorial_workflow' }, null, 2)}\n`,
);
await copyFile(
  'node_modules/@sveltia/cms/dist/sveltia-cms.js',
  path.join(folder, 'sveltia-cms.js'),
);
console.log(`${folder}/ に、編集のページを書きました。docs/editing-online.ja.md を見てください。`);
