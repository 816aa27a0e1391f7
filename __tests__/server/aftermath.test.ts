import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { aftermath } from '../../src/commands/aftermath.ts';
import { type SwitchFolder, switchFolder } from '../../src/engine/switch-folder.ts';
import { Secret } from '../../src/redaction/secret.ts';
import type { ServerSettings } from '../../src/settings/settings.ts';
import { listeningLog } from '../unit/engine/listening-log.ts';
import { fingerprintOf } from './login.ts';
import { keyPair, type SshServer, startSshServer } from './ssh-server.ts';

const hostKey = keyPair('ed25519');
const userKey = keyPair('ed25519');

let server: SshServer;
let directory: string;
let folder: SwitchFolder;
const scripts: ChildProcess[] = [];
beforeAll(async () => {
  server = await startSshServer({ hostKeys: [hostKey.private] });
});
afterAll(() => server.stop());
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'aftermath-'));
  folder = switchFolder(directory);
  mkdirSync(join(directory, 'switch'));
});
afterEach(() => {
  for (const script of scripts.splice(0)) script.kill('SIGKILL');
  rmSync(directory, { recursive: true, force: true });
});

function settings(more: Partial<ServerSettings> = {}): ServerSettings {
  return {
    host: '127.0.0.1',
    port: server.port,
    username: 'root',
    privateKey: new Secret(userKey.private),
    passphrase: undefined,
    password: undefined,
    hostKey: fingerprintOf(hostKey),
    connectTimeoutSeconds: 10,
    jump: undefined,
    ...more,
  };
}

function journal(...lines: readonly string[]): void {
  appendFileSync(folder.journal, lines.map((line) => `${line}\n`).join(''));
}

/** A process that stands for the switch script; it ends when its input does. */
function startScript(): ChildProcess {
  writeFileSync(folder.script, 'read -r line\n');
  const child = spawn('bash', [folder.script, 'run'], { stdio: ['pipe', 'ignore', 'ignore'] });
  scripts.push(child);
  writeFileSync(`${folder.script}.pid`, `${child.pid}\n`);
  return child;
}

/** What is told, and the log beside it. */
async function told(more: { follow?: number; server?: Partial<ServerSettings> } = {}) {
  const log = listeningLog();
  const note = { release: 'R2', previous: 'R1', folder, fate: 'open' as const };
  const texts = await aftermath(note, settings(more.server), log, { connect: 5, follow: more.follow ?? 30 });
  return { told: texts.map(({ en }) => en).join('\n'), log: log.lines };
}

test.each([
  ['committed', ['1.0 committed - ', '1.1 outcome committed '], /^The switch is committed: R2 is live\./],
  ['undone', ['1.0 failed site.test ', '1.1 outcome undone '], /^The switch to R2 failed and was undone: R1 is live\./],
  ['stuck', ['1.0 outcome stuck '], /^The switch to R2 failed and could not be undone completely\./],
  ['cut short by a reboot', ['1.0 begin site.swap '], /interrupted on the server.*R1 or R2 is live/],
  ['rebooted after the proof', ['1.0 committed - ', '1.1 begin drain '], /R2 is live/],
  ['never begun', [], /^The switch to R2 had not begun: R1 is live/],
])('a switch that is over: %s', async (_, lines, expected) => {
  if (lines.length > 0) journal(...lines);
  // A number that is another program's by now.
  writeFileSync(`${folder.script}.pid`, `${process.pid}\n`);
  const before = readdirSync(join(directory, 'switch'));
  expect((await told()).told).toMatch(expected);
  expect(readdirSync(join(directory, 'switch'))).toEqual(before);
});

test('a switch that still runs is followed to its end', async () => {
  const script = startScript();
  journal('1.0 begin site.swap ');
  setTimeout(() => {
    journal('1.1 done site.swap ', '1.2 committed - ', '1.3 outcome committed ');
    script.stdin?.end();
  }, 1500);
  const seen = await told();
  expect(seen.told).toBe(
    'The switch is committed: R2 is live. It was not checked from the internet. Run again to check it.',
  );
  expect(seen.log).toContain('info done: site.swap');
});

test('one that outlasts the patience is said to run on; once it is proven, the new version is known to be live', async () => {
  startScript();
  expect((await told({ follow: 1 })).told).toMatch(/^The switch to R2 had not ended yet\..*R1 or R2 is live/);
  journal('1.0 begin site.swap ');
  expect((await told({ follow: 1 })).told).toMatch(/^The switch to R2 had not ended yet\./);
  journal('1.1 committed - ', '1.2 begin drain ');
  expect((await told({ follow: 1 })).told).toMatch(/R2 is live.*\nThe server is still draining/);
});

test('a server that is another one, or silent, is not asked: that is said, within the limits', async () => {
  const other = await told({ server: { hostKey: fingerprintOf(keyPair('ed25519')) } });
  expect(other.told).toMatch(/had not ended yet.*\nThe server could not be asked how the switch ended: .*host key/s);
  const refused = await told({ server: { port: 1 } });
  expect(refused.told).toMatch(/\nThe server could not be asked/);
});
