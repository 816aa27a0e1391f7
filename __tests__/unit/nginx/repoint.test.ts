import fc from 'fast-check';
import { isUntouched, managedBy } from '../../../src/nginx/label.ts';
import { renderSite } from '../../../src/nginx/render-site.ts';
import { pairsIn, repoint } from '../../../src/nginx/repoint.ts';
import type { CertificatePair, Site } from '../../../src/nginx/site.ts';
import { nginx, site } from './site.ts';

const version = nginx(1, 22, 1);
const from = site.certificate;
const to: CertificatePair = {
  chainPath: `/etc/nginx/ssl/api.example.com/${'c'.repeat(64)}/api.example.com_bundle.crt`,
  keyPath: `/etc/nginx/ssl/api.example.com/${'c'.repeat(64)}/api.example.com.key`,
};

function rendered(changes: Partial<Site> = {}): Buffer {
  return Buffer.from(renderSite({ ...site, ...changes }, version), 'utf8');
}

test.each<[string, Partial<Site>]>([
  ['the least', {}],
  [
    'plain http, IPv6 and a snippet in Chinese',
    { publishedAppPort: 8004, ipv6: true, snippet: '# 上传\nadd_header A "值";' },
  ],
  ['a second pair from the snippet', { snippet: 'ssl_certificate /own/rsa.crt;\nssl_certificate_key /own/rsa.key;' }],
  ['paths that must be quoted', { certificate: { chainPath: '/etc/my ssl/"a".crt', keyPath: '/etc/my ssl/a.key' } }],
])('%s: repointed, it is what its application would render with the other pair', (_, changes) => {
  const after = repoint(rendered(changes), changes.certificate ?? from, to);
  expect(after.toString()).toBe(rendered({ ...changes, certificate: to }).toString());
  expect(isUntouched(after.toString())).toBe(true);
  expect(managedBy(after.toString())?.configuration).not.toBe(managedBy(rendered(changes).toString())?.configuration);
});

test('there and back is the same to the byte, whatever the site', () => {
  const sites = fc.record({
    httpsPort: fc.integer({ min: 1, max: 8003 }),
    publishedAppPort: fc.option(fc.constant(8004), { nil: undefined }),
    snippet: fc.option(fc.constantFrom('add_header A b;', '# 注释', 'location /x { return 204; }'), { nil: undefined }),
  });
  fc.assert(
    fc.property(sites, (changes) => {
      const before = rendered(changes);
      expect(repoint(repoint(before, from, to), to, from).equals(before)).toBe(true);
    }),
  );
});

test('one edited by hand keeps its edits, in whatever encoding, and its hash', () => {
  const remark = Buffer.from([0x23, 0x20, 0xd6, 0xd0, 0xce, 0xc4, 0x0a]); // GBK
  const edited = Buffer.concat([rendered(), remark]);
  const after = repoint(edited, from, to);
  expect(managedBy(after.toString())).toEqual(managedBy(rendered().toString()));
  expect(isUntouched(after.toString())).toBe(false);
  expect(after.subarray(-remark.length).equals(remark)).toBe(true);
  expect(pairsIn(after)).toEqual([to]);
  expect(repoint(after, to, from).equals(edited)).toBe(true);
});

test('what names another pair is not changed', () => {
  const other = { chainPath: '/own/a.crt', keyPath: '/own/a.key' };
  expect(repoint(rendered({ certificate: other }), from, to).equals(rendered({ certificate: other }))).toBe(true);
});

test('the pairs of a file: the rendered one first, then those of the snippet', () => {
  const snippet = 'ssl_certificate /own/rsa.crt; ssl_certificate_key /own/rsa.key;';
  expect(pairsIn(rendered({ snippet, publishedAppPort: 8004 }))).toEqual([
    from,
    { chainPath: '/own/rsa.crt', keyPath: '/own/rsa.key' },
  ]);
  expect(pairsIn(Buffer.from('server { listen 80; }'))).toEqual([]);
});
