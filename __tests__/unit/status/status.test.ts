import { deployedApplications } from '../../../src/deployment/managed-applications.ts';
import { applicationStatus } from '../../../src/status/application.ts';
import { firstDeploys } from '../../../src/status/applications.ts';
import { describeStatus, titleOf } from '../../../src/status/describe.ts';
import { findings } from '../../../src/status/findings.ts';
import { linesOf } from '../../../src/status/lines.ts';
import { manualStatus } from '../../../src/status/manual.ts';
import type { Status } from '../../../src/status/status.ts';
import { release } from '../deployment/release.ts';
import { before, machine, seenApplication, statusOf } from './seen.ts';

/** All lines of the log in one language, what came from elsewhere with them. */
function told(status: Status, language: 'en' | 'zh' = 'en'): readonly string[] {
  return describeStatus(status).flatMap((section) => [
    `# ${section.title[language]}`,
    ...linesOf(section).map((line) => line[language]),
    ...(section.output === undefined ? [] : [section.output]),
  ]);
}

test('one that serves: what runs, what can be gone back to, certificate, disk, logs', () => {
  const all = told(statusOf());
  expect(all).toEqual(
    expect.arrayContaining([
      '# What is live',
      `Release: ${release.id}`,
      'Live since: 2026-11-23T16:06:10Z',
      'Container: mccm-server (running)',
      'Running since: 2026-11-23T16:06:00Z',
      'Restarts: 2',
      'Memory: 300.0 MB of 1.0 GB',
      'Health: healthy: :8004/actuator/health answers 200',
      'nginx: serves it at https://api.example.com:8014',
      'nginx file: /etc/nginx/conf.d/mccm-server.conf',
      `${release.id}  2026-11-23T16:05:12Z  1a2b3c4d5e6f  live`,
      `${before.id}  2026-11-01T00:00:00Z  000000000000  previous release: \`rollback\` goes here by default; image missing, will be rebuilt`,
      expect.stringMatching(/^Expires: \d{4}-\d\d-\d\d \(\d+ days left\)$/),
      'Images of the application: 500.0 MB',
      expect.stringContaining('committed Add | <b>pages</b>'),
      'Started Application in 3.2 seconds',
    ]),
  );
  expect(all.filter((line) => line.startsWith('# '))).toHaveLength(7);
  const seen = seenApplication();
  expect(findings(machine, applicationStatus(seen), seen.container)).toEqual([]);
});

test('in Chinese it is Chinese, its names and numbers the same', () => {
  const all = told(statusOf(), 'zh').join('\n');
  for (const words of [
    '当前发布版本',
    '正在运行',
    '可回滚的发布版本',
    '健康检查：正常',
    '剩余',
    '300.0 MB，上限 1.0 GB',
    release.id,
  ])
    expect(all).toContain(words);
  expect(titleOf(statusOf()).zh).toBe('MCCM-server 的状态：https://api.example.com:8014');
});

/** Codes that are warned of, and the lines told. */
function lookAt(...seen: Parameters<typeof seenApplication>): { codes: readonly string[]; lines: readonly string[] } {
  const found = seenApplication(...seen);
  const application = applicationStatus(found);
  return {
    codes: findings(machine, application, found.container).map(({ code }) => code),
    lines: told(statusOf(application)),
  };
}

const observation = seenApplication().container?.observation as NonNullable<
  ReturnType<typeof seenApplication>['container']
>['observation'];

test('a container that stopped, one that was killed for want of memory, one that is gone', () => {
  const unwell = (status: string, oomKilled = false) => ({
    container: { observation: { ...observation, status, oomKilled }, well: false, healthStatus: undefined },
  });
  const ended = { status: 'exited', finishedAt: '2026-11-23T18:00:00.5Z', memory: 0 };
  const stopped = lookAt({ ...ended, exitCode: 143 }, unwell('exited'));
  expect(stopped.codes).toEqual(['CONTAINER_NOT_RUNNING']);
  expect(stopped.lines).toEqual(
    expect.arrayContaining(['Container: mccm-server (exited)', 'Ended: 2026-11-23T18:00:00Z', 'Exit code: 143']),
  );
  expect(stopped.lines).toContain('Health: not healthy: :8004/actuator/health answers nothing, expected 200');

  const killed = lookAt({ ...ended, exitCode: 137, outOfMemory: true }, unwell('exited', true));
  expect(killed.codes).toEqual(['APPLICATION_OUT_OF_MEMORY']);
  expect(killed.lines).toContain('Exit code: 137, out of memory');

  const survey = { ...seenApplication().survey, containers: [] };
  const gone = lookAt({}, { ...unwell('gone'), survey });
  expect(gone.codes).toEqual(['CONTAINER_NOT_RUNNING']);
  expect(gone.lines).toContain('Container: mccm-server (gone)');
});

test('a switch that is half done is warned of, one that goes on is told with its run', () => {
  const { survey } = seenApplication();
  const releases = { ...survey.releases, halfDone: true, halfDoneRelease: '20261124T000000Z-2222222' };
  const seen = { survey: { ...survey, releases } };
  expect(lookAt({}, seen).codes).toEqual(['SWITCH_HALF_DONE']);
  const holder = { who: 'octocat', runUrl: 'https://git.example.com/2', since: '2026-11-24T00:00:00.000Z' };
  const during = lookAt({}, { ...seen, holders: new Map([['mccm-server', holder]]) });
  expect(during.codes).toEqual([]);
  expect(during.lines).toContain(
    'Run in progress: a run of octocat, since 2026-11-24T00:00:00.000Z: https://git.example.com/2',
  );
});

test('nginx leads to it, and it does not answer', () => {
  const serving = { status: 502, release: release.id, configuration: '', fingerprint: '' };
  expect(lookAt({}, { serving }).lines).toContain(
    'nginx: routes to it at https://api.example.com:8014, which answers 502',
  );
});

test('nginx that brings another release, or nothing; a certificate that ends, is over, or is gone', () => {
  const serving = { status: 200, release: before.id, configuration: '', fingerprint: '' };
  expect(lookAt({}, { serving })).toMatchObject({
    codes: ['RELEASE_NOT_SERVED'],
    lines: expect.arrayContaining([`nginx: serves ${before.id} at https://api.example.com:8014`]),
  });
  const ends = new Date(applicationStatus(seenApplication()).certificate?.notAfter ?? '').getTime();
  const at = (days: number) => lookAt({}, { now: new Date(ends - days * 86_400_000 + 1000) });
  expect(at(15).codes).toEqual(['CERTIFICATE_ENDS']);
  expect(at(16).codes).toEqual([]);
  expect(at(-1)).toMatchObject({
    codes: ['CERTIFICATE_ENDS'],
    lines: expect.arrayContaining([expect.stringMatching(/^Expires: \S+ \(expired\)$/)]),
  });
  expect(lookAt({}, { certificate: { path: '/etc/nginx/ssl/a.crt', text: '' } }).codes).toEqual(['CERTIFICATE_GONE']);
});

test('Docker and nginx that do not run are told once, not as faults of all that they carry', () => {
  const application = applicationStatus(
    seenApplication(
      {},
      { container: undefined, serving: { status: 0, release: '', configuration: '', fingerprint: '' } },
    ),
  );
  const down: Status['machine'] = {
    ...machine,
    docker: { state: 'stopped', version: '' },
    nginx: { ...machine.nginx, state: 'stopped', valid: false },
  };
  const codes = findings(down, application, undefined).map(({ code }) => code);
  expect(codes).toEqual(['DOCKER_STOPPED', 'NGINX_STOPPED']);
  const lines = told({ ...statusOf(application), machine: down });
  expect(lines).toContain('nginx: 1.22.1, does not run; its configuration does not pass `nginx -t`');
});

test('several applications are a line each: those that nginx serves, and those that are recorded only', () => {
  const shop = { ...release, app: 'Shop', image: 'shop', site: { ...release.site, domain: 'shop.example.com' } };
  const file = `# managed by deploy-miniprogram-backend: app MCCM-server, release R2, configuration ${'0'.repeat(16)}
server {
    listen 8014 ssl;
    server_name api.example.com;
    location = "/deploy-proof/1" {
    }
}
`;
  const files = new Map([['/etc/nginx/conf.d/mccm-server.conf', file]]);
  const configuration = { main: '', files, tree: [], httpIncludes: [], unread: [] };
  const all = deployedApplications(configuration, [release, shop]);
  expect(all).toMatchObject([
    // What nginx brings counts, not what is recorded.
    { app: 'MCCM-server', release: 'R2', ports: [8014] },
    { app: 'Shop', file: '', domain: 'shop.example.com' },
  ]);
  expect(deployedApplications(undefined, [release])).toHaveLength(1);
  const holders = new Map([
    ['mccm-server', { who: 'a' }],
    ['other', {}],
  ]);
  expect(firstDeploys(all, holders)).toEqual([{ image: 'other', who: '-', runUrl: '-', since: '-' }]);
});

test('what a deploy would take over: the container by its name, the server block by domain and port', () => {
  const survey = { manualContainers: [], releases: seenApplication().survey.releases };
  const asked = { app: 'MCCM-server', site: { domain: 'api.example.com', httpsPort: 8014 } };
  const manual = manualStatus(asked, survey, undefined);
  expect(manual).toEqual({ asked: 'MCCM-server', containers: [], servers: [] });
  const nothing = told({ machine, applications: [], application: undefined, manual });
  expect(nothing.join('\n')).toContain('would take over nothing');
});
