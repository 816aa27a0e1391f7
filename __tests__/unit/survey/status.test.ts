import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { lastLinesProbe } from '../../../src/resources/container-logs.ts';
import { applicationsProbe } from '../../../src/survey/applications.ts';
import { deployLogProbe } from '../../../src/survey/deploy-log.ts';
import { disksProbe, diskUseProbe, readDisks } from '../../../src/survey/disk-use.ts';
import { holdersProbe } from '../../../src/survey/holders.ts';
import { release } from '../deployment/release.ts';

import { ask, folder, programs, put } from './probing.ts';

const root = '/docker/app/MCCM-server';

/** An application's folder as a deploy leaves it. */
function deployed(app: string, marker = `${app} ${release.id}`): void {
  const at = `/docker/app/${app}/releases/${release.id}`;
  put(`${at}/.deploy-miniprogram-backend`, `${marker}\n`);
  put(`${at}/release.json`, JSON.stringify({ ...release, app }));
  symlinkSync(`releases/${release.id}`, join(folder, `/docker/app/${app}/current`));
}

test('applications are those whose current release has our marker, and that root alone can write to', async () => {
  deployed('MCCM-server');
  deployed('Copied', `MCCM-server ${release.id}`);
  deployed('Open');
  chmodSync(join(folder, '/docker/app/Open'), 0o777);
  put('/docker/app/by-hand/logs/x', '');
  expect((await ask(applicationsProbe, '/docker/app')).map(({ app }) => app)).toEqual(['MCCM-server']);
});

test('who holds a lock is told while it is held, also where nothing readable says who', async () => {
  const holder = { who: 'octocat', runUrl: 'https://git.example.com/1', since: '2026-11-23T16:05:12.000Z', token: 'x' };
  put('/run/deploy-miniprogram/app-mccm-server.holder', `${JSON.stringify(holder)}\n`);
  put('/run/deploy-miniprogram/app-free.lock', '');
  const locks = ['mccm-server', 'shop'].map((image) => put(`/run/deploy-miniprogram/app-${image}.lock`, ''));
  const script = 'exec 8>>"$1" 9>>"$2"; flock 8; flock 9; echo held; read -r _';
  const keeper = spawn('bash', ['-c', script, 'keeper', ...locks], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(keeper.stdout, 'data');
  const found = await ask(holdersProbe, '/run/deploy-miniprogram');
  keeper.stdin.end();
  await once(keeper, 'exit');
  expect([...found]).toEqual([
    ['mccm-server', holder],
    ['shop', {}],
  ]);
  expect((await ask(holdersProbe, '/run/deploy-miniprogram')).size).toBe(0);
});

test('deploy.log: its last lines, and since when the release serves that was committed last', async () => {
  const line = (day: number, id: string, outcome: string): string =>
    `2026-11-0${day}T00:00:00Z octocat https://git.example.com/${day} ${id} ${outcome} certificate; 'x' $(id)`;
  const all = [
    line(1, 'A', 'committed'),
    line(2, 'B', 'committed'),
    line(3, 'A', 'committed'),
    line(4, 'C', 'undone'),
    // A renewal.
    line(5, 'A', 'committed'),
  ];
  put(`${root}/deploy.log`, `${all.join('\n')}\n`);
  const found = await ask(deployLogProbe('MCCM-server', 2), '/docker/app');
  expect(found).toEqual({ lines: all.slice(-2), committed: { release: 'A', since: '2026-11-03T00:00:00Z' } });

  expect(await ask(deployLogProbe('Other', 2), '/docker/app')).toEqual({ lines: [], committed: undefined });
  // One that root did not put there is not read: a pipe would never end.
  execFileSync('mkfifo', [join(folder, '/docker/app/pipe')]);
  put('/docker/app/Piped/x', '');
  symlinkSync('../pipe', join(folder, '/docker/app/Piped/deploy.log'));
  expect(await ask(deployLogProbe('Piped', 2), '/docker/app')).toEqual({ lines: [], committed: undefined });
});

test('disk: layers and files that several releases share count once', async () => {
  const layers = ['2026-01-01 5000000000 "base"', '2026-11-01 1000 "jar 1"', '2026-11-02 500 "jar 2"'];
  programs.put(
    'docker',
    `case "$1 $2" in
  "image ls") printf '%s\\n' mccm-server:A mccm-server:B mccm-server:latest ;;
  history*) echo '${layers[0]}'; case "\${*: -1}" in *:A) echo '${layers[1]}' ;; *) echo '${layers[2]}' ;; esac ;;
esac`,
  );
  const file = put(`${root}/releases/A/build/app.jar`, 'x'.repeat(1_000_000));
  put(`${root}/releases/B/x`, '');
  execFileSync('ln', [file, join(folder, root, 'releases/B/app.jar')]);
  const found = await ask(diskUseProbe({ app: 'MCCM-server', image: 'mccm-server' }), '/docker/app');
  expect(found.images).toBe(5_000_001_500);
  expect(found.releases).toBeGreaterThan(1_000_000);
  expect(found.releases).toBeLessThan(1_500_000);

  const [disk] = await ask(disksProbe(['/', '/none', '/etc']));
  expect(disk).toMatchObject({ target: '/', folders: ['/', '/etc'] });
  expect(disk?.bytes).toBeGreaterThan(disk?.free ?? 0);
  expect(readDisks('disk L2E= 10 4 /mnt/my disk\n')).toEqual([
    { target: '/mnt/my disk', folders: ['/a'], bytes: 10, free: 4 },
  ]);
});

test('the log of a container that is gone is empty, not what Docker says of that', async () => {
  programs.put('docker', 'echo "Error: No such container" >&2; exit 1');
  expect(await ask(lastLinesProbe(release, 30), '/docker/app')).toBe('');
});
