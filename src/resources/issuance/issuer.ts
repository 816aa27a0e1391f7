import type { X509Certificate } from 'node:crypto';
import type { LeaseHolder } from '../../engine/lease.ts';
import type { RunnerStep } from '../../engine/step.ts';
import type { Text } from '../../messages/text.ts';
import type { Secret } from '../../redaction/secret.ts';
import type { Server } from '../../server/server.ts';

/** A certificate that is to be had for a domain. */
export interface WantedCertificate {
  readonly domain: string;
  /** The one that is valid and due; undefined: the server has none that could be served. */
  readonly due: DueCertificate | undefined;
  /** Seconds that the authority is waited for. */
  readonly timeoutSeconds: number;
}

/** A certificate that is to be renewed. */
export interface DueCertificate {
  /** Leaf first, PEM. */
  readonly chainPem: string;
  readonly notAfter: Date;
}

/** When an authority would have a certificate renewed (ARI, RFC 9773). */
export interface RenewalWindow {
  readonly start: Date;
  readonly end: Date;
}

/** Who issues certificates: Tencent Cloud, or an ACME authority. */
export interface Issuer {
  /** As texts name it. */
  readonly name: Text;
  /**
   * When it would have a certificate of its own renewed; undefined: it does not say. Changes nothing; throws where it
   * cannot be asked.
   */
  renewalWindow(chainPem: string): Promise<RenewalWindow | undefined>;
  /**
   * Looks at what it has for the domain, and plans the way from there to a pair that lies where `certificatePaths` puts one,
   * validated by its content. Reads only. The steps run one after another under the lock of the domain's certificate; none
   * of them is undone, so that what was applied for is resumed by the next run.
   */
  plan(server: Server, wanted: WantedCertificate): Promise<readonly RunnerStep[]>;
}

/** What an issuer needs of the run. */
export interface IssuingRun extends LeaseHolder {
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  /** Told of a private key before anything is done with it. */
  hide(secret: Secret): void;
  /** Roots that a chain may lead to. */
  readonly roots: readonly X509Certificate[];
  /** The run as a remark names it: `octocat/mccm-server#8014`. */
  readonly name: string;
  /** Told of a certificate's id as soon as it is known. */
  noteCertificate(id: string): void;
}
