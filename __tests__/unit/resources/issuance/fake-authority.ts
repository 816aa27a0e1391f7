import type { Certificates } from 'tencentcloud-sdk-nodejs/tencentcloud/services/ssl/v20191205/ssl_models.js';
import { Failure, failure } from '../../../../src/messages/failure.ts';
import type { Secret } from '../../../../src/redaction/secret.ts';
import type { IssuingRun } from '../../../../src/resources/issuance/issuer.ts';
import type { RecordTools } from '../../../../src/resources/issuance/tencent/tools.ts';
import type { ActionName } from '../../../../src/tencent/actions.ts';
import { type ApiFailure, apiFailure } from '../../../../src/tencent/api-failure.ts';
import type { OpenTencent } from '../../../../src/tencent/tencent.ts';
import { listeningLog } from '../../engine/listening-log.ts';
import { type ZipFile, zip } from '../../jar/zip.ts';
import { type FakeAccount, fakeAccount, fakeClock } from '../../tencent/fake-account.ts';

/** Where the clock begins: certificates of the tests' authority are valid around the day on which they run. */
export const today = Math.floor(Date.now() / 1000) * 1000;

/** A certificate of the account. */
export interface FakeCertificate extends Partial<Certificates> {
  readonly CertificateId: string;
  Status: number;
}

/** A time as the API writes it. */
export function inChina(time: number): string {
  return new Date(time + 8 * 3_600_000).toISOString().replace('T', ' ').slice(0, 19);
}

/** Tencent's refusal with its words. */
export function refused(code: string, message = `words of ${code}`): ApiFailure {
  const refusal = { action: 'ssl:ApplyCertificate', code, message, requestId: 'req-7' };
  const error = { apiCode: code, mayHaveTakenEffect: false, words: message };
  return apiFailure('TENCENT_REFUSED', refusal, error);
}

/** A call whose answer was lost. */
export function lost(action: ActionName = 'ssl:ApplyCertificate'): ApiFailure {
  const error = { apiCode: undefined, mayHaveTakenEffect: true };
  return apiFailure('TENCENT_SERVER_ERROR', { action, host: 'ssl.example.com', answer: 'garbage' }, error);
}

/** An account that issues, the run that asks it, and what both came to. */
export interface Scene {
  readonly account: FakeAccount & OpenTencent;
  readonly certificates: FakeCertificate[];
  readonly run: IssuingRun;
  readonly log: ReturnType<typeof listeningLog>;
  readonly records: RecordTools;
  /** What happened beside the calls, in order: records, secrets, ids. */
  readonly events: string[];
  readonly hidden: Secret[];
  /** Cancels the run. */
  cancel(): void;
  /** What the archive has. */
  files: readonly ZipFile[];
  /** What an application is after how many seconds; default: issued after 20. */
  states: readonly (readonly [seconds: number, change: Partial<FakeCertificate>])[];
  /** What the look for the record finds. */
  verification: object;
  /** Seconds for which the list lacks a new application. */
  listLag: number;
  /** Whether DNSPod has the zone. */
  hasZone: boolean;
  /** The actions of `ssl` that were called, with the method of an application. */
  asked(): readonly string[];
  /** Seconds since the clock began. */
  seconds(): number;
}

/** The record that the authority looks for. */
export const validation = { name: '_dnsauth.api.example.com', value: '202603-token' };

/** Makes an account with `certificates`. */
export function openScene(certificates: readonly FakeCertificate[] = []): Scene {
  const clock = fakeClock();
  const log = listeningLog();
  const ends = new AbortController();
  const account = fakeAccount([], clock);
  const stored = [...certificates];
  const born = new Map<string, number>();
  const events: string[] = [];
  const seconds = () => clock.now() / 1000;
  const current = (one: FakeCertificate): FakeCertificate => {
    const age = seconds() - (born.get(one.CertificateId) ?? 0);
    const passed = born.has(one.CertificateId) ? scene.states.filter(([after]) => after <= age) : [];
    return Object.assign({ ...one }, ...passed.map(([, change]) => change));
  };
  const byId = (id: string): FakeCertificate => {
    const found = stored.find(({ CertificateId }) => CertificateId === id);
    if (found === undefined) throw refused('FailedOperation.CertificateNotFound');
    return current(found);
  };
  const scene: Scene = {
    account: { ...account, until: () => scene.account },
    ...{ certificates: stored, log, events, hidden: [], files: [], verification: {}, listLag: 0, hasZone: true },
    states: [[20, { Status: 1 }]],
    cancel: () => ends.abort(),
    seconds,
    run: {
      ...{ log, cancelled: ends.signal, graceOver: ends.signal, roots: [], name: 'octocat/server#1' },
      now: () => today + clock.now(),
      sleep: clock.sleep,
      noteLease: () => {},
      hide: (secret) => {
        scene.hidden.push(secret);
        events.push('hide');
      },
      noteCertificate: (id) => void events.push(`id ${id}`),
    },
    records: {
      async withValidationRecord(_, { name, type, value, host }, __, work) {
        if (!scene.hasZone) throw failure('VALIDATION_ZONE_MISSING', { name, zones: '' });
        events.push(`+ ${name} ${type} ${value} @${host}`);
        try {
          return await work();
        } finally {
          events.push(`- ${name}`);
        }
      },
      clearValidationRecords: async (_, { domain, host }) => void events.push(`clear ${domain} @${host}`),
    },
    asked: () =>
      account.calls
        .filter(({ action }) => action.startsWith('ssl:'))
        .map(({ action, request }) => [action.slice(4), request.DvAuthMethod].filter(Boolean).join(' ')),
  };
  Object.assign(account.instead, {
    'ssl:DescribeCertificates': ({ Offset = 0, Limit = 10, CertificateStatus = [] }) => {
      const shown = stored
        .filter(({ CertificateId: id }) => seconds() - (born.get(id) ?? -1e9) >= scene.listLag)
        .map(current)
        .filter(({ Status }) => CertificateStatus.includes(Status));
      // A page has fewer than it is asked for.
      return { TotalCount: shown.length, Certificates: shown.slice(Offset, Offset + Math.min(Limit, 2)) };
    },
    'ssl:DescribeCertificate': ({ CertificateId }) => {
      const found = byId(CertificateId);
      const [DvAuthVerifyType, DvAuthKey, DvAuthValue] = ['TXT', validation.name, validation.value];
      return {
        ...{ CertificateId, Status: found.Status, StatusMsg: found.StatusMsg ?? null, VerifyType: found.VerifyType },
        DvAuthDetail: { DvAuths: [{ DvAuthKey, DvAuthValue, DvAuthDomain: 'example.com', DvAuthVerifyType }] },
      } as never;
    },
    'ssl:ApplyCertificate': ({ DomainName, DvAuthMethod }) => {
      const CertificateId = `new${stored.length}`;
      born.set(CertificateId, seconds());
      stored.push({
        CertificateId,
        Domain: DomainName,
        Status: 0,
        VerifyType: DvAuthMethod,
        StatusMsg: 'CA-REVIEWING',
      });
      return { CertificateId };
    },
    'ssl:CompleteCertificate': ({ CertificateId }) => ({ CertificateId }),
    'ssl:CheckCertificateDomainVerification': () => ({ VerificationResults: [scene.verification] }),
    'ssl:DownloadCertificate': () => ({ Content: zip(scene.files).toString('base64'), ContentType: null as never }),
  } satisfies FakeAccount['instead']);
  return scene;
}

/** The failure that a promise comes to. */
export async function failureIn(work: Promise<unknown>): Promise<Failure> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof Failure) return error;
  throw error ?? new Error('nothing failed');
}
