import {
  applicationAskedFor,
  deployedApplications,
  type ManagedApplication,
} from '../deployment/managed-applications.ts';
import { releaseDirectory } from '../layout/release-paths.ts';
import { Failure, failure } from '../messages/failure.ts';
import type { Release } from '../release/release.ts';
import type { Server } from '../server/server.ts';
import type { AskedSettings } from '../settings/settings.ts';
import { listed } from '../status/applications.ts';
import { findings } from '../status/findings.ts';
import { machineStatus } from '../status/machine.ts';
import { manualStatus } from '../status/manual.ts';
import type { ManualStatus, Status } from '../status/status.ts';
import { configurationOf } from '../survey/domain-certificates.ts';
import { distrustedNginx, refusals } from '../survey/refusals.ts';
import { surveyManual, surveyStatus } from '../survey/status.ts';
import { lookAtApplication } from './look-application-status.ts';
import type { Run } from './run.ts';

/** What was found, with what is wrong and how to fix it. */
export interface FoundStatus {
  readonly status: Status;
  readonly problems: readonly Failure[];
  /** The live release; undefined where no application is shown in detail. */
  readonly release: Release | undefined;
}

/** Looks at a server. Throws where it cannot be read. */
export async function lookAtStatus(
  server: Server,
  host: string,
  asked: AskedSettings,
  run: Pick<Run, 'now' | 'hide'>,
): Promise<FoundStatus> {
  const found = await surveyStatus(server, asked.site.domain);
  const configuration = configurationOf(found.nginx);
  const all = deployedApplications(configuration, found.applications);
  const application = askedFor(asked, all);
  const machine = machineStatus(host, found, all);
  const status: Status = {
    machine,
    applications: all.map((one) => listed(one, found.holders)),
    application: undefined,
    manual: application === undefined ? await lookAtManual(server, asked, configuration) : undefined,
  };
  const problems = [...distrustedNginx(found.nginx), ...refusals(found.docker, found.nginx, [])];
  if (application === undefined) return { status, problems, release: undefined };
  const detail = await lookAtApplication(server, application, { ...found, configuration }, run);
  if (detail === undefined) {
    const { app, release } = application;
    const folder = releaseDirectory({ app, id: release });
    problems.push(failure('RELEASE_NOT_RECORDED', { app, release, folder, kept: '' }));
    return { status, problems, release: undefined };
  }
  problems.push(...findings(machine, detail.status, detail.container));
  return { status: { ...status, application: detail.status }, problems, release: detail.release };
}

/** The application that is asked for; undefined: it is not there, or several are and none was named. */
function askedFor(
  { app, site: { domain, httpsPort } }: AskedSettings,
  all: readonly ManagedApplication[],
): ManagedApplication | undefined {
  try {
    return applicationAskedFor({ app, domain, httpsPort }, all);
  } catch (error) {
    if (error instanceof Failure && ['APPLICATION_NOT_FOUND', 'APPLICATION_AMBIGUOUS'].includes(error.code))
      return undefined;
    throw error;
  }
}

/** Undefined: nothing says which set-up by hand it would be. */
async function lookAtManual(
  server: Server,
  asked: AskedSettings,
  configuration: ReturnType<typeof configurationOf>,
): Promise<ManualStatus | undefined> {
  if (asked.app === undefined && asked.site.domain === '') return undefined;
  return manualStatus(asked, await surveyManual(server, asked.app), configuration);
}
