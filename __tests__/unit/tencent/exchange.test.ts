import { failure } from '../../../src/messages/failure.ts';
import { Secret } from '../../../src/redaction/secret.ts';
import type { ApiFailure } from '../../../src/tencent/api-failure.ts';
import { type ApiServer, bad, good, open, openApiServer, thrown } from './api-server.ts';

let api: ApiServer;
beforeAll(async () => {
  api = await openApiServer();
});
afterAll(() => api.close());
beforeEach(() => {
  api.seen.length = 0;
});

const credentials = { kind: 'oidc', roleArn: 'qcs::cam::uin/1:roleName/deploy', provider: 'github' } as const;
const given = good({
  Credentials: { TmpSecretId: 'TMPID-example', TmpSecretKey: 'TMPKEY-example', Token: 'TMPTOKEN-example' },
  ExpiredTime: 1,
});
const read = ['dnspod:DescribeDomain', { Domain: 'example.com' }] as const;

function opened(events: string[] = [], token = 'the-id-token') {
  return open(api, {
    credentials,
    idToken: async (audience) => {
      events.push(`asked for ${audience}`);
      return new Secret(token);
    },
    hide: (secret) => events.push(`hid ${secret.reveal()}`),
  });
}

describe('an account by OIDC', () => {
  test('exchanges the ID token once, unsigned, for the key of all calls', async () => {
    api.replies = [given, good()];
    const { tencent } = opened();
    await Promise.all([tencent.call(...read), tencent.call(...read)]);
    await tencent.call('sts:AssumeRoleWithWebIdentity', {} as never).catch(() => {});
    const [exchange, ...others] = api.seen;
    expect(exchange?.headers).toMatchObject({
      host: 'sts.example.com',
      authorization: 'SKIP',
      'x-tc-action': 'AssumeRoleWithWebIdentity',
      'x-tc-version': '2018-08-13',
      'x-tc-region': 'ap-guangzhou',
    });
    expect(JSON.parse(exchange?.body ?? '')).toEqual({
      ProviderId: 'github',
      WebIdentityToken: 'the-id-token',
      RoleArn: 'qcs::cam::uin/1:roleName/deploy',
      RoleSessionName: 'owner-repo-17.1',
    });
    expect(others).toHaveLength(3);
    for (const { headers } of others) {
      expect(headers.authorization).toContain('Credential=TMPID-example/');
      expect(headers['x-tc-token']).toBe('TMPTOKEN-example');
    }
  });

  test('hides each secret before it does anything with it', async () => {
    const events: string[] = [];
    api.replies = [
      () => {
        events.push('exchange');
        return given;
      },
      () => {
        events.push('call');
        return good();
      },
    ];
    await opened(events).tencent.call(...read);
    expect(events).toEqual([
      'asked for sts.tencentcloudapi.com',
      'hid the-id-token',
      'exchange',
      'hid TMPID-example',
      'hid TMPKEY-example',
      'hid TMPTOKEN-example',
      'call',
    ]);
  });

  test.each([
    'InvalidParameter.WebIdentityTokenError',
    'AuthFailure.OIDCConfigNotFound',
    'ResourceNotFound.RoleNotFound',
  ])('that STS refuses (%s) tells role, provider, what CAM said and what to check', async (code) => {
    api.replies = [bad(code, 'token the-id-token is not accepted')];
    const failed = await thrown(opened().tencent.call(...read));
    expect(failed).toMatchObject({ code: 'OIDC_REFUSED' });
    const words = JSON.stringify(failed);
    for (const part of [credentials.roleArn, 'github', code, 'req-bad', 'token *** is not accepted', 'oidc:sub'])
      expect(words).toContain(part);
    expect(words).not.toContain('the-id-token');
    expect(api.seen).toHaveLength(1);
  });

  test('that STS refuses tells the subject of the token, which the trust policy must allow', async () => {
    const encode = (claims: object) => Buffer.from(JSON.stringify(claims)).toString('base64url');
    const cureFor = async (claims: object) => {
      api.replies = [bad('UnauthorizedOperation')];
      const failed = await thrown(opened([], `head.${encode(claims)}.signature`).tencent.call(...read));
      return (failed as ApiFailure).text.cure;
    };
    const sub = 'repo:octocat@1/shop@2:ref:refs/heads/main';
    const cure = await cureFor({ sub });
    expect(cure.en).toContain(`\`${sub}\``);
    expect(cure.zh).toContain(`\`${sub}\``);
    for (const claims of [{}, { sub: 8014 }, { sub: 'repo:two\nlines' }])
      expect((await cureFor(claims)).en).toContain('`repo:OWNER@ID/REPOSITORY@ID:ref:refs/heads/main`');
  });

  test.each([
    ['AuthFailure.SignatureExpire', 'TENCENT_CLOCK_SKEW'],
    ['RequestLimitExceeded', 'TENCENT_THROTTLED'],
  ])('whose exchange ends by %s tells that', async (code, expected) => {
    api.replies = [bad(code)];
    expect(await thrown(opened().tencent.call(...read))).toMatchObject({ code: expected });
  });

  test('that gets no credentials calls it no answer', async () => {
    api.replies = [good({ Credentials: { TmpSecretId: 'TMPID-example' } })];
    expect(await thrown(opened().tencent.call(...read))).toMatchObject({ code: 'TENCENT_SERVER_ERROR' });
  });

  test('tells why it gets no ID token, and sends nothing', async () => {
    const missing = failure('OIDC_PERMISSION_MISSING', {});
    const { tencent } = open(api, { credentials, idToken: () => Promise.reject(missing) });
    expect(await thrown(tencent.call(...read))).toBe(missing);
    expect(api.seen).toHaveLength(0);
  });

  test('tries the exchange once more for a later call', async () => {
    api.replies = [
      bad('InternalError.Once'),
      bad('InternalError.Once'),
      bad('InternalError.Once'),
      bad('InternalError.Once'),
    ];
    const { tencent } = opened();
    await thrown(tencent.call(...read));
    api.replies = [given, good()];
    expect(await tencent.call(...read)).toMatchObject({ RequestId: 'req-good' });
  });
});
