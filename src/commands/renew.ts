import { checkProvided } from '../decision/certificate.ts';
import { laterOf, type Standing, standingOf } from '../decision/renewal.ts';
import {
  applicationAskedFor,
  type ManagedApplication,
  managedApplications,
} from '../deployment/managed-applications.ts';
import { day, managedSites } from '../deployment/managed-sites.ts';
import { planRenewal, type RenewableServer, type Renewal } from '../deployment/renewal.ts';
import type { ServedCertificate } from '../deployment/target.ts';
import { unlessCancelled } from '../engine/cancel.ts';
import { applicationDirectory } from '../layout/application-paths.ts';
import { commandMessages } from '../messages/commands.ts';
import { Failures, failure, gather } from '../messages/failure.ts';
import { renewMessages as say } from '../messages/renew.ts';
import { parseDump } from '../nginx/configuration.ts';
import type { Release } from '../release/release.ts';
import { deployLogLine } from '../resources/release-record.ts';
import type { Lock } from '../server/lock.ts';
import type { Session } from '../server/session.ts';
import { withSpareSessions } from '../server/spare-sessions.ts';
import type { RenewSettings } from '../settings/settings.ts';
import { distrustedFolder, distrustedNginx, nginxRefusals } from '../survey/refusals.ts';
import { surveyApplication, surveyDomain } from '../survey/renewal.ts';
import type { Tencent } from '../tencent/tencent.ts';
import { imageNameOf } from '../values/app-name.ts';
import { carryOut, resume } from './carry-out.ts';
import { checkCredentials } from './connect.ts';
import { underLock } from './lock.ts';
import { observeDeployment } from './observe-deployment.ts';
import { openAccount } from './open-account.ts';
import { publicAddressOf } from './public-address.ts';
import { type Run, type RunRecord, timed } from './run.ts';
import { withSshAccess } from './ssh-access.ts';
import { tellPlan, whatBecomesOfIt } from './telling.ts';
