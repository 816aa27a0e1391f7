import { createHash, createHmac } from 'node:crypto';
import { checkSignature, type Key, type Signed } from '../../../../practice/tencent/signature.ts';

// Signs on its own, step by step as Tencent's documentation of signature version 3 says, so that both can be wrong.

const now = new Date('2026-11-26T10:00:00Z');
const id = 'AKIDexample';
const keys: Readonly<Record<string, Key>> = {
  [id]: { secretKey: 'secret' },
  AKIDtemporary: { secretKey: 'secret', token: 'token', ends: new Date('2026-11-26T12:00:00Z') },
};
const check = (request: Signed, at = now): string => checkSignature(request, 'dnspod', (one) => keys[one], at);

interface Choices {
  secretId?: string;
  secretKey?: string;
  service?: string;
  token?: string;
  signedHost?: string;
  body?: string;
}

function signed(choices: Choices = {}): Signed {
  const { secretId = id, secretKey = 'secret', service = 'dnspod', token, signedHost, body = '{}' } = choices;
  const host = 'dnspod.tencentcloudapi.com';
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
  const mac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
  const headers = `content-type:application/json\nhost:${signedHost ?? host}\n`;
  const canonical = `POST\n/\n\n${headers}\ncontent-type;host\n${hash('{}')}`;
  const scope = `2026-11-26/${service}/tc3_request`;
  const text = `TC3-HMAC-SHA256\n${now.getTime() / 1000}\n${scope}\n${hash(canonical)}`;
  const signing = mac(mac(mac(`TC3${secretKey}`, '2026-11-26'), service), 'tc3_request');
  const signature = mac(signing, text).toString('hex');
  return {
    method: 'POST',
    url: '/',
    body: Buffer.from(body),
    headers: {
      host,
      'content-type': 'application/json',
      'x-tc-timestamp': String(now.getTime() / 1000),
      'x-tc-token': token,
      authorization: `TC3-HMAC-SHA256 Credential=${secretId}/${scope}, SignedHeaders=content-type;host, Signature=${signature}`,
    },
  };
}

const refusal = (code: string) => expect.objectContaining({ code });

test('takes a request that is signed as documented', () => {
  expect(check(signed())).toBe(id);
  expect(check(signed({ secretId: 'AKIDtemporary', token: 'token' }))).toBe('AKIDtemporary');
});

test.each<[string, Choices]>([
  ['another key', { secretKey: 'other' }],
  ['a scope of another product', { service: 'cvm' }],
  ['a scope that is no product', { service: '127' }],
  ['another host than the header says', { signedHost: 'dnspod.tencentcloudapi.com:443' }],
  ['another body', { body: '{"Domain":"example.com"}' }],
])('refuses %s', (_, choices) => {
  expect(() => check(signed(choices))).toThrow(refusal('AuthFailure.SignatureFailure'));
});

test('refuses a clock that is more than five minutes away, on either side', () => {
  const after = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);
  expect(check(signed(), after(300))).toBe(id);
  expect(check(signed(), after(-300))).toBe(id);
  expect(() => check(signed(), after(301))).toThrow(refusal('AuthFailure.SignatureExpire'));
  expect(() => check(signed(), after(-301))).toThrow(refusal('AuthFailure.SignatureExpire'));
});

test('refuses an unknown id, and a token that is missing, wrong, superfluous or of the past', () => {
  expect(() => check(signed({ secretId: 'AKIDother' }))).toThrow(refusal('AuthFailure.SecretIdNotFound'));
  const temporary = { secretId: 'AKIDtemporary' };
  for (const choices of [temporary, { ...temporary, token: 'other' }, { token: 'token' }]) {
    expect(() => check(signed(choices))).toThrow(refusal('AuthFailure.TokenFailure'));
  }
  const late: Key = { secretKey: 'secret', token: 'token', ends: now };
  const request = signed({ ...temporary, token: 'token' });
  expect(() => checkSignature(request, 'dnspod', () => late, now)).toThrow(refusal('AuthFailure.TokenFailure'));
});

test('refuses a request without a signature', () => {
  const { headers, ...rest } = signed();
  const bare = { ...rest, headers: { ...headers, authorization: 'SKIP' } };
  expect(() => check(bare)).toThrow(refusal('AuthFailure.InvalidAuthorization'));
});
