import { containerFile } from '../../../src/layout/release-paths.ts';
import { makeRoom } from '../../../src/resources/container/make-room.ts';
import { startContainer } from '../../../src/resources/container/start.ts';
import { prelude } from '../../../src/server/prelude.ts';
import { failureIn } from '../../../src/server/script-protocol.ts';
import { release } from '../deployment/release.ts';
import { type MovedServer, openMovedServer } from './moved-server.ts';
import { openPrograms, type Programs } from './programs.ts';

// A release that was kept; its folder names a container of before.
const [before, made] = ['a'.repeat(64), 'b'.repeat(64)];
const root = '/docker/app/MCCM-server';
const file = containerFile(release);

let programs: Programs;
let server: MovedServer;
beforeEach(async () => {
  programs = openPrograms();
  server = openMovedServer(programs.server);
  await server.sh(`mkdir -p ${root}/releases/${release.id} ${root}/container-files && printf ${before} >${file}`);
});
afterEach(() => {
  server.remove();
  programs.remove();
});

/** An engine with these containers; `answers` false: it lists none. */
function engine(containers: readonly string[], answers = true): void {
  programs.put('sleep', '');
  programs.put(
    'docker',
    `case $1 in
ps) ${answers ? `printf '%s\\n' ${containers.join(' ')}` : 'exit 1'} ;;
container) ${answers ? 'case "$*" in *.Name*) echo /mccm-server-old ;; *) echo 0 ;; esac' : 'exit 1'} ;;
create) while [ "$1" != --cidfile ]; do shift; done; [ ! -e "$2" ] || exit 125; printf ${made} >"$2" ;;
esac`,
  );
}

const run = (script: string) => server.run(`${prelude}\nset -e\n${script}`);
const start = startContainer(release, { en: 'why', zh: '原因' }, []);
const recorded = () => server.sh(`cat ${file} 2>/dev/null`);
const removals = () => programs.calls('docker').filter((call) => call.startsWith('rm '));

test('a container that is gone is forgotten, and the new one is recorded', async () => {
  engine([]);
  expect(await run(makeRoom(release).script)).toMatchObject({ code: 0, stderr: '' });
  expect(await recorded()).toBe('');
  expect(await run(start.script)).toMatchObject({ code: 0 });
  expect(await recorded()).toBe(made);
  expect(await run(start.undo ?? '')).toMatchObject({ code: 0 });
  expect(removals()).toEqual([`rm -f ${made}`]);
});

test.each<[string, string, readonly string[], boolean]>([
  ['RELEASE_CONTAINER_THERE', '', [before], true],
  ['RELEASE_CONTAINER_KEPT', before, [before], true],
  ['DOCKER_STOPPED', '', [], false],
])('else %s is said, and its id stays', async (code, kept, containers, answers) => {
  await server.sh(`printf '%s\\n' ${kept} >${root}/container-files/kept`);
  engine(containers, answers);
  const result = await run(makeRoom(release).script);
  expect(failureIn(result)?.code).toBe(code);
  expect(await recorded()).toBe(before);
  expect(removals()).toEqual([]);
});

test('nothing was named: there is room', async () => {
  await server.sh(`rm ${file}`);
  engine([]);
  expect(await run(makeRoom(release).script)).toMatchObject({ code: 0 });
  await server.sh(`: >${file}`);
  expect(await run(makeRoom(release).script)).toMatchObject({ code: 0 });
});

test('an undo never removes a container that is kept, whatever names it', async () => {
  await server.sh(`echo ${before} >${root}/container-files/kept`);
  engine([before]);
  expect(await run(start.undo ?? '')).toMatchObject({ code: 0 });
  expect(removals()).toEqual([]);
});
