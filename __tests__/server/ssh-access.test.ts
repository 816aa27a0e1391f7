import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { newRecord, type Run } from '../../src/commands/run.ts';
import { type SshAccess, withSshAccess } from '../../src/commands/ssh-access.ts';
import type { LeaseNote } from '../../src/engine/lease.ts';
import { failure } from '../../src/messages/failure.ts';
import { Secret } from '../../src/redaction/secret.ts';
import { renderSshRuleDescription } from '../../src/resources/ssh-rule/description.ts';
import { lockFolder } from '../../src/server/lock.ts';
import { runLockFile } from '../../src/server/run-lock-script.ts';
import type { DeploySettings, SshFromRunner } from '../../src/settings/settings.ts';
import { readFirewall } from '../../src/tencent/read-firewall.ts';
import type { OpenTencent } from '../../src/tencent/tencent.ts';
import { settings as settingsOf } from '../unit/deployment/decision-inputs.ts';
import { listeningLog } from '../unit/engine/listening-log.ts';
import { patience } from '../unit/engine/patience.ts';
import { fakeFirewalls, lighthouse } from '../unit/tencent/fake-firewalls.ts';
import { codeOf, fingerprintOf, removeIfEmpty } from './login.ts';
import { keyPair, type SshServer, startSshServer } from './ssh-server.ts';

const hostKey = keyPair('ed25519');
const userKey = keyPair('ed25519');
/** Where applications are deployed to this very machine, the folder of locks stays. */
const deployedHere = existsSync(lockFolder);
const runner = { address: '198.51.100.9' };
const now = Date.parse('2026-11-26T22:07:00Z');
let server: SshServer;

beforeAll(async () => {
  server = await startSshServer({ hostKeys: [hostKey.private] });
});
afterAll(async () => {
  await server.stop();
  if (!deployedHere) removeIfEmpty(lockFolder);
});
const made: string[] = [];
afterEach(() => {
  for (const token of made.splice(0)) rmSync(runLockFile(token), { force: true });
});

type Policy = Parameters<typeof fakeFirewalls>[0][string][number];
const policy = (Port: string, CidrBlock: string, PolicyDescription = ''): Policy => ({
  Protocol: 'TCP',
  Port,
  CidrBlock,
  Action: 'ACCEPT',
  PolicyDescription,
});
const description = (token: string, minutesAgo: number) =>
  renderSshRuleDescription({ port: server.port, token, made: new Date(now - minutesAgo * 60_000) });

/** A run against this server, whose firewall is a fake's. */
function scene(
  given: readonly Policy[],
  {
    sshFromRunner = runner as SshFromRunner,
    command = 'deploy' as 'deploy' | 'plan',
    port = server.port,
    seconds = 10,
  } = {},
) {
  const fake = fakeFirewalls({ [lighthouse.id]: [...given] });
  const person = new AbortController();
  const until = (cancelled: AbortSignal): OpenTencent => ({
    until,
    call: async (action, request, region) => {
      cancelled.throwIfAborted();
      if (action === 'lighthouse:DescribeRegions') return { RegionSet: [] } as never;
      if (action === 'lighthouse:DescribeInstances')
        return { InstanceSet: [{ InstanceId: lighthouse.id, InstanceState: 'RUNNING' }] } as never;
      return fake.call(action, request, region);
    },
  });
  const tencent = until(person.signal);
  const settings: DeploySettings = {
    ...settingsOf(),
    command,
    server: {
      host: '127.0.0.1',
      port,
      username: 'root',
      privateKey: new Secret(userKey.private),
      passphrase: undefined,
      password: undefined,
      hostKey: fingerprintOf(hostKey),
      connectTimeoutSeconds: seconds,
      jump: undefined,
    },
    tencent: {
      credentials: { kind: 'oidc', roleArn: 'arn', provider: 'p' },
      endpoint: 'tencentcloudapi.com',
      region: lighthouse.region,
      instanceId: lighthouse.id,
      dns: false,
      dnsOverwrite: [],
      firewall: false,
      sshFromRunner,
    },
  };
  const log = listeningLog();
  const noted = new Map<string, LeaseNote>();
  const run = {
    ...patience({ cancelled: person.signal }),
    log,
    now: () => now,
    enter: () => {},
    noteLease: (id: string, held: LeaseNote | undefined) => (held ? noted.set(id, held) : noted.delete(id)),
  } as unknown as Run;
  const record = newRecord(now);
  /** Whether the run that wrote a rule has a file of its lock. */
  const hasLock = () => {
    const written = fake.calls.filter(({ action }) => action === 'lighthouse:CreateFirewallRules');
    const tokens = written.map(({ request }) => / ([0-9a-f]{8}) /.exec(JSON.stringify(request))?.[1] ?? '');
    return tokens.some((token) => existsSync(runLockFile(token)));
  };
  const rules = () => (fake.lists.get(lighthouse.id)?.rules ?? []).map(({ Port, CidrBlock }) => `${Port} ${CidrBlock}`);
  return {
    fake,
    tencent,
    log,
    noted,
    record,
    person,
    rules,
    hasLock,
    reach: <T>(work: (access: SshAccess) => Promise<T>) => withSshAccess(tencent, settings, run, record, work),
  };
}

const web = policy('443', '0.0.0.0/0');
const opened = () => `${server.port} 198.51.100.9/32`;

test('the port is open while a deploy is connected, which holds a lock; then nothing is left of either', async () => {
  const { reach, rules, log, noted, record, hasLock } = scene([web]);
  const said = await reach(async ({ connect }) => {
    const session = await connect();
    expect(rules()).toEqual(['443 0.0.0.0/0', opened()]);
    expect([noted.size, hasLock()]).toEqual([1, true]);
    return (await session.run('echo in')).stdout;
  });
  expect([said, rules(), noted.size, hasLock()]).toEqual(['in\n', ['443 0.0.0.0/0'], 0, false]);
  expect(log.lines).toContainEqual(expect.stringContaining('allows TCP'));
  expect(record.roundTrips).toBeGreaterThan(0);
});

test('a plan says what it opens and closes, and holds no lock', async () => {
  const { reach, rules, log, hasLock } = scene([web], { command: 'plan' });
  await reach(async ({ connect }) => {
    await connect();
    expect([rules(), hasLock()]).toEqual([['443 0.0.0.0/0', opened()], false]);
  });
  expect(rules()).toEqual(['443 0.0.0.0/0']);
  expect(log.lines).toContainEqual(expect.stringContaining('This run adds a firewall rule'));
});

test('nothing is opened where it is open, or not asked for; there is a session all the same', async () => {
  for (const [given, sshFromRunner] of [
    [policy('ALL', '0.0.0.0/0'), runner],
    [web, 'nobody'],
  ] as const) {
    const { reach, fake, noted } = scene([given], { sshFromRunner });
    expect(await reach(async ({ connect }) => (await (await connect()).run('echo in')).stdout)).toBe('in\n');
    expect([fake.writes(), noted.size]).toEqual([[], 0]);
  }
});

test('it is closed whatever becomes of the work, and the connection as well', async () => {
  const { reach, rules } = scene([web]);
  const failing = reach(async ({ connect }) => {
    await connect();
    throw failure('PACKAGES_LOCKED', { manager: 'apt' });
  });
  expect(await codeOf(failing)).toBe('PACKAGES_LOCKED');
  expect(rules()).toEqual(['443 0.0.0.0/0']);
});

test('a run that is cancelled closes it', async () => {
  const { reach, rules, person, noted } = scene([web]);
  const cancelled = reach(async ({ connect }) => {
    await connect();
    person.abort(failure('CANCELLED', {}));
    throw person.signal.reason;
  });
  expect(await codeOf(cancelled)).toBe('CANCELLED');
  expect([rules(), noted.size]).toEqual([['443 0.0.0.0/0'], 0]);
});

test('where the end of a switch is not known, it is left for the post step to ask the server', async () => {
  const { reach, rules, record, noted, hasLock } = scene([web]);
  await reach(async ({ connect }) => {
    await connect();
    record.fate = 'open';
  });
  expect(rules()).toEqual(['443 0.0.0.0/0', opened()]);
  const [note] = [...noted.values()].map((held) => held.note as { token: string });
  made.push(note?.token ?? '');
  expect(hasLock()).toBe(true);
});

test('a server that cannot be reached all the same is told of, and the port closed', async () => {
  const { reach, rules } = scene([web], { port: 9, seconds: 1 });
  expect(await codeOf(reach(async ({ connect }) => connect()))).toBe('CONNECTION_REFUSED');
  expect(rules()).toEqual(['443 0.0.0.0/0']);
});

test('what died runs left is removed, what goes on or may yet connect stays', async () => {
  const [over, connecting, never] = ['aaaaaaaa', 'bbbbbbbb', 'cccccccc'];
  made.push(over);
  const rule = (token: string, last: number, minutesAgo: number) =>
    policy(String(server.port), `203.0.113.${last}/32`, description(token, minutesAgo));
  const given = [web, rule(over, 1, 1), rule(connecting, 2, 5), rule(never, 3, 45)];
  const { reach, rules, log } = scene(given);
  await reach(async ({ connect, clearLeftovers }) => {
    await connect();
    writeFileSync(runLockFile(over), '');
    await clearLeftovers(undefined);
    expect(rules()).toEqual(['443 0.0.0.0/0', `${server.port} 203.0.113.2/32`, opened()]);
    expect(existsSync(runLockFile(over))).toBe(false);
  });
  expect(rules()).toEqual(['443 0.0.0.0/0', `${server.port} 203.0.113.2/32`]);
  expect(log.lines.filter((line) => line.includes('interrupted run left'))).toHaveLength(2);
});

test('it is removed as well where nothing is opened for the runner any more', async () => {
  const left = policy(String(server.port), '203.0.113.3/32', description('cccccccc', 45));
  const { reach, rules, tencent } = scene([web, left], { sshFromRunner: 'nobody' });
  await reach(async ({ connect, firewall, clearLeftovers }) => {
    await connect();
    expect(firewall).toBeUndefined();
    await clearLeftovers(undefined);
    expect(rules()).toHaveLength(2);
    await clearLeftovers(await readFirewall(tencent, lighthouse));
  });
  expect(rules()).toEqual(['443 0.0.0.0/0']);
});

test('a plan tells of what died runs left, and removes nothing', async () => {
  const left = policy(String(server.port), '203.0.113.3/32', description('cccccccc', 45));
  const { reach, rules, log } = scene([web, left], { command: 'plan' });
  await reach(async ({ connect, clearLeftovers }) => {
    await connect();
    await clearLeftovers(undefined);
  });
  expect(rules()).toEqual(['443 0.0.0.0/0', `${server.port} 203.0.113.3/32`]);
  expect(log.lines).toContainEqual(expect.stringContaining('203.0.113.3/32'));
});

test('what lets this very runner in is removed at the end, if its run is over', async () => {
  const left = policy(String(server.port), '198.51.100.9/32', description('dddddddd', 45));
  const { reach, rules } = scene([web, left]);
  await reach(async ({ connect, clearLeftovers }) => {
    await connect();
    await clearLeftovers(undefined);
    expect(rules()).toEqual(['443 0.0.0.0/0', opened()]);
  });
  expect(rules()).toEqual(['443 0.0.0.0/0']);
});
