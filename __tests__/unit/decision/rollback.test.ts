import { type AskedRelease, decideRollback, pickRelease } from '../../../src/decision/rollback.ts';
import { besideAnother } from '../../../src/deployment/orphans.ts';
import { planDeployment } from '../../../src/deployment/plan.ts';
import { releaseDirectory } from '../../../src/layout/release-paths.ts';
import type { ContainerSpec, Release } from '../../../src/release/release.ts';
import { readSettings } from '../../../src/settings/read-settings.ts';
import type { RollbackSettings } from '../../../src/settings/settings.ts';
import type { Container } from '../../../src/survey/containers.ts';
import type { DeploymentSurvey } from '../../../src/survey/deployment.ts';
import { provisionedServer } from '../../../src/survey/provisioned-server.ts';
import type { Volume } from '../../../src/values/volumes.ts';
import { container, served } from '../deployment/decision-inputs.ts';
import { kept } from '../deployment/kept.ts';
import { file, written } from '../deployment/written.ts';
import { codes, inputs } from '../settings/inputs.ts';

const [first, second, third] = [
  '20261121T000000Z-1111111',
  '20261122T000000Z-2222222',
  '20261123T000000Z-3333333',
] as const;

/** The settings of a rollback with these inputs. */
function settings(changes: Readonly<Record<string, string | undefined>> = {}): RollbackSettings {
  return readSettings(inputs({ command: 'rollback', jar: undefined, ...changes })) as RollbackSettings;
}

function why(pattern: RegExp): unknown {
  return expect.objectContaining({ why: expect.objectContaining({ en: expect.stringMatching(pattern) }) });
}

function cure(pattern: RegExp): unknown {
  return expect.objectContaining({ cure: expect.objectContaining({ en: expect.stringMatching(pattern) }) });
}

function target(on: DeploymentSurvey, to: string, changes: Readonly<Record<string, string>> = {}) {
  const release = on.releases.known.get(to)?.release as Release;
  const server = provisionedServer(on);
  return decideRollback({
    settings: settings(changes),
    release,
    server,
    certificate: served,
    publicAddress: undefined,
    now: new Date('2026-11-25T16:05:12Z'),
  });
}

function planTo(on: DeploymentSurvey, to: string, changes: Readonly<Record<string, string>> = {}) {
  return planDeployment(target(on, to, changes), provisionedServer(on), undefined).plan.steps;
}

/** What is asked for where `seen` was live when the run began. */
function asked(wanted: string | undefined, seen = '', changes: Partial<AskedRelease> = {}): AskedRelease {
  return { app: 'MCCM-server', wanted, seen, written: seen, served: seen, ...changes };
}

describe('which release', () => {
  const on = kept([first, second, third], second);
  test.each([
    [undefined, first],
    [third, third],
    [second, second],
  ])('%s: %s', (wanted, picked) => {
    expect(pickRelease(asked(wanted, second), on).id).toBe(picked);
  });

  test('one that is not there, and one before the first, are refused with the others', () => {
    expect(() => pickRelease(asked('20200101T000000Z-0000000', second), on)).toThrow(
      expect.objectContaining({
        code: 'RELEASE_NOT_KEPT',
        text: cure(new RegExp(`\n${third} 1a2b3c4d5e6f octocat\n${first} [^]*\`release: ${third}\``)),
      }),
    );
    const oldest = kept([first, second], first);
    expect(() => pickRelease(asked(undefined, first), oldest)).toThrow(
      expect.objectContaining({ code: 'NO_PREVIOUS_RELEASE', text: cure(new RegExp(`server:\n${second}`)) }),
    );
  });

  test('beside the first release of a server set up by hand, the container that is kept is named', () => {
    const only = kept([first], first);
    const adopted = { container: { keptAs: 'mccm-server-adopted-20261121T000000Z' } };
    const byHand = { ...only, releases: { ...only.releases, adopted } } as unknown as DeploymentSurvey;
    expect(() => pickRelease(asked(undefined, first), byHand)).toThrow(
      expect.objectContaining({ text: why(/kept, stopped, as mccm-server-adopted-/) }),
    );
  });

  // Whoever pressed it meant the release before the one that was live then.
  test('without an id, one that waited while another run changed the live release is refused; with one, it goes there', () => {
    const [waited, now] = [{ written: second, served: second }, on];
    expect(() => pickRelease(asked(undefined, third, waited), now)).toThrow(
      expect.objectContaining({ code: 'LIVE_RELEASE_CHANGED', text: cure(new RegExp(`\n${first} `)) }),
    );
    expect(pickRelease(asked(first, third, waited), now).id).toBe(first);
    // nginx answers another release than its file names: it was so before.
    expect(pickRelease(asked(undefined, third, { written: third, served: second }), now).id).toBe(first);
  });

  test('without an id, one whose live release has no record is refused; with one, it goes there', () => {
    const lost = '20261124T000000Z-4444444';
    expect(() => pickRelease(asked(undefined, lost), on)).toThrow(
      expect.objectContaining({ code: 'RELEASE_NOT_RECORDED', text: cure(new RegExp(`deploy[^]*\n${third} `)) }),
    );
    expect(pickRelease(asked(first, lost), on).id).toBe(first);
    const none = { ...on, releases: { ...on.releases, current: undefined } };
    expect(codes(() => pickRelease(asked(undefined, third, { written: undefined, served: undefined }), none))).toEqual([
      'RELEASE_NOT_RECORDED',
    ]);
  });
});

describe('what serves then', () => {
  const on = kept([first, second, third], third);

  test('the release as it was, on a port of now, behind the certificate of now', () => {
    const { release, newContainer, source, hidden } = target(on, second);
    const was = on.releases.known.get(second)?.release as Release;
    expect(release.id).toBe(second);
    expect(on.releases.recordedPorts).not.toContain(release.container.loopbackPort);
    expect(release.site.upstreamPort).toBe(release.container.loopbackPort);
    expect(release.site.certificate).toEqual(served.pair);
    expect({ ...release.container, loopbackPort: 0, hash: '' }).toEqual({
      ...was.container,
      loopbackPort: 0,
      hash: '',
    });
    expect(newContainer?.en).toBeDefined();
    // Its values are known to nobody here: no log is shown with them.
    expect([source.kind, hidden]).toEqual(['kept', 'all']);
  });

  test('takes nothing away that was there before: neither folder, nor image, nor variables', () => {
    const steps = planTo(on, second, { env: 'NEW_TOKEN=of-today-1234' });
    const ids = steps.map(({ id }) => id);
    expect(ids).not.toContain('release.folder');
    expect(ids).not.toContain('release.jar');
    expect(ids).not.toContain('image.build');
    expect(ids.indexOf('release.environment')).toBeLessThan(ids.indexOf('container.start'));
    expect(steps.find(({ id }) => id === 'container.start')).toMatchObject({
      script: expect.stringContaining(`--env-file ${releaseDirectory({ app: 'MCCM-server', id: second })}/env.next `),
    });
    expect(ids.indexOf('release.environment-own')).toBeLessThan(ids.indexOf('release.record'));
    const folder = releaseDirectory({ app: 'MCCM-server', id: second });
    for (const { undo } of steps) {
      if (typeof undo !== 'string') continue;
      expect(undo).not.toContain('remove_ours');
      expect(undo).not.toContain(`mccm-server:${second}`);
      expect(undo).not.toMatch(new RegExp(`rm -rf? [^\\n]*${folder}'?( |$)`, 'm'));
    }
    expect(JSON.stringify(steps)).not.toContain('of-today-1234');
  });

  test('with variables of today, those that it had by hand give way to them; those that were overridden come back', () => {
    const before = {
      inheritedEnvironment: ['OLD'],
      environmentNames: ['TOKEN'],
      variables: { TZ: 'UTC', PROFILE: 'a' },
    };
    const inherited = { environment: ['OLD', 'TOKEN', 'URL', 'SPRING_PROFILES_ACTIVE'] };
    const on = kept([first, second], second, before);
    const byHand = { ...on, releases: { ...on.releases, adopted: { inherited } } } as unknown as DeploymentSurvey;
    expect(target(byHand, first, { env: 'URL=of-today-1234\nPROFILE=b' }).release.container).toMatchObject({
      environmentNames: ['URL', 'PROFILE'],
      // The runner would have to know the profile.
      inheritedEnvironment: ['OLD', 'TOKEN'],
      variables: { TZ: 'UTC' },
    });
    expect(target(byHand, first).release.container).toMatchObject(before);
  });

  test('what was carried since is mounted as well; its own mounts stay, but for an earlier copy of the same folder', () => {
    const carriedBy = (id: string, container: string): Volume => ({
      host: `/docker/app/MCCM-server/carried/${id}${container}`,
      container,
      readOnly: false,
    });
    const named = { host: '/data/logs', container: '/app/logs', readOnly: false };
    const [old, since, more] = [carriedBy(first, '/data'), carriedBy(third, '/data'), carriedBy(third, '/uploads')];
    const other = carriedBy(third, '/app/logs');
    const withMounts = (on: DeploymentSurvey, id: string, mounts: Pick<ContainerSpec, 'volumes' | 'carried'>) => {
      const known = on.releases.known.get(id);
      const release = { ...known?.release, container: { ...known?.release.container, ...mounts } } as Release;
      const all = new Map([...on.releases.known, [id, { ...known, release }]]);
      const current = on.releases.current?.id === id ? release : on.releases.current;
      return { ...on, releases: { ...on.releases, known: all, current } } as DeploymentSurvey;
    };
    const before = withMounts(on, first, { volumes: [named, old], carried: [old] });
    const now = withMounts(before, third, { volumes: [since, more, other], carried: [since, more, other] });
    const { container } = target(now, first).release;
    expect(container).toMatchObject({ volumes: [named, since, more], carried: [since, more] });
    expect(container.hash).not.toBe(target(before, first).release.container.hash);
    const start = planTo(now, first).find(({ id }) => id === 'container.start');
    expect(start).toMatchObject({ script: expect.stringContaining(`--volume ${since.host}:/data `) });
    expect(target(now, third).release.container.volumes).toEqual([since, more, other]);
  });

  test('the one that serves already stays, and gets no other variables', () => {
    expect(target(on, third).newContainer).toBeUndefined();
    expect(planTo(on, third).some(({ id }) => id === 'container.start')).toBe(false);
    expect(codes(() => planTo(on, third, { env: 'NEW_TOKEN=of-today-1234' }))).toEqual(['RELEASE_SERVES']);
    const gone = { ...on, containers: [] };
    expect(target(gone, third).newContainer).toBeDefined();
  });
});

test('what is carried into a release lies in folders of this run, not in those of an earlier one', () => {
  const on = kept([first, second], second);
  const files = { ...written({ container: on.containers[0]?.id ?? '' }), files: [file('/data/upload/a')] };
  const holds = {
    ...on,
    written: { ...on.written, containers: [{ ...files, addedFolders: new Set(['/data/upload']) }] },
  };
  const { release, carried } = target(holds, first, { 'container-files': 'carry' });
  const host = '/docker/app/MCCM-server/container-files/20261125T160512Z-1a2b3c4/data/upload';
  expect(carried).toEqual([{ folder: '/data/upload', host, mount: true, run: '20261125T160512Z-1a2b3c4' }]);
  expect(release.container.volumes).toContainEqual({ host, container: '/data/upload', readOnly: false });
});

test('ports and pages that it does not have are warned of, with the way back', () => {
  const on = kept([first, second], second);
  const staticSite = { root: `/docker/app/MCCM-server/static/${'1'.repeat(64)}`, path: '/admin/', fallback: false };
  const { current } = on.releases as { current: Release };
  const site = { ...current.site, staticSite };
  const adopted = { servers: [{ file: '/etc/nginx/nginx.conf', line: 3, text: 'server { listen 443 ssl; }' }] };
  const releases = {
    ...on.releases,
    current: { ...current, site },
    adopted,
  } as unknown as DeploymentSurvey['releases'];
  const pages = { ...on, releases };
  const warned = planDeployment(target(pages, first), provisionedServer(pages), undefined).warnings;
  expect(warned.map(({ en }) => en)).toEqual([
    `With ${first}, nginx no longer listens on 443, 80 for MCCM-server: that release has no static site, and https://api.example.com/admin/ is no longer served. Server blocks that were taken over are not put back; their text is in /docker/app/MCCM-server/adopted.json. To undo this, set \`release: ${second}\`, or deploy again.`,
  ]);
  expect(planDeployment(target(on, first), provisionedServer(on), undefined).warnings).toEqual([]);
});

test('what runs that died left of variables is settled, but while another run is at work', () => {
  const on = kept([first, second, third], third);
  const left = { ...on, releases: { ...on.releases, variablesLeft: [first] } };
  const ids = planTo(left, second, { env: 'A=of-today-1234' }).map(({ id }) => id);
  expect(ids.indexOf('release.environment-left')).toBeLessThan(ids.indexOf('release.environment'));
  expect(planTo(left, third).map(({ id }) => id)).toContain('release.environment-left');
  const { releases } = besideAnother(target(on, third).release, provisionedServer(left));
  expect(releases.variablesLeft).toEqual([]);
});

describe('refused before anything is touched', () => {
  const on = kept([first, second], second);
  const withoutImages = { ...on, images: on.images.filter(({ release }) => release !== first) };
  const held = container({ id: 'e'.repeat(64), name: 'mccm-server-replaced-by-2', status: 'exited', ports: [] });
  const withOld = (old: Container, written: DeploymentSurvey['written'] = on.written): DeploymentSurvey => ({
    ...on,
    containers: [...on.containers, old],
    releases: { ...on.releases, containers: new Map([...on.releases.containers, [first ?? '', old.id]]) },
    written,
  });
  test.each<[string, DeploymentSurvey, readonly string[]]>([
    ['an image that was pruned is built again', withoutImages, []],
    ['not without its base', { ...withoutImages, baseImages: [] }, ['IMAGE_MISSING']],
    ['variables that are gone', kept([first, second], second, { environmentNames: ['A'] }), ['RELEASE_INCOMPLETE']],
    [
      'a mounted file that is gone',
      kept([first, second], second, { files: [{ name: 'key.pem', container: '/key.pem' }] }),
      ['RELEASE_INCOMPLETE'],
    ],
    ['a network that is gone', kept([first, second], second, { networks: ['shop'] }), ['NETWORK_MISSING']],
    [
      'an old container that holds files',
      withOld(held, {
        ...on.written,
        containers: [...on.written.containers, written({ container: held.id, kept: true })],
      }),
      ['RELEASE_CONTAINER_KEPT'],
    ],
    ['what a run that died left behind goes first', withOld(held), []],
    ['an old one that was not retired stays', withOld({ ...held, name: 'mccm-server' }), ['RELEASE_CONTAINER_THERE']],
  ])('%s', (_, server, expected) => {
    expect(codes(() => planTo(server, first ?? ''))).toEqual(expected);
  });

  test('the container of the one that serves stays, though it cannot be started again', () => {
    const dead = { ...on, containers: on.containers.map((one) => ({ ...one, status: 'dead' })) };
    expect(codes(() => planTo(dead, second ?? ''))).toEqual(['RELEASE_CONTAINER_THERE']);
  });

  test('one that lacks a part: the cure names the releases that do not', () => {
    const lacks = kept([first, second, third], second, { files: [{ name: 'key.pem', container: '/key.pem' }] });
    expect(() => planTo(lacks, third ?? '')).toThrow(
      expect.objectContaining({
        failures: [expect.objectContaining({ text: cure(new RegExp(`server:\n${first} `)) })],
      }),
    );
  });
});
