import { X509Certificate } from 'node:crypto';
import { checkProvided } from '../../../src/decision/certificate.ts';
import { pairToServe, standingOf } from '../../../src/decision/renewal.ts';
import { type ManagedSite, managedSites } from '../../../src/deployment/managed-sites.ts';
import { planRenewal, type RenewableServer } from '../../../src/deployment/renewal.ts';
import type { ServedCertificate } from '../../../src/deployment/target.ts';
import type { Serving } from '../../../src/fragments/serving.ts';
import { renderSite } from '../../../src/nginx/render-site.ts';
import type { CertificatePair, Site } from '../../../src/nginx/site.ts';
import type { DeploySettings, RenewableCertificateSettings } from '../../../src/settings/settings.ts';
import { provisionedServer } from '../../../src/survey/provisioned-server.ts';
import { type Authority, bundle, type Issued, openAuthority, rootsOf, usualFamily } from '../certificate/authority.ts';
import { site as plain } from '../nginx/site.ts';
import { nginx, settings, surveyed } from './decision-inputs.ts';
import { release } from './release.ts';

const domain = 'api.example.com';
const own = '/etc/nginx/conf.d/mccm-server.conf';
const other = '/etc/nginx/conf.d/shop.conf';
const inDays = (days: number): Date => new Date(Date.now() + days * 86_400_000);
const staticSite = { root: `/docker/app/MCCM-server/static/${'a'.repeat(64)}`, path: '/admin/', fallback: true };

let authority: Authority;
let family: ReturnType<typeof usualFamily>;
let early: ServedCertificate;
let late: ServedCertificate;
let expired: ServedCertificate;
beforeAll(() => {
  authority = openAuthority();
  family = usualFamily(authority);
  const issue = (until: string) => authority.issue(family.intermediate, { name: domain, dns: [domain], until });
  [expired, early, late] = [
    chosen(issue(inDays(10).toISOString().slice(0, 10).replaceAll('-', ''))),
    chosen(issue('20970101')),
    chosen(issue('20980202')),
  ];
});
afterAll(() => authority?.remove());

function chosen(leaf: Issued): ServedCertificate {
  const pems = { 'certificate-chain': bundle(leaf, family.intermediate), 'certificate-key': leaf.keyPem };
  return checkProvided(settings(pems) as DeploySettings, new Date(), rootsOf(family.root)) as ServedCertificate;
}

const mccm = (certificate: CertificatePair, changes: Partial<Site> = {}): string =>
  renderSite({ ...plain, certificate, ...changes }, nginx.version);
const shop = (certificate: CertificatePair, changes: Partial<Site> = {}): string =>
  mccm(certificate, { app: 'Shop', image: 'shop', httpsPort: 8015, upstreamPort: 20_015, ...changes });

/** A server with these files, on which these pairs lie; nginx serves by port what it is said to, else what they name. */
function server(
  files: Readonly<Record<string, string>>,
  pairs: readonly ServedCertificate[],
  serving: Readonly<Record<number, ServedCertificate | undefined>> = {},
): RenewableServer {
  const dump = Object.entries(files).map(([path, text]) => `# configuration file ${path}:\n${text}\n`);
  const found = provisionedServer(
    surveyed({
      nginx: {
        ...nginx,
        dump: nginx.dump + dump.join(''),
        originals: new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])),
      },
      certificates: {
        certificates: pairs.map(({ pair, certificate }) => ({ path: pair.chainPath, text: certificate.chainPem })),
        keys: pairs.map(({ pair, certificate }) => ({
          path: pair.keyPath,
          publicKey: new X509Certificate(certificate.chainPem).publicKey
            .export({ type: 'spki', format: 'pem' })
            .toString(),
        })),
      },
    }),
  );
  const served = new Map<number, Serving>();
  for (const { addresses, pairs: named } of managedSites(domain, found)) {
    for (const { port } of addresses) {
      const brings = port in serving ? serving[port] : pairs.find(({ pair }) => pair.chainPath === named[0].chainPath);
      const fingerprint = brings?.certificate.fingerprint ?? '';
      served.set(port, { status: 200, release: '', configuration: '', fingerprint });
    }
  }
  return { ...found, served };
}

const onServer = ({ pair, certificate, sent }: ServedCertificate): ServedCertificate => ({
  pair,
  certificate,
  sent,
  install: undefined,
  warnings: [],
  notes: [],
});

const plan = (on: RenewableServer, certificate: ServedCertificate, replacesOwn = false) =>
  planRenewal({ release: { ...release, site: { ...release.site, domain } }, certificate, replacesOwn }, on);
const ids = (on: RenewableServer, certificate: ServedCertificate, replacesOwn = false) =>
  plan(on, certificate, replacesOwn).plan.steps.map(({ id }) => id);

const switchOf = (...repoints: readonly string[]) => [
  'site.judge',
  'site.test',
  ...repoints,
  'site.reload',
  'site.prove',
  'site.forget',
];

test('all blocks of the domain change in one switch, the application’s own first, and each https port is proven', () => {
  const on = server({ [other]: shop(early.pair), [own]: mccm(early.pair, { staticSite }) }, [early, late]);
  const { plan: made, siteText } = plan(on, onServer(late));
  expect(made.steps.map(({ id }) => id)).toEqual(switchOf('certificate.repoint', 'certificate.repoint-2'));
  expect(siteText).toBe(mccm(late.pair, { staticSite }));
  const [first, second] = made.steps.filter(({ id }) => id.startsWith('certificate.'));
  expect(first?.title.en).toBe(`Have MCCM-server use the new certificate (${own})`);
  expect(first?.diff).toContain(`+    ssl_certificate ${late.pair.chainPath};`);
  expect(second?.title.en).toContain(other);
  const proof = made.steps.find(({ id }) => id === 'site.prove');
  expect(proof?.title.en).toBe('nginx serves the certificate on 8014, 443, 8015');
  for (const port of [8014, 443, 8015]) {
    expect(proof).toMatchObject({ script: expect.stringContaining(`look_at_nginx https ${domain} ${port} `) });
  }
  expect(proof).toMatchObject({ script: expect.stringContaining(late.certificate.fingerprint) });
  // What is undone last tells nginx, and proves what served before.
  expect(first).toMatchObject({ undo: expect.stringContaining(early.certificate.fingerprint) });
  expect(second).toMatchObject({ undo: expect.not.stringContaining('look_at_nginx') });
});

test('a pair of the inputs is installed first', () => {
  const on = server({ [own]: mccm(early.pair) }, [early]);
  expect(ids(on, late)).toEqual(['certificate.install', ...switchOf('certificate.repoint')]);
});

test('what serves the pair already needs nothing, and nobody is put back to one that ends earlier', () => {
  expect(ids(server({ [own]: mccm(late.pair), [other]: shop(late.pair) }, [late]), onServer(late))).toEqual([]);
  expect(ids(server({ [own]: mccm(late.pair), [other]: shop(late.pair) }, [early, late]), onServer(early))).toEqual([]);
});

test('one that was left behind is repointed alone', () => {
  const { plan: made } = plan(
    server({ [own]: mccm(late.pair), [other]: shop(early.pair) }, [early, late]),
    onServer(late),
  );
  expect(made.steps.map(({ id }) => id)).toEqual(switchOf('certificate.repoint'));
  expect(made.steps.find(({ id }) => id === 'certificate.repoint')?.title.en).toContain('Have Shop');
});

test('an edited file stays as it was edited, but for the pair; so does a block of it that names another earlier one', () => {
  const edited = `${mccm(early.pair)}# by hand\nserver { listen 444 ssl; ssl_certificate ${expired.pair.chainPath}; ssl_certificate_key ${expired.pair.keyPath}; }\n`;
  const { siteText } = plan(server({ [own]: edited }, [early, late, expired]), onServer(late));
  const pairs = (text: string) =>
    [early, late, expired].reduce((all, { certificate }) => all.replaceAll(certificate.fingerprint, '…'), text);
  expect(pairs(siteText)).toBe(pairs(edited));
  expect(siteText.match(new RegExp(late.certificate.fingerprint, 'g'))).toHaveLength(4);
});

test('a pair at a path of the user’s own: this application’s is replaced, another’s is left', () => {
  const user = { ...early, pair: { chainPath: '/etc/ssl/own/site.crt', keyPath: '/etc/ssl/own/site.key' } };
  const on = server({ [own]: mccm(user.pair), [other]: shop(user.pair) }, [user, late]);
  expect(plan(on, onServer(late)).plan.steps.filter(({ id }) => id.startsWith('certificate.'))).toHaveLength(1);
});

test('a pair that cannot be served is replaced, also by one that ends earlier', () => {
  const on = server({ [own]: mccm(late.pair) }, [early, late]);
  expect(ids(on, onServer(early), true)).toEqual(switchOf('certificate.repoint'));
});

test('nginx that serves something else than its files name reads them again; another’s silence says nothing', () => {
  const files = { [own]: mccm(late.pair), [other]: shop(late.pair) };
  const { plan: made } = plan(server(files, [early, late], { 8015: early }), onServer(late));
  expect(made.steps.map(({ id }) => id)).toEqual(switchOf('certificate.repoint'));
  const step = made.steps.find(({ id }) => id === 'certificate.repoint');
  expect(step?.title.en).toBe(`Have nginx use the certificate of Shop (${other})`);
  expect(step?.diff).toBeUndefined();
  expect(ids(server(files, [late], { 8014: undefined }), onServer(late))).toEqual(switchOf('certificate.repoint'));
  expect(ids(server(files, [late], { 8015: undefined }), onServer(late))).toEqual([]);
});

test('folders that another user can change are refused, those of certificates only where one is put there', () => {
  const found = [{ path: `/etc/nginx/ssl/${domain}`, uid: 1000, why: 'owner' as const }];
  const on = server({ [own]: mccm(early.pair) }, [early, late]);
  const open = { ...on, strangers: { ...on.strangers, certificates: found as never } };
  expect(() => plan(open, late)).not.toThrow();
  expect(() => plan({ ...open, certificates: server({}, [early]).certificates }, late)).toThrow('FOLDER_NOT_ROOTS');
});

test('a server by hand with an earlier certificate is warned of', () => {
  const hand = `server { listen 446 ssl; server_name ${domain}; ssl_certificate ${early.pair.chainPath}; ssl_certificate_key ${early.pair.keyPath}; }`;
  const { warnings } = plan(
    server({ [own]: mccm(late.pair), '/etc/nginx/conf.d/hand.conf': hand }, [early, late]),
    onServer(late),
  );
  expect(warnings.map(({ en }) => en)).toEqual([expect.stringContaining('The nginx server of port 446')]);
});

describe('which pair', () => {
  const now = inDays(20);
  const issued: RenewableCertificateSettings = { source: 'tencent', renewBeforeDays: undefined, timeoutSeconds: 900 };
  const given = () => ({ source: 'provided', chain: '', key: late.install?.key }) as RenewableCertificateSettings;
  const standing = (of: RenewableCertificateSettings, on: RenewableServer) =>
    standingOf(managedSites(domain, on)[0] as ManagedSite, domain, of, on, { now, roots: rootsOf(family.root) });
  const paths = (certificate: ServedCertificate | undefined) => certificate?.pair.chainPath;

  test('is the one that ends last; of the inputs’ and the server’s the later', () => {
    const on = server({ [own]: mccm(early.pair) }, [early, late]);
    expect(standing(issued, on)).toMatchObject({ namedIsFit: true, found: { kind: 'valid' } });
    expect(paths(pairToServe(standing(issued, on), undefined))).toBe(late.pair.chainPath);
    const without = server({ [own]: mccm(early.pair) }, [early]);
    expect(paths(pairToServe(standing(given(), without), late))).toBe(late.pair.chainPath);
    expect(paths(pairToServe(standing(given(), server({ [own]: mccm(late.pair) }, [late])), early))).toBe(
      late.pair.chainPath,
    );
  });

  test('one that is over is none, and has to be replaced', () => {
    const on = server({ [own]: mccm(expired.pair) }, [expired]);
    expect(standing(issued, on)).toEqual({ namedIsFit: false, found: { kind: 'none' } });
    expect(paths(pairToServe(standing(given(), on), early))).toBe(early.pair.chainPath);
  });

  test('a stray pair of the user’s that ends later is not taken: the others of the domain would not follow', () => {
    const stray = { ...late, pair: { chainPath: '/etc/nginx/ssl/stray.crt', keyPath: '/etc/nginx/ssl/stray.key' } };
    const on = server({ [own]: mccm(early.pair) }, [early, stray]);
    expect(paths(pairToServe(standing(given(), on), early))).toBe(early.pair.chainPath);
    expect(paths(pairToServe(standing(issued, on), undefined))).toBe(early.pair.chainPath);
  });
});
