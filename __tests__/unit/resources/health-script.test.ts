import type { HealthCheck } from '../../../src/release/release.ts';
import { explainHealth, healthScript } from '../../../src/resources/container/health-script.ts';
import { prelude } from '../../../src/server/prelude.ts';
import { factsIn } from '../../../src/server/script-protocol.ts';
import { statusCondition } from '../../../src/values/health-status.ts';
import { release } from '../deployment/release.ts';
import { runBash } from '../engine/local-server.ts';
import { fastClock, openPrograms, type Programs } from './programs.ts';

let programs: Programs;
beforeEach(() => {
  programs = openPrograms();
  programs.put(
    'nsenter',
    "printf 'LISTEN 0 100 *:9000 *:*\\nLISTEN 0 100 [::]:9000 [::]:*\\nLISTEN 0 1 127.0.0.1:22 *:*\\n'",
  );
});
afterEach(() => programs.remove());

/** More than there are numbers of processes. */
const noProcess = 99_999_999;

/**
 * A container in a state, `STATUS RESTARTS`, which bash may decide on; `answer` decides on the status that curl brings. `$n`
 * counts the calls of each.
 */
function world(state: string, answer: string, addresses = '172.17.0.5,', pid = noProcess): void {
  const now = state.includes('$n') ? state : `echo '${state}'`;
  programs.put(
    'docker',
    `case "$*" in
*State.Status*) read -r status restarts < <(${now})
  [ -z "$status" ] || echo "$status 3 false $restarts ${pid} 2026-01-01T00:00:00Z c1 SIGTERM ,${addresses} /app" ;;
logs*) echo 'Started on stdout'; echo 'Caused by: refused' >&2 ;;
esac`,
  );
  programs.put('curl', `for url; do :; done\n${answer}`);
}

const guarded: HealthCheck = {
  ...release.health,
  fallback: { path: '/', port: 8004, status: [{ from: 100, to: 499 }] },
};

async function check(health: HealthCheck, more: Partial<HealthCheck> = {}, steady?: number) {
  const result = await programs.server.run(
    `${prelude}\nset -e\n${fastClock}\n${healthScript('mccm', { ...health, ...more }, 'docker logs --tail 60 mccm 2>&1', steady)}`,
  );
  return { ...result, facts: factsIn(result.stdout) };
}

test('well at once: its status is asked once, at the container’s own address, past every proxy', async () => {
  world('running 0', 'echo -n 200');
  const { code, facts } = await check(release.health);
  expect([code, facts]).toMatchObject([
    0,
    { answer: '200', status: 'running', sockets: '*:9000 127.0.0.1:22 [::]:9000 ' },
  ]);
  expect(programs.calls('curl')).toEqual([
    '-q -s --noproxy * -o /dev/null -m 5 -w %{http_code} http://172.17.0.5:8004/actuator/health',
    // Its body, once.
    '-q -s --noproxy * -m 5 http://172.17.0.5:8004/actuator/health',
  ]);
});

test('well after some tries: each new answer is told once', async () => {
  world(
    'running 0',
    'if [ "$n" -lt 4 ]; then echo -n 000; exit 7; elif [ "$n" = 4 ]; then echo -n 503; else echo -n 200; fi',
  );
  const { code, stdout } = await check(release.health);
  expect(code).toBe(0);
  expect(programs.calls('curl').filter((call) => call.includes('http_code'))).toHaveLength(5);
  expect(stdout.match(/^\/actuator\/health: \d+/gm)).toEqual([
    '/actuator/health: 000',
    '/actuator/health: 503',
    '/actuator/health: 200',
  ]);
});

test('while its process is there, Docker is asked every five seconds', async () => {
  world('running 0', 'if [ "$n" -lt 22 ]; then echo -n 000; exit 7; else echo -n 200; fi', '172.17.0.5,', process.pid);
  expect((await check(release.health)).code).toBe(0);
  // 6.6 seconds of waits between 22 questions, and the last look.
  const asked = programs.calls('docker').filter((call) => call.includes('IPAddress'));
  expect(asked.length).toBeGreaterThanOrEqual(2);
  expect(asked.length).toBeLessThan(8);
});

test('a guarded endpoint lets the application itself be asked', async () => {
  for (const guard of ['401', '404']) {
    world('running 0', `case "$url" in */actuator/health) echo -n ${guard} ;; *) echo -n 302 ;; esac`);
    const { code, facts } = await check(guarded);
    expect([code, facts.answer]).toEqual([0, '302']);
    expect(programs.calls('curl').at(-1)).toContain('http://172.17.0.5:8004/');
  }
});

test('a guarded endpoint of an application that answers errors is not well', async () => {
  world('running 0', 'case "$url" in */actuator/health) echo -n 401 ;; *) echo -n 500 ;; esac');
  const { code, facts } = await check(guarded, { timeoutSeconds: 1 });
  expect([code, facts.answer]).toEqual([1, '500']);
});

test('a container on several networks is asked at its address on the first', async () => {
  world('running 0', 'echo -n 200', '172.18.0.3,172.19.0.3,');
  await check(release.health);
  expect(programs.calls('curl')[0]).toContain('http://172.18.0.3:8004/');
});

test('a container on the host’s own network has no address: loopback is asked', async () => {
  world('running 0', 'echo -n 200', '');
  await check(release.health);
  expect(programs.calls('curl')[0]).toContain('http://127.0.0.1:8004/');
});

test.each([
  ['exits', 'exited 0', 'APPLICATION_EXITED'],
  ['is restarted', 'running 1', 'APPLICATION_OTHER_PORT'],
  ['is gone', '', 'APPLICATION_EXITED'],
])('a container that %s ends the wait early', async (_, state, code) => {
  world(state, 'echo -n 000; exit 7');
  const result = await check(release.health);
  expect(result.code).toBe(1);
  expect(programs.calls('curl')).toEqual([]);
  const told = state === '' ? { exitCode: '' } : { exitCode: '3', outOfMemory: 'false' };
  expect(result.facts).toMatchObject({ ...told, answer: '000' });
  expect(explainHealth('mccm', release, result)).toMatchObject({
    code,
    evidence: expect.stringMatching(/Started on stdout|Caused by: refused/),
  });
});

test('a container that exits while it is awaited', async () => {
  world('if [ "$n" -lt 3 ]; then echo "running 0"; else echo "exited 0"; fi', 'echo -n 000; exit 7');
  const result = await check(release.health);
  expect([result.code, programs.calls('curl').length]).toEqual([1, 2]);
});

test('time is up: what it answered, with the log lines as evidence', async () => {
  world('running 0', 'echo -n 503');
  const result = await check(release.health, { timeoutSeconds: 1 });
  expect(explainHealth('mccm', release, result)).toMatchObject({
    code: 'HEALTH_FAILED',
    message: expect.stringMatching(/503 on \/actuator\/health.*expected 200/),
    evidence: expect.stringContaining('Caused by: refused'),
  });
});

/** What curl prints: the status where that is asked, else a body. */
const answers = (status: string, body: string): string =>
  `case "$*" in *http_code*) echo -n ${status} ;; *) printf '%s' '${body}' ;; esac`;

test('a health that is down names its components, with what to do about them', async () => {
  world(
    'running 0',
    answers('503', '{"status":"DOWN","components":{"mail":{"status":"DOWN"},"ping":{"status":"UP"}}}'),
  );
  const result = await check(release.health, { timeoutSeconds: 1 });
  const found = explainHealth('mccm', release, result);
  expect(found).toMatchObject({ code: 'HEALTH_FAILED', message: expect.stringContaining('reports as down: mail.') });
  expect(found.text.cure.en).toContain('MANAGEMENT_HEALTH_MAIL_ENABLED=false');
});

test('a component that is down is blamed as its log says it; one that is up is not', () => {
  const stderr =
    'RedisConnectionFailureException: Unable to connect to Redis\nCommunications link failure\nCaused by: java.net.ConnectException: Connection refused\n';
  const body = (db: string, redis: string): string =>
    Buffer.from(
      JSON.stringify({ status: 'DOWN', components: { db: { status: db }, redis: { status: redis } } }),
    ).toString('base64');
  const facts = (of: string): string =>
    `@@fact status cnVubmluZw==\n@@fact restarts MA==\n@@fact answer NTAz\n@@fact body ${of}\n`;
  const code = (of: string) => explainHealth('mccm', release, { stdout: facts(of), stderr }).code;
  expect(code(body('DOWN', 'UP'))).toBe('DATABASE_REFUSED');
  expect(code(body('UP', 'DOWN'))).toBe('REDIS_UNREACHABLE');
});

test.each([
  ['404', 'health-path'],
  ['401', 'health-status: 401'],
  ['302', 'health-status: 302'],
  ['400', 'SERVER_SSL_ENABLED=false'],
])('%s from the first answer on ends the wait early', async (status, cure) => {
  world('running 0', `[ "$n" -gt 3 ] || { echo -n 000; exit 7; }; ${answers(status, '')}`);
  const result = await check(release.health, { timeoutSeconds: 60 }, 3);
  expect(Number(result.facts.waited)).toBeLessThan(15);
  const found = explainHealth('mccm', release, result);
  expect([found.code, found.text.why.en]).toEqual([
    'HEALTH_FAILED',
    expect.stringContaining('does not change by waiting'),
  ]);
  expect(found.text.cure.en).toContain(cure);
  expect(found.text.what.en).toMatch(/\(waited [0-9]+ s\)/);
});

test.each([
  ['404, then well', '[ "$n" -lt 8 ] && echo -n 404 || echo -n 200', 0],
  ['503 all the time', 'echo -n 503', 1],
  ['503, then 404', '[ "$n" -lt 5 ] && echo -n 503 || echo -n 404', 1],
])('%s: the wait goes on', async (_, answer, code) => {
  world('running 0', answer);
  const result = await check(release.health, { timeoutSeconds: 60 }, code === 0 ? 50 : 5);
  expect([result.code, result.facts.steady]).toEqual([code, undefined]);
});

test('an answer is final later where the log does not say that the application has started', async () => {
  const waited = async (said: string) => {
    world('running 0', 'echo -n 404');
    const script = healthScript('mccm', { ...release.health, timeoutSeconds: 60 }, `echo '${said}'`, 2);
    const facts = factsIn((await programs.server.run(`${prelude}\nset -e\n${fastClock}\n${script}`)).stdout);
    return [facts.steady, Number(facts.waited)];
  };
  const [started, soon] = await waited('INFO 1 --- c.e.A : Started A in 2.5 seconds (process running for 3)');
  const [unknown, later] = await waited('INFO 1 --- c.e.A : Starting A');
  expect([started, unknown]).toEqual(['1', '1']);
  expect(soon).toBeLessThan(5);
  expect(later).toBeGreaterThanOrEqual(6);
});

test('a container whose pause ends keeps the count of its restarts', async () => {
  world('running 3', 'echo -n 200');
  const run = async (before?: number) => {
    const script = healthScript('mccm', release.health, 'true', undefined, before);
    return (await programs.server.run(`${prelude}\nset -e\n${fastClock}\n${script}`)).code;
  };
  expect([await run(), await run(3)]).toEqual([1, 0]);
});

test('a guarded endpoint whose application answers errors is awaited to the end', async () => {
  world('running 0', 'case "$url" in */actuator/health) echo -n 401 ;; *) echo -n 500 ;; esac');
  const result = await check(guarded, { timeoutSeconds: 60 }, 5);
  expect([result.code, result.facts.steady]).toEqual([1, undefined]);
});

test('time is up while the application answers 503 and its log blames the database', async () => {
  world('running 0', 'echo -n 503');
  const seen = await check(release.health, { timeoutSeconds: 1 });
  const stderr = 'Communications link failure\nCaused by: java.net.ConnectException: Connection refused\n';
  const result = { ...seen, stderr };
  for (const [database, code] of [
    ['container', 'DATABASE_AT_LOCALHOST'],
    ['server', 'DATABASE_REFUSED'],
  ] as const) {
    expect(explainHealth('mccm', { ...release, health: { ...release.health, database } }, result).code).toBe(code);
  }
});

test('time is up without an answer: it listens elsewhere', async () => {
  world('running 0', 'echo -n 000; exit 7');
  const result = await check(release.health, { timeoutSeconds: 1 });
  expect(explainHealth('mccm', release, result)).toMatchObject({
    code: 'APPLICATION_OTHER_PORT',
    message: expect.stringContaining('9000'),
  });
});

test('a path with what a shell would read is asked to the letter', async () => {
  world('running 0', 'echo -n 200');
  await check(release.health, { path: '/a b/$(touch x);\'"&c=%20' });
  expect(programs.calls('curl')[0]).toMatch(/http:\/\/172\.17\.0\.5:8004\/a b\/\$\(touch x\);'"&c=%20$/);
});

test('the condition for statuses takes what the ranges hold, and nothing else', async () => {
  const ranges = [
    { from: 200, to: 204 },
    { from: 301, to: 301 },
  ];
  const script = `for code in 000 199 200 204 205 301 302; do if ${statusCondition('code', ranges)}; then echo $code; fi; done`;
  expect((await runBash(['-c', script])).stdout.split('\n').filter(Boolean)).toEqual(['200', '204', '301']);
});

test('where another path is asked, the body is that of the actuator', async () => {
  world('running 0', answers('200', '{"status":"DOWN"}'));
  const { facts } = await check({ ...release.health, path: '/', actuator: { path: '/actuator/health', port: 9004 } });
  expect(facts).toMatchObject({ answer: '200', body: '{"status":"DOWN"}' });
  expect(programs.calls('curl').at(-1)).toMatch(/http:\/\/172\.17\.0\.5:9004\/actuator\/health$/);
});
