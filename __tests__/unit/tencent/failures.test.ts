import { Agent } from 'node:https';
import { describe as inWords } from '../../../src/messages/failure.ts';
import { Secret } from '../../../src/redaction/secret.ts';
import type { ActionName } from '../../../src/tencent/actions.ts';
import { type ApiFailure, hasApiCode } from '../../../src/tencent/api-failure.ts';
import { faultOf } from '../../../src/tencent/fault.ts';
import { type FailedCall, failureOf } from '../../../src/tencent/refusal.ts';
import { type ApiServer, bad, lastingKey, open, openApiServer, type Reply, thrown } from './api-server.ts';

let api: ApiServer;
beforeAll(async () => {
  api = await openApiServer();
});
afterAll(() => api.close());

async function failed(reply: Reply): Promise<ApiFailure> {
  api.replies = [reply];
  const { tencent } = open(api);
  return (await thrown(tencent.call('dnspod:DescribeDomain', { Domain: 'example.com' }))) as ApiFailure;
}

function refusedBy(code: string, action: ActionName = 'dnspod:CreateRecord', message = 'Words.'): ApiFailure {
  const call: FailedCall = {
    action,
    fault: { kind: 'refused', code, message, requestId: 'req-1' },
    effort: { tries: 1, waitedMs: 61_234 },
    host: 'dnspod.example.com',
    proxy: undefined,
    now: Date.parse('2026-01-02T03:04:05Z'),
  };
  return failureOf(call, (words) => words);
}

describe('an error that Tencent answers with', () => {
  test.each([
    ['AuthFailure.SecretIdNotFound', 'TENCENT_CREDENTIALS'],
    ['AuthFailure.InvalidSecretId', 'TENCENT_CREDENTIALS'],
    ['AuthFailure.SignatureFailure', 'TENCENT_CREDENTIALS'],
    ['AuthFailure.TokenFailure', 'TENCENT_CREDENTIALS'],
    ['AuthFailure.NeverSeen', 'TENCENT_CREDENTIALS'],
    ['AuthFailure.SignatureExpire', 'TENCENT_CLOCK_SKEW'],
    ['AuthFailure.UnauthorizedOperation', 'TENCENT_NOT_AUTHORIZED'],
    ['UnauthorizedOperation', 'TENCENT_NOT_AUTHORIZED'],
    ['UnauthorizedOperation.CamNoAuth', 'TENCENT_NOT_AUTHORIZED'],
    ['OperationDenied.NoPermissionToOperateDomain', 'TENCENT_NOT_AUTHORIZED'],
    ['FailedOperation.NotDomainOwner', 'TENCENT_NOT_AUTHORIZED'],
    ['IpNotInWhitelist', 'TENCENT_ADDRESS_REFUSED'],
    ['InvalidParameter.RequestIpLimited', 'TENCENT_ADDRESS_REFUSED'],
    ['RequestLimitExceeded.IPLimitExceeded', 'TENCENT_THROTTLED'],
    ['UnsupportedOperation.FirewallBusy', 'TENCENT_BUSY'],
    ['InternalError.DbError', 'TENCENT_SERVER_ERROR'],
    ['InvalidParameter.ConflictRecord', 'TENCENT_REFUSED'],
    ['RequestLimitExceededness', 'TENCENT_REFUSED'],
  ])('%s is %s', (code, expected) => {
    const failure = refusedBy(code);
    expect(failure.code).toBe(expected);
    expect(hasApiCode(failure, code)).toBe(true);
    expect(failure.words).toBe('Words.');
    // The code and the request id are in it in every language.
    for (const language of ['en', 'zh'] as const) {
      expect(inWords(failure, language)).toContain(code);
      expect(inWords(failure, language)).toContain('req-1');
    }
  });

  test('shows the words of Tencent, its code and the request id', async () => {
    const failure = await failed(bad('FailedOperation.DomainIsLocked', '域名已锁定'));
    expect(failure.text.why.zh).toBe('腾讯云返回：域名已锁定（FailedOperation.DomainIsLocked，请求 ID req-bad）');
    expect(failure.text.what.en).toBe('Tencent Cloud refuses dnspod:DescribeDomain (FailedOperation.DomainIsLocked).');
  });

  test('that is not authorized names the action that CAM must allow', () => {
    const { text } = refusedBy('AuthFailure.UnauthorizedOperation');
    for (const part of [text.what.en, text.what.zh, text.cure.en, text.cure.zh])
      expect(part).toContain('dnspod:CreateRecord');
  });

  test('that is not authorized names the action as CAM does, if that is another name', () => {
    const words = 'you are not authorized to perform operation (cvm:CreateSecurityGroupPolicies) resource (qcs::x)';
    const { text } = refusedBy('UnauthorizedOperation', 'vpc:CreateSecurityGroupPolicies', words);
    expect(text.cure.en).toContain('Allow cvm:CreateSecurityGroupPolicies');
  });

  test('tells of another account where the domain is not of this one', () => {
    expect(refusedBy('FailedOperation.NotDomainOwner').text.cure.en).toContain('another Tencent Cloud account');
  });

  test('of an expired signature tells the time of the runner', () => {
    expect(refusedBy('AuthFailure.SignatureExpire').text.what.en).toContain('2026-01-02T03:04:05.000Z');
  });

  test('of a code that is not known gets the cure of its family, and of no known family a general one', () => {
    const cureOf = (code: string) => refusedBy(code).text.cure.en;
    expect(cureOf('LimitExceeded.NeverSeen')).toContain('quota');
    expect(cureOf('InvalidParameterValue.NeverSeen')).toBe(cureOf('InvalidParameter'));
    expect(cureOf('ResourceNotFound.NeverSeen')).toContain('console');
    expect(cureOf('NeverSeen.AtAll')).toContain('Follow Tencent');
    expect(cureOf('toString')).toBe(cureOf('NeverSeen.AtAll'));
    expect(cureOf('LimitExceeded')).not.toBe(cureOf('InvalidParameter'));
  });
});

describe('an answer that is none', () => {
  test.each<[string, Reply, string]>([
    ['of HTTP 503', { status: 503, body: 'no' }, 'HTTP 503'],
    ['of HTTP 403', { status: 403, body: 'no' }, 'HTTP 403'],
    ['without JSON', { body: '<html>', type: 'text/html' }, 'none of the API'],
    ['without Response', { body: '{}' }, 'none of the API'],
    ['of null', { body: 'null' }, 'none of the API'],
    ['of a word', { body: '{"Response":"hello"}' }, 'none of the API'],
    ['of events', { body: 'data: 1\n\n', type: 'text/event-stream' }, 'none of the API'],
  ])('%s is told as such', async (_, reply, words) => {
    const failure = await failed(reply);
    expect(failure.code).toBe('TENCENT_SERVER_ERROR');
    expect(failure.apiCode).toBeUndefined();
    expect(failure.text.what.en).toContain(words);
    expect(failure.text.what.en).not.toContain('html');
  });

  test('of HTTP 429 is waited for like a throttled account', async () => {
    expect(await failed({ status: 429, body: '' })).toMatchObject({ code: 'TENCENT_THROTTLED' });
  });
});

describe('no answer', () => {
  test('of a host whose certificate is not trusted tells so, and that nothing was sent', async () => {
    const { ca: _, ...untrusting } = api.agent().options;
    const { tencent } = open(api, { agent: new Agent(untrusting) });
    const failure = await thrown(tencent.call('dnspod:DeleteRecord', { Domain: 'example.com', RecordId: 1 }));
    expect(failure).toMatchObject({ code: 'TENCENT_UNREACHABLE', mayHaveTakenEffect: false });
    expect(failure.message).toMatch(/dnspod\.example\.com.*certificate/);
  });

  test.each([
    [
      'request to https://a.example.com/ failed, reason: connect ECONNREFUSED 127.0.0.1:443',
      'connect ECONNREFUSED 127.0.0.1:443',
      false,
    ],
    [
      'request to https://a.example.com/ failed, reason: getaddrinfo ENOTFOUND a.example.com',
      'getaddrinfo ENOTFOUND a.example.com',
      false,
    ],
    [
      'request to https://a.example.com/ failed, reason: self-signed certificate in certificate chain',
      'self-signed certificate in certificate chain',
      false,
    ],
    ['request to https://a.example.com/ failed, reason: socket hang up', 'socket hang up', true],
    ['request to https://a.example.com/ failed, reason: ', 'the connection failed', true],
    ['network timeout at: https://a.example.com/', 'timeout', true],
    ['something else', 'the connection failed', true],
  ])('%s', (message, reason, sent) => {
    expect(faultOf(Object.assign(new Error(message), { requestId: '' }))).toEqual({
      kind: 'unreachable',
      reason,
      sent,
    });
  });

  test('what is thrown by a body that breaks off', () => {
    const error = Object.assign(new Error('Invalid response body while trying to fetch https://a/: Premature close'), {
      type: 'system',
    });
    expect(faultOf(error)).toEqual({ kind: 'unreachable', reason: 'Premature close', sent: true });
  });
});

describe('secrets', () => {
  test.each([
    ['a SecretId that no header can hold', { secretId: new Secret('AKID\nexample-secret-id') }],
    ['a token that no header can hold', { token: new Secret('token-é\u0001of-a-session') }],
  ])('%s is told without it', async (_, part) => {
    api.replies = [bad('AuthFailure')];
    const { tencent } = open(api, { credentials: { ...lastingKey, ...part } });
    const failure = await thrown(tencent.call('dnspod:DescribeDomain', { Domain: 'example.com' }));
    expect(failure).toMatchObject({ code: 'TENCENT_REQUEST_UNWRITABLE', mayHaveTakenEffect: false });
    expect(JSON.stringify(failure) + failure.stack).not.toMatch(/example-secret-id|of-a-session/);
  });

  test('that Tencent repeats are not shown', async () => {
    const id = lastingKey.secretId.reveal();
    api.replies = [bad('AuthFailure.SecretIdNotFound', `SecretId ${id} is not found,\n::error:: of the key`)];
    const { tencent } = open(api);
    const failure = (await thrown(tencent.call('dnspod:DescribeDomain', { Domain: 'example.com' }))) as ApiFailure;
    expect(failure.text.why.en).toContain('SecretId *** is not found, ::error:: of the key');
    expect(inWords(failure, 'zh')).not.toContain(id);
  });
});
