import { X509Certificate } from 'node:crypto';
import type { Pebble, PebbleOptions } from '../../practice/acme/pebble.ts';
import type { RunOptions, RunResult } from '../../practice/run-action.ts';
import { type Account, openAccount } from '../../practice/tencent/account.ts';
import { acmeAccountFolder } from '../../src/layout/acme-paths.ts';
import { domain, expectSuccess, openScene, type Scene } from './scene.ts';
import { deployStandIn } from './stand-in.ts';
import { before, expectRed, lineIn } from './witness.ts';

// One server whose certificate is issued by pebble, which refuses every fifth nonce. Each test begins where the one before
// it ended: nothing is there, an order that a dead runner left, a certificate, one that is due.
let scene: Scene;
let account: Account;
let pebble: Pebble;
/** The URL of the account that the server has there. */
let known: string | undefined;
beforeAll(async () => {
  scene = await openScene({ kind: 'ready' });
  const records = [{ host: 'api', type: 'A', value: scene.server.address }] as const;
  account = await openAccount(scene.world, { zones: [{ name: 'example.com', records }] });
  await account.addInstance({ server: scene.server, kind: 'lighthouse' });
}, 400_000);
afterAll(async () => {
  await account?.close();
  await scene?.close();
});

async function authority(options?: PebbleOptions): Promise<void> {
  await pebble?.close();
  pebble = await account.openAcme(options);
}

function deploy(
  version: string,
  inputs: Readonly<Record<string, string>> = {},
  more: Partial<RunOptions> = {},
): Promise<RunResult> {
  const { runOptions } = account;
  const pair = { 'certificate-chain': undefined, 'certificate-key': undefined };
  return deployStandIn(
    scene,
    version,
    { ...pair, ...account.inputs, dns: 'false', ...pebble.inputs, ...inputs },
    { ...runOptions, hosts: { ...runOptions.hosts, ...pebble.hosts }, extraCa: pebble.extraCa, ...more },
  );
}

/** The command that renews: it knows no jar. */
function renew(): Promise<RunResult> {
  const { runOptions } = account;
  const none = { jar: undefined, 'certificate-chain': undefined, 'certificate-key': undefined };
  const terms = { 'drain-timeout': undefined, 'health-timeout': undefined };
  return scene.run(
    scene.inputs('', {
      ...none,
      ...terms,
      ...account.inputs,
      dns: 'false',
      ...pebble.inputs,
      command: 'renew',
    }),
    { ...runOptions, hosts: { ...runOptions.hosts, ...pebble.hosts }, extraCa: pebble.extraCa },
  );
}

const validationRecords = () => account.zone('example.com').at('_acme-challenge.api');
const accountIn = ({ log }: RunResult): string | undefined => /^.*Account at \S+ (\S+)$/m.exec(log)?.[1];

/** Every file below the folder of certificates and that of the authority's account: mode, owner, when written, path. */
function files(): Promise<string> {
  const folder = acmeAccountFolder(pebble.inputs['acme-directory'] ?? '');
  return scene.server.sh(`find /etc/nginx/ssl ${folder} -type f -printf '%m %u %i %T@ %p\\n' 2>/dev/null | sort -k 5`);
}

/** The chain that nginx sends. */
function served(): Promise<string> {
  return scene.server.sh(
    `openssl s_client -connect 127.0.0.1:8014 -servername ${domain} -showcerts </dev/null 2>/dev/null | sed -n '/BEGIN/,/END/p'`,
  );
}

test('a plan orders nothing, and says what would be made', async () => {
  await authority({ dnsServer: `${scene.world.network.gateway}:9` });
  const result = await deploy('1', { command: 'plan' });
  expectSuccess(result);
  expect(result.log).toContain(`Order the certificate of ${domain} from ${pebble.host}`);
  expect(result.log).toContain(`/etc/nginx/ssl/${domain}/<fingerprint>/${domain}.key (0600)`);
  expect(pebble.asked().filter((line) => line.startsWith('POST /') && !line.includes('set-renewal'))).toEqual([]);
  expect(await files()).toBe('');
  expect(account.journal.writes()).toEqual([]);
}, 400_000);

test('a challenge that fails tells the authority’s words, and takes the record away', async () => {
  const result = await deploy('1');
  expectRed(result, 'ACME_CHALLENGE_FAILED');
  expect(result.log).toMatch(new RegExp(`${pebble.host} answers: .*_acme-challenge\\.${domain}`));
  expect(validationRecords()).toEqual([]);
  expect(account.journal.writes().map(({ action }) => action)).toEqual(['dnspod:CreateRecord', 'dnspod:DeleteRecord']);
  expect(await scene.server.sh('ls /etc/nginx/ssl 2>/dev/null || true')).toBe('');
}, 400_000);

test('a runner dies while its record is there: the next run resumes the order, and installs what comes of it', async () => {
  await authority();
  const killed = new AbortController();
  const there = lineIn(/return the validation record/);
  const run = deploy('1', {}, { signal: killed.signal, onLine: there.onLine });
  await before(run, there.seen);
  killed.abort();
  const dead = await run;
  expect(dead.code).toBeNull();
  expect(validationRecords()).toHaveLength(1);
  const kept = await files();

  const result = await deploy('1');
  expectSuccess(result);
  expect(result.log).toContain('Resuming the order of an earlier run');
  known = accountIn(dead);
  expect(known).toMatch(/\/my-account\//);
  expect(accountIn(result)).toBe(known);
  expect(pebble.asked().filter((line) => line === 'POST /finalize-order/').length).toBeGreaterThan(0);
  expect(validationRecords()).toEqual([]);
  expect(result.outputs).toMatchObject({ 'health-status': '200', 'error-code': '' });
  const chain = await served();
  const leaf = new X509Certificate(chain);
  expect(leaf.checkHost(domain)).toBe(domain);
  expect(leaf.issuer).toMatch(/Pebble Intermediate/);
  expect(leaf.publicKey.asymmetricKeyDetails?.modulusLength).toBe(2048);
  // The account's key is the one of before; the certificate's moved to where nginx reads it, and is nowhere else.
  const now = await files();
  const accountKey = /^600 root .*account\.key$/m;
  expect(accountKey.exec(now)?.[0]).toBe(accountKey.exec(kept)?.[0]);
  expect(now.split('\n').filter((line) => /(\.key|\.csr|order)$/.test(line))).toEqual([
    expect.stringMatching(accountKey),
    expect.stringMatching(new RegExp(`^600 root .*/${domain}\\.key$`)),
  ]);
  // Only its masks name a key in what the runner printed, and those are of the account's.
  const key = await scene.server.sh(`sed 1d /etc/nginx/ssl/${domain}/*/${domain}.key | head -n 1`);
  for (const one of [dead, result]) expect(`${one.raw}${one.summary}`).not.toContain(key.trim());
  expect(result.log).not.toContain('PRIVATE KEY');
}, 600_000);

test('the next version moves no key, and asks the authority nothing', async () => {
  const [there, asked] = [await files(), pebble.asked().length];
  account.journal.clear();
  const result = await deploy('2');
  expectSuccess(result);
  expect(await files()).toBe(there);
  expect(pebble.asked()).toHaveLength(asked);
  expect(account.journal.writes()).toEqual([]);
}, 400_000);

test('a certificate is renewed when the authority says so, by the same account', async () => {
  const first = await served();
  const early = await renew();
  expectSuccess(early);
  expect(early.outputs.changed).toBe('false');
  expect(pebble.asked().at(-1)).toContain('renewalInfo');
  expect(await served()).toBe(first);

  const hour = 3_600_000;
  await pebble.sayRenewal(first, { start: new Date(Date.now() - 2 * hour), end: new Date(Date.now() - hour) });
  const result = await renew();
  expectSuccess(result);
  expect(accountIn(result)).toBe(known);
  const second = await served();
  expect(new X509Certificate(second).serialNumber).not.toBe(new X509Certificate(first).serialNumber);
  expect(validationRecords()).toEqual([]);
}, 600_000);
