import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { switchFolder } from '../../src/engine/switch-folder.ts';
import { watchSwitch } from '../../src/engine/watch.ts';
import { connect } from '../../src/server/session.ts';
import { listeningLog } from '../unit/engine/listening-log.ts';
import { patience } from '../unit/engine/patience.ts';
import { options } from './login.ts';
import { keyPair, startSshServer } from './ssh-server.ts';

/** Processes of this machine that have a file open. */
function readersOf(path: string): readonly string[] {
  const links = (pid: string): readonly string[] => {
    try {
      return readdirSync(`/proc/${pid}/fd`).map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`));
    } catch {
      return [];
    }
  };
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && links(name).includes(path));
}

async function until(is: () => boolean, seconds: number): Promise<void> {
  for (const begun = performance.now(); !is(); await delay(50)) {
    if (performance.now() - begun > seconds * 1000) throw new Error('it never comes');
  }
}

test('a watch whose connection is cut leaves no process behind, though the switch goes on; it is found again', async () => {
  const hostKey = keyPair('ed25519');
  const userKey = keyPair('ed25519');
  const server = await startSshServer({ hostKeys: [hostKey.private] });
  const directory = mkdtempSync(join(tmpdir(), 'watch-'));
  const folder = switchFolder(directory);
  mkdirSync(join(directory, 'switch'));
  const script = spawn('sleep', ['60'], { stdio: 'ignore' });
  try {
    const session = await connect(options(server.port, hostKey, userKey));
    writeFileSync(`${folder.script}.pid`, `${script.pid}\n`);
    appendFileSync(folder.journal, '1.0 begin drain \n');
    let again = (): void => {};
    const waiting = new Promise<void>((done) => {
      again = done;
    });
    const shaky = { ...session, reconnect: () => waiting.then(() => session.reconnect()) };
    const running = { folder, pid: script.pid ?? 0, steps: [] };
    const watching = watchSwitch(shaky, running, listeningLog(), patience());
    await until(() => readersOf(folder.journal).length > 0, 10);
    server.drop();
    await until(() => readersOf(folder.journal).length === 0, 15);
    again();
    await until(() => readersOf(folder.journal).length > 0, 10);
    appendFileSync(folder.journal, '1.1 committed - \n1.2 outcome committed \n');
    expect(await watching).toMatchObject({ fate: 'committed', failure: undefined });
    expect(readersOf(folder.journal)).toEqual([]);
    session.dispose();
  } finally {
    script.kill('SIGKILL');
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}, 60_000);
