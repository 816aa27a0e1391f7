import type { Secret } from '../redaction/secret.ts';

/** What an account is opened with. */
export type Credentials =
  | {
      readonly kind: 'key';
      readonly secretId: Secret;
      readonly secretKey: Secret;
      /** Of temporary ones; undefined: they are lasting. */
      readonly token: Secret | undefined;
    }
  | {
      /** GitHub vouches for the run, and CAM gives temporary credentials for it. */
      readonly kind: 'oidc';
      /** `qcs::cam::uin/100000000001:roleName/deploy`. */
      readonly roleArn: string;
      /** Name of the OIDC provider in CAM. */
      readonly provider: string;
    };
