import { randomBytes } from 'node:crypto';
import { type AuthorityGround, advance, firstLook, issue } from './application.ts';
import {
  type AccountCertificate,
  isPending,
  type Method,
  type OwnCertificate,
  statusAt,
  statusMsgOf,
} from './certificate.ts';
import type { ZipLayout } from './layouts.ts';
import { mainDomainOf } from './quota.ts';
import { type CertificateSettings, type Flaw, usualSettings } from './settings.ts';
import { validationOf } from './validation.ts';

/** A certificate that is issued already. */
export interface CertificateOptions {
  readonly domain: string;
  /** Further names. */
  readonly names?: readonly string[];
  /** Default `trustasia`. */
  readonly from?: AccountCertificate['from'];
  /** Days that are left of it (default 90; below 0: expired), and days for which it is good from its beginning (90). */
  readonly daysLeft?: number;
  readonly life?: number;
  /** Default: that of the settings when it is downloaded. */
  readonly zip?: ZipLayout;
  readonly flaw?: Flaw;
  readonly algorithm?: AccountCertificate['algorithm'];
}

/** The certificates of an account, as their owner sees and orders them in the console. */
export interface AccountCertificates {
  /** All, newest last. */
  readonly certificates: readonly AccountCertificate[];
  readonly settings: CertificateSettings;
  add(options: CertificateOptions): Promise<AccountCertificate>;
  /** Applies for one (default: by DNS_AUTO); it is pending when this returns. */
  apply(domain: string, method?: Method): Promise<AccountCertificate>;
  /** Deletes one. Throws an Error where there is none of that id. */
  remove(id: string): void;
}

/** What an application by the API says beside its domain. */
export interface Application {
  readonly domain: string;
  readonly method: Method;
  readonly alias?: string;
  readonly algorithm?: AccountCertificate['algorithm'];
  readonly renews?: string;
  readonly removesAutoRecord?: boolean;
}

/** How the API sees and changes them. */
export interface CertificatesOfApi extends AccountCertificates {
  readonly certificates: readonly OwnCertificate[];
  readonly ground: AuthorityGround;
  enter(application: Application): OwnCertificate;
  /** Brings every application as far as it goes now. */
  advance(): Promise<void>;
}

/** Certificates of an account that has none yet. Somebody has to call `advance` again and again. */
export function openCertificates(given: Omit<AuthorityGround, 'settings'>): CertificatesOfApi {
  const settings = usualSettings();
  const ground = { ...given, settings };
  const all: OwnCertificate[] = [];
  const make = (domain: string, names: readonly string[], more: Partial<OwnCertificate>): OwnCertificate => {
    const now = ground.clock();
    return {
      id: randomBytes(6).toString('base64').replace(/[+/]/g, 'x'),
      domain,
      names: [...new Set([domain, ...names])],
      from: 'trustasia',
      method: 'DNS_AUTO',
      alias: '',
      algorithm: 'RSA',
      appliedAt: now,
      begins: undefined,
      ends: undefined,
      chain: '',
      key: '',
      validation: validationOf(settings.record, domain.replace(/^\*\./, ''), mainDomainOf(domain, ground.zones)),
      renews: undefined,
      renewedBy: undefined,
      stage: 'applied',
      failure: '',
      validatedAt: undefined,
      looksAt: firstLook(more.method, now),
      checkedAt: undefined,
      autoRecord: undefined,
      removesAutoRecord: false,
      zip: undefined,
      ...more,
      get status() {
        return statusAt(this, ground.clock());
      },
      get statusMsg() {
        return statusMsgOf(this);
      },
    };
  };
  const work = async (): Promise<void> => {
    for (const one of all.filter(isPending)) await advance(one, ground);
  };
  let underWay: Promise<void> | undefined;
  const certificates: CertificatesOfApi = {
    certificates: all,
    settings,
    ground,
    add: async ({ domain, names = [], from = 'trustasia', daysLeft = 90, life = 90, flaw, ...options }) => {
      const { algorithm = 'RSA', zip } = options;
      const method = from === 'upload' ? undefined : 'DNS_AUTO';
      const made = make(domain, names, { from, method, algorithm, zip });
      await issue(made, ground.authority, { life, daysLeft, flaw });
      all.push(made);
      return made;
    },
    remove: (id) => {
      const at = all.findIndex((one) => one.id === id);
      if (at < 0) throw new Error(`The account has no certificate ${id}`);
      all.splice(at, 1);
    },
    apply: async (domain, method = 'DNS_AUTO') => certificates.enter({ domain, method }),
    enter: ({ domain, method, alias = '', algorithm = 'RSA', renews, removesAutoRecord = false }) => {
      // A free one of a main domain is of its www as well, as seen.
      const names = ground.zones.some(({ name }) => name === domain) ? [`www.${domain}`] : [];
      const made = make(domain, names, { method, alias, algorithm, renews, removesAutoRecord });
      const old = all.find(({ id }) => id === renews);
      if (old !== undefined) old.renewedBy = made.id;
      all.push(made);
      return made;
    },
    advance: () => {
      underWay ??= work().finally(() => {
        underWay = undefined;
      });
      return underWay;
    },
  };
  return certificates;
}
