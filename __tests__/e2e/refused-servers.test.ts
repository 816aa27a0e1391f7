import type { RunResult } from '../../practice/run-action.ts';
import type { PracticeServer } from '../../practice/server.ts';
import { until } from '../../practice/waiting.ts';
import { expectRefused } from './refused.ts';
import { openScene, type Scene, stateOf } from './scene.ts';

let jar: string;

/** A server of a kind, up while the tests of a block run. */
function withServer(kind: 'blank' | 'ready'): () => Scene {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene({ kind });
    jar = await scene.world.jars.hollow();
  }, 300_000);
  afterAll(() => scene?.close(), 60_000);
  return () => scene;
}

/** Deploys to a server as it was made by `prepare`: refused with `code` and its cure, nothing changed; then `undo`. */
async function refuses(
  scene: Scene,
  { prepare, undo }: { prepare: string; undo: string },
  code: string,
  says: readonly string[],
): Promise<void> {
  const { server } = scene;
  await server.sh(prepare);
  try {
    const before = await stateOf(server);
    const refused: RunResult = await scene.run(scene.inputs(jar));
    expectRefused(refused, { codes: [code], says });
    expect(await stateOf(server)).toBe(before);
  } finally {
    await server.sh(undo);
  }
}

/** Bash that puts a stand-in for the docker client in front of the real one; `cases` are branches of a bash `case`. */
function standIn(cases: string): { prepare: string; undo: string } {
  const path = '/usr/local/bin/docker';
  const script = `#!/bin/bash\ncase "$*" in\n${cases}\nesac\nexec /usr/bin/docker "$@"`;
  return { prepare: `cat >${path} <<'END'\n${script}\nEND\nchmod 755 ${path}`, undo: `rm ${path}` };
}

describe('a server without docker', () => {
  const scene = withServer('blank');

  test(
    'whose Linux is of no known family',
    () =>
      refuses(
        scene(),
        {
          prepare: `cp -P /etc/os-release /run/os-release.link
rm /etc/os-release
printf 'NAME="Alpine Linux"\\nID=alpine\\nVERSION_ID=3.20.0\\nPRETTY_NAME="Alpine Linux v3.20"\\n' >/etc/os-release`,
          undo: 'rm /etc/os-release; cp -P /run/os-release.link /etc/os-release',
        },
        'LINUX_UNKNOWN',
        ['Alpine Linux v3.20', 'docker, nginx', 'Debian and Ubuntu', 'TencentOS', 'by hand'],
      ),
    120_000,
  );

  test(
    'whose docker is a snap, which is not on the PATH of a login without a terminal',
    () =>
      refuses(
        scene(),
        {
          // snapd links each program of a snap to itself and tells them apart by the name it was called by.
          prepare: `mkdir -p /snap/bin
printf '#!/bin/sh\\nexit 1\\n' >/usr/bin/snap; chmod 755 /usr/bin/snap
ln -s /usr/bin/snap /snap/bin/docker`,
          undo: 'rm -r /snap /usr/bin/snap',
        },
        'DOCKER_SNAP',
        ['snap', '`snap remove docker`'],
      ),
    120_000,
  );

  test(
    'whose docker is podman',
    () =>
      refuses(
        scene(),
        {
          prepare:
            'apt-get install -y --no-install-recommends podman podman-docker >/dev/null 2>&1; docker --version | grep -q podman',
          // The cure, as it is written: the server then has no client at all.
          undo: 'apt-get remove -y podman-docker 2>&1; ! type -P docker',
        },
        'DOCKER_PODMAN',
        ['is Podman', '`apt-get remove podman-docker`'],
      ),
    300_000,
  );
});

describe('a server with docker and nginx', () => {
  const scene = withServer('ready');

  test(
    'nginx.conf includes no folder',
    () =>
      refuses(
        scene(),
        {
          prepare: `cp -p /etc/nginx/nginx.conf /run/nginx.conf
printf 'events {}\\nhttp { server { listen 80; } }\\n' >/etc/nginx/nginx.conf; nginx -s reload`,
          undo: 'cp -p /run/nginx.conf /etc/nginx/nginx.conf; nginx -s reload',
        },
        'NGINX_NO_INCLUDE',
        ['/etc/nginx/nginx.conf', '`mkdir -p /etc/nginx/conf.d`', '`include /etc/nginx/conf.d/*.conf;`'],
      ),
    120_000,
  );

  test(
    'an engine without root, as its client tells',
    () =>
      refuses(
        scene(),
        standIn(`info*) echo '{"SecurityOptions":["name=seccomp,profile=default","name=rootless"]}'; exit ;;`),
        'DOCKER_ROOTLESS',
        ['rootless', '`systemctl --user disable --now docker`'],
      ),
    120_000,
  );

  test(
    'an engine too old for the base image, as its client tells',
    () =>
      refuses(
        scene(),
        standIn(`version*) echo '{"Version":"20.10.9","Components":[{"Name":"Engine"}]}'; exit ;;`),
        'DOCKER_TOO_OLD',
        ['20.10.9', 'eclipse-temurin:8-jre', '20.10.10', '`base-image`'],
      ),
    120_000,
  );

  test(
    'two nginx run',
    () =>
      refuses(
        scene(),
        {
          prepare: `printf 'pid /run/second.pid; events {} http { server { listen 8099; } }' >/run/second.conf
nginx -c /run/second.conf`,
          // The cure, as it is written.
          undo: `set -e; ps -o pid,unit,args -p $(pgrep -d, -f 'nginx: maste[r]') | grep -F second.conf
kill -QUIT $(cat /run/second.pid); rm /run/second.conf`,
        },
        'NGINX_SEVERAL',
        ['`ps -o pid,unit,args -p ', '`kill -QUIT PID`'],
      ),
    120_000,
  );

  test('nginx runs in a container', async () => {
    const { server } = scene();
    // The server's own nginx on an empty image: its files come in by mounts.
    const mounts = ['/usr', '/lib', '/lib64', '/bin', '/etc'].map((path) => `-v ${path}:${path}:ro`).join(' ');
    await refuses(
      scene(),
      {
        prepare: `systemctl stop nginx
tar -cf - -T /dev/null | docker import - nothing >/dev/null
docker run -d --name web -p 80:80 ${mounts} --tmpfs /var/log/nginx --tmpfs /var/lib/nginx --tmpfs /run nothing /usr/sbin/nginx -g 'daemon off;'
${awaitMaster}`,
        // The cure, as it is written.
        undo: `set -e; docker top web | grep -q 'nginx: master'; docker cp web:/etc/nginx /root/ && docker update --restart=no web && docker stop web
rm -r /root/nginx; docker rm web; docker rmi nothing; systemctl start nginx`,
      },
      'NGINX_IN_CONTAINER',
      [
        'nginx runs in a container',
        '`docker cp NAME:/etc/nginx /root/`',
        '`docker update --restart=no NAME && docker stop NAME`',
      ],
    );
    await until('nginx on the server', 20, () => running(server));
  }, 120_000);
});

/** Bash that waits until the container `web` has an nginx that listens. */
const awaitMaster = `for _ in $(seq 100); do (echo >/dev/tcp/127.0.0.1/80) 2>/dev/null && pgrep -f 'nginx: master' >/dev/null && exit 0; sleep 0.1; done
docker logs web >&2; exit 1`;

async function running(server: PracticeServer): Promise<true | undefined> {
  return (await server.exec('systemctl is-active -q nginx')).code === 0 ? true : undefined;
}
