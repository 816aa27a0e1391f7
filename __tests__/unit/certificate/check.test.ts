import { afterAll, describe, expect, test } from '@jest/globals';
import { checkPair, type Pair } from '../../../src/certificate/check.ts';
import { readPrivateKey } from '../../../src/certificate/key.ts';
import { trustedRoots } from '../../../src/certificate/roots.ts';
import { Secret } from '../../../src/redaction/secret.ts';
import { bundle, keyOf, openAuthority, rootsOf, usualFamily } from './authority.ts';

const DAY_MS = 86_400_000;
const authority = openAuthority();
const { root, intermediate, leaf } = usualFamily(authority);
const oldIntermediate = authority.issue(root, { name: 'Old Intermediate', from: '20200101', until: '20210101' });
const underOld = authority.issue(oldIntermediate, { name: 'api.example.com', dns: ['api.example.com'] });
const expired = authority.issue(intermediate, {
  name: 'api.example.com',
  dns: ['api.example.com'],
  from: '20200101',
  until: '20200401',
});
const future = authority.issue(intermediate, {
  name: 'api.example.com',
  dns: ['api.example.com'],
  from: '20400101',
  until: '20400401',
});
const selfSigned = authority.selfSigned({ name: 'api.example.com', dns: ['api.example.com'] });
const nameless = authority.issue(intermediate, { name: 'api.example.com', dns: [] });
afterAll(() => authority.remove());

const good: Pair = {
  chainPem: bundle(leaf, intermediate),
  keyPem: keyOf(leaf),
  domain: 'api.example.com',
  now: new Date(),
  roots: rootsOf(root),
};

const codesOf = (pair: Pair) => checkPair(pair).problems.map(({ code }) => code);

describe('checkPair', () => {
  test('a good pair: no word, all facts', () => {
    const { certificate, key, ...rest } = checkPair(good);
    expect(rest).toEqual({ problems: [], warnings: [], notes: [] });
    expect(certificate).toMatchObject({
      names: ['api.example.com', '*.shop.example.com'],
      issuer: 'Test Intermediate',
      chainPem: good.chainPem,
    });
    expect(certificate?.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(key?.reveal()).toBe(leaf.keyPem);
  });

  test.each<[string, Partial<Pair>, string[]]>([
    ['key of another', { keyPem: keyOf(intermediate) }, ['CERTIFICATE_KEY_MISMATCH']],
    ['no key at all', { keyPem: new Secret('nonsense') }, ['CERTIFICATE_KEY_INVALID']],
    ['wildcard', { domain: 'a.shop.example.com' }, []],
    ['another name', { domain: 'www.example.com' }, ['CERTIFICATE_NAMES']],
    ['no name', { chainPem: bundle(nameless, intermediate), keyPem: keyOf(nameless) }, ['CERTIFICATE_NAMES']],
    ['expired', { chainPem: bundle(expired, intermediate), keyPem: keyOf(expired) }, ['CERTIFICATE_EXPIRED']],
    [
      'intermediate expired',
      { chainPem: bundle(underOld, oldIntermediate), keyPem: keyOf(underOld) },
      ['CERTIFICATE_EXPIRED'],
    ],
    ['not yet valid', { chainPem: bundle(future, intermediate), keyPem: keyOf(future) }, ['CERTIFICATE_NOT_YET_VALID']],
    ['no intermediate', { chainPem: bundle(leaf) }, ['CERTIFICATE_CHAIN_INCOMPLETE']],
    ['self-signed', { chainPem: bundle(selfSigned), keyPem: keyOf(selfSigned) }, ['CERTIFICATE_CHAIN_UNTRUSTED']],
    ['private root', { chainPem: bundle(leaf, intermediate, root), roots: [] }, ['CERTIFICATE_CHAIN_UNTRUSTED']],
    ['out of order', { chainPem: bundle(root, intermediate, leaf) }, []],
    [
      'unreadable both',
      { chainPem: '?', keyPem: new Secret('?') },
      ['CERTIFICATE_UNREADABLE', 'CERTIFICATE_KEY_INVALID'],
    ],
    ['key in chain', { chainPem: bundle(leaf, intermediate) + leaf.keyPem }, ['CERTIFICATE_KEY_IN_CHAIN']],
    [
      'four at once',
      { chainPem: bundle(expired), domain: 'www.example.com' },
      ['CERTIFICATE_KEY_MISMATCH', 'CERTIFICATE_NAMES', 'CERTIFICATE_EXPIRED', 'CERTIFICATE_CHAIN_INCOMPLETE'],
    ],
  ])('%s', (_name, part, codes) => {
    expect(codesOf({ ...good, ...part })).toEqual(codes);
  });

  test('without a key, the chain alone is checked', () => {
    const { keyPem: _, ...chainOnly } = good;
    const checked = checkPair(chainOnly);
    expect(checked.problems).toEqual([]);
    expect(checked).not.toHaveProperty('key');
  });

  test('texts name the cause: names, missing issuer and where it can be had, source', () => {
    const source = '/etc/nginx/ssl/api.example.com.crt';
    const { problems } = checkPair({ ...good, chainPem: bundle(leaf), domain: 'www.example.com', source });
    const [names, incomplete] = problems;
    expect(names?.text.what.en).toContain('It is valid for: api.example.com, *.shop.example.com');
    expect(names?.text.what.zh).toContain(source);
    expect(incomplete?.text.what.en).toContain('"Test Intermediate", which issued that of "api.example.com"');
    expect(incomplete?.text.cure.en).toContain('http://ca.example.com/intermediate.crt');
  });

  test('what is put right is said, and the chain is written so', () => {
    const { certificate, notes } = checkPair({ ...good, chainPem: bundle(root, intermediate, leaf, leaf, selfSigned) });
    expect(notes.map(({ en }) => en.split(' ').slice(0, 6).join(' '))).toEqual([
      'The certificates of the chain were',
      'Certificates that the chain held more',
      'Certificates that do not belong to',
      'The chain holds its root "Test',
    ]);
    expect(certificate?.chainPem).toBe(bundle(leaf, intermediate, root));
  });

  test.each([
    [14.5, []],
    [13.5, ['13 days']],
    [0.5, ['0 days']],
    [-0.5, []],
  ])('%d days before its end', (days, words) => {
    const end = checkPair(good).certificate?.notAfter.getTime() ?? 0;
    const { warnings } = checkPair({ ...good, now: new Date(end - days * DAY_MS) });
    expect(warnings.map(({ en }) => en.match(/\d+ days/)?.[0])).toEqual(words);
  });

  test('no text holds anything of the key', () => {
    const body = leaf.keyPem.split('\n')[1] ?? '';
    const checked = checkPair({ ...good, chainPem: leaf.pem, keyPem: keyOf(leaf), domain: 'www.example.com' });
    expect(JSON.stringify(checked)).not.toContain(body);
    expect(readPrivateKey(keyOf(leaf), 'x').pem.toString()).toBe('***');
  });
});

test("trustedRoots holds Mozilla's", () => {
  const names = trustedRoots().map(({ subject }) => subject);
  expect(names.some((subject) => subject.includes('CN=ISRG Root X1'))).toBe(true);
});
