import { decide } from '../../../src/decision/decide.ts';
import { decideUser } from '../../../src/decision/user.ts';
import { changeOfUser, noteOnUser, signalMayBeLost } from '../../../src/deployment/user-words.ts';
import type { InheritedSettings } from '../../../src/release/adoption-record.ts';
import { provisionedServer } from '../../../src/survey/provisioned-server.ts';
import type { FolderState } from '../../../src/survey/storage.ts';
import {
  container,
  decisionInputs,
  deployed,
  project,
  settings,
  surveyed,
  targetOn,
} from '../deployment/decision-inputs.ts';
import { readOwn } from '../project/own-dockerfile.ts';

const base = 'FROM eclipse-temurin:8-jre\nCOPY *.jar /app.jar\n';
const own = (lines: string) => readOwn(`${base}${lines}\n`);
const inherited = (given: string, effective: string): InheritedSettings => ({
  volumes: [],
  environment: [],
  networks: [],
  user: { given, effective },
  published: undefined,
});
const folder = (path: string, uid: number, gid = uid): FolderState => ({
  path,
  real: path,
  exists: true,
  uid,
  gid,
  empty: false,
  variants: [],
});
const root = { uid: 0, gid: 0 };

describe('whom a container runs as', () => {
  test.each<[string, string, string | undefined, object | undefined]>([
    ['-u 1000:1000', 'ENTRYPOINT ["java"]', '1000:1000', { uid: 1000, gid: 1000 }],
    ['-u1000:1001', 'USER 5', '1000:1001', { uid: 1000, gid: 1001 }],
    ['--user=app', 'USER 5:5', 'app', undefined],
    ['-u=1000', 'USER 5:5', '1000', undefined],
    ['-u 0', 'USER 5:5', '0', root],
    ['-u root', 'USER 5:5', 'root', root],
    ['-u 1:1 -u 2:2', 'USER 5:5', '2:2', { uid: 2, gid: 2 }],
  ])('%s beside %s', (options, dockerfile, word, ids) => {
    const wanted = settings({ 'docker-options': options, dockerfile: 'Dockerfile' });
    const user = decideUser(wanted, { dockerfile: own(dockerfile) }, undefined, []);
    expect(user).toEqual({ word, ids, from: 'docker-options' });
  });

  test.each<[string, string | undefined, object | undefined, string]>([
    ['USER 1000:1000', '1000:1000', { uid: 1000, gid: 1000 }, 'dockerfile'],
    ['USER spring', 'spring', undefined, 'dockerfile'],
    ['USER spring:spring', 'spring:spring', undefined, 'dockerfile'],
    ['USER 1000', '1000', undefined, 'dockerfile'],
    ['ARG UID=1000\nUSER $UID:$UID', '1000:1000', { uid: 1000, gid: 1000 }, 'dockerfile'],
    ['USER root', 'root', root, 'dockerfile'],
    ['USER 0:0', '0:0', root, 'dockerfile'],
    ['USER 1\nUSER 2:2', '2:2', { uid: 2, gid: 2 }, 'dockerfile'],
    ['WORKDIR /x', undefined, undefined, 'base-image'],
  ])('by a Dockerfile with %j', (lines, word, ids, from) => {
    expect(decideUser(settings(), { dockerfile: own(lines) }, undefined, [])).toEqual({ word, ids, from });
  });

  test('a container that was taken over hands its user on; an own Dockerfile only where its image did not say', () => {
    const of = (of: InheritedSettings, dockerfile?: ReturnType<typeof own>) =>
      decideUser(settings(), { dockerfile }, of, []);
    expect(of(inherited('', '1000:1000'))).toMatchObject({ word: '1000:1000', from: 'taken-over' });
    expect(of(inherited('', ''))).toMatchObject({ ids: root, from: 'taken-over' });
    expect(of(inherited('7:7', '7:7'), own('USER 5:5'))).toMatchObject({ ids: { uid: 7, gid: 7 } });
    expect(of(inherited('', '7:7'), own('USER 5:5'))).toMatchObject({ ids: { uid: 5, gid: 5 }, from: 'dockerfile' });
  });

  test('else the owner of its folders', () => {
    const of = (...folders: readonly FolderState[]) =>
      decideUser(settings(), { dockerfile: undefined }, undefined, folders);
    expect(of()).toEqual({ word: '10001:10001', ids: { uid: 10_001, gid: 10_001 }, from: 'folders' });
    expect(of(folder('/a', 1000))).toMatchObject({ ids: { uid: 1000, gid: 1000 } });
    expect(of(folder('/a', 10_001), folder('/srv/x', 0))).toEqual({ word: '', ids: root, from: 'folders' });
  });
});

test.each<[Readonly<Record<string, string>>, string | undefined, string | undefined, string]>([
  [{ dockerfile: 'Dockerfile' }, 'USER 1000:1000', '1000:1000', ''],
  [{ dockerfile: 'Dockerfile', 'docker-options': '-u 1001:1002' }, 'USER 1000:1000', '1001:1002', ''],
  [{ dockerfile: 'Dockerfile' }, 'USER spring', undefined, ''],
  [{ dockerfile: 'Dockerfile' }, 'USER root', undefined, ''],
  [{}, undefined, '10001:10001', 'USER 10001:10001'],
  [{ 'docker-options': '-u 1000:1000' }, undefined, '1000:1000', 'USER 1000:1000'],
  [{ 'docker-options': '-u 0' }, undefined, undefined, ''],
])('%j with %j: folders made for it belong to %s', (inputs, dockerfile, owner, rendered) => {
  const world = decisionInputs({ project: project(dockerfile === undefined ? {} : { dockerfile: own(dockerfile) }) });
  const { release } = decide(settings(inputs), world);
  expect(release.container.volumeOwner).toBe(owner);
  if (dockerfile === undefined) expect(/^USER .*$/m.exec(release.build.dockerfile)?.[0] ?? '').toBe(rendered);
});

describe('a user that is another than before', () => {
  const first = decide(settings(), decisionInputs()).release;
  const later = (
    volumes: readonly FolderState[],
    before: object | undefined,
    inputs: Readonly<Record<string, string>>,
  ) => {
    const server = deployed(first);
    const world = {
      ...server,
      storage: { ...server.storage, folders: volumes },
      containers: server.containers.map((one) => container({ ...one, user: before as never })),
    };
    const now = new Date('2026-11-24T08:00:00Z');
    const target = targetOn(world, settings(inputs), decisionInputs({ now }));
    const { runsAs } = target.release.container;
    return { runsAs, told: changeOfUser(target, provisionedServer(world)) };
  };
  const logs = '/docker/app/MCCM-server/logs';

  test('is told with the line that hands over what was written', () => {
    const { runsAs, told } = later([folder(logs, 10_001)], root, { volumes: `${logs}:${logs}\n/srv/r:/srv/r:ro` });
    expect(told).toMatchObject([
      { code: 'USER_CHANGED', text: { what: { en: expect.stringMatching(/10001:10001 from now on.*0:0/) } } },
    ]);
    const [{ text } = { text: undefined }] = told;
    expect(text?.cure.en).toContain(`chown -R 10001:10001 ${logs}\n`);
    expect(text?.cure.en).toContain('docker-options: --user 0:0');
    expect(text?.cure.en).not.toContain('/srv/r');
    expect(noteOnUser(runsAs).en).toContain('user 10001:10001 (from the owner of the mounted folders)');
  });

  test('is not, where it is the same, where nothing is to change, and where nothing ran', () => {
    const mounted = { volumes: `${logs}:${logs}` };
    expect(later([folder(logs, 10_001)], { uid: 10_001, gid: 10_001 }, mounted).told).toEqual([]);
    expect(later([folder(logs, 10_001)], undefined, mounted).told).toEqual([]);
    expect(changeOfUser(targetOn(), provisionedServer(surveyed()))).toEqual([]);
  });

  test('is not, where root’s time zone is mounted besides', () => {
    const volumes = `${logs}:${logs}\n/etc/localtime:/etc/localtime`;
    const user = { uid: 10_001, gid: 10_001 };
    const { runsAs, told } = later([folder(logs, 10_001), folder('/etc/localtime', 0)], user, { volumes });
    expect(runsAs.ids).toEqual(user);
    expect(told).toEqual([]);
  });

  test('to root: nothing has to be handed over', () => {
    const { told } = later(
      [folder(logs, 10_001), folder('/srv/x', 0)],
      { uid: 10_001, gid: 10_001 },
      {
        volumes: `${logs}:${logs}\n/srv/x:/srv/x`,
      },
    );
    const [changed] = told;
    expect(changed?.text.cure.en).not.toContain('chown');
    expect(changed?.text.cure.en).toContain('--user 10001:10001');
  });
});

test.each<[string, number | undefined]>([
  ['ENTRYPOINT java -jar /app.jar', 3],
  ['CMD java -jar /app.jar', 3],
  ['ENTRYPOINT ["sh", "-c", "java $JAVA_OPTS -jar /app.jar"]', 3],
  ['ENTRYPOINT ["/bin/bash", "-lc", "java -jar /app.jar"]', 3],
  ['ENTRYPOINT exec java -jar /app.jar | tee /log', 3],
  ['ENTRYPOINT exec java -jar /app.jar', undefined],
  ['ENTRYPOINT ["sh", "-c", "exec java $JAVA_OPTS -jar /app.jar"]', undefined],
  ['ENTRYPOINT cd /x && exec java -jar /app.jar', undefined],
  ['ENTRYPOINT ["java", "-jar", "/app.jar"]', undefined],
  ['ENTRYPOINT ["/start.sh"]', undefined],
  ['ENTRYPOINT ["java"]\nCMD -jar /app.jar', undefined],
  ['ENTRYPOINT ["tini", "--", "sh", "-c", "java -jar /app.jar"]', 3],
  ['ENTRYPOINT ["tini", "--", "java", "-jar", "/app.jar"]', undefined],
  ['ENTRYPOINT []\nCMD java -jar /app.jar', 4],
  ['STOPSIGNAL SIGKILL\nENTRYPOINT java -jar /app.jar', undefined],
  ['STOPSIGNAL SIGINT\nENTRYPOINT java -jar /app.jar', 4],
])('%s: a shell that may keep the stop signal is in line %s', (lines, line) => {
  const world = decisionInputs({ project: project({ dockerfile: own(lines) }) });
  const told = signalMayBeLost(targetOn(undefined, settings({ dockerfile: 'Dockerfile' }), world));
  expect(told.map(({ code }) => code)).toEqual(line === undefined ? [] : ['STOP_SIGNAL_LOST']);
  if (line !== undefined) expect(told[0]?.text.what.en).toContain(`line ${line} of the Dockerfile`);
});
