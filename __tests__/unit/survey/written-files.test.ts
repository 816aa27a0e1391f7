import { realpathSync, statSync } from 'node:fs';
import { writtenFilesProbe } from '../../../src/survey/written-files.ts';
import { openPrograms, type Programs } from '../resources/programs.ts';

const id = 'b'.repeat(64);

let programs: Programs;
beforeEach(() => {
  programs = openPrograms();
});
afterEach(() => programs.remove());

/** A docker with one container, whose `docker diff` says `changes` and whose layer is the folder `upper` where `overlay`. */
function put(changes: string, { overlay = true, pid = 0, diff = 0 } = {}): void {
  const layers = overlay ? '$TEST/upper $TEST/init:$TEST/lower' : '- -';
  programs.put(
    'docker',
    `case "$*" in
  'ps -aq --no-trunc --filter '*) echo ${id} ;;
  'ps -a --no-trunc --format '*) ;;
  'container inspect --format {{range .Mounts}}'*) printf '/app/logs-of-old\\0' ;;
  'container inspect --format {{.State.Pid}} '*) echo "${pid} /mccm-server ${layers}" ;;
  'diff '*) printf '%b' '${changes}'; exit ${diff} ;;
  'top '*) ;;
  *) echo "not foreseen: $*" >&2; exit 1 ;;
esac`,
  );
}

const ask = async (volumes: Parameters<typeof writtenFilesProbe>[1] = []) => {
  const probe = writtenFilesProbe({ app: 'no-such-app', image: 'mccm-server' }, volumes);
  const { stdout } = await programs.server.run(probe.script);
  const [container] = probe.read(stdout).containers;
  if (container === undefined) throw new Error(stdout);
  return container;
};
const sh = (script: string) => programs.server.run(`cd "$TEST"\n${script}`);

test('files that are worth something are told with their times, whatever their names; empty ones and links are none', async () => {
  put(
    'C /app\\nA /app/data\\nA /app/data/two words\\nA /app/data/new\\nline\\nA /app/data/empty\\nA /app/data/link\\nD /app/gone\\n',
  );
  await sh(
    `mkdir -p upper/app/data && cd upper/app/data && echo 1 >'two words' && echo 1 >$'new\\nline' && touch empty && ln -s /etc link`,
  );
  const { files, addedFolders, imageFolders, seen, running } = await ask();
  expect(files.map(({ path }) => path)).toEqual(['/app/data/two words', '/app/data/new\nline']);
  expect(files[0]?.times).toMatchObject({ bytes: 2, changed: expect.stringMatching(/^\d+\.\d{9}$/) });
  expect([...addedFolders]).toEqual(['/app/data']);
  // Something of the image's was removed there.
  expect([...imageFolders]).toContain('/app');
  expect({ seen, running }).toEqual({ seen: true, running: false });
});

test.each([
  '/tmp/x',
  '/var/tmp/x',
  '/var/cache/a',
  '/run/a',
  '/etc/hosts',
  '/etc/ld.so.cache',
  '/app/logs/a',
  '/app/app.log',
  '/app/app.log.2026-01-01.gz',
  '/app/applogs/a',
  '/root/.java/fonts/17/fcinfo.properties',
  '/root/.cache/a',
  '/root/nacos/naming/public/a',
  '/root/nacos/config/a',
  '/root/.dubbo/a',
  '/opt/data/shop/config-cache/a',
  '/app/work/Tomcat/localhost/a',
  '/app/app.jsa',
  '/app/java_pid1.hprof',
  '/app/hs_err_pid7.log',
  '/app/core',
  '/app/core.17',
  '/app/javacore.1.txt',
  '/app/application.pid',
  '/tmp/javasharedresources/C1',
  '/app/testdb.trace.db',
  '/app/nohup.out',
  '/root/.bash_history',
  '/app/x.lck',
])('nobody misses %s', async (path) => {
  put(`A ${path}\\n`);
  await sh(`mkdir -p "upper$(dirname '${path}')" && echo 1 >'upper${path}'`);
  expect((await ask()).files).toEqual([]);
});

test.each([
  '/app/blogs/a',
  '/app/catalog/a',
  '/app/storage/core.png',
  '/app/temp/a',
  '/data/a.tmpl',
  '/app/logbook.json',
  '/app/testdb.mv.db',
])('somebody may miss %s', async (path) => {
  put(`A ${path}\\n`);
  await sh(`mkdir -p "upper$(dirname '${path}')" && echo 1 >'upper${path}'`);
  expect((await ask()).files).toHaveLength(1);
});

test('below a mount nothing is the container’s own', async () => {
  put('A /app/logs-of-old\\nA /app/logs-of-old/a.json\\n');
  await sh('mkdir -p upper/app/logs-of-old && echo 1 >upper/app/logs-of-old/a.json');
  expect((await ask()).files).toEqual([]);
});

test('folders of the image with files of its own are told from empty ones', async () => {
  put('C /app\\nA /app/a\\nC /data\\nA /data/a\\n');
  await sh(
    'mkdir -p upper/app upper/data lower/app lower/data && echo 1 | tee upper/app/a upper/data/a lower/app/x.jar',
  );
  expect([...(await ask()).imageFolders]).toEqual(['/app']);
});

test('without overlay2 the files of a running container are seen through its process', async () => {
  const shell = realpathSync('/bin/bash');
  put(`A ${shell}\\n`, { overlay: false, pid: process.pid });
  const { running, files } = await ask();
  expect(running).toBe(true);
  expect(files).toEqual([
    { path: shell, times: expect.objectContaining({ bytes: statSync(shell).size }), copied: false },
  ]);
});

test('a copy at the same place of a folder to be mounted, or at its top, is recognised by time and size', async () => {
  put('A /app/storage\\nA /app/storage/1\\nA /app/storage/2\\nC /app\\nA /app/a.json\\n');
  await sh(`mkdir -p upper/app/storage host top && cd upper/app && echo 1 >storage/1 && echo 2 >storage/2 && echo 3 >a.json && cd "$TEST" &&
    cp -p upper/app/storage/1 host/1 && echo other >host/2 && cp -p upper/app/a.json top/`);
  const { files } = await ask([
    { host: `${programs.folder}/host`, container: '/app/storage', readOnly: false },
    { host: `${programs.folder}/top`, container: '/elsewhere', readOnly: false },
  ]);
  expect(files.map(({ path, copied }) => [path, copied])).toEqual([
    ['/app/storage/1', true],
    ['/app/storage/2', false],
    ['/app/a.json', true],
  ]);
});

test('a container that has ended, its layer not to be found: all counts, nothing is known of it', async () => {
  put('A /data\\nA /data/a\\n', { overlay: false });
  expect((await ask()).files).toEqual([{ path: '/data/a', times: undefined, copied: false }]);
});

test('Docker that does not tell is no container without files', async () => {
  put('', { diff: 1 });
  expect(await ask()).toMatchObject({ seen: false, name: 'mccm-server' });
});
