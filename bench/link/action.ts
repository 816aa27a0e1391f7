import { join } from 'node:path';
import { run } from '../../practice/command.ts';
import { node } from '../../practice/node.ts';
import { applicationDirectory } from '../../src/layout/application-paths.ts';
import { buildDirectory, releaseDirectory } from '../../src/layout/release-paths.ts';
import { makeOurs } from '../../src/release/marker.ts';
import { prelude } from '../../src/server/prelude.ts';
import { makeFolders } from '../../src/shell/make-folders.ts';
import type { Ground } from './ground.ts';
import type { Order, Took } from './send-jar.ts';
import { jarOf, type Way } from './way.ts';

const app = 'send-jar';
const earlier = { app, id: '20260101T000000Z-earlier' };
const next = { app, id: '20260102T000000Z-next' };

/** Runs send-jar.ts in a process of its own: with a jar, or only as far as to log in. */
export async function sendJar(
  { link, server }: Ground,
  jar?: string,
  release: Order['release'] = next,
  to: Pick<Order, 'host' | 'port'> = { host: link.address, port: link.port },
): Promise<Took> {
  const order: Order = {
    host: to.host,
    port: to.port,
    hostKeys: server.hostKeys.map(({ fingerprint }) => fingerprint),
    privateKeyPath: server.privateKeyPath,
    release,
    jar,
  };
  const output = await run([node, '--no-warnings', join(import.meta.dirname, 'send-jar.ts'), JSON.stringify(order)]);
  return JSON.parse(output) as Took;
}

/** Bash that makes the folder of a release, which is the step before. */
const makeRelease = (release: Order['release']): string => `${prelude}
set -e
${makeFolders('755', applicationDirectory(app))}
${makeFolders('700', `${applicationDirectory(app)}/releases`)}
${makeOurs(releaseDirectory(release), app, '700')}
mkdir ${buildDirectory(release)}`;

/** This action's own upload, into the folder of a release; the first jar is that of an earlier one. */
export async function actionWay(ground: Ground): Promise<Way> {
  const { server, jars } = ground;
  const [folder, kept] = [applicationDirectory(app), '/srv/action'];
  await server.sh(makeRelease(earlier));
  await sendJar(ground, jars.first, earlier, { host: server.address, port: 22 });
  await server.sh(`mv ${folder} ${kept}`);
  return {
    name: 'action',
    sendsAll: false,
    prepare: async (of) => {
      await server.sh(`rm -rf ${folder}${of === 'first' ? '' : `; cp -a ${kept} ${folder}`}\n${makeRelease(next)}`);
    },
    transfer: async (of) => (await sendJar(ground, jarOf(ground, of))).seconds,
  };
}
