import { provisioning } from '../../../src/commands/prepare.ts';
import { configurationNotices } from '../../../src/decision/configuration-notices.ts';
import type { Plan } from '../../../src/engine/plan.ts';
import { managedBy } from '../../../src/nginx/label.ts';
import type { DeploymentSurvey } from '../../../src/survey/deployment.ts';
import { publicKeyOf } from '../certificate/authority.ts';
import { builtSite, container, deployed, jar, listenersOf, nginx, project, surveyed } from './decision-inputs.ts';
import { type PlanInputs, planned, problemsOf, providedInputs } from './provided.ts';

function plan(
  server: DeploymentSurvey,
  changes: Readonly<Record<string, string>> = {},
  more: Partial<PlanInputs> = {},
) {
  return planned({ ...providedInputs(server, changes), ...more });
}

function ids({ steps }: Plan): readonly string[] {
  return steps.map(({ id }) => id);
}

/** The server after the first deploy: all in place, and served. */
function served(more: Partial<PlanInputs> = {}): DeploymentSurvey {
  const { target, siteText } = plan(surveyed(), {}, more);
  const { certificate, release } = target;
  const file = '/etc/nginx/conf.d/mccm-server.conf';
  const server = deployed(release);
  const serving = {
    status: 200,
    release: release.id,
    configuration: managedBy(siteText)?.configuration ?? '',
    fingerprint: certificate.certificate.fingerprint,
  };
  return {
    ...server,
    nginx: {
      ...nginx,
      dump: `${nginx.dump}# configuration file ${file}:\n${siteText}\n`,
      managedFile: { path: file, text: siteText },
      serving,
    },
    certificates: {
      certificates: [{ path: certificate.pair.chainPath, text: certificate.install?.chain ?? '' }],
      keys: [{ path: certificate.pair.keyPath, publicKey: publicKeyOf(certificate.install?.chain ?? '') }],
    },
  };
}

test('a first deploy: all that is long or doubtful before the switch, in this order', () => {
  expect(ids(plan(surveyed()).plan)).toEqual([
    ...[
      'certificate.install',
      'release.folder',
      'site.judge',
      'release.jar',
      'image.build',
      'container.start',
      'container.health',
    ],
    ...['container.baseline', 'container.restart-policy', 'site.test', 'site.swap', 'site.reload', 'site.prove'],
    ...['site.forget', 'container.rename', 'image.latest', 'release.record', 'release.rollback-script'],
  ]);
});

test('before-switch is the last that is prepared, where a new container is made; after-deploy is told', () => {
  const hooks = { 'before-switch': 'curl "$CANDIDATE_URL"', 'after-deploy': 'true', 'hook-timeout': '7' };
  const { plan: first, notes } = plan(surveyed(), hooks);
  const steps = ids(first);
  expect(steps[steps.indexOf('container.health') + 1]).toBe('hook.before-switch');
  expect(steps[steps.indexOf('hook.before-switch') + 1]).toBe('container.baseline');
  const told = 'Once everything is verified, after-deploy runs (1 line(s), SHA-256 b5bea41b, at most 7 s).';
  expect(notes.map(({ en }) => en)).toContain(told);
  const { plan: site, notes: ofSite } = plan(served(), { ...hooks, 'nginx-snippet': 'add_header A b;' });
  expect(ids(site)).not.toContain('hook.before-switch');
  expect(ofSite.map(({ en }) => en).slice(-2)).toEqual([expect.stringContaining('before-switch does not run'), told]);
  const again = plan(served(), hooks);
  expect([ids(again.plan), again.notes.filter(({ en }) => en.includes('after-deploy'))]).toEqual([[], []]);
});

test('the same again plans nothing', () => {
  expect(ids(plan(served()).plan)).toEqual([]);
});

test('another site: no container, no image, and the record is written anew', () => {
  expect(ids(plan(served(), { 'nginx-snippet': 'add_header A b;' }).plan)).toEqual([
    ...['site.judge', 'site.test', 'site.swap', 'site.reload', 'site.prove', 'site.forget'],
    ...['release.record', 'release.rollback-script'],
  ]);
});

test('another environment: the image is named anew, the jar linked, the old container retired before the renaming', () => {
  const steps = ids(plan(served(), { env: 'A=12345678' }).plan);
  expect(steps).toContain('image.tag');
  expect(steps).not.toContain('image.build');
  expect(steps.indexOf('container.retire')).toBeLessThan(steps.indexOf('container.rename'));
  expect(steps.indexOf('site.prove')).toBeLessThan(steps.indexOf('container.retire'));
});

test('what a dead run left goes first; old releases go last; shut ports are opened after the proof', () => {
  const server = served();
  const orphan = container({ id: 'x', name: 'x', ports: [] });
  const full: DeploymentSurvey = {
    ...server,
    containers: [...server.containers, orphan],
    releases: {
      ...server.releases,
      orphans: ['R0'],
      containers: new Map([...server.releases.containers, ['R0', 'x']]),
      recorded: ['R1', 'R2', 'R3', 'R4', 'R5', ...server.releases.recorded],
    },
    firewall: { kind: 'ufw', rules: [] },
  };
  const { plan: made } = plan(full, { env: 'A=12345678', 'publish-app-port': 'true' });
  const steps = ids(made);
  expect(steps[0]).toBe('container.remove-orphan');
  // Its jar may be the one that is wanted: it is taken over first.
  expect(steps.indexOf('release.remove-orphan')).toBeGreaterThan(steps.indexOf('release.jar'));
  expect(steps.slice(-3)).toEqual(['release.prune', 'firewall.open', 'firewall.open']);
});

describe('a static site', () => {
  const pages = { project: project({ staticSite: builtSite }) };
  const there = (server: DeploymentSurvey, ...statics: DeploymentSurvey['releases']['statics']): DeploymentSurvey => ({
    ...server,
    releases: { ...server.releases, statics },
  });
  const own = { sha256: builtSite.sha256, releases: ['20261123T160512Z-1a2b3c4'] };
  const swapped = [
    'site.judge',
    'site.test',
    'site.swap',
    'site.reload',
    'site.prove',
    'site.forget',
    'release.record',
    'release.rollback-script',
  ];

  test('is sent with the first deploy, once nginx has judged its file; 443 and 80 are proven and opened', () => {
    const firewall = { kind: 'ufw', rules: [] } as const;
    const { plan: made } = plan(surveyed({ firewall }), {}, pages);
    const steps = ids(made);
    expect(steps.indexOf('static-site.publish')).toBe(steps.indexOf('site.judge') + 1);
    const title = (id: string) => made.steps.filter((step) => step.id === id).map((step) => step.title.en);
    expect(title('site.prove')).toEqual(['nginx serves 20261123T160512Z-1a2b3c4 on 8014, 443, 80']);
    expect(title('firewall.open')).toEqual(['Open port 8014 in ufw', 'Open port 443 in ufw', 'Open port 80 in ufw']);
  });

  test('the same again plans nothing; files that somebody removed are sent again', () => {
    expect(ids(plan(there(served(pages), own), {}, pages).plan)).toEqual([]);
    expect(ids(plan(served(pages), {}, pages).plan)).toEqual(['static-site.publish']);
  });

  test('another front end alone: no container, and the files that nothing names any more go last', () => {
    const other = { project: project({ staticSite: { ...builtSite, sha256: '3'.repeat(64) } }) };
    const { plan: made, target } = plan(there(served(pages), own), {}, other);
    expect(ids(made)).toEqual(['static-site.publish', ...swapped, 'static-site.prune']);
    expect(target.release.id).toBe(own.releases[0]);
    expect(made.steps.at(-1)?.diff).toBe(`- /docker/app/MCCM-server/static/${builtSite.sha256}`);
  });

  test('a kept release keeps its site', () => {
    const other = { project: project({ staticSite: { ...builtSite, sha256: '3'.repeat(64) } }) };
    const kept = { ...own, releases: [...own.releases, '20261122T160512Z-1a2b3c4'] };
    expect(ids(plan(there(served(pages), kept), {}, other).plan)).toEqual(['static-site.publish', ...swapped]);
  });

  test('a deploy without it takes it away, and says so', () => {
    const { plan: made, warnings } = plan(there(served(pages), own));
    expect(ids(made)).toEqual([...swapped, 'static-site.prune']);
    expect(warnings.map(({ en }) => en)).toEqual([
      expect.stringContaining('https://api.example.com/admin/ goes offline'),
    ]);
    expect(made.steps.find(({ id }) => id === 'site.swap')?.reason.en).toContain('no longer served');
    expect(plan(there(served(pages), own), {}, pages).warnings).toEqual([]);
  });
});

describe('what an earlier run could not record', () => {
  const unrecorded = (server: DeploymentSurvey): DeploymentSurvey => ({
    ...server,
    releases: { ...server.releases, unrecorded: true },
  });

  test('is recorded first, also where nothing else changes', () => {
    expect(ids(plan(unrecorded(served())).plan)).toEqual(['release.record-missing']);
    expect(ids(plan(unrecorded(served()), { env: 'A=12345678' }).plan)[0]).toBe('release.record-missing');
  });

  test('a container that was not named, and an old one that was not retired, are seen to', () => {
    const server = served();
    const moved = server.containers.map((one) => ({ ...one, name: `mccm-server-${server.releases.current?.id}` }));
    expect(ids(plan({ ...server, containers: moved }).plan)).toEqual(['container.rename']);
    const old = container({ id: 'old', ports: [] });
    const containers = new Map([...server.releases.containers, ['20260101T000000Z-1', 'old']]);
    const both = { ...server, containers: [...moved, old], releases: { ...server.releases, containers } };
    expect(ids(plan(both).plan)).toEqual(['container.note-old', 'container.retire', 'container.rename']);
  });

  test('a setting that changes nothing that runs is recorded', () => {
    expect(ids(plan(served(), { 'drain-timeout': '31' }).plan)).toEqual(['release.record', 'release.rollback-script']);
  });
});

test('an image of somebody else under the name :latest keeps it, with a warning', () => {
  const image = { tag: 'mccm-server:latest', id: 'sha256:9', app: undefined, release: undefined, containers: [] };
  const { plan: made, warnings } = plan(surveyed({ images: [image] }));
  expect(ids(made)).not.toContain('image.latest');
  expect(warnings.map(({ en }) => en)).toEqual([expect.stringContaining('docker image rm mccm-server:latest')]);
});

test('an enforcing SELinux is told before nginx is, once the certificate is there', () => {
  const selinux = { mode: 'enforcing', semanage: true, ports: [], networkConnect: false } as const;
  const steps = ids(plan(surveyed({ selinux }), { 'publish-app-port': 'true' }).plan);
  const first = steps.indexOf('certificate.install');
  expect(steps.slice(first, first + 4)).toEqual([
    'certificate.install',
    'selinux.port',
    'selinux.port',
    'selinux.connect',
  ]);
  const pages = { project: project({ staticSite: builtSite }) };
  const labelled = ids(plan(surveyed({ selinux }), {}, pages).plan);
  expect(labelled[labelled.indexOf('static-site.publish') + 1]).toBe('selinux.content');
  const ports = [8004, 8014].map((port) => ({ type: 'http_port_t', from: port, to: port }));
  const done = { ...selinux, ports, networkConnect: true };
  expect(ids(plan({ ...served(), selinux: done }, { 'publish-app-port': 'true' }).plan).join(' ')).not.toMatch(
    /selinux/,
  );
});

test('the ids of the switch are unique: its journal knows steps by nothing else', () => {
  for (const changes of [{}, { env: 'A=12345678' }, { 'publish-app-port': 'true' }]) {
    const switching = plan(served(), changes).plan.steps.filter(({ kind }) => kind === 'switch');
    expect(new Set(switching.map(({ id }) => id)).size).toBe(switching.length);
  }
});

test('no step of a plan shows a value of env', () => {
  const { plan: made, target } = plan(surveyed(), { env: 'TOKEN=s3cr3t-v4lue' });
  const seen = made.steps.map((step) => JSON.stringify({ ...step, run: undefined })).join('\n');
  expect(seen).not.toContain('s3cr3t-v4lue');
  expect(JSON.stringify(target)).not.toContain('s3cr3t-v4lue');
});

test('a file of somebody else is not overwritten, and an nginx that includes nothing is told', () => {
  const file = '# configuration file /etc/nginx/conf.d/mccm-server.conf:\nserver { listen 80; }\n';
  expect(problemsOf(() => plan(surveyed({ nginx: { ...nginx, dump: nginx.dump + file } })))).toEqual([
    'NGINX_FILE_NOT_OURS',
  ]);
  const bare = '# configuration file /etc/nginx/nginx.conf:\nhttp { }\n';
  expect(problemsOf(() => plan(surveyed({ nginx: { ...nginx, dump: bare } })))).toEqual(['NGINX_NO_INCLUDE']);
});

test('all that stands in the way is told at once', () => {
  const sockets = [{ address: '0.0.0.0', port: 8014, process: 'java', pid: 1, uid: 0 }];
  const server = surveyed({
    containers: [container()],
    listeners: listenersOf(sockets),
    storage: { folders: [], fileSystems: [{ target: '/', availableBytes: 1 }] },
  });
  expect(problemsOf(() => plan(server))).toEqual(['CONTAINER_NOT_OURS', 'PORT_TAKEN', 'DISK_FULL']);
});

test('a server that lacks something is provisioned in a wave of its own', () => {
  const blank = surveyed({
    docker: { state: 'missing', daemonJson: undefined, masked: [] },
    nginx: { state: 'missing' },
  });
  expect(provisioning(blank).map(({ id, phase }) => `${phase} ${id}`)).toEqual([
    'provision packages.install',
    'provision docker.start',
  ]);
  expect(provisioning(surveyed())).toEqual([]);
});

test('localhost in the configuration is warned of by code, with what to set', () => {
  const text =
    'spring.datasource.druid.url=jdbc:mysql://localhost:3306/shop\nspring.redis.host=127.0.0.1\nserver.address=127.0.0.1';
  const found = plan(surveyed(), {}, { project: project({ jar: jar(text) }) });
  expect(found.notices.map(({ code }) => code)).toEqual(['SERVICE_AT_LOCALHOST', 'ADDRESS_UNREACHABLE']);
  expect(found.notices[0]?.text.what.en).toContain('spring.datasource.druid.url, spring.redis.host');
  expect(found.notices[0]?.text.cure.en).toContain(
    'env: SPRING_DATASOURCE_DRUID_URL=jdbc:mysql://host.docker.internal:3306/...',
  );
  expect(found.notices[1]?.text.cure.en).toContain('env: SERVER_ADDRESS=0.0.0.0');
  expect(found.target.release.health).toMatchObject({
    database: 'container',
    local: [{ kind: 'database' }, { kind: 'redis' }],
    listens: 'env: SERVER_ADDRESS=0.0.0.0',
  });
  expect(plan(surveyed()).notices).toEqual([]);
});

test('what a variable of the container taken over may say otherwise is not warned of', () => {
  const text = 'spring.datasource.druid.url=jdbc:mysql://localhost:3306/shop\nspring.redis.host=127.0.0.1';
  const of = project({ jar: jar(text) });
  const said = (adopted: readonly string[]) => configurationNotices(of, adopted).map(({ text: { what } }) => what.en);
  expect(said(['SPRING_DATASOURCE_DRUID_URL'])).toEqual([expect.stringMatching(/localhost: spring\.redis\.host$/)]);
  expect(said(['SPRING_DATASOURCE_DRUID_URL', 'SPRING_REDIS_HOST'])).toEqual([]);
});
