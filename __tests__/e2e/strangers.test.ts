import type { RunResult } from '../../practice/run-action.ts';
import { errorsOf, expectRefused } from './refused.ts';
import { expectSuccess, openScene, type Scene, stateOf } from './scene.ts';
import { deployStandIn } from './stand-in.ts';
import { versionServed } from './witness.ts';

/** What root would write to if it ran a program of another user's. */
const marker = '/var/tmp/ran-as-root';

/** A program that tells that it ran, and as whom. */
const program = (path: string): string =>
  `printf '#!/bin/sh\\necho "%s $(id -u) $*" >>${marker}\\n' ${path} >${path}; chmod 755 ${path}`;

/** Bash that starts a process of a user's, in a unit of its own. */
const start = (unit: string, user: string, command: string): string =>
  `systemd-run --quiet --collect --unit ${unit} -p User=${user} /bin/bash -c '${command}'`;

const prepare = `set -e
useradd --create-home --shell /bin/bash bob
chmod 755 /home/bob
touch ${marker}; chmod 666 ${marker}
# What says that it is the master of an nginx. Its program is another one by now.
install -d -o nobody /tmp/strange
install -o nobody /usr/bin/sleep /tmp/strange/nginx
${start('strange-master', 'nobody', 'exec -a "nginx: master process /tmp/strange/nginx" /tmp/strange/nginx infinity')}
until pgrep -f '^nginx: master process /tmp/strange' >/dev/null; do sleep 0.1; done
rm /tmp/strange/nginx
${program('/tmp/strange/nginx')}
chown nobody /tmp/strange/nginx
# What says that it is a worker.
${start('strange-worker', 'nobody', 'exec -a "nginx: worker process" sleep infinity')}
# The nginx that bob runs himself, with a configuration that asks for more by now.
cat >/home/bob/x.conf <<'END'
pid /home/bob/nginx.pid;
error_log /home/bob/error.log;
daemon off;
events {}
http {
  access_log off;
  client_body_temp_path /home/bob/1; proxy_temp_path /home/bob/2; fastcgi_temp_path /home/bob/3;
  uwsgi_temp_path /home/bob/4; scgi_temp_path /home/bob/5;
  server { listen 8099; server_name api.example.com; }
}
END
${start('strange-nginx', 'bob', 'exec /usr/sbin/nginx -c /home/bob/x.conf')}
for _ in $(seq 100); do ss -Hltn 'sport = :8099' | grep -q . && break; sleep 0.1; done
ss -Hltn 'sport = :8099' | grep -q .
echo 'load_module /home/bob/any.so;' >/home/bob/x.conf
# Programs that this machine lacks, in a folder of bob's on root's PATH, and one of his in /usr/local/bin.
install -d -o bob /home/bob/bin
${program('/home/bob/bin/getenforce')}
${program('/usr/local/bin/firewall-cmd')}
chown bob /usr/local/bin/firewall-cmd
# Another engine, in root's environment and by root's context.
cat >/etc/environment <<'END'
PATH="/home/bob/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
DOCKER_HOST=tcp://127.0.0.1:1
END
# An image with a shell, and an agent of a panel, which is root of the server in any case.
tar -ch -C / bin/sh bin/mkdir bin/sleep $(ldd /bin/sh /bin/mkdir /bin/sleep | grep -o '/lib[^ ]*' | sort -u | cut -c 2-) | docker import - tiny >/dev/null
docker run -d --name agent -v /:/host tiny /bin/sleep infinity >/dev/null
# A service in a mount namespace of its own, as Red Hat's nginx is.
mkdir -p /etc/systemd/system/nginx.service.d
printf '[Service]\\nPrivateTmp=yes\\n' >/etc/systemd/system/nginx.service.d/private.conf
systemctl daemon-reload; systemctl restart nginx
docker context create elsewhere --docker host=tcp://127.0.0.1:1 >/dev/null
docker context use elsewhere >/dev/null`;

let scene: Scene;
let jar: string;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
  jar = await scene.world.jars.hollow();
  await scene.server.sh(prepare);
}, 300_000);
afterAll(() => scene?.close(), 60_000);
afterEach(async () => {
  expect(await scene.server.sh(`cat ${marker}`)).toBe('');
});

const plan = (more: Record<string, string> = {}): Promise<RunResult> =>
  scene.run(scene.inputs(jar, { command: 'plan', ...more }));

test('processes, programs and environments of other users lead nowhere', async () => {
  const result = await plan();
  expectSuccess(result);
  expect(result.log).toContain('/etc/nginx/conf.d/mccm-server.conf');
  expect(result.log).not.toContain('/home/bob');
}, 120_000);

test('an nginx of a user’s own that has the port is named, whatever it calls itself', async () => {
  expectRefused(await plan({ 'https-port': '8099' }), { codes: ['PORT_TAKEN'], says: ['8099', 'nginx'] });
}, 120_000);

test.each([
  [
    'the folder of everything',
    'mkdir -p /docker/app/MCCM-server/releases; chown bob /docker; mkfifo /docker/app/MCCM-server/adopted.json',
    'rm -r /docker',
    'FOLDER_NOT_ROOTS',
    ['/docker (bob, 755)', 'chown root:root /docker && chmod go-w /docker'],
    {},
  ],
  [
    'a link on the way there',
    'install -d -o bob /srv/bob; mkdir -p /srv/bob/app; ln -s /srv/bob /docker',
    'rm -r /docker /srv/bob',
    'FOLDER_NOT_ROOTS',
    ['/srv/bob (bob, 755)'],
    {},
  ],
  [
    'a folder that all may write to',
    'mkdir -p /docker/app/MCCM-server; chmod 777 /docker/app/MCCM-server',
    'rm -r /docker',
    'FOLDER_NOT_ROOTS',
    ['/docker/app/MCCM-server (root, 777)'],
    {},
  ],
  [
    'the folder of certificates',
    'install -d -o bob /etc/nginx/ssl',
    'rmdir /etc/nginx/ssl',
    'FOLDER_NOT_ROOTS',
    ['/etc/nginx/ssl (bob, 755)'],
    {},
  ],
  [
    'the folder that nginx includes from',
    'chown bob /etc/nginx/conf.d',
    'chown root /etc/nginx/conf.d',
    'FOLDER_NOT_ROOTS',
    ['/etc/nginx/conf.d (bob, 755)'],
    {},
  ],
  [
    'the file that a line is added to, which leads elsewhere',
    'mkdir -p /docker/app/MCCM-server; ln -s /etc/cron.d/x /docker/app/MCCM-server/deploy.log',
    'rm -r /docker',
    'PATH_TAKEN',
    ['mv -T --backup=numbered /docker/app/MCCM-server/deploy.log /docker/app/MCCM-server/deploy.log.old'],
    {},
  ],
  [
    'the main file of nginx',
    'chown bob /etc/nginx/nginx.conf',
    'chown root /etc/nginx/nginx.conf',
    'PROGRAM_NOT_ROOTS',
    ['/usr/sbin/nginx', '/etc/nginx/nginx.conf (bob, 644)'],
    {},
  ],
  [
    'the client of docker',
    'chmod 775 /usr/bin/docker',
    'chmod 755 /usr/bin/docker',
    'PROGRAM_NOT_ROOTS',
    ['/usr/bin/docker (root, 775)'],
    {},
  ],
  [
    'the place of a folder to mount that does not exist',
    'true',
    'true',
    'VOLUME_NOT_ROOTS',
    ['/home/bob (bob, 755)', 'mkdir -p /home/bob/data'],
    { volumes: '/home/bob/data:/data' },
  ],
] as const)(
  '%s, which another user can change: refused with the line that mends it',
  async (_, arrange, restore, code, says, more) => {
    const { server } = scene;
    await server.sh(arrange);
    try {
      const before = await stateOf(server);
      const refused = await scene.run(scene.inputs(jar, more));
      expectRefused(refused, { codes: [code], says });
      expect(await stateOf(server)).toBe(before);
    } finally {
      await server.sh(restore);
    }
  },
  120_000,
);

/** The engine that is meant, whatever root's own context says. */
const docker = 'docker --context default';

test('a script that a container put where a run looks for a switch that was cut short is not run', async () => {
  const { server } = scene;
  const root = '/docker/app/MCCM-server';
  const release = '/x/releases/20200101T000000Z-abc';
  await server.sh(`cat >/root/plant <<'END'
mkdir -p ${release}/switch
echo 'MCCM-server 20200101T000000Z-abc' >${release}/.deploy-miniprogram-backend
echo '1.0 begin a ' >${release}/switch/journal
echo 'echo ran as root >>${marker}' >${release}/switch/script
END
${docker} run --name helper -v ${root}:/x -v /root/plant:/plant:ro tiny /bin/sh /plant
${docker} create --name reader -v /docker:/docker:ro -v ${root}/logs:/logs tiny /bin/sh`);
  try {
    const before = await stateOf(server);
    for (const command of ['deploy', 'plan']) {
      const refused = await scene.run(scene.inputs(jar, { command }));
      expectRefused(refused, { codes: ['FOLDER_OPEN_TO_CONTAINER'], says: ['container helper', `mounts ${root}.`] });
    }
    expect(await stateOf(server)).toBe(before);
    await server.sh(`${docker} rm helper; mv ${root}/releases /root/releases-of-helper`);
    expectSuccess(await plan());
  } finally {
    await server.sh(`${docker} rm -f helper reader >/dev/null 2>&1; rm -r /docker /root/plant`);
  }
}, 240_000);

test('no named pipe is waited for', async () => {
  const { server } = scene;
  await server.sh(`install -d -o bob /docker/app/MCCM-server; cd /docker/app/MCCM-server
mkdir -p releases/20200101T000000Z-abc container-files
mkfifo releases/20200101T000000Z-abc/container container-files/kept adopted.json`);
  try {
    const codes = ['FOLDER_NOT_ROOTS', 'PATH_TAKEN'];
    const says = ['/docker/app/MCCM-server (bob, 755)', 'container-files/kept', 'do not give it to root'];
    expectRefused(await plan(), { codes, says });
  } finally {
    await server.sh('rm -r /docker');
  }
}, 120_000);

test('an nginx that would wait for a log for ever is named', async () => {
  const { server } = scene;
  await server.sh(`echo 'access_log /home/bob/access.log;' >/etc/nginx/conf.d/log.conf; nginx -s reload
until [ -e /home/bob/access.log ]; do sleep 0.1; done
rm /home/bob/access.log; mkfifo /home/bob/access.log`);
  try {
    expectRefused(await plan(), { codes: ['NGINX_SILENT'], says: ['/var /www -type p'] });
    expect(await server.sh('pgrep -fc "[n]ginx -T" || true')).toBe('0');
  } finally {
    await server.sh('rm /home/bob/access.log /etc/nginx/conf.d/log.conf; nginx -s reload');
  }
}, 180_000);

test('what belongs to the user who logs in, and may become root, is as good as root’s; the line told mends the rest', async () => {
  const { server } = scene;
  await server.sh('mkdir -p /docker/app/MCCM-server; chown deploy: /docker /docker/app; chmod 775 /docker');
  expectSuccess(await plan({ username: 'deploy' }));
  const refused = await plan();
  expectRefused(refused, { codes: ['FOLDER_NOT_ROOTS'], says: ['/docker (deploy, 775), /docker/app (deploy, 755)'] });
  const [, cure = 'false'] = /run again: (chown .*)$/m.exec(errorsOf(refused)) ?? [];
  await server.sh(cure);
  expectSuccess(await plan());
}, 180_000);

test('a first version and the next are deployed; what calls itself a worker delays nothing', async () => {
  const { server } = scene;
  expectSuccess(await deployStandIn(scene, '1'));
  expect(await versionServed(scene)).toBe('1');
  expectSuccess(await deployStandIn(scene, '2', { 'drain-timeout': '90' }));
  expect(await versionServed(scene)).toBe('2');
  const drained = await server.sh(
    'awk \'$3 == "site.drain" { print $1 }\' /docker/app/MCCM-server/current/switch/journal',
  );
  const [begun = 0, done = Number.NaN] = drained.split('\n').map(Number);
  expect(done - begun).toBeLessThan(45);
  expect(await server.sh('systemctl is-active strange-master strange-worker strange-nginx')).toBe(
    'active\nactive\nactive',
  );
}, 300_000);
