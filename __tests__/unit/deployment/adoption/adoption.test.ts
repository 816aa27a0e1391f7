import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Deployment } from '../../../../src/deployment/plan.ts';
import type { SwitchStep } from '../../../../src/engine/step.ts';
import type { Failures } from '../../../../src/messages/failure.ts';
import type { AdoptionRecord } from '../../../../src/release/adoption-record.ts';
import type { DeploymentSurvey } from '../../../../src/survey/deployment.ts';
import type { ManualContainer } from '../../../../src/survey/manual-container.ts';
import { openPrograms, type Programs } from '../../resources/programs.ts';
import { listenersOf, nginx, surveyed } from '../decision-inputs.ts';
import { planned, problemsOf, providedInputs } from '../provided.ts';
import { file, written } from '../written.ts';
import { manualContainer } from './manual-container.ts';

const guideNginx = readFileSync(join(import.meta.dirname, '../../../../practice/guide/nginx.conf'), 'utf8');

/** The guide's server, with what a test changes. */
function server(container: ManualContainer | undefined = manualContainer(), conf = guideNginx): DeploymentSurvey {
  const path = '/etc/nginx/nginx.conf';
  const dump = `# configuration file ${path}:\n${conf}\n`;
  const held = container?.status === 'running' ? container.published : [];
  const sockets = held.map(({ port }) => ({ address: '0.0.0.0', port, process: 'docker-proxy', pid: 9, uid: 0 }));
  return surveyed({
    manualContainers: container === undefined ? [] : [container],
    written: { containers: container === undefined ? [] : [written({ container: container.id })], copies: [] },
    nginx: { ...nginx, dump, originals: new Map([[path, Buffer.from(conf, 'utf8')]]) },
    listeners: listenersOf(sockets),
  });
}

const plan = (on: DeploymentSurvey, changes: Readonly<Record<string, string>> = {}): Deployment =>
  planned(providedInputs(on, changes));
const problems = (on: DeploymentSurvey, changes: Readonly<Record<string, string>> = {}): readonly string[] =>
  problemsOf(() => plan(on, changes));

/** Ids of the steps of the switch, up to the last proof, pass by pass. */
function passes({ plan: { steps } }: Deployment): readonly (readonly string[])[] {
  const forward = steps.filter((step): step is SwitchStep => step.kind === 'switch');
  const reversible = forward.filter(({ stage }) => ['write', 'test', 'swap', 'reload', 'prove'].includes(stage));
  return [1, 2].map((pass) => reversible.filter((step) => step.pass === pass).map(({ id }) => id));
}

function recordOf({ plan: { steps } }: Deployment): AdoptionRecord {
  const step = steps.find(({ id }) => id === 'adoption.record') as SwitchStep;
  const [, base64 = ''] = /<<'EOF'\n([\s\S]*?)\nEOF/.exec(step.script) ?? [];
  return JSON.parse(Buffer.from(base64, 'base64').toString('utf8')) as AdoptionRecord;
}

test('the guide’s server is taken over in two passes: the https port first, then the application’s own', () => {
  const deployment = plan(server());
  expect(passes(deployment)).toEqual([
    [
      'adoption.keep-image',
      'container.baseline',
      'container.restart-policy',
      'adoption.note-old',
      'site.test',
      'site.swap',
      'site.cut-1',
      'site.reload',
      'site.prove',
    ],
    ['site.test-2', 'adoption.stop', 'adoption.let-go', 'site.swap-2', 'site.reload-2', 'site.prove-2'],
  ]);
  expect(deployment.target.release.site).toMatchObject({ publishedAppPort: 8004, publishedOnLoopback: false });
  expect(recordOf(deployment)).toMatchObject({
    container: { name: 'mccm-server', keptAs: 'mccm-server-adopted-20261123T160512Z' },
    servers: [{ file: '/etc/nginx/nginx.conf', text: expect.stringContaining('listen 8014 ssl;') }],
  });
});

test('the application’s own port is not wanted: one pass, and the old container goes when all is proven', () => {
  const deployment = plan(server(), { 'publish-app-port': 'false' });
  expect(passes(deployment)[1]).toEqual([]);
  expect(deployment.plan.steps.map(({ id }) => id)).toContain('adoption.retire');
});

test('a container that has ended holds no port', () => {
  expect(passes(plan(server(manualContainer({ status: 'exited' }))))[1]).toEqual([]);
});

test('the container that nginx’s server leads to is taken over, whatever its name', () => {
  const deployment = plan(server(manualContainer({ name: 'web' })));
  expect(recordOf(deployment).container).toMatchObject({ name: 'web', keptAs: 'mccm-server-adopted-20261123T160512Z' });
  // One that only happens to be there is not.
  const other = manualContainer({
    name: 'web',
    published: [{ containerPort: 80, protocol: 'tcp', address: '', port: 8080 }],
  });
  expect(plan(server(other)).plan.steps.map(({ id }) => id)).not.toContain('adoption.retire');
});

describe('a server of nginx that leads to more than one container', () => {
  const app = manualContainer({ name: 'web' });
  const of = (port: number, changes: Partial<ManualContainer> = {}) =>
    manualContainer({
      id: `${port}`.padEnd(64, 'd'),
      name: `on-${port}`,
      published: [{ containerPort: 8004, protocol: 'tcp', address: '', port }],
      ...changes,
    });
  const beside = (...others: readonly ManualContainer[]): DeploymentSurvey => {
    const on = server(app, more);
    return { ...on, manualContainers: [...others, app] };
  };
  const files = 'location /files/ { proxy_pass http://127.0.0.1:9000; }\n            location / {';
  const more = guideNginx.replace(/location \/ \{(?=\s+proxy_pass)/, files);

  test('is not cut silently: what leads elsewhere is named', () => {
    expect(more).toContain('/files/');
    expect(problems(beside(of(9000)))).toEqual(['SERVER_BLOCK_LOSES']);
  });

  test('has the one taken over that its location / leads to', () => {
    const deployment = plan(beside(of(9000)), { 'nginx-snippet': '# files are served elsewhere' });
    expect(recordOf(deployment).container?.name).toBe('web');
  });

  test('is refused where that may be several; one that has ended is none of them', () => {
    const two = guideNginx
      .replaceAll(/http:\/\/[\d.]+:8004/g, 'http://two')
      .replace('http {', 'http {\n    upstream two { server 127.0.0.1:8004; server 127.0.0.1:8005; }');
    const both = (other: ManualContainer) => {
      const on = server(app, two);
      const containers = [...on.written.containers, written({ container: other.id })];
      return { ...on, manualContainers: [other, app], written: { ...on.written, containers } };
    };
    expect(problems(both(of(8005)))).toEqual(['ADOPTION_SEVERAL']);
    expect(recordOf(plan(both(of(8005, { status: 'exited' })))).container?.name).toBe('web');
    expect(recordOf(plan(both(of(8005, { name: 'MCCM-server' })))).container?.name).toBe('MCCM-server');
  });
});

test('adopt: false refuses what is in the way', () => {
  expect(problems(server(), { adopt: 'false', 'publish-app-port': 'true' })).toEqual([
    'SERVER_BLOCK_TAKEN',
    'PORT_TAKEN',
  ]);
});

test.each([
  ['ADOPTION_AUTO_REMOVE', { host: { AutoRemove: true } }],
  ['ADOPTION_ORCHESTRATED', { keptAliveBy: 'shop_api' }],
])('%s: what cannot be stopped and brought back is not taken over', (code, changes) => {
  expect(problems(server(manualContainer(changes)))).toEqual([code]);
});

test('files of the user where what is taken over is recorded are not written over', () => {
  const there = server();
  const taken = ['adopted.json', 'adopted.env'].map((name) => `/docker/app/MCCM-server/${name}`);
  expect(problems({ ...there, releases: { ...there.releases, taken } })).toEqual(['PATH_TAKEN', 'PATH_TAKEN']);
  const nothing = surveyed({ releases: { ...there.releases, taken } });
  expect(problems(nothing)).toEqual([]);
});

describe('files in the container itself', () => {
  const users = '/app/data/users.db';
  const holding = (changes: Partial<ManualContainer> = {}, files = [file(users)]): DeploymentSurvey => {
    const container = written({ container: 'b'.repeat(64), files, running: changes.status !== 'exited' });
    return { ...server(manualContainer(changes)), written: { containers: [container], copies: [] } };
  };
  const volumes = '/docker/app/MCCM-server/data:/app/data';

  test('stop the plan, also where volumes mount over them, until they were copied there', () => {
    expect(problems(holding())).toEqual(['CONTAINER_FILES']);
    expect(problems(holding(), { volumes })).toEqual(['CONTAINER_FILES']);
    expect(problems(holding({}, [file(users, 1, 10, true)]), { volumes })).toEqual([]);
  });

  test('are carried out of a container that has stopped, or let go', () => {
    expect(problems(holding({ status: 'exited' }), { 'container-files': 'carry' })).toEqual([]);
    expect(problems(holding(), { 'container-files': 'discard' })).toEqual([]);
  });

  test('are saved first where --rm would delete them when it stops', () => {
    const anonymous = { kind: 'volume', source: 'e'.repeat(64), destination: '/var/lib/db', readOnly: false };
    const on = holding({ host: { AutoRemove: true }, mounts: [anonymous] });
    try {
      plan(on);
      throw new Error('not refused');
    } catch (error) {
      const { failures } = error as Failures;
      expect(failures.map(({ code }) => code)).toEqual(['CONTAINER_FILES', 'ADOPTION_AUTO_REMOVE']);
      const cure = failures[1]?.text.cure.en ?? '';
      const order = [
        '(umask 077; docker inspect mccm-server >',
        'docker pause mccm-server',
        '(umask 077; docker export mccm-server >',
        'mccm-server:/app/data/.',
        'mccm-server:/var/lib/db/.',
        'docker stop',
      ];
      const at = order.map((words) => cure.indexOf(words));
      expect(at).toEqual(at.toSorted((a, b) => a - b));
      expect(at[0]).toBeGreaterThan(0);
    }
  });

  const cureOf = (on: DeploymentSurvey, code: string): string => {
    try {
      plan(on);
    } catch (error) {
      return (error as Failures).failures.find((failure) => failure.code === code)?.text.cure.en ?? '';
    }
    throw new Error('not refused');
  };

  test('are all saved, however many there are, and also where Docker does not list them', () => {
    const host = { AutoRemove: true };
    const beside = Array.from({ length: 40 }, (_, n) => file(`/root/${n}.json`));
    const unseen = holding({ host });
    const [one] = unseen.written.containers;
    const not = { ...unseen.written, containers: one === undefined ? [] : [{ ...one, seen: false, files: [] }] };
    for (const on of [holding({ host }, beside), { ...unseen, written: not }])
      expect(cureOf(on, 'ADOPTION_AUTO_REMOVE')).toContain(
        '(umask 077; docker export mccm-server >/root/mccm-server.tar)',
      );
  });

  test('are saved for root alone before a container is removed by hand; one started with --rm, before it stops', () => {
    const lost = (AutoRemove: boolean) =>
      holding({
        command: ['java', '-jar', 'app.jar'],
        host: { AutoRemove, Privileged: true },
        imageCommand: [],
        mounts: [{ kind: 'npipe', source: 'x', destination: '/pipe', readOnly: false }],
      });
    const save =
      '(umask 077; docker inspect mccm-server >/root/mccm-server.json && docker export mccm-server >/root/mccm-server.tar)';
    expect(cureOf(lost(false), 'ADOPTION_LOSES')).toContain(
      `docker stop mccm-server && ${save} && docker rm mccm-server`,
    );
    expect(cureOf(lost(true), 'ADOPTION_LOSES')).toContain(
      `docker pause mccm-server && ${save} && docker unpause mccm-server && docker stop`,
    );
  });
});

describe('the name of the old image', () => {
  let programs: Programs;
  beforeEach(() => {
    programs = openPrograms();
  });
  afterEach(() => programs.remove());

  // The image was built again and its container was not: ours is the only name, which Docker does not take from it.
  test.each([
    [1, 'exit 1', 0],
    [2, 'exit 0', 0],
    [2, 'exit 1', 1],
  ])('of %i names, `docker image rm`: %s', async (names, remove, code) => {
    programs.put('docker', `case "$*" in 'image rm '*) ${remove} ;; *) echo "sha256:2 ${names}" ;; esac`);
    const keep = plan(server()).plan.steps.find(({ id }) => id === 'adoption.keep-image') as SwitchStep;
    expect(await programs.server.run(`set -e\n${keep.undo}`)).toMatchObject({ code });
  });
});

test('a server block that has more than ours, and one that cannot be taken apart, stop the plan', () => {
  const more = guideNginx.replace('listen 8014 ssl;', 'listen 8014 ssl;\n        add_header X-Frame-Options DENY;');
  expect(problems(server(manualContainer(), more))).toEqual(['SERVER_BLOCK_LOSES']);
  expect(problems(server(manualContainer(), more), { 'nginx-snippet': '# nothing' })).toEqual([]);
  const shared = guideNginx.replace(
    'listen 8014 ssl;\n        server_name api.example.com;',
    'listen 8014 ssl;\n        listen 9014 ssl;\n        server_name api.example.com b.example.com;',
  );
  expect(problems(server(manualContainer(), shared))).toEqual(['SERVER_BLOCK_SHARED']);
});

describe('after it was taken over', () => {
  const inherited = {
    volumes: [{ host: 'data', container: '/data', readOnly: false }],
    environment: ['GREETING', 'KEPT'],
    networks: [],
    user: { given: '', effective: '1000' },
    published: { port: 9000, loopbackOnly: true },
  };
  const later = (): DeploymentSurvey => {
    const kept = manualContainer({ name: 'mccm-server-adopted-1', status: 'exited', published: [] });
    const container = {
      id: kept.id,
      name: 'mccm-server',
      keptAs: kept.name,
      image: 'mccm-server:adopted-1',
      surveyedAt: '1795450000.5',
    };
    const blank = surveyed({ manualContainers: [kept] });
    return {
      ...blank,
      releases: { ...blank.releases, adopted: { format: 1, at: '1', container, inherited, servers: [] } },
    };
  };

  test('what was handed on stays the default, and the old container is removed', () => {
    const { target, plan: made } = plan(later(), { env: 'GREETING=ours' });
    expect(target.release.container).toMatchObject({
      volumes: inherited.volumes,
      environmentNames: ['GREETING'],
      inheritedEnvironment: ['KEPT'],
      user: '1000',
    });
    expect(target.release.site).toMatchObject({ publishedAppPort: 9000, publishedOnLoopback: true });
    expect(made.steps.map(({ id }) => id)).toContain('adoption.remove');
    expect(made.steps.find(({ id }) => id === 'adoption.variables')).toMatchObject({
      script: expect.stringContaining('/docker/app/MCCM-server/adopted.env'),
    });
    // The world is not let in where only the server itself was.
    expect(made.steps.map(({ id }) => id)).not.toContain('adoption.record');
  });

  test('until an input says otherwise', () => {
    const { target } = plan(later(), { volumes: '/a:/a', 'publish-app-port': 'false' });
    expect(target.release.container.volumes).toEqual([{ host: '/a', container: '/a', readOnly: false }]);
    expect(target.release.site.publishedAppPort).toBeUndefined();
  });
});
