import { type CopiedDisk, type DiskCopy, makeCopiedDisk } from '../../practice/copied-disk.ts';
import { fillDisk, pauseAtLines } from '../../practice/faults.ts';
import type { RunResult } from '../../practice/run-action.ts';
import { openWorld, type World } from '../../practice/world.ts';
import { domain, expectSuccess, type Scene, sceneOn } from './scene.ts';
import { deployStandIn } from './stand-in.ts';
import { whileHeld } from './while-held.ts';
import { belongings, expectRed, versionOnceServed, versionServed } from './witness.ts';

/** A copy of the disk, and the line of the journal that was last on it. */
interface Cut {
  readonly line: string;
  readonly copy: DiskCopy;
}

let world: World;
let disk: CopiedDisk;
let scene: Scene;
/** The disk at each line of the switch of the first deploy, and of the second. */
const cuts: { readonly first: Cut[]; readonly second: Cut[] } = { first: [], second: [] };

beforeAll(async () => {
  world = await openWorld(() => {});
  disk = await makeCopiedDisk(`power-${process.pid}`, world, () => {});
  const server = await world.startServer({ kind: 'ready', ...disk.options });
  // The kernel writes by itself what is 30 s old: the sooner the switch comes, the more it shows.
  await server.sh('docker pull -q eclipse-temurin:8-jre');
  scene = sceneOn(world, server, await world.authority.issue([domain]));
  cuts.first.push(...(await deployCutting('1')));
  cuts.second.push(...(await deployCutting('2')));
}, 400_000);
afterAll(async () => {
  await scene?.close();
  await world?.close();
  await disk?.remove();
}, 60_000);

/** Deploys, and copies the disk at each line of the journal, the server paused. */
async function deployCutting(version: string): Promise<readonly Cut[]> {
  const taken: Cut[] = [];
  const end = await pauseAtLines(scene.server, world.engine, async (line, number) => {
    const name = `${version}-${String(number).padStart(2, '0')}`;
    taken.push({ line, copy: await disk.copy(name) });
  });
  const result = await deployStandIn(scene, version);
  await end();
  expectSuccess(result);
  return taken;
}

/** Boots a server from a copy, and does something there. */
async function boot<T>({ copy }: Cut, there: (on: Scene) => Promise<T>): Promise<T> {
  let on: Scene | undefined;
  try {
    // Throws where a unit failed: nginx among them.
    on = sceneOn(world, await world.startServer({ kind: 'ready', ...(await copy.mount()) }), scene.pair);
    return await there(on);
  } finally {
    await on?.close();
    await copy.remove();
  }
}

/** Does something for each, some at a time; one after another that fails is told with its name. */
async function forEach(all: readonly Cut[], work: (cut: Cut) => Promise<void>): Promise<readonly string[]> {
  const waiting = [...all];
  const failed: string[] = [];
  const worker = async (): Promise<void> => {
    for (let cut = waiting.shift(); cut !== undefined; cut = waiting.shift()) {
      const { line } = cut;
      await work(cut).catch((error: unknown) => {
        failed.push(`${line}: ${error instanceof Error ? `${error.message} ${error.cause ?? ''}` : error}`);
      });
    }
  };
  await Promise.all([worker(), worker(), worker()]);
  return failed;
}

/** Takes the cuts out of a list that a test of its own boots. */
function take(from: Cut[], line: string): Cut {
  const at = from.findIndex((cut) => cut.line === line);
  const [cut] = from.splice(at, 1);
  if (at === -1 || cut === undefined) throw new Error(`no line "${line}" among ${from.map((one) => one.line)}`);
  return cut;
}

test('the journals have all lines', () => {
  for (const list of [cuts.first, cuts.second]) {
    const lines = list.map(({ line }) => line);
    expect(lines[0]).toBe('begin container.baseline');
    expect(lines).toContain('committed -');
    expect(lines.at(-1)).toBe('outcome committed');
    expect(lines.length).toBeGreaterThan(18);
  }
});

test('servers from two copies, started at the same time, have control groups of their own', async () => {
  const group = `
pid=$(docker inspect -f '{{.State.Pid}}' "$(docker ps -q)")
path=$(sed -n 's/.*:memory://p; s/^0:://p' "/proc/$pid/cgroup" | head -n 1)
cd /sys/fs/cgroup/memory 2>/dev/null || cd /sys/fs/cgroup
stat -c %d:%i ".$path"`;
  const groups: string[] = [];
  const both = ['done container.rename', 'done release.record'].map((line) => take(cuts.first, line));
  const problems = await forEach(both, (cut) =>
    boot(cut, async (on) => {
      await versionOnceServed(on, 40);
      groups.push(await on.server.sh(group));
    }),
  );
  expect(problems).toEqual([]);
  expect(new Set(groups).size).toBe(2);
}, 120_000);

test.each([
  ['first', 'done site.test'],
  ['first', 'done site.swap'],
  ['first', 'committed -'],
  ['second', 'done site.swap'],
  ['second', 'done site.reload'],
  ['second', 'done container.retire'],
] as const)(
  'power fails at the %s deploy after "%s": the next run is green',
  async (which, line) => {
    const problems = await forEach([take(cuts[which], line)], (cut) =>
      boot(cut, async (on) => {
        expectSuccess(await deployStandIn(on, '3'));
        expect(await versionServed(on)).toBe('3');
        expect((await belongings(on)).match(/^container .*$/gm)).toEqual(['container mccm-server']);
      }),
    );
    expect(problems).toEqual([]);
  },
  180_000,
);

test('power fails at any line of the first deploy: nginx comes up, and once its file is there the site is served', async () => {
  const swapped = cuts.first.findIndex(({ line }) => line === 'begin site.reload');
  const problems = await forEach(cuts.first, (cut) =>
    boot(cut, async (on) => {
      if (cuts.first.indexOf(cut) >= swapped) expect(await versionOnceServed(on, 40)).toBe('1');
    }),
  );
  expect(problems).toEqual([]);
}, 300_000);

test('power fails at any line of a later deploy: the old or the new version is served', async () => {
  const problems = await forEach(cuts.second, (cut) =>
    boot(cut, async (on) => expect(await versionOnceServed(on, 40)).toMatch(/^[12]$/)),
  );
  expect(problems).toEqual([]);
}, 300_000);

describe('the disk becomes full in the midst of a switch', () => {
  /** Deploys `version`, and fills the disk when its switch has written `line`. */
  async function deployFilling(version: string, line: string, more = ':'): Promise<RunResult> {
    let free = async (): Promise<void> => {};
    const run = whileHeld(
      scene.server,
      line,
      () => deployStandIn(scene, version),
      async () => {
        await scene.server.sh(more);
        free = await fillDisk(scene.server, '/docker', 0);
      },
    );
    return run.finally(() => free());
  }

  test('before the swap: nothing is swapped, and it says why', async () => {
    const standing = await belongings(scene);
    const result = await deployFilling('4', 'done site.test');
    expectRed(result, 'SWITCH_DISK_FULL');
    expect(result.outputs).toMatchObject({ 'rolled-back': 'true', changed: 'false' });
    expect(await versionServed(scene)).toBe('2');
    expect(await belongings(scene)).toBe(standing);
  }, 120_000);

  test('after the swap, and the new version dies: the old file comes back without space', async () => {
    const standing = await belongings(scene);
    const result = await deployFilling('4', 'done site.swap', 'docker kill "$(docker ps -q | head -n 1)"');
    expectRed(result, 'NGINX_NOT_SWITCHED');
    expect(result.log).toMatch(/the application behind it fails \(status 502\)/);
    expect(result.outputs).toMatchObject({ 'rolled-back': 'true', changed: 'false' });
    expect(await versionServed(scene)).toBe('2');
    expect(await belongings(scene)).toBe(standing);
  }, 120_000);

  test('after the last proof: the new version serves, what cannot be written is warned of, and made up for', async () => {
    // Once the old container is gone, which gives space back.
    const result = await deployFilling('4', 'done container.rename');
    expectSuccess(result);
    expect(await versionServed(scene)).toBe('4');
    expect(result.log).toMatch(/release\.record failed afterwards/);
    const next = await deployStandIn(scene, '4');
    expectSuccess(next);
    expect(await versionServed(scene)).toBe('4');
    expect((await belongings(scene)).match(/^container .*$/gm)).toEqual(['container mccm-server']);
  }, 180_000);
});
