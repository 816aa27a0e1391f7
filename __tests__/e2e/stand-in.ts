import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunOptions, RunResult } from '../../practice/run-action.ts';
import { expectSuccess, openScene, type Scene } from './scene.ts';

// No RUN, since each build would start a container for it; what a container writes to /tmp is no reason to keep it.
const dockerfile = `FROM eclipse-temurin:8-jre
ARG VERSION
ENV VERSION=$VERSION
COPY *.jar /app.jar
STOPSIGNAL SIGKILL
CMD mkdir -p /tmp/api /tmp/actuator; echo "{\\"version\\":\\"$VERSION\\"}" >/tmp/api/version; echo '{"status":"UP"}' >/tmp/actuator/health; \\
  while [ "$VERSION" = unhealthy ]; do printf 'HTTP/1.1 503 Service Unavailable\\r\\n\\r\\n' | busybox nc -l -p 8004; done; \\
  exec busybox httpd -f -p 8004 -h /tmp
`;

/**
 * Deploys a stand-in for the example application that is up at once: for what is about the server, and done often. Version
 * `unhealthy` answers 503 to whatever is asked.
 */
export async function deployStandIn(
  scene: Scene,
  version: string,
  inputs: Readonly<Record<string, string | undefined>> = {},
  more: Partial<RunOptions> = {},
): Promise<RunResult> {
  writeFileSync(join(scene.workspace, 'Dockerfile'), dockerfile);
  const own = { dockerfile: 'Dockerfile', 'build-args': `VERSION=${version}`, 'drain-timeout': '1', ...inputs };
  return scene.run(scene.inputs(await scene.world.jars.hollow(), own), more);
}

/** Brings up a server with Docker and nginx on which version 1 of the stand-in is live. */
export async function openStandIn(): Promise<Scene> {
  const scene = await openScene({ kind: 'ready' });
  try {
    expectSuccess(await deployStandIn(scene, '1'));
    return scene;
  } catch (error) {
    await scene.close();
    throw error;
  }
}
