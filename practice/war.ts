import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.ts';

/**
 * Makes the executable war of an application from its Boot jar, as the Maven plugin would with `<packaging>war`: classes
 * and libraries below WEB-INF, the servlet container's apart, started by the WarLauncher, which every such jar has.
 */
export async function warOf(jar: string, war: string): Promise<void> {
  const work = `${war}.work`;
  const tree = join(work, 'tree');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(tree, { recursive: true });
  await run(['jar', '--extract', '--file', jar], { cwd: tree });
  const manifest = readFileSync(join(tree, 'META-INF/MANIFEST.MF'), 'utf8')
    .replace('.JarLauncher', '.WarLauncher')
    .replaceAll('BOOT-INF', 'WEB-INF')
    .replace(/^Spring-Boot-\w+-Index: .*\r?\n/gm, '');
  writeFileSync(join(work, 'MANIFEST.MF'), manifest);
  rmSync(join(tree, 'META-INF/MANIFEST.MF'));
  renameSync(join(tree, 'BOOT-INF'), join(tree, 'WEB-INF'));
  for (const name of ['classpath.idx', 'layers.idx']) rmSync(join(tree, 'WEB-INF', name), { force: true });
  mkdirSync(join(tree, 'WEB-INF/lib-provided'));
  for (const name of readdirSync(join(tree, 'WEB-INF/lib')).filter((file) => file.startsWith('tomcat-embed-'))) {
    renameSync(join(tree, 'WEB-INF/lib', name), join(tree, 'WEB-INF/lib-provided', name));
  }
  // Spring Boot reads nested jars in place, so they must be stored.
  const made = join(work, 'made.war');
  await run([
    'jar',
    '--create',
    '--no-compress',
    '--file',
    made,
    '--manifest',
    join(work, 'MANIFEST.MF'),
    '-C',
    tree,
    '.',
  ]);
  renameSync(made, war);
  rmSync(work, { recursive: true });
}
