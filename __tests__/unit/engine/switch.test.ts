import { spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { sendSwitch } from '../../../src/engine/switch.ts';
import { watchSwitch } from '../../../src/engine/watch.ts';
import { openPrograms } from '../resources/programs.ts';
import { listeningLog } from './listening-log.ts';
import { localServer } from './local-server.ts';
import { patience } from './patience.ts';
import { openSwitchRun, type SwitchRun } from './switch-run.ts';

let run: SwitchRun;
beforeEach(() => {
  run = openSwitchRun();
});
afterEach(() => run.remove());

function purpose() {
  return { title: 't', folder: run.folder, farewell: run.note('farewell-$outcome'), sharedLockSeconds: 20 };
}

test('the script is laid ready for root only; what an earlier switch left is gone', async () => {
  mkdirSync(`${dirname(run.folder.script)}/stage`);
  for (const left of [run.folder.journal, `${dirname(run.folder.script)}/backup.conf`]) writeFileSync(left, 'old');
  await sendSwitch([run.step('a', 'write')], purpose(), localServer());
  const { stdout } = await localServer().run(`cd ${dirname(run.folder.script)}; ls; stat -c %a . script`);
  expect(stdout).toBe('journal\noutput\nscript\n700\n700\n');
  expect([run.folder.journal, run.folder.output].map((path) => readFileSync(path, 'utf8'))).toEqual(['', '']);
  expect(readFileSync(run.folder.script, 'utf8')).toContain('do_1');
});

test('the journal has its space beforehand, where the file system can reserve it', async () => {
  await sendSwitch([run.step('a', 'write')], purpose(), localServer());
  const { size, blocks } = statSync(run.folder.journal);
  expect(size).toBe(0);
  expect(blocks * 512).toBeGreaterThanOrEqual(65_536);
});

test('a disk that has no space for the journal is told before anything begins', async () => {
  const programs = openPrograms();
  programs.put('fallocate', 'echo "fallocate: fallocate failed: No space left on device" >&2; exit 1');
  const sent = sendSwitch([run.step('a', 'write')], purpose(), programs.server);
  await expect(sent).rejects.toMatchObject({ code: 'SWITCH_DISK_FULL' });
  programs.put('fallocate', 'echo "fallocate: fallocate failed: Operation not supported" >&2; exit 1');
  await sendSwitch([run.step('a', 'write')], purpose(), programs.server);
  programs.remove();
});

test('a script that bash cannot read is not begun', async () => {
  const broken = run.step('a', 'write', 'if then');
  await expect(sendSwitch([broken], purpose(), localServer())).rejects.toMatchObject({
    code: 'STEP_FAILED',
    message: expect.stringContaining('switch.send'),
    evidence: expect.stringContaining('syntax error'),
  });
});

test('started, it is followed to its end', async () => {
  await sendSwitch([run.step('a', 'write'), run.step('b', 'record')], purpose(), localServer());
  const text = readFileSync(run.folder.script, 'utf8').replaceAll('/run/deploy-miniprogram', run.locks);
  writeFileSync(run.folder.script, text);
  const out = openSync(run.folder.output, 'w');
  const { pid } = spawn('setsid', ['bash', run.folder.script, 'run'], { stdio: ['ignore', out, out] });
  const server = { ...localServer(), reconnect: () => Promise.resolve() };
  const log = listeningLog();
  const result = await watchSwitch(server, { folder: run.folder, pid: pid ?? 0, steps: [] }, log, patience());
  expect(result).toMatchObject({ fate: 'committed', failure: undefined });
  expect(run.traced()).toEqual(['do-a', 'do-b', 'farewell-committed']);
  expect(log.lines).toEqual(['info done: a', 'info verified: the new version is live', 'info done: b']);
  expect(statSync(run.folder.output).isFile()).toBe(true);
});
