import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type BaseImageName, baseImage } from './base-images.ts';
import type { Engine } from './engine.ts';
import { folder, label, type Say } from './home.ts';
import { exclusively } from './processes.ts';
import { containerFlags } from './server-container.ts';
import { removeOlder, serverImage } from './server-image.ts';

/** What most deploys and the guide build on. */
const pulled: readonly BaseImageName[] = ['eclipse-temurin:8-jre', 'openjdk:8-jre-slim'];

const kind = 'server-pulled';

// An engine of its own takes them, as `docker pull` would leave them. What is about that one engine stays behind.
const take = `dockerd --data-root /taken --bridge none --iptables=false >/tmp/dockerd.log 2>&1 &
for _ in $(seq 100); do docker version >/dev/null 2>&1 && break; sleep 0.1; done
docker load -q || { cat /tmp/dockerd.log; exit 1; }
for pair; do docker tag "\${pair#*=}" "\${pair%%=*}" && docker rmi "\${pair#*=}"; done || exit 1
kill $! && wait $!
mkdir -p /var/lib/docker && cp -a /taken/image /taken/overlay2 /var/lib/docker/ && rm /tmp/dockerd.log`;

/**
 * The name of the image of a ready server whose engine has pulled base images before; made where the engine lacks it. They
 * lie at the place of a volume: a new one begins with what its image has there.
 */
export function pulledServerImage(engine: Engine, say: Say): Promise<string> {
  return exclusively('server-pulled', async () => {
    const ready = await serverImage(engine, 'ready', say);
    const own: string[] = [];
    for (const name of pulled) own.push(await baseImage(engine, name, say));
    const version = createHash('sha256')
      .update(JSON.stringify([take, ready, own]))
      .digest('hex')
      .slice(0, 12);
    const image = `${label}/${kind}:${version}`;
    if ((await engine.attempt(['image', 'inspect', image])).code === 0) return image;
    const name = `practice-pulled-${randomBytes(3).toString('hex')}`;
    const archive = join(folder('servers'), `${name}.tar`);
    try {
      await engine.docker(['save', '-o', archive, ...own]);
      const labels = ['--label', label, '--label', `${label}.owner=${process.pid}`];
      const argv = ['run', '-i', '--name', name, ...labels, '--network', 'none', '--tmpfs', '/run', '-v', '/taken'];
      const pairs = pulled.map((wanted, at) => `${wanted}=${own[at]}`);
      await engine.docker([...argv, ...containerFlags(), ready, 'bash', '-c', take, 'take', ...pairs], {
        input: createReadStream(archive),
      });
      const changes = ['-c', 'CMD ["/sbin/init"]', '-c', `LABEL ${label}=${kind} ${label}.owner=`];
      await engine.docker(['commit', ...changes, name, image]);
    } finally {
      rmSync(archive, { force: true });
      await engine.attempt(['rm', '-f', '-v', name]);
    }
    await removeOlder(engine, kind, [image]);
    return image;
  });
}
