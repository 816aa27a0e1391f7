import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changedJar } from './changed-jar.ts';

/**
 * Makes the executable war of an application from its Boot jar, as the Maven plugin would with `<packaging>war`: classes
 * and libraries below WEB-INF, the servlet container's apart, in the order of its indexes, started by the WarLauncher,
 * which every such jar has.
 */
export function warOf(jar: string, war: string): Promise<void> {
  return changedJar(jar, war, (tree, manifest) => {
    const ofWar = (text: string): string =>
      text
        .replace('.JarLauncher', '.WarLauncher')
        .replace(/BOOT-INF\/lib\/(?=tomcat-embed-)/g, 'WEB-INF/lib-provided/')
        .replaceAll('BOOT-INF', 'WEB-INF');
    const rewrite = (path: string): void => writeFileSync(path, ofWar(readFileSync(path, 'utf8')));
    rewrite(manifest);
    renameSync(join(tree, 'BOOT-INF'), join(tree, 'WEB-INF'));
    const index = join(tree, 'WEB-INF/classpath.idx');
    rewrite(index);
    const layers = join(tree, 'WEB-INF/layers.idx');
    rewrite(layers);
    const provided = '  - "WEB-INF/lib-provided/"\n  - "WEB-INF/lib/"\n';
    writeFileSync(layers, readFileSync(layers, 'utf8').replace('  - "WEB-INF/lib/"\n', provided));
    mkdirSync(join(tree, 'WEB-INF/lib-provided'));
    for (const name of readdirSync(join(tree, 'WEB-INF/lib')).filter((file) => file.startsWith('tomcat-embed-'))) {
      renameSync(join(tree, 'WEB-INF/lib', name), join(tree, 'WEB-INF/lib-provided', name));
    }
    const libraries = [...readFileSync(index, 'utf8').matchAll(/"(.+)"/g)].map(([, path = '']) => path);
    return ['org', 'WEB-INF/classes', ...libraries, 'WEB-INF/classpath.idx', 'WEB-INF/layers.idx', 'META-INF'];
  });
}
