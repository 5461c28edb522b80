/**
 * The steps of docs/publishing.md, as they are written: on a machine of its own, made of namespaces,
 * with Debian's nginx at the usual ports and the folders that the steps name.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyCheckout } from '../fixtures/checkout.ts';
import { SECOND, writeSecondPlan } from '../fixtures/second-plan.ts';
import { hasNginx } from '../servers/nginx.ts';

/** The commands below a heading of the document. */
function steps(heading: string): string {
  const text = readFileSync('docs/publishing.md', 'utf8');
  const [, after = ''] = text.split(`### ${heading}\n`);
  const [, commands] = /```sh\n([^]*?)```/.exec(after) ?? [];
  if (commands === undefined) throw new Error(`no commands below ${heading}`);
  return commands;
}

const room = mkdtempSync(path.join(tmpdir(), 'plan-publishing-'));
const checkout = path.join(room, 'checkout');
const FIRST = SECOND.ward;
const NEXT = 'あおば町';

/** Folders of its own, a certificate, a name that leads here, and nginx as Debian starts it. */
const MACHINE = `
set -e
exec 2>&1
cp -a /etc/nginx "$ROOM/nginx"
for folder in /srv /run /var/log/nginx /var/lib/nginx; do mount -t tmpfs tmpfs $folder; done
mount --bind "$ROOM/nginx" /etc/nginx
rm -f /etc/nginx/sites-enabled/*
mkdir -p "$ROOM/ssl/plan"
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=plan.example.jp \\
  -addext subjectAltName=DNS:plan.example.jp \\
  -keyout "$ROOM/ssl/plan/privkey.pem" -out "$ROOM/ssl/plan/fullchain.pem" 2>/dev/null
mount --bind "$ROOM/ssl" /etc/ssl
printf '127.0.0.1 localhost plan.example.jp\\n' > "$ROOM/hosts"
mount --bind "$ROOM/hosts" /etc/hosts
ip link set lo up
export NODE_EXTRA_CA_CERTS=/etc/ssl/plan/fullchain.pem
nginx -g 'daemon off;' &
server=$!
trap 'kill $server' EXIT
until [ -s /run/nginx.pid ]; do sleep 0.1; done
cd "$ROOM/checkout"
probe() { echo "== $1"; node "$ROOM/probe.mjs"; }
attempt() { echo "== $1"; shift; if sh -e -c "$*"; then echo 'exit 0'; else echo "exit $?"; fi; }
`;

/** Prints what a reader of the home page gets. */
const PROBE = `
// nginx takes up its ports a moment after the command that reloads it has ended.
const until = performance.now() + 10_000;
let home;
while (!home)
  home = await fetch('https://plan.example.jp/').catch((error) => {
    if (performance.now() > until) throw error;
  });
const html = await home.text();
const plain = await fetch('http://plan.example.jp/about/?a=b', { redirect: 'manual' });
console.log(JSON.stringify({
  status: home.status,
  ward: html.match(/${FIRST}|${NEXT}/)?.[0],
  policy: home.headers.get('content-security-policy') !== null,
  plain: [plain.status, plain.headers.get('location'), plain.headers.has('strict-transport-security')],
  rules: (await fetch('https://plan.example.jp/_nginx/maps.conf')).status,
}));
`;

const SCRIPT = `${MACHINE}
attempt once "$ONCE"
probe first
rewrite() { grep -rl "$1" content | xargs sed -i "s/$1/$2/g"; }
rewrite ${FIRST} ${NEXT}
attempt again "$AGAIN"
probe second
attempt back "$BACK"
probe former
echo 'nonsense;' > /etc/nginx/conf.d/other.conf
attempt nonsense "$AGAIN"
rm /etc/nginx/conf.d/other.conf
nginx -s reload
probe after-nonsense
echo changed >> dist/robots.txt
attempt changed 'npm run release -- /srv/plan'
probe last
echo '== listing'
ls /srv/plan /srv/plan/releases
`;

/** Without what another run of the tests has set. */
const { OUT_DIR: _, BASE_PATH: __, CONTENT_DIR: ___, ...plainEnv } = process.env;

const isRoot = process.getuid?.() === 0;
const has = (program: string) => spawnSync('which', [program]).status === 0;
const able = isRoot && hasNginx() && ['unshare', 'ip', 'openssl'].every(has);

describe.skipIf(!able)('publishing as docs/publishing.md says', () => {
  let told: Record<string, string> = {};
  const answer = (name: string) => JSON.parse(told[name] ?? '') as Record<string, unknown>;

  beforeAll(() => {
    copyCheckout(checkout);
    rmSync(path.join(checkout, 'content'), { recursive: true });
    writeSecondPlan(path.join(checkout, 'content'));
    writeFileSync(path.join(room, 'probe.mjs'), PROBE);
    const { stdout } = spawnSync('unshare', ['--mount', '--net', 'bash', '-c', SCRIPT], {
      env: {
        ...plainEnv,
        ROOM: room,
        ONCE: steps('Once'),
        AGAIN: steps('Each time'),
        BACK: steps('Going back'),
        OG_IMAGES: '0',
      },
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
    if (!stdout.includes('== listing')) throw new Error(stdout);
    told = Object.fromEntries(
      stdout.split(/^== /m).map((part) => {
        const [name = '', ...lines] = part.split('\n');
        return [name, lines.join('\n').trim()];
      }),
    );
  }, 300_000);
  afterAll(() => {
    rmSync(room, { recursive: true });
  });

  const served = {
    status: 200,
    policy: true,
    plain: [301, 'https://plan.example.jp/about/?a=b', true],
    rules: 404,
  };

  it('works the first time', () => {
    expect(told.once).toMatch(/exit 0$/);
    expect(answer('first')).toEqual({ ...served, ward: FIRST });
  });

  it('works again, with the new words', () => {
    expect(told.again).toMatch(/公開しました: \S+\nexit 0$/);
    expect(answer('second')).toEqual({ ...served, ward: NEXT });
  });

  it('goes back by one command', () => {
    expect(told.back).toMatch(/公開しました: \S+\nexit 0$/);
    expect(answer('former')).toEqual({ ...served, ward: FIRST });
  });

  it('changes nothing where nginx refuses its configuration', () => {
    expect(told.nonsense).toMatch(/nginx が設定を受け付けません。公開は変えていません。/);
    expect(told.nonsense).toMatch(/^exit 1$/m);
    expect(answer('after-nonsense')).toEqual({ ...served, ward: FIRST });
  });

  it('releases nothing that was changed since it was built', () => {
    expect(told.changed).toMatch(/robots\.txt の内容が変わっています[^\n]+\nexit 1$/);
    expect(answer('last')).toEqual({ ...served, ward: FIRST });
  });

  it('leaves whole releases and one link, and nothing half done', () => {
    const [current, ...rest] = (told.listing ?? '').split('\n').slice(1);
    expect(current).toBe('current');
    expect(rest.filter((name) => /^\d{8}T\d{9}/.test(name))).toHaveLength(3);
  });
});
