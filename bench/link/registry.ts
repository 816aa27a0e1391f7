import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../practice/command.ts';
import { label } from '../../practice/home.ts';
import { freePort } from '../../practice/ports.ts';
import { find } from '../../practice/programs.ts';
import { until } from '../../practice/waiting.ts';
import type { Ground } from './ground.ts';
import { logIn } from './tunnel.ts';
import { overSsh, removeContainer, restartScript, serverSeconds, type Way } from './way.ts';

const inside = '127.0.0.1:5000';
const folder = '/srv/registry';

/** The layers of Boot's own layers.idx, in the order of its documentation: what changes least comes first. */
const dockerfile = (base: string): string => `FROM ${base}
LABEL ${label}=bench
COPY dependencies/ /app/
COPY spring-boot-loader/ /app/
COPY snapshot-dependencies/ /app/
COPY application/ /app/
WORKDIR /app
ENTRYPOINT ["java", "org.springframework.boot.loader.JarLauncher"]
`;

/**
 * As unregistry does it: the image is made on this side, of Boot's layers, and pushed through SSH to a registry on the
 * server, which has the base image; then the server pulls it there. Unregistry's registry serves the engine's own store;
 * the one here is Debian's, so that the pull copies what was pushed once more, on the server.
 */
export async function registryWay(ground: Ground): Promise<Way> {
  const { server, world, jars, place } = ground;
  const { engine } = world;
  const port = await freePort('127.0.0.1');
  const name = (tag: string): string => `127.0.0.1:${port}/bench:${tag}`;
  const push = async (where: 'far' | 'near', tag: string): Promise<void> => {
    const logOut = await logIn(ground, where, { from: port, to: inside });
    await engine.docker(['push', '-q', name(tag)]).finally(logOut);
  };
  const keep = (state: string): Promise<string> => server.sh(`cp -a ${folder}/data ${folder}/${state}`);

  const settings = {
    version: '0.1',
    log: { level: 'warn' },
    storage: { filesystem: { rootdirectory: `${folder}/data` } },
    http: { addr: inside },
  };
  await server.sh(
    `mkdir -p ${folder}/data; cat >${folder}/config.json
systemd-run --quiet --unit bench-registry docker-registry serve ${folder}/config.json`,
    { input: JSON.stringify(settings) },
  );
  await until('the registry on the server', 20, async () =>
    (await server.exec(`curl -sf http://${inside}/v2/`)).code === 0 ? true : undefined,
  );
  const base = await world.baseImage('eclipse-temurin:8-jre');
  await engine.docker(['tag', base, name('base')]);
  await push('near', 'base');
  await keep('base');
  for (const tag of ['first', 'rebuilt', 'bumped'] as const) {
    const layers = join(place, `layers-${tag}`);
    mkdirSync(layers);
    await run([find('java') ?? 'java', '-Djarmode=layertools', '-jar', jars[tag], 'extract', '--destination', layers]);
    for (const layer of ['snapshot-dependencies']) mkdirSync(join(layers, layer), { recursive: true });
    writeFileSync(join(layers, 'Dockerfile'), dockerfile(base));
    await engine.docker(['build', '-q', '-t', name(tag), layers]);
    rmSync(layers, { recursive: true });
  }
  await push('near', 'first');
  await keep('first');
  let pushed = 'first';
  return {
    name: 'registry',
    sendsAll: false,
    prepare: async (of) => {
      const state = of === 'first' ? 'base' : 'first';
      await server.sh(`rm -rf ${folder}/data; cp -a ${folder}/${state} ${folder}/data`);
    },
    transfer: async (of) => {
      pushed = of === 'unchanged' ? 'first' : of;
      await push('far', pushed);
    },
    rest: async () => {
      const image = `${inside}/bench:${pushed}`;
      const script = restartScript('registry', image, `docker pull -q ${image}`);
      const seconds = serverSeconds(await overSsh(ground, script));
      await removeContainer(ground, 'registry');
      return seconds;
    },
    close: async () => {
      for (const tag of ['base', 'first', 'rebuilt', 'bumped']) await engine.attempt(['rmi', name(tag)]);
    },
  };
}
