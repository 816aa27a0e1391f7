import type { CertificatePair } from '../nginx/site.ts';
import type { Project } from '../project/project.ts';
import type { Origin } from '../release/release.ts';
import type { DeploymentSurvey } from '../survey/deployment.ts';
import type { AdoptionSource } from './adoption/adoption.ts';

/** What a decision rests on besides the settings. */
export interface DecisionInputs {
  readonly project: Project;
  readonly surveyed: DeploymentSurvey;
  /** What a set-up by hand hands on. */
  readonly adoptionSource: AdoptionSource;
  readonly certificate: CertificatePair;
  /** SHA-256 of the env file that is wanted; undefined where there are no variables. */
  readonly environmentSha256: string | undefined;
  readonly origin: Origin;
  readonly now: Date;
}
