import { runName } from '../release/run-name.ts';
import { acmeIssuer } from '../resources/issuance/acme.ts';
import type { Issuer } from '../resources/issuance/issuer.ts';
import { tencentIssuer } from '../resources/issuance/tencent.ts';
import type { IssuedCertificateSettings } from '../settings/settings.ts';
import type { OpenTencent } from '../tencent/tencent.ts';
import type { Run, RunRecord } from './run.ts';

/** Who issues the certificate that the settings ask for. Nothing is sent before it is asked. */
export function openIssuer(
  settings: IssuedCertificateSettings,
  tencent: OpenTencent,
  run: Run,
  record: RunRecord,
): Issuer {
  const issuing = {
    ...run,
    name: runName(run.origin),
    noteCertificate: (id: string) => {
      record.certificateId = id;
    },
  };
  const account = tencent.until(run.cancelled);
  return settings.source === 'tencent' ? tencentIssuer(account, issuing) : acmeIssuer(settings, account, issuing);
}
