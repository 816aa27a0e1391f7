import { mkdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import type { ServerStep, SwitchStep } from '../../../src/engine/step.ts';
import { markerFile } from '../../../src/release/marker.ts';
import { freedIn, lineOfFreed } from '../../../src/resources/freed-space.ts';
import {
  deployLogLine,
  planMissingRecord,
  planPrune,
  planRecord,
  renderRecord,
} from '../../../src/resources/release-record.ts';
import { prelude } from '../../../src/server/prelude.ts';
import { factsIn, noticesIn } from '../../../src/server/script-protocol.ts';
import { codePoint } from '../code-point.ts';
import { release } from '../deployment/release.ts';
import { type MovedServer, openMovedServer } from './moved-server.ts';
import { openPrograms } from './programs.ts';

const root = '/docker/app/MCCM-server';
let server: MovedServer;
beforeEach(() => {
  server = openMovedServer();
  mkdirSync(server.at(`${root}/releases/${release.id}/switch/stage`), { recursive: true });
});
afterEach(() => server.remove());

test('the record is all of the release, for root only, and `current` leads to it in one step', async () => {
  const script = (one = release): string => `${prelude}\nset -e\n${(planRecord(one) as SwitchStep).script}`;
  const recorded = { ...release, site: { ...release.site, snippet: "EOF\n$(touch x) 'ü' \\n" } };
  await server.sh(script(recorded));
  expect(JSON.parse(readFileSync(server.at(`${root}/current/release.json`), 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(recorded)),
  );
  expect(
    await server.sh(`stat -c %a ${root}/current/release.json; readlink ${root}/current; ls ${root}/current/switch`),
  ).toBe(`600\nreleases/${release.id}\n`);
  // Once more, as after a reboot.
  expect(await server.run(script())).toMatchObject({ code: 0 });
  expect(await server.sh(`readlink ${root}/current; ls -d ${root}/*`)).toContain(`releases/${release.id}`);
});

test('`current` is on disk by its folders; nothing else of the machine is flushed for it', async () => {
  const programs = openPrograms();
  try {
    programs.put('sync', '/usr/bin/sync "$@"');
    const script = `${prelude}\nset -e\n${(planRecord(release) as SwitchStep).script}`;
    await programs.server.run(script.replaceAll('/docker', server.at('/docker')));
    const folder = server.at(root);
    expect(programs.calls('sync').slice(-2)).toEqual([`${folder}/releases/${release.id}`, folder]);
    expect(readlinkSync(`${folder}/current`)).toBe(`releases/${release.id}`);
  } finally {
    programs.remove();
  }
});

test('what a broken upload left goes, what somebody keeps beside it stays', async () => {
  const uploads = server.at(`${root}/releases/.incoming`);
  mkdirSync(uploads);
  const sha256 = 'a'.repeat(64);
  for (const name of [`${sha256}.jar`, `${sha256}.jar.part-aaaaaaaa`, `${sha256}.jar.part-aaaaaaaa.123`, 'mine.jar']) {
    writeFileSync(`${uploads}/${name}`, '');
  }
  await server.sh(`${prelude}set -e\n${(planRecord(release) as SwitchStep).script}`);
  expect(await server.sh(`ls ${root}/releases/.incoming`)).toBe('mine.jar\n');
  await server.sh(`rm ${root}/releases/.incoming/mine.jar`);
  await server.sh(`${prelude}set -e\n${(planRecord(release) as SwitchStep).script}`);
  expect(await server.sh(`ls -A ${root}/releases`)).toBe(`${release.id}\n`);
});

test('a record that failed is made of what was planned', async () => {
  const folder = server.at(`${root}/releases/${release.id}`);
  writeFileSync(`${folder}/planned.json`, renderRecord(release));
  mkdirSync(`${folder}/release.json.new`);
  expect(await server.run(`${prelude}set -e\n${(planRecord(release) as SwitchStep).script}`)).not.toMatchObject({
    code: 0,
  });
  const missing = planMissingRecord(release) as ServerStep;
  for (const _ of [1, 2]) expect(await server.run(`${prelude}set -e\n${missing.script}`)).toMatchObject({ code: 0 });
  expect(JSON.parse(readFileSync(server.at(`${root}/current/release.json`), 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(release)),
  );
});

describe('pruning', () => {
  const pruned = (recorded: readonly string[], keep: number): readonly string[] =>
    planPrune(release, recorded, keep).flatMap(
      (step) => step.diff?.split('\n').map((line) => line.replace('- ', '')) ?? [],
    );

  test.each([
    [['R1', 'R2', 'R3'], 5, []],
    [['R1', 'R2', 'R3'], 4, []],
    [['R1', 'R2', 'R3'], 3, ['R1']],
    [['R1', 'R2', 'R3'], 2, ['R1', 'R2']],
    [['R1', 'R2', 'R3'], 1, ['R1', 'R2', 'R3']],
    [[], 1, []],
    [[release.id], 1, []],
  ] as const)('of %j, %d kept with the new one: %j go', (recorded, keep, gone) => {
    expect(pruned(recorded, keep)).toEqual(gone);
  });

  test('keeps as many as it says, the newest ones, and the new one always', () => {
    const id = fc.integer({ min: 0, max: 99 }).map((n) => `R${String(n).padStart(2, '0')}`);
    fc.assert(
      fc.property(fc.uniqueArray(id), fc.integer({ min: 1, max: 10 }), (ids, keep) => {
        const recorded = ids.toSorted();
        const gone = pruned(recorded, keep);
        const kept = recorded.filter((one) => !gone.includes(one));
        expect(gone).not.toContain(release.id);
        expect(kept).toEqual(recorded.slice(Math.max(0, recorded.length - (keep - 1))));
      }),
    );
  });

  test('removes folder and image, and no other folder', async () => {
    for (const id of ['R1', 'R2', 'R3']) {
      mkdirSync(server.at(`${root}/releases/${id}`), { recursive: true });
      writeFileSync(server.at(`${root}/releases/${id}/${markerFile}`), `MCCM-server ${id}\n`);
    }
    const [step] = planPrune(release, ['R1', 'R2', 'R3'], 3) as readonly SwitchStep[];
    expect(step?.script).toContain('docker image rm mccm-server:R1 ');
    // One image is held by somebody's container; the file system is this machine's.
    const docker = `docker() {
  case "$*" in
    'info '*) echo / ;;
    'image rm '*) return 1 ;;
    'image inspect '*--format*) echo MCCM-server ;;
    'image inspect '*) ;;
    'ps -a '*) printf '%s\\n' theirs another ;;
  esac
}`;
    const result = await server.run(`${prelude}\nset -eu\n${docker}\n${step?.script ?? ''}`);
    expect(result.code).toBe(0);
    expect(noticesIn(result).map(({ text }) => text.why.en)).toEqual([expect.stringMatching(/: theirs,another\.$/)]);
    const freed = freedIn(factsIn(result.stdout));
    expect(freed).toMatchObject({ releases: 1, rooms: [{ of: '/' }] });
    expect(lineOfFreed(freed ?? { releases: 0, rooms: [] }).en).toMatch(
      /^Old releases removed: 1; free on the disk of \/: \d+\.\d [GT]B before, \d+\.\d [GT]B after$/,
    );
    expect(await server.sh(`ls ${root}/releases`)).toBe(`${release.id}\nR2\nR3\n`);
  });
});

describe('deploy.log', () => {
  /** The lines that a deploy with this subject writes. */
  async function lines(subject: string, origin = release.origin): Promise<readonly string[]> {
    rmSync(server.at(`${root}/deploy.log`), { force: true });
    const { stderr } = await server.run(`outcome=committed\n${deployLogLine({ ...release, origin }, subject)}`);
    expect(stderr).toBe('');
    return readFileSync(server.at(`${root}/deploy.log`), 'utf8')
      .split('\n')
      .slice(0, -1);
  }

  test('a line has when, who, which run, which release, how it ended, and what for', async () => {
    expect(await lines('Add a button (#12)')).toEqual([
      expect.stringMatching(
        new RegExp(
          `^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ octocat ${release.origin.runUrl} ${release.id} committed Add a button \\(#12\\)$`,
        ),
      ),
    ]);
    expect((await lines('', { commit: '', runUrl: '', actor: '' }))[0]).toMatch(/Z - - \S+ committed $/);
  });

  test.each([
    '$(touch /tmp/never) `touch /tmp/never` ; rm -rf / #',
    "it's %s %n \\n 100%",
    '-e "quoted" \'single\'',
    'umlaut ü 中文 🚀',
    '*?[a-z]~!',
  ])('%j is written to the letter', async (subject) => {
    expect((await lines(subject))[0]?.endsWith(` committed ${subject}`)).toBe(true);
  });

  test('whatever the subject and whoever the actor, it stays one line without control characters', async () => {
    const any = fc.string({ unit: codePoint });
    await fc.assert(
      fc.asyncProperty(any, any, async (subject, actor) => {
        const written = await lines(subject, { ...release.origin, actor });
        expect(written).toHaveLength(1);
        expect(written[0]).not.toMatch(/[\x00-\x1f\x7f-\x9f\u2028\u2029]/);
        expect(written[0]?.split(' ')[3]).toBe(release.id);
      }),
      { numRuns: 40 },
    );
  });
});
