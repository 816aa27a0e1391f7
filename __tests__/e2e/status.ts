import type { RunResult } from '../../practice/run-action.ts';
import type { PracticeServer } from '../../practice/server.ts';
import { expectSuccess, type Scene } from './scene.ts';

/**
 * All that a look may not change: files with size, time, mode and hash, processes of nginx and Docker, containers as Docker
 * has them, what they have logged, images.
 */
function everythingOf(server: PracticeServer): Promise<string> {
  return server.sh(`
places=$(ls -d /docker /etc/nginx /etc/docker /run/deploy-miniprogram /usr/sbin/policy-rc.d 2>/dev/null)
[ -z "$places" ] || find $places -printf '%p %y %s %T@ %m %u %l\\n' | sort
[ -z "$places" ] || find $places -type f -print0 | sort -z | xargs -0 -r sha256sum
pgrep -a 'nginx|dockerd' | sort
for id in $(docker ps -aq --no-trunc 2>/dev/null | sort); do
  docker inspect --format '{{.Id}} {{.Name}} {{.RestartCount}} {{json .State}} {{json .Config}} {{json .HostConfig}}' "$id"
  docker logs "$id" 2>&1 | sha256sum
done
docker images --no-trunc 2>/dev/null | awk '{ print $1, $2, $3 }' | sort
dpkg -l | awk '$1 == "ii" {print $2, $3}'`);
}

/** Asks for the status with the inputs of {@link Scene.inputs} that it takes; it is green, and the server is as before. */
export async function statusOf(
  scene: Scene,
  inputs: Readonly<Record<string, string | undefined>> = {},
): Promise<RunResult> {
  const ofDeploy = ['jar', 'certificate', 'certificate-chain', 'certificate-key', 'drain-timeout', 'health-timeout'];
  const left = Object.fromEntries(ofDeploy.map((name) => [name, undefined]));
  const before = await everythingOf(scene.server);
  const result = await scene.run(scene.inputs('', { command: 'status', ...left, ...inputs }));
  expectSuccess(result);
  expect(result.outputs).toMatchObject({ changed: 'false', 'rolled-back': 'false', 'error-code': '' });
  expect(await everythingOf(scene.server)).toBe(before);
  return result;
}

/** Codes that a run warns of, in the order of the alphabet. */
export function warnedOf({ annotations }: RunResult): readonly string[] {
  return annotations.flatMap(({ level, title }) => (level === 'warning' && title ? [title] : [])).toSorted();
}
