import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { ServerStep } from '../../../src/engine/step.ts';
import { unpackingRecipe } from '../../../src/jar/unpacking-recipe.ts';
import type { Release } from '../../../src/release/release.ts';
import { growthIn } from '../../../src/resources/disk-growth.ts';
import { planImage } from '../../../src/resources/image.ts';
import { prelude } from '../../../src/server/prelude.ts';
import { factsIn, failureIn } from '../../../src/server/script-protocol.ts';
import { release as whole } from '../deployment/release.ts';
import { type MovedServer, openMovedServer } from './moved-server.ts';
import { openPrograms, type Programs } from './programs.ts';

const puller = { architecture: 'x86_64', tencent: false, mirrors: [], unloaded: [] };
const unpacked = { layers: ['dependencies', 'application'], files: 2, bytes: 9 };
const content = 'abcdefghi';
const sha256 = createHash('sha256').update(content).digest('hex');
const release = { ...whole, build: { ...whole.build, unpacked, jar: { ...whole.build.jar, sha256 } } };
const folder = `/docker/app/MCCM-server/releases/${release.id}`;
const jar = `${folder}/build/mccm-server-1.0.0.jar`;
const context = '/docker/app/MCCM-server/releases/.unpacked';
const before = { image: 'mccm-server', id: '20261122T160512Z-1a2b3c4' };

let programs: Programs;
let server: MovedServer;
beforeEach(() => {
  programs = openPrograms();
  server = openMovedServer(programs.server);
  mkdirSync(server.at(`${folder}/build`), { recursive: true });
  writeFileSync(server.at(jar), content);
  const stored = { method: 0, compressedBytes: 0, crc32: 0 };
  const recipe = unpackingRecipe(
    [
      { ...stored, path: 'dependencies/lib/a.jar', offset: 0, bytes: 4 },
      { ...stored, path: 'application/b', offset: 4, bytes: 5 },
    ],
    [],
  );
  writeFileSync(server.at(`${folder}/unpacking.gz`), gzipSync(recipe));
});
afterEach(() => {
  server.remove();
  programs.remove();
});

/** An engine that notes what a build sees, and ends with `code`. */
function engine(code = 0): void {
  programs.put(
    'docker',
    `case "$1 $2" in
"image inspect") exit 1 ;;
"build --force-rm") (cd "\${!#}" && find . -type f -exec grep -H . {} + | sort) >"$TEST/seen"; exit ${code} ;;
history*) case "\${!#}" in
  eclipse-temurin:8-jre) echo '1 136000000 "base"' ;;
  mccm-server:${before.id}) printf '%s\\n' '3 20000 "app"' '2 4000000 "libs"' '1 136000000 "base"' ;;
  *) printf '%s\\n' '4 0 "entry"' '4 30000 "app"' '2 4000000 "libs"' '1 136000000 "base"' ;;
esac ;;
esac`,
  );
}

async function build(of: Release = release, last: { readonly before?: typeof before } = { before }) {
  const [step] = planImage(of, { from: 'build', kept: false }, false, puller, last.before) as readonly ServerStep[];
  const result = await server.run(`${prelude}\nset -e\n${step?.script}`);
  return { ...result, facts: factsIn(result.stdout), failure: failureIn(result) };
}

test('a build sees the layers of the jar alone, which are there only as long as it runs', async () => {
  engine();
  mkdirSync(server.at(`${context}/left`), { recursive: true });
  expect(await build()).toMatchObject({ code: 0 });
  expect(await server.sh(`cat ${programs.folder}/seen`)).toBe(
    `./.release:${release.id}\n./application/b:efghi\n./dependencies/lib/a.jar:abcd\n`,
  );
  expect(await server.sh(`ls -A ${context} 2>&1 || true`)).toContain('No such file');
});

test('a build that fails fails the step, and leaves nothing of the layers', async () => {
  engine(3);
  expect(await build()).toMatchObject({ code: 3 });
  expect(await server.sh(`ls -A ${context} 2>&1 || true`)).toContain('No such file');
});

/** The same engine, which has an image under the release's name with these labels already. */
function engineWith(labels: string): void {
  programs.put(
    'docker',
    `case "$*" in *' --format '*release*) echo '${labels}' ;; *' --format '*) echo '${labels.split(' ')[0]}' ;; esac`,
  );
}

describe('of a release that was kept', () => {
  const [kept] = planImage(release, { from: 'build', kept: true }, false, puller, before) as [ServerStep];
  const build = async () => failureIn(await server.run(`${prelude}\nset -e\n${kept.script}`))?.code;
  const builds = () => programs.calls('docker').filter((call) => /^(build|image rm)/.test(call));

  test('an image that is there by then stays as it is, and one of somebody else is refused', async () => {
    engineWith(`MCCM-server ${release.id}`);
    expect(await build()).toBeUndefined();
    engineWith(`other ${release.id}`);
    expect(await build()).toBe('IMAGE_TAG_TAKEN');
    expect(builds()).toEqual([]);
  });

  test('no undo takes an image from it, built again or named', async () => {
    const [named] = planImage(release, { from: 'release', tag: 'a:b', kept: true }, false, puller, before) as [
      ServerStep,
    ];
    engineWith(`MCCM-server ${release.id}`);
    for (const { undo = '' } of [kept, named]) expect(await server.run(`set -e\n${undo}`)).toMatchObject({ code: 0 });
    expect(builds()).toEqual([]);
  });
});

test.each([
  [`MCCM-server ${release.id}`, ['image rm mccm-server:20261123T160512Z-1a2b3c4']],
  ['MCCM-server 20261122T160512Z-1a2b3c4', []],
])(
  'an undo takes the name from an image that was built for this release, and from no other: %s',
  async (labels, removed) => {
    engineWith(labels);
    const [{ undo }] = planImage(release, { from: 'build', kept: false }, false, puller, before) as [ServerStep];
    expect(await server.run(`set -e\n${undo}`)).toMatchObject({ code: 0 });
    expect(programs.calls('docker').filter((call) => call.startsWith('image rm'))).toEqual(removed);
  },
);

test('what another run takes apart by now stays', async () => {
  engine();
  programs.put(
    'docker',
    `case "$1 $2" in "image inspect") exit 1 ;; build*) echo other >${server.at(context)}/.release ;; esac`,
  );
  await build();
  expect(await server.sh(`ls ${context}`)).toBe('application\ndependencies\n');
});

test('a jar that was changed since it came is not built from: nothing is', async () => {
  engine();
  writeFileSync(server.at(jar), 'abcdefghX');
  expect((await build()).failure?.code).toBe('JAR_CHANGED_ON_SERVER');
  expect(programs.calls('docker').filter((call) => call.startsWith('build'))).toEqual([]);
});

test('a jar that cannot be taken apart: nothing is built', async () => {
  engine();
  writeFileSync(server.at(`${folder}/unpacking.gz`), 'no recipe');
  expect((await build()).failure?.code).toBe('JAR_NOT_UNPACKED');
  expect(programs.calls('docker').filter((call) => call.startsWith('build'))).toEqual([]);
  expect(await server.sh(`ls -A ${context} 2>&1 || true`)).toContain('No such file');
});

test('what the disk takes: layers that the version before has not, files that no other release has', async () => {
  engine();
  await server.sh(`rm ${folder}/unpacking.gz; ln ${jar} ${folder}/build/twice.jar`);
  expect(growthIn((await build(whole)).facts)).toEqual({ image: 30_000, folder: 9 });
  // Of the first deploy all but the base image is new, and a jar that another release has is not.
  await server.sh(`mkdir ${folder}x; ln ${jar} ${folder}x/a.jar`);
  expect(growthIn((await build(whole, {})).facts)).toEqual({ image: 4_030_000, folder: 0 });
});
