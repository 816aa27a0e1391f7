import { type Standing, standingOf } from '../decision/renewal.ts';
import {
  applicationAskedFor,
  type ManagedApplication,
  managedApplications,
} from '../deployment/managed-applications.ts';
import { managedSites } from '../deployment/managed-sites.ts';
import type { RenewableServer } from '../deployment/renewal.ts';
import type { ServedCertificate } from '../deployment/target.ts';
import { applicationDirectory } from '../layout/application-paths.ts';
import { releaseDirectory } from '../layout/release-paths.ts';
import { type Failure, Failures, failure } from '../messages/failure.ts';
import { renewMessages as say } from '../messages/renew.ts';
import { parseDump } from '../nginx/configuration.ts';
import type { Release } from '../release/release.ts';
import { withEnoughShells } from '../server/enough-shells.ts';
import type { Session } from '../server/session.ts';
import type { RenewSettings } from '../settings/settings.ts';
import { confined, distrustedFolder, distrustedNginx, nginxRefusals } from '../survey/refusals.ts';
import { surveyApplication, surveyDomain } from '../survey/renewal.ts';
import type { OpenTencent } from '../tencent/tencent.ts';
import { type Run, type RunRecord, timed } from './run.ts';

/** What a renewal starts from. */
export interface Start {
  readonly session: Session;
  readonly tencent: OpenTencent | undefined;
  readonly settings: RenewSettings;
  /** The certificate of the inputs; undefined: it is issued. */
  readonly provided: ServedCertificate | undefined;
  readonly run: Run;
  readonly record: RunRecord;
}

/** What was found on the server. */
export interface Found {
  readonly application: ManagedApplication;
  readonly release: Release;
  readonly server: RenewableServer;
  readonly standing: Standing;
}

/**
 * Surveys what a renewal needs to know. `opening`: bash under which the server waits for the application's lock; undefined:
 * it is neither held nor asked for. Throws what cannot be worked with.
 */
export function look(
  { session, settings, run, record }: Start,
  app: string | undefined,
  opening?: string,
): Promise<Found> {
  const { domain, httpsPort } = settings.site;
  return timed(run, record, 'survey', say.survey, () =>
    withEnoughShells(session, async () => {
      const onDomain = await surveyDomain(session, domain, opening);
      const { nginx, system } = onDomain;
      if (nginx.state === 'missing') throw applicationAskedFor({ app, domain, httpsPort }, []);
      refuse([...confined(system), ...distrustedNginx(nginx), ...nginxRefusals(nginx)]);
      const configuration = parseDump(nginx.dump);
      const application = applicationAskedFor({ app, domain, httpsPort }, managedApplications(configuration));
      const sites = managedSites(domain, { ...onDomain, nginx });
      const own = sites.find(({ label }) => label.app === application.app);
      const addresses = sites.flatMap((site) => site.addresses);
      const ofApplication = await surveyApplication(session, application, addresses);
      refuse(distrustedFolder(ofApplication, applicationDirectory(application.app)));
      const { current: release } = ofApplication.releases;
      if (release === undefined || own === undefined) throw notRecorded(application);
      record.app = release.app;
      record.release = release;
      record.previous = release;
      [record.httpsPort] = application.ports;
      const server = { ...onDomain, ...ofApplication, nginx, configuration };
      const terms = { now: new Date(run.now()), roots: run.roots };
      const standing = standingOf(own, domain, settings.certificate, server, terms);
      record.certificateNotAfter = standing.namedIsFit ? own.leaf?.validToDate : undefined;
      return { application, release, server, standing };
    }),
  );
}

function refuse(problems: readonly Failure[]): void {
  if (problems.length > 0) throw new Failures(problems);
}

function notRecorded({ app, release }: ManagedApplication): Failure {
  return failure('RELEASE_NOT_RECORDED', { app, release, folder: releaseDirectory({ app, id: release }), kept: '' });
}
