import { type BaseImageName, baseImageNames } from '../../practice/base-images.ts';
import { until } from '../../practice/waiting.ts';
import { openWorld, type World } from '../../practice/world.ts';

// What servers pull under these names must be what users pull: the Java of the name, and a locale in which Chinese lines
// of an application's log come out as such.
let world: World;
let jar: string;
beforeAll(async () => {
  world = await openWorld(() => {});
  jar = await world.jars.backend('v1');
  for (const name of baseImageNames) await world.baseImage(name);
}, 900_000);
afterAll(() => world?.close(), 60_000);

const containers: string[] = [];
afterEach(async () => {
  if (containers.length > 0) await world.engine.docker(['rm', '-f', ...containers.splice(0)]);
});

/** The log of the example application in an image, with the line that it logs when it has started. */
async function logIn(image: string): Promise<string> {
  const words = ['create', '--network', 'none', image, 'java', '-jar', '/app.jar'];
  const id = await world.engine.docker(words);
  containers.push(id);
  await world.engine.docker(['cp', jar, `${id}:/app.jar`]);
  await world.engine.docker(['start', id]);
  return until('the application', 100, async () => {
    const { stdout } = await world.engine.attempt(['logs', id]);
    return /Started \w+ in.*\n.*\bMccmServerApplication +: .+\n/.test(stdout) ? stdout : undefined;
  });
}

test.each(baseImageNames.map((name) => [name, /:(\d+)/.exec(name)?.[1] ?? ''] as const))(
  '%s is Java %s, and an application that logs Chinese is read in docker logs',
  async (name: BaseImageName, java) => {
    const image = await world.baseImage(name);
    const log = await logIn(image);
    expect(log).toMatch(new RegExp(`using Java ${java === '8' ? '1\\.8' : java}[._0-9]* `));
    expect(log).toContain('小程序后端已就绪');
    const set = await world.engine.docker(['inspect', '--format', '{{join .Config.Env "\\n"}}', image]);
    expect(set).toMatch(name.startsWith('openjdk') ? /^LANG=C\.UTF-8$/m : /^LC_ALL=en_US\.UTF-8$/m);
  },
  120_000,
);
