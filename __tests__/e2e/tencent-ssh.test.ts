import type { RunOptions, RunResult } from '../../practice/run-action.ts';
import type { Account } from '../../practice/tencent/account.ts';
import type { Firewall } from '../../practice/tencent/instances.ts';
import { ruleOf } from '../../practice/tencent/rules.ts';
import { until } from '../../practice/waiting.ts';
import { renderSshRuleDescription } from '../../src/resources/ssh-rule/description.ts';
import { reaches, runInCloud, withAccount, writesOf } from './cloud.ts';
import { expectSuccess, type Scene, stateOf } from './scene.ts';
import { openStandIn } from './stand-in.ts';
import { whileHeld } from './while-held.ts';
import { before, expectRed, lineIn, versionServed } from './witness.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openStandIn();
}, 300_000);
afterAll(() => scene?.close());

/** The address of this machine, as practice servers and the API see it. */
const runner = '198.18.0.1';

const elsewhere = '203.0.113.9';

/** The site is open, SSH is not. */
const rules = [{ ports: '8014' }];

/** An account in which the server is an instance, and the one firewall in front of it. */
const inCloud = (
  kind: 'lighthouse' | 'cvm',
  work: (account: Account, firewall: Firewall) => Promise<void>,
): Promise<void> =>
  withAccount(scene, async (account) => {
    // The security group is another server's as well.
    const groups = [{ rules, others: { CVM: 1 } }];
    const { firewalls } = await account.addInstance({ server: scene.server, kind, rules, groups });
    expect(await reaches(scene, 22)).toBe(false);
    await work(account, firewalls[0] as Firewall);
  });

const run = (
  account: Account,
  inputs: Record<string, string> = {},
  more: Partial<RunOptions> = {},
  version = '1',
): Promise<RunResult> => runInCloud(scene, account, version, { 'ssh-from-runner': runner, ...inputs }, more);

/** The rules are those of the beginning. */
async function expectClosed({ rules: now }: Firewall): Promise<void> {
  expect(now).toEqual(rules.map(ruleOf));
  expect(await reaches(scene, 22)).toBe(false);
}

/** What a run left some minutes ago that died. */
const left = (token: string, minutes: number, source = elsewhere) => {
  const made = new Date(Date.now() - minutes * 60_000);
  return ruleOf({ ports: '22', source, description: renderSshRuleDescription({ port: 22, token, made }) });
};

/** It ended by itself, as the runner's first signal asks it to. */
function expectCancelled({ code, outputs, secondsToEnd }: RunResult): void {
  expect({ code, error: outputs['error-code'] }).toEqual({ code: 1, error: 'CANCELLED' });
  expect(secondsToEnd).toBeLessThan(9.5);
}

const createdAndDeleted = ['lighthouse:CreateFirewallRules ok', 'lighthouse:DeleteFirewallRules ok'];

const opened = / now allows TCP 22 from /;

/** A run is past its connection, and holds its lock. */
const surveys = /^::group::Inspect the server/;

test(
  'plan: opens SSH for itself and says so, plans, and closes it; nothing else is written',
  () =>
    inCloud('lighthouse', async (account, firewall) => {
      const state = await stateOf(scene.server);
      let whileOpen: Firewall['rules'] = [];
      const onLine = (line: string): void => {
        if (opened.test(line)) whileOpen = firewall.rules;
      };
      const result = await run(account, { command: 'plan' }, { onLine }, '2');
      expectSuccess(result);
      expect(result.log).toContain('This run adds a firewall rule for this runner and removes it when it finishes.');
      expect(result.log).toContain(
        `The firewall of ${firewall.id} now allows TCP 22 from ${runner}, until this run finishes.`,
      );
      expect(result.log).toMatch(/\d+ steps: /);
      expect(whileOpen.at(-1)).toMatchObject({
        protocol: 'TCP',
        ports: '22',
        source: `${runner}/32`,
        action: 'ACCEPT',
        description: expect.stringMatching(/^deploy-miniprogram-backend ssh 22 [0-9a-f]{8} \S+Z$/),
      });
      expect(writesOf(account)).toEqual(createdAndDeleted);
      await expectClosed(firewall);
      expect(await stateOf(scene.server)).toBe(state);
      expect(result.post).toMatchObject({ code: 0, raw: '' });
    }),
  300_000,
);

test(
  'deploy: closed at the end, whether it succeeds, fails, or cannot connect',
  () =>
    inCloud('lighthouse', async (account, firewall) => {
      const result = await run(account, {}, {}, '2');
      expectSuccess(result);
      expect(result.outputs.changed).toBe('true');
      expect(await versionServed(scene)).toBe('2');
      expect(writesOf(account)).toEqual(createdAndDeleted);
      await expectClosed(firewall);
      // No lock is left behind, either.
      expect(await scene.server.sh('ls /run/deploy-miniprogram')).not.toContain('run-');

      account.journal.clear();
      const failed = await run(account, { 'health-timeout': '2' }, {}, 'unhealthy');
      expect(failed.code).toBe(1);
      expect(writesOf(account)).toEqual(createdAndDeleted);
      await expectClosed(firewall);
      expect(await versionServed(scene)).toBe('2');

      account.journal.clear();
      const unconnected = await run(account, { 'ssh-from-runner': elsewhere, 'connect-timeout': '3' });
      expectRed(unconnected, 'SSH_FROM_RUNNER_TIMEOUT');
      expect(writesOf(account)).toEqual(createdAndDeleted);
      await expectClosed(firewall);
    }),
  300_000,
);

test(
  'CVM: Tencent puts the address of whoever calls',
  () =>
    inCloud('cvm', async (account, firewall) => {
      const result = await run(account, { 'ssh-from-runner': 'true' }, {}, '2');
      expectSuccess(result);
      expect(JSON.stringify(account.journal.writes()[0]?.request)).toContain('"MY_PUBLIC_IP"');
      expect(result.log).toContain(`The firewall of ${account.instances[0]?.id} now allows TCP 22 from ${runner}`);
      expect(result.log).toContain(
        `The rule is in the security group ${firewall.id}, which also applies to 1 other instance or network interface.`,
      );
      expect(writesOf(account)).toEqual(['vpc:CreateSecurityGroupPolicies ok', 'vpc:DeleteSecurityGroupPolicies ok']);
      await expectClosed(firewall);
    }),
  300_000,
);

test(
  'Lighthouse has nothing like it: the address is asked for',
  () =>
    inCloud('lighthouse', async (account, firewall) => {
      const result = await run(account, { 'ssh-from-runner': 'true' });
      expectRed(result, 'SSH_FROM_RUNNER_ADDRESS');
      expect(account.journal.writes()).toEqual([]);
      await expectClosed(firewall);
    }),
  300_000,
);

test(
  'the runner dies: the rule stays, a plan tells of it, and the next deploy removes it',
  () =>
    inCloud('lighthouse', async (account, firewall) => {
      const runnerDies = new AbortController();
      const surveying = lineIn(surveys);
      const dying = run(account, {}, { signal: runnerDies.signal, onLine: surveying.onLine }, '1');
      await before(dying, surveying.seen);
      runnerDies.abort();
      const dead = await dying;
      expect(dead.code).toBeNull();
      expect(dead.post).toBeUndefined();
      expect(writesOf(account)).toEqual(['lighthouse:CreateFirewallRules ok']);
      expect(await reaches(scene, 22)).toBe(true);
      await until('the lock of the dead run to be free', 30, async () =>
        (await scene.server.exec('flock -n /run/deploy-miniprogram/run-????????.lock true')).code === 0
          ? true
          : undefined,
      );

      // From another address, which is what a runner has in each run; it gets in by the rule that is there.
      account.journal.clear();
      const plan = await run(account, { command: 'plan', 'ssh-from-runner': elsewhere });
      expectSuccess(plan);
      expect(plan.log).toMatch(new RegExp(`An interrupted run left a firewall rule: TCP 22 from ${runner}`));
      expect(writesOf(account)).toEqual(createdAndDeleted);
      expect(await reaches(scene, 22)).toBe(true);

      account.journal.clear();
      const next = await run(account, { 'ssh-from-runner': elsewhere }, {}, '2');
      expectSuccess(next);
      expect(next.log).toContain('Removed what an interrupted run left: a firewall rule that allows SSH');
      expect(writesOf(account).toSorted()).toEqual([...createdAndDeleted, 'lighthouse:DeleteFirewallRules ok']);
      await expectClosed(firewall);
    }),
  300_000,
);

test.each([
  ['lighthouse', runner, `${runner}/32`],
  ['cvm', 'true', runner],
] as const)(
  '%s: what runs left without a lock goes when it is old; from the same address, it lets the run in first',
  (kind, from, source) =>
    inCloud(kind, async (account, firewall) => {
      const young = left('0000000a', 5, '203.0.113.10');
      await firewall.change([...firewall.rules, left('0000000b', 400), young, left('0000000c', 400, source)]);
      const result = await run(account, { 'ssh-from-runner': from }, {}, '2');
      expectSuccess(result);
      const { id } = account.instances[0] ?? {};
      expect(result.log).toContain(
        `The firewall of ${id} already has a rule that allows TCP 22 from this address. This run does not remove it.`,
      );
      expect(firewall.rules).toEqual([...rules.map(ruleOf), young]);
      expect(await reaches(scene, 22)).toBe(false);
    }),
  300_000,
);

test(
  'the rule of a run that goes on is not removed by another one',
  () =>
    inCloud('lighthouse', async (account, firewall) => {
      const drop = { ports: '8015', action: 'DROP' } as const;
      await firewall.change([ruleOf(drop), ...firewall.rules]);
      const held = await whileHeld(
        scene.server,
        'done site.swap',
        () => run(account, {}, {}, '1'),
        async () => {
          const mine = firewall.rules.at(-1);
          expect(mine?.description).toMatch(/^deploy-miniprogram-backend ssh 22 /);
          await firewall.change([...firewall.rules, left('0000000d', 60)]);
          // Of another application, refused only after it has looked for what was left.
          const other = await run(account, { app: 'Shop', 'https-port': '8015', 'ssh-from-runner': elsewhere });
          expectRed(other, 'CLOUD_FIREWALL_DROP');
          expect(other.log).toContain('Removed what an interrupted run left');
          expect(firewall.rules).toEqual([ruleOf(drop), ...rules.map(ruleOf), mine]);
        },
      );
      expectSuccess(held);
      await firewall.change(firewall.rules.slice(1));
      await expectClosed(firewall);
    }),
  300_000,
);

test(
  'cancelled before the switch: the run itself closes SSH',
  () =>
    inCloud('lighthouse', async (account, firewall) => {
      const person = new AbortController();
      const onLine = (line: string): void => {
        if (surveys.test(line)) person.abort();
      };
      const result = await run(account, {}, { cancel: person.signal, onLine }, '2');
      expectCancelled(result);
      expect(writesOf(account)).toEqual(createdAndDeleted);
      await expectClosed(firewall);
      expect(result.post?.raw).not.toContain('Removed: ');
    }),
  300_000,
);

test.each(['cancel', 'kill'] as const)(
  '%s while the rule is being written: it does not stay',
  (how) =>
    inCloud('lighthouse', async (account, firewall) => {
      const end = new AbortController();
      account.faults.next('lighthouse:CreateFirewallRules', { kind: 'meanwhile', work: () => end.abort() });
      const result = await run(account, {}, { [how]: end.signal });
      expect(result.code).toBe(how === 'cancel' ? 1 : null);
      expect(result.post?.code).toBe(0);
      expect(account.journal.writes().map(({ action, done }) => [action, done])).toEqual([
        ['lighthouse:CreateFirewallRules', true],
        ['lighthouse:DeleteFirewallRules', true],
      ]);
      await expectClosed(firewall);
    }),
  300_000,
);

test(
  'cancelled in a switch that outlasts the run: the post step asks the server, then closes SSH',
  () =>
    inCloud('lighthouse', async (account, firewall) => {
      const person = new AbortController();
      const asking = lineIn(/^Reading the journal of the switch/);
      const start = () => run(account, {}, { cancel: person.signal, onLine: asking.onLine }, '2');
      const result = await whileHeld(scene.server, 'done site.swap', start, async (running) => {
        person.abort();
        await before(running, asking.seen);
        expect(writesOf(account)).toEqual(['lighthouse:CreateFirewallRules ok']);
      });
      expectCancelled(result);
      expect(result.post?.code).toBe(0);
      expect(result.post?.raw).toMatch(/The switch is committed: \S+ is live\./);
      expect(result.post?.raw).toContain(`Removed: the firewall rule of ${firewall.id} that allows SSH (TCP 22)`);
      expect(writesOf(account)).toEqual(createdAndDeleted);
      await expectClosed(firewall);
    }),
  300_000,
);

test(
  'the main step alone dies: the post step closes SSH',
  () =>
    inCloud('lighthouse', async (account, firewall) => {
      const killed = new AbortController();
      const surveying = lineIn(surveys);
      const running = run(account, {}, { kill: killed.signal, onLine: surveying.onLine }, '1');
      await before(running, surveying.seen);
      killed.abort();
      const { code, post } = await running;
      expect(code).toBeNull();
      expect(post?.code).toBe(0);
      expect(post?.raw).toContain(`Removed: the firewall rule of ${firewall.id} that allows SSH (TCP 22)`);
      expect(writesOf(account)).toEqual(createdAndDeleted);
      await expectClosed(firewall);
    }),
  300_000,
);

test.each([
  ['port', { ports: '22,2222' }],
  ['source', { source: '198.18.0.0/24' }],
])(
  'a rule whose %s a person has changed is theirs: left alone, and used by the next run without a write',
  (_, change) =>
    inCloud('lighthouse', async (account, firewall) => {
      const edited = (): Firewall['rules'] =>
        firewall.rules.map((rule) => (rule.description === '' ? rule : { ...rule, ...change }));
      const surveying = lineIn(surveys);
      const running = run(account, {}, { onLine: surveying.onLine });
      await before(running, surveying.seen);
      await firewall.change(edited());
      expectSuccess(await running);
      expect(writesOf(account)).toEqual(['lighthouse:CreateFirewallRules ok']);
      const after = [...rules.map(ruleOf), expect.objectContaining(change)];
      expect(firewall.rules).toEqual(after);

      account.journal.clear();
      const next = await run(account);
      expectSuccess(next);
      expect(next.log).toContain(
        `The firewall of ${firewall.id} already allows TCP 22 for this runner: no rule is added.`,
      );
      expect(account.journal.writes()).toEqual([]);
      expect(firewall.rules).toEqual(after);
    }),
  300_000,
);
