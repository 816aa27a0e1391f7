import type { ExpectedResponse } from '../../nginx/expected-response.ts';
import { managedBy } from '../../nginx/label.ts';
import { proofAddressIn } from '../../nginx/proof-address.ts';
import { type Site, staticPorts } from '../../nginx/site.ts';
import type { Release } from '../../release/release.ts';
import type { InstalledNginx } from '../../survey/nginx.ts';
import { anyStatus, okStatus } from '../../values/health-status.ts';

/** What is expected of a site beside what its file says. */
interface Expectation {
  readonly release: Pick<Release, 'id'>;
  readonly status: ExpectedResponse['status'];
  readonly fingerprint: string;
}

/** What nginx must bring of a site whose file has this text, on each of its ports. */
export function proofsOf(site: Site, content: string, desired: Expectation): readonly ExpectedResponse[] {
  const proof = {
    domain: site.domain,
    path: site.proof.path,
    status: desired.status,
    release: desired.release.id,
    configuration: managedBy(content)?.configuration ?? '',
  };
  const https = { ...proof, scheme: 'https', port: site.httpsPort, fingerprint: desired.fingerprint } as const;
  const http = (port: number) => ({ ...proof, scheme: 'http', port, fingerprint: undefined }) as const;
  return [
    https,
    ...(site.publishedAppPort === undefined ? [] : [http(site.publishedAppPort)]),
    // Shows that a worker can read the page, and not only that nginx is there.
    ...(site.staticSite === undefined
      ? []
      : [
          { ...https, port: staticPorts.https, status: okStatus },
          { ...http(staticPorts.http), status: okStatus },
        ]),
  ];
}

/**
 * What the application's file of before was seen to bring: only that can be asked for again. Its certificate may have
 * been renewed in place meanwhile.
 */
export function servedBefore({ managedFile, serving }: InstalledNginx): readonly ExpectedResponse[] {
  const label = managedFile === undefined ? undefined : managedBy(managedFile.text);
  const address = proofAddressIn(managedFile?.text ?? '');
  if (label === undefined || address === undefined || serving?.release !== label.release) return [];
  const configuration = { file: managedFile?.path ?? '' };
  return [{ ...address, status: anyStatus, release: label.release, configuration, fingerprint: undefined }];
}
