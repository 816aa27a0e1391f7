import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.ts';
import type { Engine } from './engine.ts';
import { folder, label, type Say } from './home.ts';
import { exclusively } from './processes.ts';
import { require, requireFile } from './requirements.ts';

/**
 * The names under which practice offers its one Java base image: those of the guide's and of rendered Dockerfiles.
 * What stands behind all of them is OpenJDK 17 of this machine's distribution, cut down by jlink, with busybox as its
 * shell: it runs the classes of Java 8 to 17, and nothing has to be pulled from outside.
 */
export const baseImageNames: readonly string[] = [
  'eclipse-temurin:8-jre',
  'eclipse-temurin:11-jre',
  'eclipse-temurin:17-jre',
  'openjdk:8-jre-slim',
];

/** The base image's own name in the engine. */
export interface BaseImage {
  readonly name: string;
}

const recipePath = join(import.meta.dirname, 'base-image.sh');
const recipe = readFileSync(recipePath, 'utf8');

/** Makes the base image where the engine lacks it, and gives it its names. */
export function baseImage(engine: Engine, say: Say): Promise<BaseImage> {
  return exclusively('base-image', async () => {
    const version = createHash('sha256').update(recipe).digest('hex').slice(0, 12);
    const name = `${label}/java:${version}`;
    if ((await engine.attempt(['image', 'inspect', name])).code !== 0) {
      await require(['jlink'], say);
      await requireFile('/bin/busybox', 'busybox-static', say);
      say(`Making the Java base image (stands behind ${baseImageNames.join(', ')}: OpenJDK 17 and busybox)`);
      const work = folder('base-image');
      await run(['bash', recipePath, work]);
      const environment = 'ENV PATH=/opt/java/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
      const changes = [environment, 'ENV JAVA_HOME=/opt/java', 'ENV LANG=C.UTF-8', `LABEL ${label}=java`];
      const flags = changes.flatMap((change) => ['-c', change]);
      await engine.docker(['import', ...flags, join(work, 'image.tar'), name]);
      await run(['rm', '-rf', work]);
    }
    return { name };
  });
}
