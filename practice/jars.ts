import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { run } from './command.ts';
import { hollowOf } from './hollow-jar.ts';
import { folder, projectRoot, type Say } from './home.ts';
import { mavenOptions } from './maven.ts';
import { exclusively } from './processes.ts';
import { find } from './programs.ts';
import { require } from './requirements.ts';
import { warOf } from './war.ts';
import { withTimes } from './zip-times.ts';

/**
 * What differs in a jar: `v1`; `v2`, which answers another version; `v1-rebuilt`, same contents with other time stamps;
 * `crashing`, which exits while it starts; `unhealthy`, which serves, but whose health says 503 for ever.
 */
export type Variant = 'v1' | 'v2' | 'v1-rebuilt' | 'crashing' | 'unhealthy';

/** The example application's jars, built once by Maven and cached. Each call returns the jar's path. */
export interface Jars {
  /** examples/backend: Spring Boot 2.7, Java 8 classes, port 8004; `MCCM-server-0.0.1-SNAPSHOT.jar`. */
  backend(variant?: Variant): Promise<string>;
  /** `backend('v1')` as an executable war; `MCCM-server-0.0.1-SNAPSHOT.war`. */
  backendWar(): Promise<string>;
  /** `backend('v1')` with hollow libraries (hollow-jar.ts), for images that start something else; of the same name. */
  hollow(): Promise<string>;
  /** examples/backend3: Spring Boot 3.5, Java 17 classes, context path /shop, management port 9004. */
  backend3(variant?: 'v1' | 'v2'): Promise<string>;
  /** examples/backend-database: Spring Boot 2.7, Java 8 classes, port 8006; needs MySQL or MariaDB on its server. */
  backendDatabase(variant?: 'v1' | 'v2'): Promise<string>;
  /** The same with Druid and Redis, both at localhost by profile `db` in a nested module, notes-db-1.0.jar. */
  backendDruid(): Promise<string>;
}

/** What each variant adds to BOOT-INF/classes/application.properties; a later line wins. */
const properties: Readonly<Record<Exclude<Variant, 'v1' | 'v1-rebuilt'>, string>> = {
  v2: 'example.version=2\n',
  crashing: 'spring.config.import=file:/nowhere/missing.properties\n',
  // More free space than any disk has.
  unhealthy: 'management.health.diskspace.threshold=900000TB\n',
};

function hashOf(project: string): string {
  const hash = createHash('sha256');
  const paths = readdirSync(project, { recursive: true, encoding: 'utf8' }).sort();
  for (const path of paths.filter((p) => /^(pom\.xml|src\/.+\.\w+)$/.test(p))) {
    hash.update(`${path}\0`).update(readFileSync(join(project, path)));
  }
  return hash.digest('hex').slice(0, 12);
}

/** Builds a project outside its own folder; returns the folder that holds its jar, and the jar's name. */
async function build(name: string, say: Say, profile?: string): Promise<{ place: string; jar: string }> {
  const project = join(projectRoot, 'examples', name);
  const place = join(folder('jars'), [name, hashOf(project), profile].filter(Boolean).join('-'));
  const jarIn = (path: string): string | undefined =>
    existsSync(path) ? readdirSync(path).find((file) => file.endsWith('.jar')) : undefined;
  const known = jarIn(join(place, 'v1'));
  if (known !== undefined) return { place, jar: known };
  await require(['mvn', 'java', 'jar'], say);
  say(`Building examples/${name} by Maven (once)`);
  const work = folder('build', name);
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  for (const part of ['pom.xml', 'src']) cpSync(join(project, part), join(work, part), { recursive: true });
  const profiles = profile === undefined ? [] : [`-P${profile}`];
  await run([find('mvn') ?? 'mvn', '-q', '-B', ...profiles, 'package'], {
    cwd: work,
    env: { MAVEN_OPTS: mavenOptions },
  });
  const jar = jarIn(join(work, 'target'));
  if (jar === undefined) throw new Error(`Maven made no jar of examples/${name}`);
  if (profile !== undefined) await addModule(work, join('target', jar));
  mkdirSync(place, { recursive: true });
  mkdirSync(join(work, 'v1'));
  renameSync(join(work, 'target', jar), join(work, 'v1', jar));
  renameSync(join(work, 'v1'), join(place, 'v1'));
  rmSync(work, { recursive: true });
  return { place, jar };
}

/** Puts `src/module` into a jar as a library of its own, stored as Spring Boot needs it. */
async function addModule(work: string, jar: string): Promise<void> {
  const module = 'BOOT-INF/lib/notes-db-1.0.jar';
  mkdirSync(join(work, dirname(module)), { recursive: true });
  await run(['jar', '--create', '--file', module, '-C', 'src/module', '.'], { cwd: work });
  await run(['jar', '--update', '--no-compress', '--file', jar, module], { cwd: work });
}

/** Puts one file into a copy of a jar; nested jars stay stored as they are, which Spring Boot needs. */
async function repack(from: string, folderOfCopy: string, jar: string, path: string, content: string): Promise<void> {
  const work = `${folderOfCopy}.work`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(join(work, 'tree', path, '..'), { recursive: true });
  mkdirSync(join(work, 'done'));
  writeFileSync(join(work, 'tree', path), content);
  cpSync(from, join(work, 'done', jar));
  await run(['jar', '--update', '--file', join(work, 'done', jar), '-C', join(work, 'tree'), path]);
  renameSync(join(work, 'done'), folderOfCopy);
  rmSync(work, { recursive: true });
}

/** Opens the cache of jars; nothing is built before it is asked for. */
export function openJars(say: Say): Jars {
  const made = (name: string, variant: Variant): Promise<string> =>
    exclusively(`jars-${name}`, async () => {
      const { place, jar } = await build(name, say);
      const path = join(place, variant, jar);
      if (existsSync(path)) return path;
      const original = join(place, 'v1', jar);
      if (variant === 'v1-rebuilt') {
        mkdirSync(join(place, variant), { recursive: true });
        writeFileSync(path, withTimes(readFileSync(original), new Date('2026-01-02T03:04:06Z')));
      } else if (variant !== 'v1') {
        const inside = join(projectRoot, 'examples', name, 'src/main/resources');
        const yaml = existsSync(join(inside, 'application.yml'));
        const file = yaml ? 'application.yml' : 'application.properties';
        const before = readFileSync(join(inside, file), 'utf8');
        const after = yaml ? before.replace('version: "1"', 'version: "2"') : before + properties[variant];
        await repack(original, join(place, variant), jar, `BOOT-INF/classes/${file}`, after);
      }
      return path;
    });
  const derived = async (kind: string, ending: string, make: (from: string, to: string) => Promise<void>) => {
    const jar = await made('backend', 'v1');
    const path = join(dirname(jar), '..', kind, basename(jar).replace(/jar$/, ending));
    return exclusively(`jars-backend-${kind}`, async () => {
      mkdirSync(dirname(path), { recursive: true });
      if (!existsSync(path)) await make(jar, path);
      return path;
    });
  };
  return {
    backend: (variant = 'v1') => made('backend', variant),
    backendWar: () => derived('indexed-war', 'war', warOf),
    hollow: () => derived('hollow', 'jar', hollowOf),
    backend3: (variant = 'v1') => made('backend3', variant),
    backendDatabase: (variant = 'v1') => made('backend-database', variant),
    backendDruid: () =>
      exclusively('jars-backend-database', async () => {
        const { place, jar } = await build('backend-database', say, 'druid');
        return join(place, 'v1', jar);
      }),
  };
}
