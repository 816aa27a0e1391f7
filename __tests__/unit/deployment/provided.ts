import { checkProvided } from '../../../src/decision/certificate.ts';
import { decideTarget, type TargetInputs } from '../../../src/decision/target.ts';
import { type Deployment, planDeployment } from '../../../src/deployment/plan.ts';
import { Failures } from '../../../src/messages/failure.ts';
import type { DeploymentSurvey } from '../../../src/survey/deployment.ts';
import { provisionedServer } from '../../../src/survey/provisioned-server.ts';
import { type Authority, bundle, openAuthority, rootsOf, usualFamily } from '../certificate/authority.ts';
import { decisionInputs, project, settings } from './decision-inputs.ts';

let authority: Authority;
let pems: Readonly<Record<string, string>>;
let roots: ReturnType<typeof rootsOf>;
beforeAll(() => {
  authority = openAuthority();
  const { root, intermediate, leaf } = usualFamily(authority);
  pems = { 'certificate-chain': bundle(leaf, intermediate), 'certificate-key': leaf.keyPem };
  roots = rootsOf(root);
});
afterAll(() => authority?.remove());

/** What a deployment is decided and planned from, on a server as it was surveyed. */
export type PlanInputs = Omit<TargetInputs, 'server'> & { readonly surveyed: DeploymentSurvey };

/** The deployment of a project: decided, then planned. */
export function planned({ surveyed, ...inputs }: PlanInputs): Deployment {
  const server = provisionedServer(surveyed);
  return planDeployment(decideTarget({ ...inputs, server }), server, undefined);
}

/** What a deployment to this server is planned from, its certificate given by the inputs; for the file that imports this. */
export function providedInputs(server: DeploymentSurvey, changes: Readonly<Record<string, string>> = {}): PlanInputs {
  const wanted = settings({ ...pems, ...changes });
  const certificate = checkProvided(wanted, new Date(), roots);
  if (certificate === undefined || server.nginx.state === 'missing') throw new Error('not in these tests');
  const { origin } = decisionInputs();
  // The next run is a later one: its release has an id of its own.
  const now = new Date(`2026-11-23T16:05:${server.releases.current === undefined ? '12' : '13'}Z`);
  return {
    settings: wanted,
    project: project(),
    surveyed: server,
    certificate,
    publicAddress: '203.0.113.5',
    origin,
    now,
  };
}

/** The codes of what stands in the way of some work; none where it goes well. */
export function problemsOf(work: () => unknown): readonly string[] {
  try {
    work();
    return [];
  } catch (error) {
    return error instanceof Failures ? error.failures.map(({ code }) => code) : [String(error)];
  }
}
