import type { AdoptionSource } from '../deployment/target.ts';
import type { CertificatePair } from '../nginx/site.ts';
import type { Project } from '../project/project.ts';
import type { Origin } from '../release/release.ts';
import type { ProvisionedServer } from '../survey/provisioned-server.ts';

/** What a decision rests on besides the settings. */
export interface DecisionInputs {
  readonly project: Project;
  readonly server: ProvisionedServer;
  readonly adoptionSource: AdoptionSource;
  readonly certificate: CertificatePair;
  /** SHA-256 of the env file that is wanted; undefined where there are no variables. */
  readonly environmentSha256: string | undefined;
  readonly origin: Origin;
  readonly now: Date;
}
