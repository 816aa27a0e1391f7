import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anchorOf, commonName, covers, fingerprint, namesOf, readChain } from '../../../src/certificate/chain.ts';
import { bundle, openAuthority, openssl, rootsOf, usualFamily } from './authority.ts';

const authority = openAuthority();
const { root, intermediate, leaf } = usualFamily(authority);
const otherRoot = authority.selfSigned({ name: 'Other Root' });
// The same name as the root's, but another key: the name alone must not count.
const impostor = authority.selfSigned({ name: 'Test Root' });
const crossSigned = authority.crossSign(otherRoot, root, { name: 'Test Root', from: '20200101', until: '20210101' });
const stranger = authority.selfSigned({ name: 'Stranger' });
const selfSigned = authority.selfSigned({ name: 'api.example.com', dns: ['api.example.com'] });
afterAll(() => authority.remove());

const now = new Date();

function orderOf(pem: string) {
  const chain = readChain(pem, 'x');
  const names = (list: readonly { subject: string }[]) => list.map(({ subject }) => commonName(subject));
  return {
    order: names(chain.certificates),
    reordered: chain.reordered,
    duplicates: chain.duplicates,
    unused: names(chain.unused),
  };
}

const full = ['api.example.com', 'Test Intermediate', 'Test Root'];
const plain = { reordered: false, duplicates: 0, unused: [] as string[] };

describe('readChain', () => {
  test.each([
    ['leaf first', bundle(leaf, intermediate), { ...plain, order: full.slice(0, 2) }],
    ['root included', bundle(leaf, intermediate, root), { ...plain, order: full }],
    ['leaf last', bundle(root, intermediate, leaf), { ...plain, order: full, reordered: true }],
    ['intermediates swapped', bundle(leaf, root, intermediate), { ...plain, order: full, reordered: true }],
    ['twice', bundle(leaf, leaf, intermediate, leaf), { ...plain, order: full.slice(0, 2), duplicates: 2 }],
    ['leaf alone', bundle(leaf), { ...plain, order: full.slice(0, 1) }],
    ['self-signed', bundle(selfSigned), { ...plain, order: ['api.example.com'] }],
    [
      'a stranger behind',
      bundle(leaf, intermediate, stranger),
      { ...plain, order: full.slice(0, 2), unused: ['Stranger'] },
    ],
    [
      'a stranger before',
      bundle(stranger, leaf, intermediate),
      { ...plain, order: full.slice(0, 2), unused: ['Stranger'] },
    ],
    [
      'issuer by name only',
      bundle(leaf, intermediate, impostor),
      { ...plain, order: full.slice(0, 2), unused: ['Test Root'] },
    ],
  ])('%s', (_name, pem, expected) => {
    expect(orderOf(pem)).toEqual(expected);
  });

  test('any order of the same certificates gives the same chain', () => {
    const shuffled = fc.shuffledSubarray([leaf, intermediate, root, stranger], { minLength: 4 });
    fc.assert(
      fc.property(shuffled, (some) => expect(orderOf(bundle(...some)).order).toEqual(full)),
      { numRuns: 24 },
    );
  });
});

describe('anchorOf', () => {
  const trusted = rootsOf(root);
  test.each([
    ['complete', bundle(leaf, intermediate), trusted, 'trusted', 2],
    ['root included', bundle(leaf, intermediate, root), trusted, 'trusted', 2],
    ['no intermediate', bundle(leaf), trusted, 'incomplete', 1],
    ['nobody trusted', bundle(leaf, intermediate), rootsOf(otherRoot), 'incomplete', 2],
    ['private root sent', bundle(leaf, intermediate, root), rootsOf(otherRoot), 'untrusted', 3],
    ['self-signed', bundle(selfSigned), trusted, 'untrusted', 1],
    ['self-signed and trusted itself', bundle(selfSigned), rootsOf(selfSigned), 'trusted', 1],
    ['a root of the same name', bundle(leaf, intermediate), rootsOf(impostor), 'incomplete', 2],
    ['the right one behind one of the same name', bundle(leaf, intermediate), rootsOf(impostor, root), 'trusted', 2],
    ['expired cross-signed one beyond the root', bundle(leaf, intermediate, crossSigned), trusted, 'trusted', 2],
    ['the other way of a cross-signed one', bundle(leaf, intermediate, crossSigned), rootsOf(otherRoot), 'trusted', 3],
  ] as const)('%s', (_name, pem, roots, kind, length) => {
    const anchor = anchorOf(readChain(pem, 'x'), roots, now);
    expect({ kind: anchor.kind, length: anchor.path.length }).toEqual({ kind, length });
  });

  test('a root that has expired is not trusted', () => {
    const later = new Date(now.getTime() + 400 * 86_400_000);
    expect(anchorOf(readChain(bundle(leaf, intermediate), 'x'), trusted, later).kind).toBe('incomplete');
  });
});

describe('facts of a certificate', () => {
  const [certificate] = readChain(leaf.pem, 'x').certificates;

  test('the fingerprint is the one of openssl', () => {
    const folder = authority.folder;
    const digest = openssl(folder, ['x509', '-in', '3/cert.pem', '-noout', '-fingerprint', '-sha256']);
    expect(fingerprint(certificate)).toBe(digest.trim().split('=')[1]?.replaceAll(':', '').toLowerCase());
  });

  test('names', () => expect(namesOf(certificate)).toEqual(['api.example.com', '*.shop.example.com']));

  test.each([
    ['api.example.com', true],
    ['API.example.com', true],
    ['a.shop.example.com', true],
    ['a.b.shop.example.com', false],
    ['shop.example.com', false],
    ['example.com', false],
    ['xapi.example.com', false],
  ])('covers %s: %s', (host, expected) => expect(covers(certificate, host)).toBe(expected));

  test('the common name alone covers nothing', () => {
    const nameless = authority.selfSigned({ name: 'api.example.com', dns: [] });
    expect(covers(readChain(nameless.pem, 'x').certificates[0], 'api.example.com')).toBe(false);
  });

  test.each([
    ['C=CN\nO=Authority\nCN=Some CA', 'Some CA'],
    ['C=CN\nO=Authority', 'Authority'],
    ['C=CN\nL=Shenzhen', 'C=CN, L=Shenzhen'],
    [undefined, ''],
  ])('common name of %j', (distinguishedName, expected) => expect(commonName(distinguishedName)).toBe(expected));
});
