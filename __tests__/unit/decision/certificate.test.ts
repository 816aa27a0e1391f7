import { createPublicKey, X509Certificate } from 'node:crypto';
import { checkProvided, chooseExisting } from '../../../src/decision/certificate.ts';
import { parseDump } from '../../../src/nginx/configuration.ts';
import type { CertificateFiles } from '../../../src/survey/certificates.ts';
import { type Authority, bundle, type Issued, openAuthority, rootsOf, usualFamily } from '../certificate/authority.ts';
import { settings } from '../deployment/decision-inputs.ts';
import { codes } from '../settings/inputs.ts';

let authority: Authority;
let family: ReturnType<typeof usualFamily>;
let newer: Issued;
let other: Issued;
beforeAll(() => {
  authority = openAuthority();
  family = usualFamily(authority);
  newer = authority.issue(family.intermediate, {
    name: 'api.example.com',
    dns: ['api.example.com'],
    until: '20991231',
  });
  other = authority.issue(family.intermediate, {
    name: 'www.example.com',
    dns: ['www.example.com'],
    until: '20991231',
  });
});
afterAll(() => authority?.remove());

const now = new Date();

function pem(chain: string, key: string) {
  return settings({ 'certificate-chain': chain, 'certificate-key': key });
}

/** What the server has: name -> pair, under /etc/nginx/ssl. */
function files(pairs: Readonly<Record<string, readonly [chain: string, key: string | undefined]>>): CertificateFiles {
  const entries = Object.entries(pairs);
  return {
    certificates: entries.map(([name, [text]]) => ({ path: `/etc/nginx/ssl/${name}.crt`, text })),
    keys: entries.flatMap(([name, [, key]]) =>
      key === undefined
        ? []
        : [
            {
              path: `/etc/nginx/ssl/${name}.key`,
              publicKey: createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString(),
            },
          ],
    ),
  };
}

function choose(there: CertificateFiles, named?: string) {
  const server = `server { listen 443 ssl; server_name api.example.com; ssl_certificate ssl/${named}.crt; ssl_certificate_key ssl/${named}.key; }`;
  const nginx = `# configuration file /etc/nginx/nginx.conf:\nhttp { ${named === undefined ? '' : server} }\n`;
  return chooseExisting('api.example.com', there, parseDump(nginx), now, rootsOf(family.root));
}

test('a provided pair lies where its fingerprint says', () => {
  const { leaf, intermediate, root } = family;
  const chosen = checkProvided(pem(bundle(intermediate, leaf), leaf.keyPem), now, rootsOf(root));
  const fingerprint = new X509Certificate(leaf.pem).fingerprint256.replaceAll(':', '').toLowerCase();
  expect(chosen?.certificate.fingerprint).toBe(fingerprint);
  expect(chosen?.pair).toEqual({
    chainPath: `/etc/nginx/ssl/api.example.com/${fingerprint}/api.example.com_bundle.crt`,
    keyPath: `/etc/nginx/ssl/api.example.com/${fingerprint}/api.example.com.key`,
  });
  // Put in order on the way.
  expect(new X509Certificate(chosen?.install?.chain ?? '').fingerprint256).toBe(
    new X509Certificate(leaf.pem).fingerprint256,
  );
  expect(JSON.stringify(chosen?.install)).not.toContain('PRIVATE KEY');
});

test('a provided pair that is wrong is refused with all that is wrong; none is asked for with `existing`', () => {
  const roots = rootsOf(family.root);
  expect(codes(() => checkProvided(pem(family.leaf.pem, newer.keyPem), now, roots))).toEqual(
    expect.arrayContaining(['CERTIFICATE_KEY_MISMATCH', 'CERTIFICATE_CHAIN_INCOMPLETE']),
  );
  expect(checkProvided(settings(), now, roots)).toBeUndefined();
});

test('the pair that nginx names comes before a newer one', () => {
  const { leaf, intermediate } = family;
  const there = files({
    old: [bundle(leaf, intermediate), leaf.keyPem],
    new: [bundle(newer, intermediate), newer.keyPem],
  });
  expect(choose(there, 'old').pair.chainPath).toBe('/etc/nginx/ssl/old.crt');
  expect(choose(there, 'old').install).toBeUndefined();
  expect(choose(there).pair).toEqual({ chainPath: '/etc/nginx/ssl/new.crt', keyPath: '/etc/nginx/ssl/new.key' });
});

test('what cannot be served is passed over: another name, no chain, no key, no certificate', () => {
  const { leaf, intermediate } = family;
  const there = files({
    other: [bundle(other, intermediate), other.keyPem],
    alone: [newer.pem, newer.keyPem],
    keyless: [bundle(newer, intermediate), undefined],
    nonsense: ['-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n', leaf.keyPem],
    good: [bundle(leaf, intermediate), leaf.keyPem],
  });
  // `keyless` finds the key of `alone`, which is its own.
  expect(choose(there).pair).toEqual({ chainPath: '/etc/nginx/ssl/keyless.crt', keyPath: '/etc/nginx/ssl/alone.key' });
  const without = { ...there, keys: there.keys.filter(({ path }) => !path.includes('alone')) };
  expect(choose(without).pair.chainPath).toBe('/etc/nginx/ssl/good.crt');
});

test('a pair that nginx names and that is wrong is told, not passed over', () => {
  const { leaf, intermediate } = family;
  const there = files({ named: [leaf.pem, leaf.keyPem], good: [bundle(newer, intermediate), newer.keyPem] });
  expect(codes(() => choose(there, 'named'))).toEqual(['CERTIFICATE_CHAIN_INCOMPLETE']);
});

test('of several that nginx names for the domain that which ends last: another application may have renewed it', () => {
  const { leaf, intermediate } = family;
  const there = files({
    own: [bundle(leaf, intermediate), leaf.keyPem],
    renewed: [bundle(newer, intermediate), newer.keyPem],
  });
  const server = (name: string, port: number) =>
    `server { listen ${port} ssl; server_name api.example.com; ssl_certificate ssl/${name}.crt; ssl_certificate_key ssl/${name}.key; }`;
  const dump = `# configuration file /etc/nginx/nginx.conf:\nhttp { ${server('own', 8014)} ${server('renewed', 8015)} }\n`;
  const chosen = chooseExisting('api.example.com', there, parseDump(dump), now, rootsOf(family.root));
  expect(chosen.pair.chainPath).toBe('/etc/nginx/ssl/renewed.crt');
});

test('what nginx sends is counted in the file as it is: also what belongs to no chain', () => {
  const { leaf, intermediate } = family;
  const there = files({ named: [bundle(leaf, intermediate) + intermediate.pem, leaf.keyPem] });
  expect(choose(there, 'named').sent).toBe(3);
});

test('none at all', () => {
  expect(codes(() => choose(files({})))).toEqual(['CERTIFICATE_NOT_FOUND']);
});
