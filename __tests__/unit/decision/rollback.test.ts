import { decideRollback, pickRelease } from '../../../src/decision/rollback.ts';
import { planDeployment } from '../../../src/deployment/plan.ts';
import { releaseDirectory } from '../../../src/layout/release-paths.ts';
import type { Release } from '../../../src/release/release.ts';
import { readSettings } from '../../../src/settings/read-settings.ts';
import type { RollbackSettings } from '../../../src/settings/settings.ts';
import type { DeploymentSurvey } from '../../../src/survey/deployment.ts';
import { provisionedServer } from '../../../src/survey/provisioned-server.ts';
import { container, served, surveyed } from '../deployment/decision-inputs.ts';
import { kept } from '../deployment/kept.ts';
import { codes, inputs } from '../settings/inputs.ts';

const [first, second, third] = ['20261121T000000Z-1111111', '20261122T000000Z-2222222', '20261123T000000Z-3333333'];

/** The settings of a rollback with these inputs. */
function settings(changes: Readonly<Record<string, string | undefined>> = {}): RollbackSettings {
  return readSettings(inputs({ command: 'rollback', jar: undefined, ...changes })) as RollbackSettings;
}

function why(pattern: RegExp): unknown {
  return expect.objectContaining({ why: expect.objectContaining({ en: expect.stringMatching(pattern) }) });
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
  });
}

function planTo(on: DeploymentSurvey, to: string, changes: Readonly<Record<string, string>> = {}) {
  return planDeployment(target(on, to, changes), provisionedServer(on), undefined).plan.steps;
}

describe('which release', () => {
  const on = kept([first, second, third], second);
  test.each([
    [undefined, first],
    [third, third],
    [second, second],
  ])('%s: %s', (wanted, picked) => {
    expect(pickRelease(wanted, 'MCCM-server', on).id).toBe(picked);
  });

  test('one that is not there, and one before the first, are refused with the others', () => {
    expect(() => pickRelease('20200101T000000Z-0000000', 'MCCM-server', on)).toThrow(
      expect.objectContaining({
        code: 'RELEASE_NOT_KEPT',
        text: why(new RegExp(`${third} 1a2b3c4d5e6f octocat\\n${first} `)),
      }),
    );
    const oldest = kept([first, second], first);
    expect(() => pickRelease(undefined, 'MCCM-server', oldest)).toThrow(
      expect.objectContaining({ code: 'NO_PREVIOUS_RELEASE', text: why(new RegExp(`kept:\\n${second}`)) }),
    );
  });

  test('beside the first release of a server set up by hand, the container that is kept is named', () => {
    const only = kept([first], first);
    const adopted = { container: { keptAs: 'mccm-server-adopted-20261121T000000Z' } };
    const byHand = { ...only, releases: { ...only.releases, adopted } } as unknown as DeploymentSurvey;
    expect(() => pickRelease(undefined, 'MCCM-server', byHand)).toThrow(
      expect.objectContaining({ text: why(/kept, stopped, as mccm-server-adopted-/) }),
    );
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
    const folder = releaseDirectory({ app: 'MCCM-server', id: second });
    for (const { undo } of steps) {
      if (typeof undo !== 'string') continue;
      expect(undo).not.toContain('remove_ours');
      expect(undo).not.toContain(`mccm-server:${second}`);
      expect(undo).not.toMatch(new RegExp(`rm -rf? [^\\n]*${folder}'?( |$)`, 'm'));
    }
    expect(JSON.stringify(steps)).not.toContain('of-today-1234');
  });

  test('with variables of today, those that it had by hand give way to them', () => {
    const inherited = kept([first, second], second, { inheritedEnvironment: ['OLD', 'TOKEN'], environmentNames: [] });
    const { release } = target(inherited, first, { env: 'TOKEN=of-today-1234' });
    expect(release.container).toMatchObject({ environmentNames: ['TOKEN'], inheritedEnvironment: ['OLD'] });
  });

  test('the one that serves already stays, and gets no other variables', () => {
    expect(target(on, third).newContainer).toBeUndefined();
    expect(planTo(on, third).some(({ id }) => id === 'container.start')).toBe(false);
    expect(codes(() => planTo(on, third, { env: 'NEW_TOKEN=of-today-1234' }))).toEqual(['RELEASE_SERVES']);
    const gone = { ...on, containers: [] };
    expect(target(gone, third).newContainer).toBeDefined();
  });
});

describe('refused before anything is touched', () => {
  const on = kept([first, second], second);
  const withoutImages = { ...on, images: on.images.filter(({ release }) => release !== first) };
  const held = container({ id: 'e'.repeat(64), name: 'mccm-server-replaced-by-2', status: 'exited', ports: [] });
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
      {
        ...on,
        containers: [...on.containers, held],
        releases: { ...on.releases, containers: new Map([...on.releases.containers, [first ?? '', held.id]]) },
        written: {
          ...on.written,
          containers: [...on.written.containers, { ...on.written.containers[0], container: held.id, kept: true }],
        } as DeploymentSurvey['written'],
      },
      ['RELEASE_CONTAINER_KEPT'],
    ],
  ])('%s', (_, server, expected) => {
    expect(codes(() => planTo(server, first ?? ''))).toEqual(expected);
  });

  test('a blank server has nothing to go back to', () => {
    expect(codes(() => pickRelease(undefined, 'MCCM-server', surveyed()))).toEqual(['NO_PREVIOUS_RELEASE']);
  });
});
