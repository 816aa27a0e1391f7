import { generateKeyPairSync } from 'node:crypto';
import { readDirectory } from '../../../src/acme/directory.ts';
import { readRetryAfter, refusalOf } from '../../../src/acme/problem.ts';
import { openSession } from '../../../src/acme/session.ts';
import { Secret } from '../../../src/redaction/secret.ts';
import { directoryUrl, type FakeAuthority, fakeAuthority, problem } from './fake-authority.ts';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const key = new Secret(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());

let authority: FakeAuthority;
beforeEach(() => {
  authority = fakeAuthority();
});
const open = async (email?: string) => {
  const { transport } = authority;
  return openSession(transport, await readDirectory(transport, directoryUrl), key, email, () => 0);
};

test('makes an account for the key, and orders', async () => {
  const session = await open('ops@example.com');
  expect(session.account).toBe('https://acme.example.com/me');
  const order = await session.order('api.example.com', 'AQ.EQ');
  expect(order).toMatchObject({ url: 'https://acme.example.com/order', status: 'pending' });
  const identifiers = [{ type: 'dns', value: 'api.example.com' }];
  expect(authority.seen).toEqual([
    { path: '/account', payload: { onlyReturnExisting: true } },
    { path: '/account', payload: { termsOfServiceAgreed: true, contact: ['mailto:ops@example.com'] } },
    { path: '/orders', payload: { identifiers, replaces: 'AQ.EQ' } },
  ]);
  expect(await session.chain({ ...order, status: 'valid' })).toBe('PEM');
});

test.each([
  ['is left as it is', undefined, []],
  ['with the same contact as well', 'old@example.com', []],
  ['is told a new contact', 'new@example.com', [{ path: '/me', payload: { contact: ['mailto:new@example.com'] } }]],
])('an account that is there %s', async (_, email, changes) => {
  authority.account = ['mailto:old@example.com'];
  const session = await open(email);
  expect(session.account).toBe('https://acme.example.com/me');
  expect(authority.seen.filter(({ path, payload }) => path === '/me' && payload !== undefined)).toEqual(changes);
  expect(authority.seen.filter(({ payload }) => payload?.termsOfServiceAgreed === true)).toEqual([]);
});

test('a bad nonce is tried again', async () => {
  const bad = problem(400, 'badNonce', 'used');
  authority.instead['/orders'] = [
    bad,
    bad,
    { status: 201, body: {}, headers: { location: 'https://acme.example.com/order' } },
  ];
  await (await open()).order('api.example.com', undefined);
  expect(authority.seen.filter(({ path }) => path === '/orders')).toHaveLength(3);
});

test('a limit is told in the authority’s words, with the time from which it is over', async () => {
  authority.instead['/orders'] = [problem(429, 'rateLimited', 'too many certificates', { 'retry-after': '3600' })];
  const error = await (await open()).order('api.example.com', undefined).catch((thrown: unknown) => thrown);
  const failure = refusalOf(error, 'acme.example.com');
  expect(failure).toMatchObject({ code: 'ACME_RATE_LIMITED' });
  expect(JSON.stringify(failure)).toMatch(/until 1970-01-01T01:00:00.000Z.*too many certificates/);
});

test('other refusals keep type and words, those of each name as well', async () => {
  const subproblems = [{ type: 'urn:ietf:params:acme:error:caa', detail: 'CAA forbids api.example.com' }];
  const refused = problem(403, 'rejectedIdentifier', 'no\nsuch thing');
  authority.instead['/orders'] = [{ ...refused, body: { ...(refused.body as object), subproblems } }];
  const error = await (await open()).order('api.example.com', undefined).catch((thrown: unknown) => thrown);
  expect(refusalOf(error, 'acme.example.com')).toMatchObject({
    code: 'ACME_REFUSED',
    text: { why: { en: 'acme.example.com answers: no such thing; CAA forbids api.example.com (rejectedIdentifier)' } },
  });
});

test.each([
  ['120', '1970-01-01T00:02:00.000Z'],
  ['Fri, 27 Nov 2026 01:00:00 GMT', '2026-11-27T01:00:00.000Z'],
  ['soon', undefined],
  [undefined, undefined],
])('Retry-After %s', (header, expected) => {
  expect(readRetryAfter(header, 0)?.toISOString()).toBe(expected);
});
