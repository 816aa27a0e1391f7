import { decide } from '../../../src/decision/decide.ts';
import { planAdoption } from '../../../src/deployment/adoption/adoption.ts';
import { obstacles, sharedPortsOf } from '../../../src/deployment/obstacles.ts';
import { renderLabel } from '../../../src/nginx/label.ts';
import type { Project } from '../../../src/project/project.ts';
import type { DeploymentSurvey } from '../../../src/survey/deployment.ts';
import { provisionedServer } from '../../../src/survey/provisioned-server.ts';
import {
  builtSite,
  container,
  decisionInputs,
  deployed,
  jar,
  listenersOf,
  nginx,
  project,
  settings,
  surveyed,
  targetOn,
} from './decision-inputs.ts';

const first = decide(settings(), decisionInputs()).release;
const app = { 'deploy-miniprogram-backend.app': 'MCCM-server' };

/** The messages of what stands in the way on a server. */
function found(
  server: DeploymentSurvey,
  changes: Readonly<Record<string, string>> = {},
  runner: Project = project(),
): readonly string[] {
  const wanted = settings({ adopt: 'false', ...changes });
  const now = new Date(`2026-11-23T16:05:${server.releases.current === undefined ? '12' : '13'}Z`);
  const target = targetOn(server, wanted, decisionInputs({ project: runner, now }));
  const on = provisionedServer(server);
  const adoption = planAdoption(target, on);
  return obstacles(target, on, adoption, sharedPortsOf(target, on, adoption)).map(
    ({ message }) => message.split(':')[0] ?? '',
  );
}

/** A server whose nginx has one more file. */
function withSite(text: string): DeploymentSurvey {
  const dump = `${nginx.dump}# configuration file /etc/nginx/conf.d/shop.conf:\n${text}\n`;
  return surveyed({ nginx: { ...nginx, dump } });
}

function listening(...sockets: readonly [port: number, process: string][]): DeploymentSurvey {
  const all = sockets.map(([port, process]) => ({ address: '0.0.0.0', port, process, pid: 7, uid: 0 }));
  return surveyed({ listeners: listenersOf(all) });
}

test('nothing stands in the way of a first deploy, nor of the same again', () => {
  expect(found(surveyed())).toEqual([]);
  expect(found(deployed(first))).toEqual([]);
});

test('a container of somebody else under the name of ours', () => {
  expect(found(surveyed({ containers: [container({ labels: {} })] }))).toEqual(['CONTAINER_NOT_OURS']);
  const other = container({ labels: { 'deploy-miniprogram-backend.app': 'mccm-SERVER' } });
  expect(found(surveyed({ containers: [other] }))).toEqual(['CONTAINER_NOT_OURS']);
  // It bears our label, as every container of our image does; no release recorded it.
  expect(found(surveyed({ containers: [container({ labels: app, status: 'exited' })] }))).toEqual([
    'CONTAINER_NOT_OURS',
  ]);
  const running = deployed(first);
  const stranger = container({ id: 'f', name: 'mccm-server', labels: running.containers[0]?.labels ?? {} });
  const ours = running.containers.map((one) => ({ ...one, name: 'moved' }));
  expect(found({ ...running, containers: [...ours, stranger] })).toEqual(['CONTAINER_NOT_OURS']);
});

test.each<[string, string, Readonly<Record<string, string>>, number]>([
  ['the same name and port', 'server { listen 8014 ssl; server_name api.example.com; }', {}, 1],
  ['the same name on another port', 'server { listen 443 ssl; server_name api.example.com; }', {}, 0],
  ['another name on the port', 'server { listen 8014 ssl; server_name www.example.com; }', {}, 0],
  [
    'the same name on the published port',
    'server { listen 8004; server_name api.example.com; }',
    { 'publish-app-port': 'true' },
    1,
  ],
  ['the same name on the port that is not published', 'server { listen 8004; server_name api.example.com; }', {}, 0],
])('a server block of %s', (_, text, changes, blocks) => {
  expect(found(withSite(text), changes)).toEqual(Array.from({ length: blocks }, () => 'SERVER_BLOCK_TAKEN'));
});

test.each<[string, string, Readonly<Record<string, string>>]>([
  ['plain http on the https port', 'server { listen 8014; server_name www.example.com; }', {}],
  [
    'TLS on the published port',
    'server { listen 8004 ssl; server_name www.example.com; }',
    { 'publish-app-port': 'true' },
  ],
])('another site that speaks %s', (_, text, changes) => {
  expect(found(withSite(text), changes)).toEqual(['PORT_SPEAKS_OTHERWISE']);
});

describe('a static site', () => {
  const runner = project({ staticSite: builtSite });
  const managed = (listen: string) =>
    `${renderLabel({ app: 'Shop', release: 'R1', configuration: '0'.repeat(16) })}\nserver { listen ${listen}; server_name api.example.com; }`;

  test('443 and 80 are one application’s of a domain: the other one is named', () => {
    expect(found(withSite(managed('443 ssl')), {}, runner)).toEqual(['SITE_TAKEN']);
    expect(found(withSite(managed('80')), {}, runner)).toEqual(['SITE_TAKEN']);
    expect(
      found(withSite(`${managed('443 ssl')}\nserver { listen 80; server_name api.example.com; }`), {}, runner),
    ).toEqual(['SITE_TAKEN']);
    expect(found(withSite(managed('8014 ssl')), {}, runner)).toEqual(['SERVER_BLOCK_TAKEN']);
    expect(found(withSite(managed('443 ssl')))).toEqual([]);
    // An API on 443 meets it as well.
    expect(found(withSite(managed('443 ssl')), { 'https-port': '443' })).toEqual(['SITE_TAKEN']);
  });

  test('what was set up by hand, what holds a port, what speaks otherwise there', () => {
    expect(found(withSite('server { listen 443 ssl; server_name api.example.com; }'), {}, runner)).toEqual([
      'SERVER_BLOCK_TAKEN',
    ]);
    expect(found(listening([443, 'java'], [80, 'nginx']), {}, runner)).toEqual(['PORT_TAKEN']);
    expect(found(withSite('server { listen 443; server_name www.example.com; }'), {}, runner)).toEqual([
      'PORT_SPEAKS_OTHERWISE',
    ]);
    expect(found(withSite('server { listen 80 default_server; server_name _; }'), {}, runner)).toEqual([]);
  });

  test('a published port that only the jar tells meets those of the site, and the https port', () => {
    const on = (port: number) => project({ jar: jar(`server.port=${port}`), staticSite: builtSite });
    const open = { 'publish-app-port': 'true' };
    expect(found(surveyed(), open, on(80))).toEqual(['INPUT_STATIC_PORT']);
    expect(found(surveyed(), open, on(8014))).toEqual(['INPUT_SAME_PORT']);
    expect(found(surveyed(), {}, on(80))).toEqual([]);
  });
});

test('the block of our own file is no obstacle', () => {
  const server = withSite('server { listen 8014 ssl; server_name api.example.com; }');
  const managedFile = { path: '/etc/nginx/conf.d/shop.conf', text: '' };
  expect(found({ ...server, nginx: { ...server.nginx, managedFile } as never })).toEqual([]);
});

test('ports held by something else, the published one only where it is asked for', () => {
  const server = listening([8014, 'java'], [8004, 'docker-proxy']);
  expect(found(server)).toEqual(['PORT_TAKEN']);
  expect(found(server, { 'publish-app-port': 'true' })).toEqual(['PORT_TAKEN', 'PORT_TAKEN']);
  expect(found(listening([8014, 'nginx']))).toEqual([]);
});

test.each<[string, string, string, boolean, readonly string[]]>([
  ['is there', 'backend', 'bridge', false, []],
  ['is missing', 'Backend', 'bridge', false, ['NETWORK_MISSING']],
  ['is of another kind', 'backend', 'macvlan', false, ['NETWORK_UNFIT']],
  ['leads nowhere', 'backend', 'bridge', true, ['NETWORK_UNFIT']],
])('a network that %s', (_, name, driver, internal, expected) => {
  const server = surveyed({ networks: [...surveyed().networks, { name, driver, internal }] });
  expect(found(server, { network: 'backend' })).toEqual(expected);
  expect(found(server)).toEqual([]);
});

test('an nginx by another name holds its ports itself', () => {
  const server = listening([8014, 'tengine']);
  const named = (program: string) => found({ ...server, nginx: { ...server.nginx, program } as never });
  expect(named('/usr/local/tengine/sbin/tengine')).toEqual([]);
  expect(named('/usr/sbin/nginx')).toEqual(['PORT_TAKEN']);
});

test('several obstacles are told together', () => {
  const server = { ...listening([8014, 'java']), containers: [container()] };
  expect(found(server)).toEqual(['CONTAINER_NOT_OURS', 'PORT_TAKEN']);
});

describe('places and names that are not ours', () => {
  const root = '/docker/app/MCCM-server';
  const at = (changes: Partial<DeploymentSurvey['releases']>) =>
    surveyed({ releases: { ...surveyed().releases, ...changes } });

  test('a path of ours that something else holds; what is beside it is nobody’s concern', () => {
    const taken = [`${root}/current`, `${root}/static`, `${root}/adopted.json`, `${root}/releases/${'1'.repeat(9)}`];
    expect(found(at({ taken }))).toEqual(['PATH_TAKEN']);
    const pages = project({ staticSite: builtSite });
    expect(found(at({ taken: [...taken, `${root}/static/${builtSite.sha256}`] }), {}, pages)).toEqual([
      'PATH_TAKEN',
      'PATH_TAKEN',
      'PATH_TAKEN',
    ]);
    expect(found(at({ taken: [`${root}/releases/${first.id}`] }))).toEqual(['PATH_TAKEN']);
    expect(found(at({ taken: [`${root}/rollback`] }))).toEqual(['PATH_TAKEN']);
  });

  test('a tag of this release on whatever image; other tags are no obstacle', () => {
    const image = { id: 'sha256:9', app: undefined, release: undefined, containers: [] };
    const tags = (...names: readonly string[]) =>
      surveyed({ images: names.map((name) => ({ ...image, tag: `mccm-server:${name}` })) });
    expect(found(tags('latest', '20200101T000000Z-local'))).toEqual([]);
    expect(found(tags(first.id))).toEqual(['IMAGE_TAG_TAKEN']);
  });
});

describe('volumes that would open what is root’s', () => {
  const root = '/docker/app/MCCM-server';
  const mounting = (line: string, real?: string, applications: readonly string[] = []) => {
    const path = line.slice(0, line.indexOf(':'));
    const state = { path, real: real ?? path, exists: true, uid: 0, gid: 0, empty: false, variants: [] };
    const releases = { ...surveyed().releases, applications };
    return found(surveyed({ storage: { folders: [state], fileSystems: [] }, releases }), { volumes: line });
  };

  test.each([
    `${root}:/a`,
    '/docker/app:/a:ro',
    '/docker:/docker',
    `${root}/releases:/a`,
    `${root}/releases/x/files:/a:ro`,
    `${root}/static/x:/a`,
    `${root}/current:/a`,
    `${root}/adopted.env:/a`,
    `${root}/container-files:/a`,
    `${root}/container-files/kept:/a`,
    '/etc/nginx:/a:ro',
    '/etc:/a:ro',
    '/etc/nginx/conf.d:/a',
  ])('%s', (line) => {
    expect(mounting(line)).toEqual(['VOLUME_PRIVATE']);
  });

  test.each([
    `${root}/file-system:/a`,
    `${root}/logs:/b`,
    `${root}/container-files/20261101T000000Z-1/app/storage:/c`,
    '/docker/app-data:/a',
    '/etc/nginx/ssl/x:/a:ro',
    '/srv:/a',
  ])('not %s', (line) => {
    expect(mounting(line)).toEqual([]);
  });

  test('links are followed, and other applications’ folders count as much', () => {
    expect(mounting('/srv/data:/a', `${root}/releases`)).toEqual(['VOLUME_PRIVATE']);
    expect(mounting('/docker/app/Shop:/a')).toEqual([]);
    expect(mounting('/docker/app/Shop:/a', undefined, ['/docker/app/Shop'])).toEqual(['VOLUME_PRIVATE']);
    expect(mounting('/docker/app/Shop/uploads:/a', undefined, ['/docker/app/Shop'])).toEqual([]);
    // The application's own folder may be a link.
    expect(mounting('/data/mccm:/a', undefined, ['/data/mccm'])).toEqual(['VOLUME_PRIVATE']);
  });
});
