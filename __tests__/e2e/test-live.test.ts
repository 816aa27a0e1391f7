import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { folder, projectRoot } from '../../practice/home.ts';
import { withNames } from '../../practice/hosts.ts';
import { node } from '../../practice/node.ts';
import { type Account, openAccount } from '../../practice/tencent/account.ts';
import { openWorld, type World } from '../../practice/world.ts';
import { type ActionName, actions } from '../../src/tencent/actions.ts';

// What an account's owner runs, against the stand-in: `npm run test:live` without npm.

let world: World;
let account: Account;
let place: string;

beforeAll(async () => {
  world = await openWorld(() => {});
  account = await openAccount(world, {
    zones: [{ name: 'example.com', records: [{ host: 'www', type: 'A', value: '192.0.2.1' }] }],
  });
  await account.addInstance({ kind: 'lighthouse', id: 'lhins-abcd1234', addresses: ['192.0.2.10'] });
  await account.addInstance({ kind: 'cvm', id: 'ins-abcd1234', addresses: ['192.0.2.11'] });
  await account.ssl.add({ domain: 'api.example.com' });
  place = mkdtempSync(join(folder('runs'), 'live-'));
}, 180_000);

afterAll(async () => {
  await account?.close();
  await world?.close();
  if (place !== undefined) rmSync(place, { recursive: true, force: true });
});

beforeEach(() => account.journal.clear());

/** What the program printed, and how it ended. */
interface Ended {
  readonly code: number | null;
  readonly out: string;
}

/** Runs it with these variables and none of this process's own; it resolves host names as a practice run does. */
function testLive(variables: Readonly<Record<string, string>>): Promise<Ended> {
  const [program = '', ...argv] = [
    ...withNames(place, account.runOptions),
    ...[node, join(projectRoot, 'scripts/test-live.ts')],
  ];
  const env = { PATH: process.env.PATH ?? '', NODE_EXTRA_CA_CERTS: account.runOptions.extraCa, ...variables };
  return new Promise((done, fail) => {
    const child = spawn(program, argv, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (out += String(text)));
    child.on('error', fail).on('close', (code) => done({ code, out }));
  });
}

const credentials = (): Record<string, string> => ({
  TENCENTCLOUD_SECRET_ID: account.inputs['tencent-secret-id'] ?? '',
  TENCENTCLOUD_SECRET_KEY: account.inputs['tencent-secret-key'] ?? '',
});
const whole = (): Record<string, string> => ({ ...credentials(), DOMAIN: 'api.example.com' });
const reading = (Object.keys(actions) as ActionName[]).filter((name) => actions[name].kind === 'read');
/** Those that are never called: one needs a token of GitHub's, one gives a private key. */
const skipped = ['sts:AssumeRoleWithWebIdentity', 'ssl:DownloadCertificate'];

test('an account that has everything: each action that reads once, none that changes anything, all as modelled', async () => {
  const { code, out } = await testLive({ ...whole(), INSTANCE_ID: 'lhins-abcd1234', REGION: 'ap-guangzhou' });
  expect(out).toMatch(new RegExp(`\n${reading.length - 2} passed, 0 failed, 2 skipped\n$`));
  expect(code).toBe(0);
  expect(account.journal.writes()).toEqual([]);
  const called = account.journal.entries.map(({ action, outcome }) => `${action} ${outcome}`);
  const wanted = reading.filter((name) => !skipped.includes(name)).map((name) => `${name} ok`);
  expect([...called].sort()).toEqual([...wanted].sort());
  for (const name of reading) expect(out).toMatch(new RegExp(`^(passed |skipped) ${name}: `, 'm'));
  expect(out).not.toContain(credentials().TENCENTCLOUD_SECRET_KEY);
}, 60_000);

test('temporary credentials, and a right that CAM refuses: its line fails with what to do, the others go on', async () => {
  const { secretId, secretKey, token } = account.cam.temporary();
  account.cam.deny('cvm:DescribeRegions');
  const { code, out } = await testLive({
    ...whole(),
    TENCENTCLOUD_SECRET_ID: secretId,
    TENCENTCLOUD_SECRET_KEY: secretKey,
    TENCENTCLOUD_SESSION_TOKEN: token,
  });
  account.cam.allowed.add('cvm:DescribeRegions');
  expect(out).toMatch(/^FAILED {2}cvm:DescribeRegions: TENCENT_NOT_AUTHORIZED: .*cvm:DescribeRegions/m);
  expect(out).toMatch(new RegExp(`\n${reading.length - 3} passed, 1 failed, 2 skipped\n$`));
  expect(code).toBe(1);
}, 60_000);

test('without credentials, or with bad ones, it says what is missing and calls nothing', async () => {
  const none = await testLive({ DOMAIN: 'api.example.com' });
  expect(none.code).toBe(2);
  expect(none.out).toContain('Missing: TENCENTCLOUD_SECRET_ID, TENCENTCLOUD_SECRET_KEY.');
  const bad = await testLive({ ...whole(), TENCENTCLOUD_SECRET_ID: 'no-id-at-all', REGION: 'ap-guangzhou-3' });
  expect(bad.code).toBe(2);
  expect(bad.out).toContain('INPUT_SECRET_ID');
  expect(bad.out).not.toContain('no-id-at-all');
  expect(account.journal.entries).toEqual([]);
}, 60_000);
