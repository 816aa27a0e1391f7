import { X509Certificate } from 'node:crypto';
import { checkProvided, chooseExisting } from '../../../src/decision/certificate.ts';
import { certificatesByHand, shareCertificate } from '../../../src/deployment/shared-certificate.ts';
import type { ServedCertificate } from '../../../src/deployment/target.ts';
import { parseDump } from '../../../src/nginx/configuration.ts';
import { managedBy } from '../../../src/nginx/label.ts';
import { renderSite } from '../../../src/nginx/render-site.ts';
import type { CertificatePair, Site } from '../../../src/nginx/site.ts';
import { certificatePaths } from '../../../src/resources/certificate.ts';
import { serves } from '../../../src/resources/site/site.ts';
import type { DeploymentSurvey } from '../../../src/survey/deployment.ts';
import { provisionedServer } from '../../../src/survey/provisioned-server.ts';
import { anyStatus } from '../../../src/values/health-status.ts';
import { type Authority, bundle, type Issued, openAuthority, rootsOf, usualFamily } from '../certificate/authority.ts';
import { site as plain } from '../nginx/site.ts';
import { decisionInputs, nginx, project, settings, surveyed } from './decision-inputs.ts';
import { planned } from './provided.ts';

const domain = 'api.example.com';
const own = '/etc/nginx/conf.d/mccm-server.conf';
const other = '/etc/nginx/conf.d/shop.conf';

let authority: Authority;
let family: ReturnType<typeof usualFamily>;
let early: ServedCertificate;
let late: ServedCertificate;
beforeAll(() => {
  authority = openAuthority();
  family = usualFamily(authority);
  const issue = (until: string) => authority.issue(family.intermediate, { name: domain, dns: [domain], until });
  early = chosen(issue('20970101'));
  late = chosen(issue('20980202'));
});
afterAll(() => authority?.remove());

function chosen(leaf: Issued): ServedCertificate {
  const pems = { 'certificate-chain': bundle(leaf, family.intermediate), 'certificate-key': leaf.keyPem };
  return checkProvided(settings(pems), new Date(), rootsOf(family.root)) as ServedCertificate;
}

/** The site of a second application of the domain. */
function shop(certificate: CertificatePair, changes: Partial<Site> = {}): string {
  const site = { ...plain, app: 'Shop', image: 'shop', httpsPort: 8015, upstreamPort: 20_015, certificate, ...changes };
  return renderSite(site, nginx.version);
}

/** A server with these files of the domain, on which both certificates lie. */
function server(files: Readonly<Record<string, string>>): DeploymentSurvey {
  const dump = Object.entries(files).map(([path, text]) => `# configuration file ${path}:\n${text}\n`);
  return surveyed({
    nginx: {
      ...nginx,
      dump: nginx.dump + dump.join(''),
      originals: new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])),
    },
    certificates: {
      certificates: [early, late].map(({ pair, install }) => ({ path: pair.chainPath, text: install?.chain ?? '' })),
      keys: [early, late].map(({ pair, certificate }) => ({
        path: pair.keyPath,
        publicKey: new X509Certificate(certificate.chainPem).publicKey
          .export({ type: 'spki', format: 'pem' })
          .toString(),
      })),
    },
  });
}

const share = (files: Readonly<Record<string, string>>, certificate: ServedCertificate) =>
  shareCertificate('MCCM-server', domain, certificate, provisionedServer(server(files)));

test('another application whose certificate ends earlier is repointed, and proven on its own port', () => {
  const { others, notes } = share({ [other]: shop(early.pair) }, late);
  expect(notes).toEqual([]);
  const [before, after] = [shop(early.pair), shop(late.pair)].map((text) => managedBy(text)?.configuration);
  const address = { scheme: 'https', domain, port: 8015, path: plain.proof.path, status: anyStatus };
  expect(others).toEqual([
    {
      id: 'certificate.repoint',
      title: expect.objectContaining({ en: `Have Shop serve it too (${other})` }),
      reason: expect.objectContaining({ en: expect.stringMatching(/ends on 2097-01-01, this one on 2098-02-02$/) }),
      // Not ours to replace when its application was deployed in the meantime.
      change: { path: other, before: Buffer.from(shop(early.pair)), after: Buffer.from(shop(late.pair)), ours: false },
      proofs: [{ ...address, release: plain.release, configuration: after, fingerprint: late.certificate.fingerprint }],
      proofsOfUndo: [
        { ...address, release: plain.release, configuration: before, fingerprint: early.certificate.fingerprint },
      ],
    },
  ]);
});

test('a static site is repointed with its application, and proven on 443 as well', () => {
  const staticSite = { root: `/docker/app/Shop/static/${'a'.repeat(64)}`, path: '/admin/', fallback: true };
  const [repointed] = share({ [other]: shop(early.pair, { staticSite }) }, late).others;
  expect(repointed?.change.after.toString()).toBe(shop(late.pair, { staticSite }));
  for (const proofs of [repointed?.proofs, repointed?.proofsOfUndo]) {
    expect(proofs?.map(({ scheme, port }) => `${scheme} ${port}`)).toEqual(['https 8015', 'https 443']);
  }
});

test('several are repointed by steps that the journal can tell apart', () => {
  const third = shop(early.pair, { app: 'Third', image: 'third', httpsPort: 8016 });
  const { others } = share({ [other]: shop(early.pair), '/etc/nginx/conf.d/third.conf': third }, late);
  expect(others.map(({ id }) => id)).toEqual(['certificate.repoint', 'certificate.repoint-2']);
});

test('a certificate that ends earlier puts nobody back; that the secret may be out of date is said', () => {
  const { others, notes } = share({ [other]: shop(late.pair) }, early);
  expect(others).toEqual([]);
  expect(notes.map(({ en }) => en)).toEqual([
    'Shop keeps its certificate, which expires on 2098-02-02; the one of this deployment expires earlier, on 2097-01-01. Is the secret out of date?',
  ]);
  const ownText = renderSite({ ...plain, certificate: late.pair }, nginx.version);
  expect(share({ [own]: ownText }, early).notes[0]?.en).toContain('the live one of MCCM-server on 2098-02-02');
  expect(share({ [own]: ownText, [other]: shop(late.pair) }, late)).toEqual({ others: [], notes: [] });
});

test.each<[string, () => Readonly<Record<string, string>>]>([
  ['of this application', () => ({ [own]: renderSite({ ...plain, certificate: early.pair }, nginx.version) })],
  ['of another domain', () => ({ [other]: shop(early.pair, { domain: 'www.example.com' }) })],
  ['of nobody’s', () => ({ [other]: shop(early.pair).replace(/^# managed.*\n/, '') })],
  ['with a pair at a path of the user’s own', () => ({ [other]: shop(plain.certificate) })],
  ['with a pair that cannot be read', () => ({ [other]: shop(certificatePaths(domain, '0'.repeat(64))) })],
])('a file %s is left alone', (_, files) => {
  expect(share(files(), late)).toEqual({ others: [], notes: [] });
});

test('a pair at a path of the user’s own is nobody else’s either', () => {
  const ofUser = { ...late, pair: { chainPath: '/etc/ssl/own/site.crt', keyPath: '/etc/ssl/own/site.key' } };
  expect(share({ [other]: shop(early.pair) }, ofUser).others).toEqual([]);
});

test('what is not known of a file is not proven: headers of one edited by hand, the leaf of one with two pairs', () => {
  const [edited] = share({ [other]: `${shop(early.pair)}# by hand\n` }, late).others;
  expect(edited?.change.after.toString()).toContain('# by hand');
  expect(edited?.proofs[0]).toMatchObject({ fingerprint: late.certificate.fingerprint, release: undefined });
  const snippet = 'ssl_certificate /own/rsa.crt; ssl_certificate_key /own/rsa.key;';
  const [two] = share({ [other]: shop(early.pair, { snippet }) }, late).others;
  expect(two?.change.after.toString()).toBe(shop(late.pair, { snippet }));
  expect(two?.proofs[0]).toMatchObject({ fingerprint: undefined, release: plain.release });
});

/** Plans the deploy of an application by the name of its jar's project. */
function plan(on: DeploymentSurvey, certificate: ServedCertificate, changes: Readonly<Record<string, string>> = {}) {
  const { origin, now } = decisionInputs();
  const publicAddress = '203.0.113.5';
  return planned({
    settings: settings(changes),
    project: project(),
    surveyed: on,
    certificate,
    publicAddress,
    origin,
    now,
  });
}

test('in the plan it stands in the switch, after this application’s own file, with what changes', () => {
  const { plan: made } = plan(server({ [other]: shop(early.pair) }), late);
  const steps = made.steps.filter(({ phase }) => phase === 'switch');
  expect(steps.map(({ id }) => id).slice(2, 6)).toEqual([
    'site.test',
    'site.swap',
    'certificate.repoint',
    'site.reload',
  ]);
  const diff = steps.find(({ id }) => id === 'certificate.repoint')?.diff;
  expect(diff).toContain(`-    ssl_certificate ${early.pair.chainPath};`);
  expect(diff).toContain(`+    ssl_certificate ${late.pair.chainPath};`);
});

describe('the other application’s next deploy', () => {
  /** The server as it is once the first deploy of this application was repointed by another's. */
  function repointed() {
    const { target } = plan(server({}), early);
    const text = renderSite({ ...target.release.site, certificate: early.pair }, nginx.version);
    const [change] = shareCertificate('Shop', domain, late, provisionedServer(server({ [own]: text }))).others;
    const now = change?.change.after.toString() ?? '';
    const there = server({ [own]: now });
    if (there.nginx.state === 'missing') throw new Error('not in these tests');
    const serving = {
      status: 200,
      release: target.release.id,
      configuration: managedBy(now)?.configuration ?? '',
      fingerprint: late.certificate.fingerprint,
    };
    return {
      text: now,
      on: {
        ...there,
        nginx: { ...there.nginx, managedFile: { path: own, text: now }, serving },
        containers: decisionInputs().server.containers,
        releases: { ...there.releases, current: JSON.parse(JSON.stringify(target.release)) },
      } satisfies DeploymentSurvey,
    };
  }

  test('with the same certificate finds its file as it would render it, though its record names the old pair', () => {
    const { on } = repointed();
    expect(on.releases.current.site.certificate).toEqual(early.pair);
    const { certificate } = late;
    const release = { ...on.releases.current, site: { ...on.releases.current.site, certificate: late.pair } };
    const desired = { release, file: own, status: anyStatus, fingerprint: certificate.fingerprint, sent: 1 };
    const rest = { certificateIsNew: false, others: [], publishesLater: false, errorLog: '', drain: undefined };
    const hidden = 'taken-over';
    expect(serves({ ...desired, ...rest, hidden }, on.nginx)).toBe(true);
  });

  test('with `existing` takes what nginx names by now', () => {
    const { on } = repointed();
    const roots = rootsOf(family.root);
    const existing = chooseExisting(domain, on.certificates, parseDump(on.nginx.dump), new Date(), roots);
    expect(existing.pair).toEqual(late.pair);
    expect(plan(on, existing).siteText).toContain(late.pair.chainPath);
  });
});

test('a server by hand whose certificate of the domain ends earlier is told of, unless it is taken over', () => {
  const file = '/etc/nginx/conf.d/hand.conf';
  const block = (pair: CertificatePair, name = domain) =>
    `server { listen 443 ssl; listen [::]:443 ssl; server_name ${name}; ssl_certificate ${pair.chainPath}; ssl_certificate_key ${pair.keyPath}; }`;
  const told = (text: string, taken: readonly { file: string; line: number }[] = [], path = file) => {
    const on = server({ [path]: text });
    return certificatesByHand(domain, late, provisionedServer(on), taken).map(({ en }) => en);
  };
  expect(told(block(early.pair))).toEqual([
    expect.stringMatching(
      /^The nginx server of port 443 in \/etc\/nginx\/conf\.d\/hand\.conf, line 1, .* until 2097-01-01/,
    ),
  ]);
  expect(told(block(late.pair))).toEqual([]);
  expect(told(block(early.pair, 'other.example.com'))).toEqual([]);
  expect(told(block(early.pair), [{ file, line: 1 }])).toEqual([]);
  expect(told(shop(early.pair), [], other)).toEqual([]);
  // A copy of an application's file by another name is somebody's: it is told of, and not repointed.
  expect(told(shop(early.pair))).toHaveLength(1);
  expect(share({ [file]: shop(early.pair) }, late).others).toEqual([]);
});
