import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.ts';
import type { Engine } from './engine.ts';
import { folder, label, type Say } from './home.ts';
import { surveyHost } from './host-system.ts';
import { unpackPackages } from './packages.ts';
import { exclusively } from './processes.ts';
import { require } from './requirements.ts';

/** A version of Java with long support; for each there is a base image. */
export type JavaVersion = 8 | 11 | 17 | 21 | 25;

/** The release of Debian that has each version; Ubuntu's releases have all of them. */
const suites: Readonly<Record<JavaVersion, string>> = {
  8: 'sid',
  11: 'bullseye',
  17: 'bookworm',
  21: 'trixie',
  25: 'trixie',
};

/** What the real images set. */
const temurin = ['LANG=en_US.UTF-8', 'LANGUAGE=en_US:en', 'LC_ALL=en_US.UTF-8'];
const openjdk = ['LANG=C.UTF-8'];

/** The images that practice offers: those of rendered Dockerfiles and of the guide's. */
const images = {
  'eclipse-temurin:8-jre': { java: 8, variables: temurin },
  'eclipse-temurin:11-jre': { java: 11, variables: temurin },
  'eclipse-temurin:17-jre': { java: 17, variables: temurin },
  'eclipse-temurin:21-jre': { java: 21, variables: temurin },
  'eclipse-temurin:25-jre': { java: 25, variables: temurin },
  'openjdk:8-jre-slim': { java: 8, variables: openjdk },
} as const satisfies Readonly<Record<string, { readonly java: JavaVersion; readonly variables: readonly string[] }>>;

/** A name under which practice offers a Java base image. */
export type BaseImageName = keyof typeof images;

/** All of them. */
export const baseImageNames = Object.keys(images) as readonly BaseImageName[];

const recipePath = join(import.meta.dirname, 'base-image.sh');
const recipe = readFileSync(recipePath, 'utf8');

/**
 * What the engine has a base image under: OpenJDK of the version that the name says, as Debian or Ubuntu has it, cut
 * down, with busybox as its shell. It is made where the engine lacks it; nothing has to be pulled from a registry.
 */
export async function baseImage(engine: Engine, name: BaseImageName, say: Say): Promise<string> {
  const { java, variables } = images[name];
  const { id, codename } = await surveyHost();
  const suite = id === 'ubuntu' ? codename : suites[java];
  const own = `${label}/${name}-${versionOf(recipe, suite, variables)}`;
  return exclusively(`java-${java}`, async () => {
    if (await has(engine, own)) return own;
    // Images of the same Java have their one layer in common: a server that has pulled both holds it once.
    const lines = [`FROM ${await treeOf(engine, java, suite, say)}`, ...variables.map((variable) => `ENV ${variable}`)];
    await engine.docker(['build', '--quiet', '--tag', own, '-'], { input: `${lines.join('\n')}\n` });
    return own;
  });
}

/** What the engine has the files of a version of Java under, which its base images begin with; made where it lacks them. */
async function treeOf(engine: Engine, java: JavaVersion, suite: string, say: Say): Promise<string> {
  const own = `${label}/java-${java}:${versionOf(recipe, suite)}`;
  if (await has(engine, own)) return own;
  await require(['bash', 'chroot', 'dpkg-deb', 'mount', 'tar', 'unshare'], say);
  say(`Making the base image of Java ${java} from ${suite}'s packages (once)`);
  const work = folder('base-image', String(java));
  await run(['rm', '-rf', work]);
  const tree = folder('base-image', String(java), 'tree');
  await unpackPackages(suite, [`openjdk-${java}-jre-headless`, 'busybox-static', 'libc-bin', 'locales'], tree);
  await run(['unshare', '--mount', 'bash', recipePath, work], { env: { JAVA: String(java) } });
  const home = '/opt/java/openjdk';
  const path = `PATH=${home}/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`;
  const changes = [`ENV ${path}`, `ENV JAVA_HOME=${home}`, `LABEL ${label}=java`];
  await engine.docker(['import', ...changes.flatMap((change) => ['-c', change]), join(work, 'image.tar'), own]);
  await run(['rm', '-rf', work]);
  return own;
}

function versionOf(...madeOf: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(madeOf)).digest('hex').slice(0, 12);
}

async function has(engine: Engine, image: string): Promise<boolean> {
  return (await engine.attempt(['image', 'inspect', image])).code === 0;
}
