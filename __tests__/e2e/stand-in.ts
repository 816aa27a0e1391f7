import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunOptions, RunResult } from '../../practice/run-action.ts';
import type { Scene } from './scene.ts';

const dockerfile = `FROM eclipse-temurin:8-jre
ARG VERSION
COPY *.jar /app.jar
RUN mkdir -p /www/api /www/actuator && echo "{\\"version\\":\\"$VERSION\\"}" >/www/api/version && echo '{"status":"UP"}' >/www/actuator/health
STOPSIGNAL SIGKILL
CMD ["busybox", "httpd", "-f", "-p", "8004", "-h", "/www"]
`;

/** Deploys a stand-in for the example application that is up at once: for what is about the server, and done often. */
export async function deployStandIn(
  scene: Scene,
  version: string,
  inputs: Readonly<Record<string, string>> = {},
  more: Partial<RunOptions> = {},
): Promise<RunResult> {
  writeFileSync(join(scene.workspace, 'Dockerfile'), dockerfile);
  const own = { dockerfile: 'Dockerfile', 'build-args': `VERSION=${version}`, 'drain-timeout': '1', ...inputs };
  return scene.run(scene.inputs(await scene.world.jars.hollow(), own), more);
}
