/** A desktop without a screen in which Orca reads Firefox: each of its programs, and what Orca says. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { FILES } from '../../tools.ts';

/** A line of recorder.py. */
export interface Spoken {
  text?: string;
  end?: true;
  rest?: true;
}

export interface Desktop {
  /** Of programs that run in it. */
  env: NodeJS.ProcessEnv;
  stop: () => void;
}

/** Starts it; `hear` is told all that is spoken from then on. */
export async function startDesktop(hear: (spoken: Spoken) => void): Promise<Desktop> {
  const home = mkdtempSync(path.join(tmpdir(), 'plan-orca-'));
  const running: ChildProcess[] = [];
  const stop = () => {
    for (const child of running.reverse()) child.kill('SIGKILL');
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  const bus = `unix:path=${home}/bus`;
  const env: NodeJS.ProcessEnv = {
    PATH: '/usr/bin:/bin',
    HOME: home,
    LANG: 'C.UTF-8',
    XDG_RUNTIME_DIR: home,
    DBUS_SESSION_BUS_ADDRESS: bus,
    GSETTINGS_BACKEND: 'memory',
    GNOME_ACCESSIBILITY: '1',
    GDK_BACKEND: 'x11',
    SPOKEN: path.join(home, 'spoken'),
  };
  const start = (program: string, ...args: string[]) => {
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'ignore', 'pipe'] });
    running.push(child);
    return child;
  };
  const said = async (stream: Readable | null | undefined) =>
    String((await once(stream as Readable, 'data'))[0]).trim();

  const screen = start(FILES.xvfb, '-displayfd', '3', '-screen', '0', '1280x1000x24');
  env.DISPLAY = `:${await said(screen.stdio[3] as Readable)}`;
  await said(
    start(FILES['dbus-daemon'], '--session', '--nofork', '--print-address', `--address=${bus}`)
      .stdout,
  );
  for (const property of ['IsEnabled', 'ScreenReaderEnabled'])
    spawnSync(
      FILES['libglib2.0-bin'],
      [
        ...['call', '--session', '--dest', 'org.a11y.Bus', '--object-path', '/org/a11y/bus'],
        ...['--method', 'org.freedesktop.DBus.Properties.Set'],
        ...['org.a11y.Status', property, '<true>'],
      ],
      { env },
    );
  start(FILES.openbox);

  const customizations = path.join(home, '.local/share/orca');
  mkdirSync(customizations, { recursive: true });
  cpSync(
    path.join(import.meta.dirname, 'recorder.py'),
    path.join(customizations, 'orca-customizations.py'),
  );
  const listener = createServer().listen(env.SPOKEN);
  const begun = new Promise<void>((resolve) => {
    listener.once('connection', (socket) => {
      listener.close();
      createInterface(socket).on('line', (line) => {
        resolve();
        hear(JSON.parse(line) as Spoken);
      });
    });
  });
  start(FILES.orca, '--replace');
  await begun;
  return { env, stop };
}
