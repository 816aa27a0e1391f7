import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changedJar } from './changed-jar.ts';

/**
 * Makes the executable war of an application from its Boot jar, as the Maven plugin would with `<packaging>war`: classes
 * and libraries below WEB-INF, the servlet container's apart, started by the WarLauncher, which every such jar has.
 */
export function warOf(jar: string, war: string): Promise<void> {
  return changedJar(jar, war, (tree, manifest) => {
    const ofJar = readFileSync(manifest, 'utf8');
    const ofWar = ofJar
      .replace('.JarLauncher', '.WarLauncher')
      .replaceAll('BOOT-INF', 'WEB-INF')
      .replace(/^Spring-Boot-\w+-Index: .*\r?\n/gm, '');
    writeFileSync(manifest, ofWar);
    renameSync(join(tree, 'BOOT-INF'), join(tree, 'WEB-INF'));
    for (const name of ['classpath.idx', 'layers.idx']) rmSync(join(tree, 'WEB-INF', name), { force: true });
    mkdirSync(join(tree, 'WEB-INF/lib-provided'));
    for (const name of readdirSync(join(tree, 'WEB-INF/lib')).filter((file) => file.startsWith('tomcat-embed-'))) {
      renameSync(join(tree, 'WEB-INF/lib', name), join(tree, 'WEB-INF/lib-provided', name));
    }
  });
}
