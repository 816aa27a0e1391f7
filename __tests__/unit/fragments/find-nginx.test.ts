import { chmodSync, copyFileSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { find } from '../../../practice/programs.ts';
import { findNginx } from '../../../src/fragments/find-nginx.ts';
import { prelude } from '../../../src/server/prelude.ts';
import { folder, programs } from '../survey/probing.ts';

const program = (): string => join(folder, 'programs/nginx');

/** Bash that begins what looks like a master, by `words`, and sets `pid`. */
const act = (words: string): string => `mkfifo "$TEST/gate"; exec 3<>"$TEST/gate"
${words} bash -c 'exec -a "nginx: master process nginx -c /etc/other.conf" ${program()}' <&3 >/dev/null 2>&1 3<&- & pid=$!
for _ in $(seq 100); do grep -qsz '^nginx: ' /proc/$pid/cmdline && break; sleep 0.03; done`;

/** Words that run a program in a root of its own, with the machine's programs and processes in it. */
const inRoot = (
  root: string,
): string => `unshare -m bash -c 'set -e; mount --make-rprivate /; mkdir "$0"; mount -t tmpfs none "$0"
for path in /usr /bin /lib /lib64 /proc /dev ${folder}/programs; do [ ! -e $path ] || { mkdir -p "$0$path"; mount --rbind $path "$0$path"; }; done
exec chroot "$0" /bin/"$@"' ${root}`;

/** Which masters are found of the one that `begin` starts, after `then`. */
async function masters(begin: string, then = ''): Promise<string> {
  mkdirSync(join(folder, 'programs'));
  copyFileSync(realpathSync(find('cat') ?? '/bin/cat'), program());
  chmodSync(program(), 0o755);
  // What is found then is asked no more.
  programs.put('nginx', 'exit 1');
  const { stdout, stderr } = await programs.server.run(`${prelude}
${act(begin)}
${then}
( ${findNginx.replaceAll('/proc/[0-9]*', '/proc/$pid').replaceAll('/proc/1/', '/proc/self/')} ) | sed "s/ $pid / PID /"
kill $pid`);
  return stdout + stderr;
}

const found = 'master PID no\n';

test('a master of the server', async () => {
  expect(await masters('')).toMatch(found);
});

test('one whose program was replaced by an upgrade', async () => {
  expect(await masters('', `rm ${program()}; cp /bin/true ${program()}`)).toMatch(found);
});

test('one in a mount namespace of its own, as a service with PrivateTmp has it', async () => {
  expect(await masters('unshare -m --propagation private')).toMatch(found);
});

test('one of a container that shares the processes of the server', async () => {
  expect(await masters(inRoot(join(folder, 'root')))).toMatch('master PID yes\n');
});
