import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../practice/command.ts';
import { folder, projectRoot, type Say } from '../../practice/home.ts';
import { mavenOptions } from '../../practice/maven.ts';
import { exclusively } from '../../practice/processes.ts';
import { find } from '../../practice/programs.ts';
import { require } from '../../practice/requirements.ts';
import { withTimes } from '../../practice/zip-times.ts';

/** The same application three times, made by Maven: paths of jars of the same name. */
export interface BenchJars {
  readonly first: string;
  readonly rebuilt: string;
  readonly bumped: string;
}

/** What is another in `bumped`. */
export const bumped = 'mysql-connector-j 8.0.32 -> 8.0.33';

const property = (version: string): string => `<mysql.version>${version}</mysql.version>`;
const line = 'answer.put("greeting", greeting);';

/** What each differs in: the version of one library, and one class. */
const builds = {
  first: { mysql: '8.0.32', line },
  rebuilt: { mysql: '8.0.32', line: `${line}\n        answer.put("rebuilt", "yes");` },
  bumped: { mysql: '8.0.33', line },
} as const;

/** The jars of examples/backend with more libraries; built once and kept among practice's. */
export function benchJars(say: Say): Promise<BenchJars> {
  return exclusively('jars-bench-link', async () => {
    const project = join(projectRoot, 'examples/backend');
    const pom = readFileSync(join(project, 'pom.xml'), 'utf8');
    const more = readFileSync(join(import.meta.dirname, 'dependencies.xml'), 'utf8');
    const version = createHash('sha256')
      .update(JSON.stringify([builds, pom, more]))
      .digest('hex')
      .slice(0, 12);
    const place = folder('jars', `bench-link-${version}`);
    const make = async (name: keyof typeof builds): Promise<string> => {
      const into = join(place, name);
      if (existsSync(into)) return jarIn(into);
      await require(['mvn', 'java'], say);
      say(`Building the jar "${name}" by Maven (once)`);
      const work = folder('build', 'bench-link');
      rmSync(work, { recursive: true, force: true });
      cpSync(join(project, 'src'), join(work, 'src'), { recursive: true });
      const { mysql, line: changed } = builds[name];
      const withMore = pom.replace('  </dependencies>', `${more}  </dependencies>`);
      writeFileSync(join(work, 'pom.xml'), withMore.replace('</properties>', `${property(mysql)}</properties>`));
      const source = join(work, 'src/main/java/com/example/mccm/ApiController.java');
      writeFileSync(source, readFileSync(source, 'utf8').replace(line, changed));
      await run([find('mvn') ?? 'mvn', '-q', '-B', 'package'], { cwd: work, env: { MAVEN_OPTS: mavenOptions } });
      const jar = jarIn(join(work, 'target'));
      // Maven keeps the times of libraries; builds that are told to be of one time, and other tools, set all of them.
      if (name !== 'first') writeFileSync(jar, withTimes(readFileSync(jar), new Date('2026-01-02T03:04:06Z')));
      mkdirSync(join(work, 'made'));
      renameSync(jar, join(work, 'made', jar.slice(jar.lastIndexOf('/') + 1)));
      renameSync(join(work, 'made'), into);
      rmSync(work, { recursive: true });
      return jarIn(into);
    };
    return { first: await make('first'), rebuilt: await make('rebuilt'), bumped: await make('bumped') };
  });
}

function jarIn(path: string): string {
  const name = readdirSync(path).find((file) => file.endsWith('.jar'));
  if (name === undefined) throw new Error(`no jar in ${path}`);
  return join(path, name);
}

/** How many entries a jar has, by the record at its end. */
export function entriesOf(jar: string): number {
  const bytes = readFileSync(jar);
  return bytes.readUInt16LE(bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1')) + 10);
}
