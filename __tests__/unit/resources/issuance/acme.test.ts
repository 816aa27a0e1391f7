import { readDirectory } from '../../../../src/acme/directory.ts';
import { pendingCertificate } from '../../../../src/layout/acme-paths.ts';
import { awaitAuthority } from '../../../../src/resources/issuance/acme/attempt.ts';
import { fetchCertificate } from '../../../../src/resources/issuance/acme/fetch.ts';
import { beginOrder, type Ordering } from '../../../../src/resources/issuance/acme/order.ts';
import { lookAtPending, makeRequest } from '../../../../src/resources/issuance/acme/pending.ts';
import { validateDomain } from '../../../../src/resources/issuance/acme/validate.ts';
import { directoryUrl, type FakeAuthority, fakeAuthority, problem } from '../../acme/fake-authority.ts';
import { openAuthority, usualFamily } from '../../certificate/authority.ts';
import { listeningLog } from '../../engine/listening-log.ts';
import { localServer } from '../../engine/local-server.ts';
import { type MovedServer, openMovedServer } from '../moved-server.ts';
import { scene } from '../validation-record/validations.ts';

const domain = 'api.example.com';
const pending = { directory: directoryUrl, domain };
const paths = pendingCertificate(directoryUrl, domain);

let server: MovedServer;
let authority: FakeAuthority;
beforeEach(() => {
  // Whoever runs the tests counts as who logged in: the folder is theirs.
  const own = { SUDO_UID: String(process.getuid?.()), SUDO_GID: String(process.getgid?.()) };
  server = openMovedServer(localServer(own));
  authority = fakeAuthority();
});
afterEach(() => server.remove());

const openssl = (words: string): Promise<string> => server.sh(`openssl ${words}`);

describe('key and request', () => {
  test('are made on the server, which shows the request alone, and kept until they are used', async () => {
    const made = await makeRequest(server, pending);
    expect(made).toMatchObject({ isKept: false, order: undefined });
    expect(made.request).toMatch(/^-----BEGIN CERTIFICATE REQUEST-----/);
    const said = await openssl(`req -in ${paths.request} -noout -text -verify 2>&1`);
    expect(said).toMatch(/verify OK/i);
    expect(said).toMatch(/CN ?= ?api\.example\.com/);
    expect(said).toContain('DNS:api.example.com');
    expect(said).toMatch(/RSA Public-Key: \(2048|Public-Key: \(2048/);
    expect(await server.sh(`cd ${paths.folder}/.. && stat -c '%a %n' . account.key ${domain} ${domain}/*`)).toBe(
      `700 .\n600 account.key\n700 ${domain}\n600 ${domain}/private.key\n600 ${domain}/request.csr\n`,
    );
    const key = await server.sh(`sed 1d ${paths.key} | head -n 1`);
    expect(JSON.stringify(made)).not.toContain(key.trim());
    expect(await makeRequest(server, pending)).toEqual({ ...made, isKept: true });
    expect(await lookAtPending(server, pending)).toEqual({ hasAccount: true, hasKey: true, order: undefined });
  });

  test('of which one was cut short are made anew, and their order is forgotten', async () => {
    const made = await makeRequest(server, pending);
    await server.sh(`echo https://acme.example.com/order >${paths.order}; truncate -s 100 ${paths.key}`);
    const again = await makeRequest(server, pending);
    expect(again).toMatchObject({ isKept: false, order: undefined });
    expect(again.publicKey).not.toBe(made.publicKey);
  });

  test('are also made for a name that is too long for a common name', async () => {
    const long = `${'a'.repeat(60)}.example.com`;
    await makeRequest(server, { ...pending, domain: long });
    const { request } = pendingCertificate(directoryUrl, long);
    expect(await openssl(`req -in ${request} -noout -text`)).toContain(`DNS:${long}`);
  });
});

describe('an order', () => {
  const run = { ...scene().run, now: () => Date.parse('2026-11-27T00:00:00Z') };
  const begin = async (more: Partial<Ordering> = {}) => {
    const { transport } = authority;
    const directory = await readDirectory(transport, directoryUrl);
    const ordering = { ...pending, authority: directory, transport, email: undefined, replaces: undefined };
    return beginOrder(server, { ...ordering, timeoutSeconds: 60, ...more }, run, listeningLog());
  };
  const orders = () => authority.seen.filter(({ path }) => path === '/orders').map(({ payload }) => payload);

  test('that an earlier run placed is resumed, unless nothing can come of it any more', async () => {
    await begin();
    authority.account = [];
    expect((await begin()).order.status).toBe('pending');
    expect(orders()).toHaveLength(1);
    authority.order.expires = '2026-11-26T00:00:00Z';
    await begin();
    expect(orders()).toHaveLength(2);
    authority.instead['/order'] = [problem(404, 'malformed', 'no such order')];
    await begin();
    expect(orders()).toHaveLength(3);
    // A limit says nothing of the order.
    authority.instead['/order'] = [problem(429, 'rateLimited', 'too many requests')];
    await expect(begin()).rejects.toMatchObject({ code: 'ACME_RATE_LIMITED' });
    expect(orders()).toHaveLength(3);
  });

  test('names the certificate that it replaces, unless another run has replaced that', async () => {
    const taken = problem(409, 'alreadyReplaced', 'replaced by another order');
    const placed = { status: 201, body: authority.order, headers: { location: 'https://acme.example.com/order' } };
    authority.instead['/orders'] = [taken, placed];
    await begin({ replaces: 'AQ.EQ' });
    const identifiers = [{ type: 'dns', value: domain }];
    expect(orders()).toEqual([{ identifiers, replaces: 'AQ.EQ' }, { identifiers }]);
  });

  test('of an account that the authority has closed says where its key is', async () => {
    authority.instead['/account'] = [problem(401, 'unauthorized', 'account is deactivated')];
    const failed = begin();
    await expect(failed).rejects.toMatchObject({ code: 'ACME_ACCOUNT' });
    await expect(failed).rejects.toMatchObject({
      text: {
        why: { en: expect.stringContaining('account is deactivated') },
        cure: { en: expect.stringMatching(/mv \S+account\.key/) },
      },
    });
  });

  test('that takes longer than the time for it is told, and stays', async () => {
    const { run: slow } = scene();
    const log = listeningLog();
    const attempt = { ...(await begin()), deadline: 100_000, timeoutSeconds: 100 };
    const failed = awaitAuthority(attempt, ['processing'], async () => ({ status: 'processing' }), { ...slow, log });
    await expect(failed).rejects.toMatchObject({ code: 'ACME_PENDING' });
    expect(slow.now()).toBe(100_000);
    expect(log.lines.length).toBeGreaterThan(1);
    expect(log.lines[0]).toBe('info Waiting for acme.example.com (processing), at most 70 s more');
    expect((await lookAtPending(server, pending)).order).toBe('https://acme.example.com/order');
  });

  test('whose certificate is for another key is not installed, nor resumed', async () => {
    const made = openAuthority();
    const { root, intermediate, leaf } = usualFamily(made);
    made.remove();
    const attempt = await begin();
    authority.order = { ...authority.order, status: 'valid' };
    authority.instead['/certificate'] = [{ body: `${leaf.pem}${intermediate.pem}${root.pem}` }];
    const failed = fetchCertificate(server, attempt, run, listeningLog());
    await expect(failed).rejects.toMatchObject({ code: 'ACME_CERTIFICATE' });
    await expect(failed).rejects.toMatchObject({
      text: { why: { en: expect.stringContaining('another key') } },
    });
    expect(await server.sh('ls /etc/nginx/ssl 2>/dev/null')).toBe('');
    expect(await lookAtPending(server, pending)).toMatchObject({ hasKey: true, order: undefined });
  });

  test.each([
    ['its authorization is over', { status: 'deactivated' }, undefined],
    ['it is refused for what it is', { status: 'valid' }, problem(400, 'badCSR', 'a name too many')],
  ])('that nothing can come of, as %s, is not resumed', async (_, authorization, refused) => {
    const attempt = await begin();
    const { run: cloud, tencent } = scene();
    authority.authorization = { ...authority.authorization, ...authorization };
    authority.order = { ...authority.order, status: 'ready' };
    if (refused !== undefined) authority.instead['/finalize'] = [refused];
    const failed = validateDomain(attempt, server, tencent, cloud, listeningLog()).then(() =>
      fetchCertificate(server, attempt, run, listeningLog()),
    );
    await expect(failed).rejects.toMatchObject({ code: 'ACME_REFUSED' });
    expect(await lookAtPending(server, pending)).toMatchObject({ hasKey: true, order: undefined });
  });
});
