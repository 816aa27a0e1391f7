import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { provisioning } from '../../../src/commands/prepare.ts';
import { decideRollback } from '../../../src/decision/rollback.ts';
import { planCloud } from '../../../src/deployment/cloud.ts';
import { planDeployment } from '../../../src/deployment/plan.ts';
import { planRenewal } from '../../../src/deployment/renewal.ts';
import type { Target } from '../../../src/deployment/target.ts';
import { makePlan } from '../../../src/engine/plan.ts';
import type { Step } from '../../../src/engine/step.ts';
import { renderSite } from '../../../src/nginx/render-site.ts';
import { Secret } from '../../../src/redaction/secret.ts';
import type { Release } from '../../../src/release/release.ts';
import { readSettings } from '../../../src/settings/read-settings.ts';
import type { RollbackSettings } from '../../../src/settings/settings.ts';
import type { DeploymentSurvey } from '../../../src/survey/deployment.ts';
import { provisionedServer } from '../../../src/survey/provisioned-server.ts';
import { site } from '../nginx/site.ts';
import { inputs } from '../settings/inputs.ts';
import { manualContainer } from './adoption/manual-container.ts';
import { account, target } from './cloud-account.ts';
import {
  builtSite,
  container,
  decisionInputs,
  deployed,
  listenersOf,
  nginx,
  project,
  served,
  settings,
  surveyed,
  targetOn,
} from './decision-inputs.ts';
import { kept } from './kept.ts';
import { release } from './release.ts';
import { written } from './written.ts';

/** Plans of each kind, by what they are for, with every step that the planner has: the steps alone count. */
export function everyPlan(): Readonly<Record<string, readonly Step[]>> {
  const opened: Pick<DeploymentSurvey, 'firewall' | 'selinux'> = {
    firewall: { kind: 'ufw', rules: [] },
    selinux: { mode: 'enforcing', semanage: true, ports: [], networkConnect: false },
  };
  const pages = decisionInputs({ project: project({ staticSite: builtSite }) });
  const first = targetOn();
  const before = deployed(first.release);
  const orphan = container({ id: 'x', name: 'x', ports: [] });
  const next: DeploymentSurvey = {
    ...before,
    containers: [...before.containers, orphan],
    releases: {
      ...before.releases,
      orphans: ['R0'],
      containers: new Map([...before.releases.containers, ['R0', 'x']]),
      recorded: ['R1', 'R2', 'R3', 'R4', 'R5', ...before.releases.recorded],
    },
  };
  const later = { ...decisionInputs(), now: new Date('2026-11-23T16:05:13Z') };
  return {
    provisioning: makePlan(
      provisioning(
        surveyed({
          docker: { state: 'missing', daemonJson: undefined, masked: [] },
          nginx: { state: 'missing' },
        }),
      ),
    ).steps,
    'first deploy': stepsTo(surveyed(opened), {
      ...targetOn(surveyed(opened), settings({ 'publish-app-port': 'true' }), pages),
      certificate: { ...served, install: { chain: 'chain', key: new Secret('key') } },
    }),
    'next version': stepsTo(next, targetOn(next, settings({ env: 'A=12345678' }), later)),
    'unchanged, with a new site': stepsTo(
      before,
      targetOn(before, settings({ 'nginx-snippet': 'add_header A b;' }), later),
    ),
    adoption: stepsTo(guideServer(), targetOn(guideServer())),
    'rollback, with hooks and variables of today': back(),
    renewal: renewal(),
    'publish at Tencent Cloud': planCloud(target, account()).steps,
  };
}

function stepsTo(on: DeploymentSurvey, target: Target): readonly Step[] {
  return planDeployment(target, provisionedServer(on), undefined).plan.steps;
}

/** To a release that was kept, its image pruned. */
function back(): readonly Step[] {
  const [to, serving] = ['20261121T000000Z-1111111', '20261122T000000Z-2222222'];
  const found = kept([to, serving], serving);
  const on = { ...found, images: found.images.filter((image) => image.release !== to) };
  const hooks = { 'before-switch': 'curl -fsS "$CANDIDATE_URL"', 'after-deploy': 'true' };
  const wanted = readSettings(inputs({ command: 'rollback', env: 'A=12345678', ...hooks })) as RollbackSettings;
  const server = provisionedServer(on);
  const known = on.releases.known.get(to)?.release as Release;
  return stepsTo(
    on,
    decideRollback({
      ...{ settings: wanted, release: known, server, certificate: served, publicAddress: undefined },
      now: new Date('2026-11-25T16:05:12Z'),
    }),
  );
}

/** The guide's server, whose container holds the application's own port: two passes. */
function guideServer(): DeploymentSurvey {
  const path = '/etc/nginx/nginx.conf';
  const conf = readFileSync(join(import.meta.dirname, '../../../practice/guide/nginx.conf'), 'utf8');
  const old = manualContainer();
  const sockets = old.published.map(({ port }) => ({
    ...{ address: '0.0.0.0', process: 'docker-proxy', pid: 9, uid: 0 },
    port,
  }));
  return surveyed({
    manualContainers: [old],
    written: { containers: [written({ container: old.id })], copies: [] },
    nginx: {
      ...nginx,
      dump: `# configuration file ${path}:\n${conf}\n`,
      originals: new Map([[path, Buffer.from(conf, 'utf8')]]),
    },
    listeners: listenersOf(sockets),
  });
}

/** Two applications of one domain come to use another certificate. */
function renewal(): readonly Step[] {
  const late = {
    chainPath: '/etc/nginx/ssl/api.example.com/late/chain.pem',
    keyPath: '/etc/nginx/ssl/api.example.com/late/key.pem',
  };
  const files = new Map([
    ['/etc/nginx/conf.d/mccm-server.conf', renderSite(site, nginx.version)],
    [
      '/etc/nginx/conf.d/shop.conf',
      renderSite({ ...site, app: 'Shop', image: 'shop', httpsPort: 8015, upstreamPort: 20_015 }, nginx.version),
    ],
  ]);
  const dump = [...files].map(([path, text]) => `# configuration file ${path}:\n${text}\n`);
  const on = provisionedServer(
    surveyed({
      nginx: {
        ...nginx,
        dump: nginx.dump + dump.join(''),
        originals: new Map([...files].map(([path, text]) => [path, Buffer.from(text)])),
      },
    }),
  );
  const serving = { status: 200, release: '', configuration: '', fingerprint: '' };
  const certificate = { ...served, pair: late, install: { chain: 'chain', key: new Secret('key') } };
  const target = { release: { ...release, site: { ...release.site, domain: site.domain } }, certificate };
  return planRenewal(
    { ...target, replacesOwn: true },
    { ...on, served: new Map([8014, 8015, 443, 80].map((port) => [port, serving])) },
  ).plan.steps;
}
