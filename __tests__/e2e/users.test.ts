import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RunResult } from '../../practice/run-action.ts';
import { ask } from './client.ts';
import { expectSuccess, openScene, type Scene } from './scene.ts';

const folder = '/docker/app/MCCM-server';
const defaults = [`${folder}/file-system:${folder}/file-system`, `${folder}/logs:${folder}/logs`];

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
}, 240_000);
afterAll(() => scene?.close(), 60_000);

const serve = 'busybox httpd -f -p 8004 -h /www';
/** httpd has no handler for SIGTERM: as the first process of a container it would be waited for in vain. */
const atOnce = 'STOPSIGNAL SIGKILL';

/** Deploys (or plans) an image that serves two files, with these last lines of its Dockerfile. */
async function stand(lines: string, more: Readonly<Record<string, string>> = {}, from = 'FROM eclipse-temurin:8-jre') {
  const context = join(scene.workspace, 'context');
  for (const [path, text] of Object.entries({
    'www/actuator/health': '{"status":"UP"}',
    'www/api/version': '{"version":"1"}',
    passwd: 'root:x:0:0::/root:/bin/sh\nspring:x:1001:1001::/:/bin/sh\n',
  })) {
    mkdirSync(dirname(join(context, path)), { recursive: true });
    writeFileSync(join(context, path), text);
  }
  const text = `${from}\nCOPY *.jar /app.jar\nCOPY www/ /www/\n${lines}\n`;
  writeFileSync(join(scene.workspace, 'Dockerfile'), text);
  const inputs = { dockerfile: 'Dockerfile', context: 'context', 'drain-timeout': '1', ...more };
  return scene.run(scene.inputs(await scene.world.jars.hollow(), inputs));
}

/** What was warned of by code over users, mounts and signals, in its order. */
const codes = ({ annotations }: RunResult) =>
  annotations.map(({ title }) => title).filter((title) => /^(?:USER|MOUNT|PATH|STOP)_[A-Z_]+$/.test(title ?? ''));
const messages = ({ annotations }: RunResult, code: string) =>
  annotations.filter(({ title }) => title === code).map(({ message }) => message);
const owners = (...paths: readonly string[]) => scene.server.sh(`stat -c '%u:%g' ${paths.join(' ')} | tr '\\n' ' '`);

test('USER 1000:1000 owns the folders that are made for it, and writes to them', async () => {
  const result = await stand(`USER 1000:1000\n${atOnce}\nCMD exec ${serve}`);
  expectSuccess(result);
  expect(result.log).toContain('The application runs as user 1000:1000 (from your Dockerfile)');
  expect(await owners(`${folder}/file-system`, `${folder}/logs`)).toBe('1000:1000 1000:1000');
  await scene.server.sh(`docker exec mccm-server touch ${folder}/logs/app.log`);
  expect(codes(result)).toEqual([]);
}, 200_000);

test('another user by docker-options: told by plan and deploy, each mount asked, a shell that keeps the signal named', async () => {
  const lines = `USER 1000:1000\nCMD ${serve}; true`;
  const options = { 'docker-options': '-u 1001:1001 --stop-timeout 2' };
  const planned = await stand(lines, { ...options, command: 'plan' });
  expectSuccess(planned);
  expect(planned.log).toContain('runs as user 1001:1001 (from the input `docker-options`)');
  expect(codes(planned)).toEqual(['USER_CHANGED', 'STOP_SIGNAL_LOST']);
  expect(messages(planned, 'STOP_SIGNAL_LOST')[0]).toContain('line 5 of the Dockerfile');

  const before = await scene.server.sh(`find ${folder}/file-system ${folder}/logs -printf '%p %u %m %T@\\n'`);
  const result = await stand(lines, options);
  expectSuccess(result);
  expect(codes(result)).toEqual(['USER_CHANGED', 'MOUNT_NOT_WRITABLE', 'MOUNT_NOT_WRITABLE', 'STOP_SIGNAL_LOST']);
  expect(messages(result, 'USER_CHANGED')[0]).toMatch(/1001:1001 from now on.*1000:1000/s);
  expect(messages(result, 'STOP_SIGNAL_LOST')[0]).toMatch(/`sh`[\s\S]*exec java/);
  expect(await scene.server.sh(`find ${folder}/file-system ${folder}/logs -printf '%p %u %m %T@\\n'`)).toBe(before);
  const denied = messages(result, 'MOUNT_NOT_WRITABLE').join('\n');
  expect(denied).toContain(
    `User 1001:1001 of the container cannot write to ${folder}/logs (owner 1000:1000, mode 755)`,
  );

  // The cure, as it is written.
  const cures = denied.match(/chown -R .*/g) ?? [];
  expect(cures).toHaveLength(2);
  await scene.server.sh(cures.join('\n'));
  await scene.server.sh(`docker exec mccm-server sh -c 'echo x >>${folder}/logs/app.log'`);
}, 300_000);

test('a user by name, whose number the image tells; a mount below a folder that is closed to it', async () => {
  const volumes = [...defaults, '/srv/named:/srv/named', '/srv/hidden:/root/hidden'].join('\n');
  const result = await stand(
    `COPY passwd /etc/passwd\nRUN chmod 700 /root\nUSER spring\n${atOnce}\nCMD exec ${serve}`,
    {
      volumes,
    },
  );
  expectSuccess(result);
  expect(result.log).toContain('runs as user `spring` (from your Dockerfile)');
  expect(await owners('/srv/named', '/srv/hidden')).toBe('1001:1001 1001:1001');
  expect(codes(result)).toEqual(['MOUNT_OUT_OF_REACH']);
  expect(messages(result, 'MOUNT_OUT_OF_REACH')[0]).toContain('/srv/hidden:/data/root/hidden');
}, 300_000);

test('an image without a shell is asked as well, read-only mounts are not', async () => {
  await scene.server.sh('mkdir -p /srv/x /srv/r');
  const lines = `COPY --from=tools /bin/busybox /busybox\nUSER 65532\n${atOnce}\nCMD ["/busybox", "httpd", "-f", "-p", "8004", "-h", "/www"]`;
  const volumes = '/srv/x:/x\n/srv/r:/r:ro';
  const result = await stand(lines, { volumes }, 'FROM eclipse-temurin:8-jre AS tools\nFROM scratch');
  expectSuccess(result);
  expect(messages(result, 'MOUNT_NOT_WRITABLE')).toEqual([expect.stringContaining('chown -R 65532:0 /srv/x')]);
  expect(messages(result, 'USER_CHANGED')[0]).toContain('65532:0');
}, 300_000);

test('a folder of root’s that comes and goes: the user that comes with it is told, and files that it left', async () => {
  await scene.server.sh(
    `rm -rf ${folder}/file-system/* ${folder}/logs/*; chown 10001:10001 ${folder}/file-system ${folder}/logs`,
  );
  const jar = await scene.world.jars.backend('v1');
  const volumes = [...defaults, '/srv/x:/srv/x'].join('\n');
  // Else it would write its log there, and end at once where it may not.
  const env = 'LOGGING_FILE_NAME=/tmp/app.log';
  const asRoot = await scene.run(scene.inputs(jar, { volumes, env }));
  expectSuccess(asRoot);
  expect(asRoot.log).toContain('runs as user 0:0 (from the owner of the mounted folders)');
  expect(codes(asRoot)).toEqual(['USER_CHANGED']);
  expect((await ask(scene, '/api/files/note', { method: 'PUT', body: 'one' })).status).toBeLessThan(300);
  expect(await owners(`${folder}/file-system/note`)).toBe('0:0');

  const back = await scene.run(scene.inputs(jar, { volumes: defaults.join('\n'), env }));
  expectSuccess(back);
  expect(codes(back)).toEqual(['USER_CHANGED', 'MOUNT_NOT_WRITABLE']);
  expect(messages(back, 'USER_CHANGED')[0]).toMatch(/10001:10001 from now on.*0:0/s);
  expect(messages(back, 'MOUNT_NOT_WRITABLE')[0]).toContain(`some files in ${folder}/file-system: note`);
  expect((await ask(scene, '/api/files/note', { method: 'PUT', body: 'two' })).status).toBe(500);
  await scene.server.sh(/chown -R .*/.exec(messages(back, 'MOUNT_NOT_WRITABLE')[0] ?? '')?.[0] ?? 'false');
  expect((await ask(scene, '/api/files/note', { method: 'PUT', body: 'two' })).status).toBeLessThan(300);
}, 500_000);
