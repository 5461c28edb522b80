/** `npm run check` of a content that is right, with what is worth a look: a whole build. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { copyCheckout } from '../fixtures/checkout.ts';
import { changedContent } from '../unit/truth/changed-content.ts';

const room = mkdtempSync(path.join(tmpdir(), 'plan-check-'));
afterAll(() => {
  rmSync(room, { recursive: true });
});

it('passes with a notice a file on readings that are missing, spare or at odds', () => {
  const CONTENT_DIR = changedContent()((content) => {
    content.edit('goals/anshin.mdx', '地域の災害対応力', '地域の颱風対応力');
    content.edit('sections/somu.mdx', 'kana: そうむか', 'kana: そうむがかり');
    content.edit('readings.yaml', '  挨拶: あいさつ', '  挨拶: あいさつ\n  挨拶状: あいさつじょう');
  });
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/commands/check.ts'], {
    cwd: copyCheckout(path.join(room, 'checkout')),
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR },
  });
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout.trim().split('\n').slice(1)).toEqual([
    '注意: content/goals/anshin.mdx に読みのない漢字があります: 颱風',
    '注意: content/readings.yaml に使われていないことばがあります: 挨拶状',
    '注意: content/sections/somu.mdx の kana「そうむがかり」が、readings.yaml の読み「そうむか」と違います',
  ]);
});
