import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planDeployment } from '../../../src/deployment/plan.ts';
import type { Target } from '../../../src/deployment/target.ts';
import { text } from '../../../src/messages/text.ts';
import { managedBy, nginxFileOf } from '../../../src/nginx/label.ts';
import { renderSite } from '../../../src/nginx/render-site.ts';
import type { Release } from '../../../src/release/release.ts';
import type { DeploymentSurvey } from '../../../src/survey/deployment.ts';
import { provisionedServer } from '../../../src/survey/provisioned-server.ts';
import { readReleases } from '../../../src/survey/releases.ts';
import { container, deployed, nginx, served } from './decision-inputs.ts';

// Records of releases that the scenarios of __tests__/e2e deployed to practice servers (recorded-releases.ts there).
const folder = join(import.meta.dirname, 'recorded');

/** A release as the survey reads its record. */
function recorded(name: string): Release {
  const record = readFileSync(join(folder, name));
  const { id } = JSON.parse(record.toString('utf8')) as Release;
  const { current } = readReleases(`recorded ${id}\nknown ${id} ${record.toString('base64')}\ncurrent ${id}\n`);
  if (current === undefined) throw new Error(`${name} cannot be read`);
  return current;
}

/** A server on which a release serves. */
function serving(release: Release): DeploymentSurvey {
  const on = deployed(release);
  const path = `/etc/nginx/conf.d/${nginxFileOf(release.app)}`;
  const file = renderSite(release.site, nginx.version);
  const statics = release.site.staticSite?.root.split('/').at(-2);
  return {
    ...on,
    containers: on.containers.map((one) => ({ ...one, name: release.image, ports: [release.container.loopbackPort] })),
    networks: [
      ...on.networks,
      ...release.container.networks.map((name) => ({ name, driver: 'bridge', internal: false })),
    ],
    releases: { ...on.releases, statics: statics === undefined ? [] : [{ sha256: statics, releases: [release.id] }] },
    system: { ...on.system, ipv6: release.site.ipv6 },
    nginx: {
      ...nginx,
      dump: `${nginx.dump}# configuration file ${path}:\n${file}\n`,
      managedFile: { path, text: file },
      serving: {
        status: 200,
        release: release.id,
        configuration: managedBy(file)?.configuration ?? '',
        fingerprint: served.certificate.fingerprint,
      },
    },
  };
}

/** A release that was kept, and is to serve again. */
function kept(release: Release, newContainer: Target['newContainer']): Target {
  return {
    release,
    source: { kind: 'kept', environment: undefined },
    hidden: 'all',
    newContainer,
    certificate: { ...served, pair: release.site.certificate },
    adoption: { container: undefined, inherited: undefined, rivals: [], servers: false },
    atStake: undefined,
    carried: [],
    publicAddress: '203.0.113.5',
    choices: {
      writtenFiles: 'refuse',
      keepReleases: 5,
      host: '203.0.113.5',
      language: 'en',
      dnsOverwrite: [],
      hooks: { beforeSwitch: undefined, afterDeploy: undefined, timeoutSeconds: 300 },
    },
    advice: {
      problems: [],
      warnings: [],
      notices: { configuration: [], paths: [] },
      healthReason: text('as it was', '与之前相同'),
    },
  };
}

/** The same application's next release, in the place of which the recorded one is to serve. */
function next(release: Release): Release {
  const [id, loopbackPort] = ['20990101T000000Z-abcdef0', 29_999];
  return {
    ...release,
    id,
    build: { ...release.build, hash: 'of another build' },
    container: { ...release.container, loopbackPort, hash: 'of another container' },
    site: { ...release.site, release: id, upstreamPort: loopbackPort },
  };
}

const ids = (target: Target, on: DeploymentSurvey): readonly string[] =>
  planDeployment(target, provisionedServer(on), undefined).plan.steps.map(({ id }) => id);
const back = text('it is to serve again', '重新提供服务');

const names = readdirSync(folder);

test('there are records of many kinds', () => {
  expect(names.length).toBeGreaterThan(8);
  const releases = names.map(recorded);
  for (const has of [
    (one: Release) => one.site.staticSite !== undefined,
    (one: Release) => one.site.publishedAppPort !== undefined,
    (one: Release) => one.container.inheritedEnvironment.length > 0,
    (one: Release) => one.container.files.length > 0,
    (one: Release) => one.container.networks.length > 0,
    (one: Release) => one.container.memory !== undefined,
  ]) {
    expect(releases.some(has)).toBe(true);
  }
});

describe.each(names)('%s', (name) => {
  const release = recorded(name);
  const later = serving(next(release));
  const image = { tag: `${release.image}:${release.id}`, id: 'sha256:2', app: release.app, release: release.id };
  const withImage = { ...later, images: [...later.images, { ...image, containers: [] }] };

  test('where it serves, nothing is to be done', () => {
    expect(ids(kept(release, undefined), serving(release))).toEqual([]);
  });

  test('where another one serves, it comes back with nothing sent and nothing built', () => {
    const steps = ids(kept(release, back), withImage);
    expect(steps.filter((id) => /^(image\.build|image\.tag|base-image|release\.folder|release\.jar)/.test(id))).toEqual(
      [],
    );
    const way = [
      'container.start',
      'container.health',
      'site.swap',
      'site.prove',
      'container.retire',
      'release.record',
    ];
    expect(way.map((id) => steps.indexOf(id))).toEqual(way.map((id) => steps.indexOf(id)).toSorted((a, b) => a - b));
    expect(way.filter((id) => !steps.includes(id))).toEqual([]);
  });

  test('an image that was pruned is built again from its folder', () => {
    const steps = ids(kept(release, back), later);
    expect(steps).toContain('image.build');
    expect(steps.filter((id) => /^release\.(folder|jar)/.test(id))).toEqual([]);
  });

  test('a container of somebody else in its place is refused', () => {
    const stranger = container({ id: 'e'.repeat(64), name: release.image });
    const moved = later.containers.map((one) => ({ ...one, name: 'moved' }));
    expect(() => ids(kept(release, back), { ...withImage, containers: [...moved, stranger] })).toThrow(
      'CONTAINER_NOT_OURS',
    );
  });
});
