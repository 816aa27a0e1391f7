import { statSync } from 'node:fs';
import { writtenFilesProbe } from '../../../src/survey/written-files.ts';
import { openPrograms, type Programs } from '../resources/programs.ts';
import { askWrittenFiles, putContainer } from './container-with-files.ts';

let programs: Programs;
beforeEach(() => {
  programs = openPrograms();
});
afterEach(() => programs.remove());

const put = (changes: string, more: Parameters<typeof putContainer>[2] = {}) => putContainer(programs, changes, more);
const ask = (volumes: Parameters<typeof askWrittenFiles>[1] = []) => askWrittenFiles(programs, volumes);
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

test.each(['gzip', 'grep'])('a container whose files cannot be read by %s is not one that holds none', async (name) => {
  put('A /app/data\\nA /app/data/1\\n');
  await sh('mkdir -p upper/app/data && echo 1 >upper/app/data/1');
  // What packs and counts goes on: memory may run out in between.
  programs.put(
    name,
    `case "$1" in -dc | -azvE) exit 2 ;; *) exec /usr/bin/env -i PATH=/usr/bin:/bin ${name} "$@" ;; esac`,
  );
  expect(await ask()).toMatchObject({ seen: false, files: [] });
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
  const there = '/etc/profile';
  put(`A ${there}\\n`, { overlay: false, pid: process.pid });
  const { running, files, open } = await ask();
  expect(running).toBe(true);
  expect(open).toBeInstanceOf(Set);
  expect(files).toEqual([
    { path: there, times: expect.objectContaining({ bytes: statSync(there).size }), copied: false },
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

describe('a container that has ended, and whose layer is no folder', () => {
  // The image has /app with a jar; the mounts are in it, and a log.
  const changes =
    'C /app\\nA /app/logs-of-old\\nA /app/x.log\\nA /app/a.json\\nA /app/storage\\nA /app/storage/1\\nA /app/storage/link\\nC /root\\nC /root/.bash_history\\nA /docker\\nA /docker/app\\n';
  const copy = 'cd "$TEST/root${path%/*}" && tar -c "${path##*/}"';
  const fill = `mkdir -p root/app/storage host root/docker/app && cd root/app && echo 1 >storage/1 && ln -s 1 storage/link && printf 22 >a.json &&
    ln a.json storage/$'new\\nname ü' && touch -d '2026-01-02 03:04:05.9 UTC' storage/1 a.json && cp -p storage/1 ../../host/1`;

  test('Docker copies the files out of it, but no folder of the image, nor a mount', async () => {
    put(`${changes}A /app/storage/new\\nname ü\\n`, { overlay: false, copy });
    await sh(fill);
    const { files, running, cut } = await ask([
      { host: `${programs.folder}/host`, container: '/app/storage', readOnly: false },
    ]);
    expect({ running, cut }).toEqual({ running: false, cut: false });
    const modified = Date.UTC(2026, 0, 2, 3, 4, 5) / 1000;
    const times = (bytes: number) => ({ changed: undefined, modified, bytes });
    expect(files).toEqual([
      { path: '/app/a.json', times: times(2), copied: false },
      { path: '/app/storage/1', times: times(2), copied: true },
      { path: '/app/storage/new\nname ü', times: times(2), copied: false },
    ]);
    const copied = programs.calls('docker').filter((call) => call.startsWith('cp '));
    expect(copied.map((call) => call.split(/[: ]/)[2]).toSorted()).toEqual(['/app/a.json', '/app/storage', '/docker']);
  });

  test('of many files beside each other their folder is copied, once', async () => {
    const more = 'echo "C /data"; seq -f "A /data/%.0f" 30; echo "C /app"; seq -f "A /app/%.0f" 30';
    put('', { overlay: false, copy, more });
    await sh('mkdir -p root/data root/app && for n in $(seq 30); do echo $n | tee root/data/$n root/app/$n; done');
    const { files } = await ask();
    expect(files.filter(({ times }) => times !== undefined)).toHaveLength(60);
    // In the other one something is mounted.
    const copied = programs.calls('docker').filter((call) => call.startsWith('cp '));
    expect(copied.filter((call) => call.endsWith(':/data -'))).toHaveLength(1);
    expect(copied.filter((call) => call.includes(':/app/') && !call.includes('/. '))).toHaveLength(30);
  });

  test('what Docker does not copy counts, and nothing is known of it', async () => {
    put('A /data\\nA /data/a\\n', { overlay: false });
    expect((await ask()).files).toEqual([{ path: '/data/a', times: undefined, copied: false }]);
  });

  test('a folder that the image has, without a file of its own, is told from one with files', async () => {
    put('C /data\\nA /data/a\\nC /app\\nA /app/a\\nC /broken\\nA /broken/a\\n', {
      overlay: false,
      copy: 'case $path in /broken*) exit 1 ;; */.) cd "$TEST/root$path" && tar -c . ;; *) exit 1 ;; esac',
    });
    await sh('mkdir -p root/data/empty root/app && echo 1 | tee root/data/a root/app/a root/app/x.jar');
    expect([...(await ask()).imageFolders]).toEqual(['/app', '/broken']);
  });
});

describe('a volume without a name', () => {
  test('counts as the layer does, its logs and temporary files aside', async () => {
    put('', { volume: '/app/up%d 1' });
    await sh('mkdir -p volume/2026 && cd volume && echo 1 | tee -- 2026/a -b x.log x.tmp');
    const { files, anonymous, addedFolders } = await ask();
    expect(files.map(({ path, times }) => [path, times?.bytes])).toEqual(
      expect.arrayContaining([
        ['/app/up%d 1/2026/a', 2],
        ['/app/up%d 1/-b', 2],
      ]),
    );
    expect(files).toHaveLength(2);
    expect([...anonymous]).toEqual([['/app/up%d 1', 'e'.repeat(64)]]);
    expect([...addedFolders]).toEqual(['/app/up%d 1/2026']);
  });

  test.each(['/tmp', '/app/logs', '/var/cache'])('at %s holds nothing of worth', async (volume) => {
    put('', { volume });
    await sh('mkdir volume && echo 1 >volume/a');
    expect((await ask()).files).toEqual([]);
  });

  test('is seen in a container that has ended, whatever the driver, and so are files that the image has there', async () => {
    put('C /app\\n', { volume: '/app/uploads', overlay: false });
    await sh('mkdir volume && echo 1 >volume/a');
    expect((await ask()).files).toMatchObject([{ path: '/app/uploads/a', times: { bytes: 2 } }]);
    expect(programs.calls('docker').some((call) => call.startsWith('cp '))).toBe(false);
    put('', { volume: '/app/uploads' });
    await sh('mkdir -p lower/app/uploads && echo 1 >lower/app/uploads/logo.png');
    expect([...(await ask()).imageFolders]).toEqual(['/app/uploads']);
  });

  test('whose folder is not there leaves it unseen', async () => {
    put('', { volume: '/app/uploads' });
    expect((await ask()).seen).toBe(false);
  });
});

test('many harmless files keep no other from being seen; of too many, it is said that there are more', async () => {
  await sh('mkdir upper');
  const many = (folder: string) => `seq -f 'A ${folder}/%.0f' 200000`;
  put('', { more: `${many('/app/logs')}; echo 'A /app/photo.jpg'` });
  expect(await ask()).toMatchObject({ seen: true, cut: false, files: [{ path: '/app/photo.jpg' }] });
  put('', { more: `${many('/app')}; echo 'A /app/photo.jpg'` });
  const { seen, cut, files } = await ask();
  expect({ seen, cut, files: files.length }).toEqual({ seen: true, cut: true, files: 200_000 });
}, 60_000);

test('the containers asked are those that releases recorded, the one of the name, or one that is named', async () => {
  put('A /a\\n');
  const other = 'c'.repeat(64);
  const probe = writtenFilesProbe({ app: 'no-such-app', image: 'mccm-server' }, [], other);
  const { containers } = probe.read((await programs.server.run(probe.script)).stdout);
  expect(containers.map(({ container }) => container)).toEqual([other]);
  const { read, script } = writtenFilesProbe({ app: 'no-such-app', image: 'another' }, []);
  expect(read((await programs.server.run(script)).stdout).containers).toEqual([]);
});

test('Docker that does not tell is no container without files', async () => {
  put('', { diff: 1 });
  expect(await ask()).toMatchObject({ seen: false, name: 'mccm-server' });
});
