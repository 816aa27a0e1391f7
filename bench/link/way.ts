import { basename } from 'node:path';
import { attempt, run } from '../../practice/command.ts';
import { find } from '../../practice/programs.ts';
import { firstJar, type Ground } from './ground.ts';
import type { Case, WayName } from './results.ts';

/** A way to bring a new jar to the server and to have it run there. */
export interface Way {
  readonly name: WayName;
  /** Whether it sends all of the jar whatever the server has. */
  readonly sendsAll: boolean;
  /** Brings the server to where a case begins, beside the link. */
  prepare(of: Case): Promise<void>;
  /** Brings it there, through the link. Returns the seconds where they are not those until it returns. */
  transfer(of: Case): Promise<unknown>;
  /** Has docker build and restart, through the link; the seconds which that took on the server. */
  rest?(): Promise<number>;
  close?(): Promise<void>;
}

/** The jar of a case. */
export function jarOf({ jars }: Ground, of: Case): string {
  return of === 'unchanged' ? jars.first : jars[of];
}

/** Where a way keeps its files on the server. */
export function folderOf(name: WayName): string {
  return `/srv/${name}`;
}

/** Gives a way's folder a Dockerfile, and but for a first deploy the first jar. */
export async function prepareFolder({ server, jars }: Ground, name: WayName, of: Case): Promise<void> {
  const folder = folderOf(name);
  const jar = basename(jars.first);
  const dockerfile = `FROM eclipse-temurin:8-jre\nCOPY ${jar} /app.jar\nENTRYPOINT ["java", "-jar", "/app.jar"]\n`;
  await server.sh(
    `rm -rf ${folder}; mkdir -p ${folder}; cat >${folder}/Dockerfile${of === 'first' ? '' : `; cp ${firstJar} ${folder}/${jar}`}`,
    { input: dockerfile },
  );
}

/**
 * The script of a workflow that deploys by hand: makes the image, replaces the container, and waits until it is healthy.
 * Prints the seconds of it, which go by on the server whatever the link.
 */
export function restartScript(name: WayName, image: string, make: string): string {
  return `set -e
begun=$(date +%s%N)
cd ${folderOf(name)}
${make} >/dev/null
docker rm -f ${name} >/dev/null 2>&1 || true
docker run -d --name ${name} -p 127.0.0.1:18004:8004 ${image} >/dev/null
until curl -sf -o /dev/null http://127.0.0.1:18004/actuator/health; do sleep 0.2; done
echo "server-seconds $(( ($(date +%s%N) - begun) / 1000000 ))"`;
}

/** The seconds that a script's output tells. Throws an Error where it tells none. */
export function serverSeconds(output: string): number {
  const [, milliseconds] = /server-seconds (\d+)/.exec(output) ?? [];
  if (milliseconds === undefined) throw new Error(`the script did not end:\n${output}`);
  return Number(milliseconds) / 1000;
}

/** Ends what a way started, so that nothing measured next has it beside it. */
export async function removeContainer({ server }: Ground, name: WayName): Promise<void> {
  await server.sh(`docker rm -f ${name} >/dev/null 2>&1 || true`);
}

/** Runs a script through the link by OpenSSH; its output. */
export function overSsh({ sshConfig }: Ground, script: string): Promise<string> {
  return run([find('ssh') ?? 'ssh', '-F', sshConfig, 'far', 'bash -s'], { input: script });
}

/** Builds and restarts by a script through OpenSSH; its seconds on the server. */
export async function buildAndRestart(ground: Ground, name: WayName): Promise<number> {
  const script = restartScript(name, name, `docker build -q -t ${name} .`);
  const seconds = serverSeconds(await overSsh(ground, script));
  await removeContainer(ground, name);
  return seconds;
}

/** The first line that a program prints of its version. */
export async function versionOf(argv: readonly string[]): Promise<string> {
  const { stdout, stderr } = await attempt(argv);
  return `${stdout}${stderr}`.trim().split('\n')[0] ?? '';
}
