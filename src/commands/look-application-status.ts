import type { ManagedApplication } from '../deployment/managed-applications.ts';
import { survey } from '../engine/survey.ts';
import type { NginxConfiguration } from '../nginx/configuration.ts';
import { proofAddressIn } from '../nginx/proof-address.ts';
import { pairsIn } from '../nginx/repoint.ts';
import { Secret } from '../redaction/secret.ts';
import type { Release } from '../release/release.ts';
import { containerProbe, type SeenContainer } from '../resources/container/container-probe.ts';
import { lastLinesProbe } from '../resources/container-logs.ts';
import type { Server } from '../server/server.ts';
import { applicationStatus } from '../status/application.ts';
import type { ApplicationStatus } from '../status/status.ts';
import { certificateFileProbe } from '../survey/certificates.ts';
import type { Docker } from '../survey/docker.ts';
import { servingProbe } from '../survey/serving-probe.ts';
import { type StatusSurvey, surveyApplicationStatus } from '../survey/status.ts';
import { imageNameOf } from '../values/app-name.ts';
import { valuesToHide } from '../values/docker-options.ts';
import { javaOptionsVariable, secretsOfJavaOptions } from '../values/java-options.ts';
import type { Run } from './run.ts';

/** Log lines of the application that are shown. */
const logLines = 30;

/** What was found of an application. */
export interface FoundApplication {
  readonly status: ApplicationStatus;
  readonly release: Release;
  /** Undefined where Docker does not run. */
  readonly container: SeenContainer | undefined;
}

/** Looks at one application of a server. Undefined: the release that serves is not recorded. */
export async function lookAtApplication(
  server: Server,
  application: ManagedApplication,
  seen: StatusSurvey & { readonly configuration: NginxConfiguration | undefined },
  { now, hide }: Pick<Run, 'now' | 'hide'>,
): Promise<FoundApplication | undefined> {
  const { app, file } = application;
  const image = imageNameOf(app);
  const { docker, holders, configuration } = seen;
  const found = await surveyApplicationStatus(server, { ...application, image }, foldersOf(docker));
  const release = found.releases.current;
  if (release === undefined) return undefined;
  // What the inputs of its deploy had hidden, the inputs of this run do not.
  for (const value of hiddenIn(release)) hide(new Secret(value));
  const text = configuration?.files.get(file) ?? '';
  const address = proofAddressIn(text) ?? {
    domain: release.site.domain,
    port: release.site.httpsPort,
    path: release.site.proof.path,
  };
  const path = pairsIn(Buffer.from(text))[0]?.chainPath ?? release.site.certificate.chainPath;
  const { container, ...more } = await survey(server, {
    serving: servingProbe(address.domain, address.port, address.path),
    container: containerProbe(release, 'all'),
    certificate: certificateFileProbe(path),
    log: lastLinesProbe(release, logLines),
  });
  const runs = docker.state === 'running' ? container : undefined;
  const status = applicationStatus({
    application,
    release,
    holders,
    survey: found,
    container: runs,
    serving: more.serving,
    certificate: { path, text: more.certificate },
    log: more.log,
    now: new Date(now()),
  });
  return { status, release, container: runs };
}

/** Values in a release's record that its logs may hold. */
function hiddenIn({ container: { options, variables } }: Release): readonly string[] {
  return [...valuesToHide(options), ...secretsOfJavaOptions(variables[javaOptionsVariable] ?? '')];
}

/** Folders whose disks are shown. */
function foldersOf(docker: Docker): readonly string[] {
  const engine =
    docker.state !== 'running'
      ? []
      : [docker.rootDirectory, ...(docker.containerdStore ? ['/var/lib/containerd'] : [])];
  return ['/', '/docker', ...engine];
}
