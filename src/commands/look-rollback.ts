import { withCarriedSince } from '../decision/carried-since.ts';
import { pickRelease } from '../decision/rollback.ts';
import {
  applicationAskedFor,
  deployedApplications,
  type ManagedApplication,
} from '../deployment/managed-applications.ts';
import { applicationDirectory } from '../layout/application-paths.ts';
import { commandMessages } from '../messages/commands.ts';
import { Failures } from '../messages/failure.ts';
import { rollbackMessages as say } from '../messages/rollback.ts';
import type { Release } from '../release/release.ts';
import { basesOf } from '../resources/kept-image.ts';
import { withEnoughShells } from '../server/enough-shells.ts';
import type { Session } from '../server/session.ts';
import type { RollbackSettings } from '../settings/settings.ts';
import { type DeploymentSurvey, surveyDeployment } from '../survey/deployment.ts';
import { configurationOf } from '../survey/domain-certificates.ts';
import { surveyApplications, surveyKept } from '../survey/kept.ts';
import { servedRelease, writtenRelease } from '../survey/nginx.ts';
import { distrusted } from '../survey/refusals.ts';
import type { OpenTencent } from '../tencent/tencent.ts';
import { imageNameOf } from '../values/app-name.ts';
import { checkHooks } from './check-hooks.ts';
import { type Run, type RunRecord, timed } from './run.ts';
import type { SshAccess } from './ssh-access.ts';

/** What a rollback starts from. */
export interface Start {
  readonly session: Session;
  readonly access: SshAccess;
  readonly tencent: OpenTencent | undefined;
  readonly settings: RollbackSettings;
  readonly run: Run;
  readonly record: RunRecord;
}

/** What was found on the server. */
export interface Found {
  /** The release to roll back to, as it is recorded. */
  readonly release: Release;
  readonly surveyed: DeploymentSurvey;
}

/** Finds the application that is asked for. Throws APPLICATION_NOT_FOUND and APPLICATION_AMBIGUOUS. */
export function findApplication({ session, settings, run, record }: Start): Promise<ManagedApplication> {
  const { app, site } = settings;
  return timed(run, record, 'find', say.find, async () => {
    const { nginx, applications } = await surveyApplications(session, site.domain);
    const all = deployedApplications(configurationOf(nginx), applications);
    return applicationAskedFor({ app, domain: site.domain, httpsPort: site.httpsPort }, all);
  });
}

/**
 * Surveys the server for the release to roll back to, once it lets `opening` pass. Throws where that cannot be done, or
 * root would run or write what another user can change.
 */
export function lookForRollback(
  { session, settings, run, record }: Start,
  { app, domain, release: seen }: ManagedApplication,
  opening: string,
): Promise<Found> {
  return timed(run, record, 'survey', commandMessages.survey, () =>
    withEnoughShells(session, async () => {
      const image = imageNameOf(app);
      const kept = await surveyKept(session, { app, image, domain }, opening);
      // A switch that was cut short is ended first: then it shows what serves.
      const { current, halfDone } = kept.releases;
      const live = { written: writtenRelease(kept.nginx), served: servedRelease(kept.nginx) };
      const asked = { app, wanted: settings.release, seen, ...live };
      const release = halfDone && current !== undefined ? current : pickRelease(asked, kept);
      const { container, site } = release;
      const application = { app, image, pulledImages: basesOf(release) };
      const [surveyed] = await Promise.all([
        surveyDeployment(session, application, site.domain, withCarriedSince(container, current?.container).volumes),
        checkHooks(session, settings.hooks),
      ]);
      const strange = distrusted(surveyed, applicationDirectory(app));
      if (strange.length > 0) throw new Failures(strange);
      record.app = app;
      record.previous = surveyed.releases.current;
      record.domain = site.domain;
      record.httpsPort = site.httpsPort;
      return { release, surveyed };
    }),
  );
}
