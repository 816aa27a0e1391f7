import { copyFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { nginxFunctions } from '../../../src/resources/site/nginx-command.ts';
import type { InstalledNginx } from '../../../src/survey/nginx.ts';
import { nginx as surveyed } from '../deployment/decision-inputs.ts';
import { openPrograms, type Programs } from './programs.ts';

let programs: Programs;
let program: string;
beforeEach(() => {
  programs = openPrograms();
  // A program of its own, whose processes are told by where it lies. It tells on standard error how it was called.
  program = join(programs.folder, 'nginx');
  copyFileSync(realpathSync('/bin/cat'), program);
  programs.put('systemctl', 'case "$*" in "show "*) echo "ExecStart={ path=$UNIT ; argv[]=$UNIT ; }" ;; esac');
});
afterEach(() => programs.remove());

/** Runs bash after `begin` made processes: `act TITLE` begins one that looks like nginx's, and sets `pid`. */
async function apply(nginx: Partial<InstalledNginx>, begin = '', unit = program): Promise<string> {
  const { stderr, stdout } = await programs.server.run(`
export UNIT=${unit} TEST
mkfifo "$TEST/gate"; exec 3<>"$TEST/gate"
act() { bash -c 'exec -a "nginx: $1 process" ${program}' act "$1" <&3 >/dev/null 2>&1 & pid=$!; for _ in $(seq 100); do grep -qsz '^nginx: ' /proc/$pid/cmdline && return; sleep 0.03; done; exit 1; }
${nginxFunctions({ ...surveyed, program, selection: ['-c', '/etc/n.conf'], ...nginx })}
${begin}
apply_configuration
for pid in $(nginx_processes .); do echo "left $(tr '\\0' ' ' </proc/$pid/cmdline)"; kill $pid; done`);
  return stdout + stderr;
}

const called = /invalid option -- 'c'/;
const reloads = () => programs.calls('systemctl').filter((line) => !line.startsWith('show'));

test.each(['running', 'stopped'] as const)(
  'a master that lives reads its configuration again; surveyed: %s',
  async (state) => {
    expect(await apply({ state }, 'act master')).toMatch(called);
    expect(reloads()).toEqual([]);
  },
);

test.each(['running', 'stopped'] as const)(
  'where none lives it is started by its unit; surveyed: %s',
  async (state) => {
    await apply({ state });
    expect(reloads()).toEqual(['reset-failed nginx.service', 'restart nginx.service']);
  },
);

test('a master that was started just now, and has no title yet, is waited for', async () => {
  const begin = `bash -c 'exec ${program}' <&3 >/dev/null 2>&1 & pid=$!
until [ "$(readlink /proc/$pid/exe)" = ${program} ]; do sleep 0.03; done
( sleep 0.5; act master ) &`;
  expect(await apply({}, begin)).toMatch(called);
  expect(reloads()).toEqual([]);
}, 20_000);

test('what runs the same program, and is none, is waited for in vain', async () => {
  const begin = `bash -c 'exec ${program}' <&3 >/dev/null 2>&1 & pid=$!
until [ "$(readlink /proc/$pid/exe)" = ${program} ]; do sleep 0.03; done`;
  await apply({}, begin);
  expect(reloads()).toContain('restart nginx.service');
}, 20_000);

test('a unit that would start another nginx than the one that ran is left alone', async () => {
  expect(await apply({ state: 'running' }, '', '/opt/other/nginx')).toMatch(called);
  expect(reloads()).toEqual([]);
});

test('without a unit the program itself is started', async () => {
  expect(await apply({ unit: undefined, initScript: false })).toMatch(called);
});

test('workers that outlived their master are ended before another one starts', async () => {
  // What a shell starts in the background is deaf to SIGQUIT: it takes SIGKILL.
  const said = await apply({}, '( act worker )');
  expect(said).not.toContain('left ');
  expect(reloads()).toContain('restart nginx.service');
}, 20_000);

test('workers of a master that lives are not', async () => {
  const begin = `bash -c '
bash -c "exec -a \\"nginx: worker process\\" ${program}" <&3 >/dev/null 2>&1 &
exec -a "nginx: master process" ${program}' <&3 >/dev/null 2>&1 & sleep 0.5`;
  const said = await apply({}, begin);
  expect(
    said
      .match(/^left .*$/gm)
      ?.map((line) => line.trim())
      .toSorted(),
  ).toEqual(['left nginx: master process', 'left nginx: worker process']);
  expect(said).toMatch(called);
});
