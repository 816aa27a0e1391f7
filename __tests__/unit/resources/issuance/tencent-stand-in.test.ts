import { X509Certificate } from 'node:crypto';
import type { ZipLayout } from '../../../../practice/tencent/certificates/layouts.ts';
import type { RecordTools } from '../../../../src/resources/issuance/tencent/tools.ts';
import { tencentIssuer } from '../../../../src/resources/issuance/tencent.ts';
import {
  clearValidationRecords,
  withValidationRecord,
} from '../../../../src/resources/validation-record/validation-record.ts';
import { failureOf } from '../../../../src/tencent/refusal.ts';
import type { OpenTencent } from '../../../../src/tencent/tencent.ts';
import { listeningLog } from '../../engine/listening-log.ts';
import { open } from '../../practice/tencent/open-api.ts';
import { type MovedServer, openMovedServer } from '../moved-server.ts';
import { failureIn } from './fake-authority.ts';

// The stand-in of practice, its answers in the form of the SDK's models, and records that really come and go.

const domain = 'api.example.com';

let server: MovedServer;
beforeEach(() => {
  server = openMovedServer();
});
afterEach(() => server.remove());

function scene() {
  const { call, time, certificates, zone } = open();
  const log = listeningLog();
  const ends = new AbortController().signal;
  const asked: string[] = [];
  const seen: string[][] = [];
  const tencent: OpenTencent = {
    until: () => tencent,
    async call(action, request, region) {
      asked.push(action.slice(action.indexOf(':') + 1));
      const { outcome: _, Error: error, ...answer } = await call(action, request ?? {}, region);
      if (error === undefined) return answer;
      const fault = { kind: 'refused', code: error.Code, message: error.Message, requestId: answer.RequestId } as const;
      const place = { host: 'ssl.example.com', proxy: undefined, now: time.now.getTime() };
      throw failureOf({ action, fault, effort: { tries: 1, waitedMs: 0 }, ...place }, (words) => words);
    },
  };
  const records: RecordTools = {
    clearValidationRecords,
    withValidationRecord: (account, wanted, run, work) =>
      withValidationRecord(account, wanted, run, work, async (_, name) =>
        zone.records.filter((one) => `${one.host}.example.com` === name).map(({ value }) => value),
      ),
  };
  const run = {
    ...{ log, cancelled: ends, graceOver: ends, name: 'octocat/server#1', noteLease: () => {} },
    ...{ hide: () => {}, noteCertificate: () => {} },
    now: () => time.now.getTime(),
    sleep: async (milliseconds: number) => {
      time.now = new Date(time.now.getTime() + milliseconds);
      await certificates.advance();
      seen.push(zone.at('_dnsauth.api').map(({ type }) => type));
    },
    // Its issuer is its root.
    get roots() {
      return certificates.certificates.map(
        ({ chain }) => new X509Certificate(chain.slice(chain.lastIndexOf('-----BEGIN'))),
      );
    },
  };
  return {
    ...{ certificates, settings: certificates.settings, zone, asked, seen, log },
    issue: async (timeoutSeconds = 900) => {
      const steps = await tencentIssuer(tencent, run, records).plan(server, { domain, due: undefined, timeoutSeconds });
      for (const step of steps) await step.run(server, log, () => {});
      return steps.map(({ id }) => id.slice('certificate.'.length));
    },
  };
}

test.each<ZipLayout>(['nginx', 'domain-nginx', 'numbered', 'plain'])(
  'an empty account gives a certificate, as %s; the next run takes the same one',
  async (zip) => {
    const { issue, settings, asked, certificates } = scene();
    settings.zip = zip;
    expect(await issue()).toEqual(['apply', 'await', 'install']);
    expect(await server.sh('cat /etc/nginx/ssl/*/*/*_bundle.crt')).toBe(certificates.certificates[0]?.chain);
    asked.length = 0;
    expect(await issue()).toEqual(['install']);
    expect(asked).not.toContain('ApplyCertificate');
  },
);

test('where DNS_AUTO is refused, our record validates, and goes', async () => {
  const { issue, settings, seen, zone, certificates } = scene();
  settings.dnsAuto = 'refused';
  expect(await issue()).toEqual(['apply', 'await', 'install']);
  expect(certificates.certificates).toMatchObject([{ method: 'DNS', status: 1 }]);
  expect(seen.some((types) => types.join() === 'TXT')).toBe(true);
  expect(zone.at('_dnsauth.api')).toEqual([]);
});

test('an authority that is slow beyond the time is resumed; nothing is applied for twice', async () => {
  const { issue, settings, certificates } = scene();
  settings.held = true;
  expect((await failureIn(issue(60))).code).toBe('CERTIFICATE_PENDING');
  settings.held = false;
  expect(await issue()).toEqual(['await', 'install']);
  expect(certificates.certificates).toHaveLength(1);
});

test.each<[string, string, (on: ReturnType<typeof scene>) => void, string]>([
  ['a quota', 'CERTIFICATE_QUOTA', ({ settings }) => (settings.quota.mainDomain = 0), '该主域（example.com）'],
  ['no real name', 'CERTIFICATE_ACCOUNT_NOT_VERIFIED', ({ settings }) => (settings.realName = false), '实名'],
  ['a refusal', 'CERTIFICATE_REFUSED', ({ settings }) => (settings.fails = 'CA审核失败'), 'CA审核失败'],
  ['a wrong key', 'CERTIFICATE_KEY_MISMATCH', ({ settings }) => (settings.flaw = 'key-mismatch'), 'Tencent Cloud'],
])('%s is told in Tencent’s words, and nothing is installed', async (_, code, change, words) => {
  const on = scene();
  change(on);
  const failed = await failureIn(on.issue());
  expect(failed.code).toBe(code);
  expect(failed.text.what.zh + failed.text.why.zh).toContain(words);
  expect(await server.sh('ls /etc/nginx/ssl')).toBe('');
});
