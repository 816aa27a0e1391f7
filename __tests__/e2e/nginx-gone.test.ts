import { occupyPort } from '../../practice/faults.ts';
import type { RunOptions, RunResult } from '../../practice/run-action.ts';
import { expectSuccess, type Scene } from './scene.ts';
import { deployStandIn, openStandIn } from './stand-in.ts';
import { whileHeld } from './while-held.ts';
import { expectRed, lineIn, versionServed } from './witness.ts';

let scene: Scene;
let version = 1;
beforeAll(async () => {
  scene = await openStandIn();
}, 300_000);
afterAll(() => scene?.close());

/** Deploys the next version; something befalls the server when its switch has written `line`. */
async function deployWhile(
  line: string,
  befall: string | (() => Promise<unknown>),
  inputs: Readonly<Record<string, string>> = {},
  more: Partial<RunOptions> = {},
): Promise<RunResult> {
  return whileHeld(scene.server, line, () => deployStandIn(scene, String(version + 1), inputs, more), befall);
}

async function expectNext(result: RunResult): Promise<void> {
  expectSuccess(result);
  version += 1;
  expect(await versionServed(scene)).toBe(String(version));
}

async function expectUndone(result: RunResult, code: string): Promise<void> {
  expectRed(result, code);
  expect(result.outputs).toMatchObject({ 'rolled-back': 'true', changed: 'false' });
  expect(await versionServed(scene)).toBe(String(version));
}

// In brackets, so that pgrep does not find the shell that calls it.
const killed = `kill -9 $(pgrep -f '[n]ginx: master process'); while pgrep -f '[n]ginx: master process' >/dev/null; do sleep 0.05; done`;
/** Fails as often as systemd lets it, and then is not started any more. */
// nginx tries a port that is taken for seconds: five starts do not fit into systemd's ten. The Result of the unit remains
// that of the last start that was tried.
const tooOften = `mkdir -p /run/systemd/system/nginx.service.d
printf '[Unit]\\nStartLimitIntervalSec=600\\n' >/run/systemd/system/nginx.service.d/practice.conf; systemctl daemon-reload
since=$(date +%s)
for _ in $(seq 10); do systemctl restart nginx 2>/dev/null || true; done
journalctl --sync; journalctl -u nginx --since "@$since" | grep -q 'Start request repeated too quickly'`;

test.each([
  ['its master is killed', killed],
  ['it is stopped', 'systemctl stop nginx'],
  [
    'its master is killed, and workers that systemd does not know of hold the ports',
    `systemctl stop nginx; /usr/sbin/nginx; sleep 0.5; ${killed}; pgrep -f '[n]ginx: worker process' >/dev/null`,
  ],
])(
  'between survey and reload %s: it is started, and the new version serves',
  async (_, befall) => {
    await expectNext(await deployWhile('done site.test', befall));
  },
  180_000,
);

test('it could not be started ten times, for a neighbour that is mended by now: the deploy starts it', async () => {
  const neighbour = '/etc/nginx/conf.d/neighbour.conf';
  const broken = `echo 'no_such_thing;' >${neighbour}\n${tooOften}\nrm ${neighbour}`;
  await expectNext(await deployWhile('done site.test', broken));
  expect(await scene.server.sh('systemctl is-active nginx')).toBe('active');
}, 180_000);

describe('a port of the new version is taken by then', () => {
  const other = { 'https-port': '8015' };

  test('its master is killed before the reload: undone, it is started with the old file', async () => {
    let free = async (): Promise<void> => {};
    const result = await deployWhile(
      'done site.test',
      async () => {
        free = await occupyPort(scene.server, 8015);
        await scene.server.sh(killed);
      },
      other,
    );
    await free();
    await expectUndone(result, 'NGINX_NOT_STARTED');
  }, 180_000);

  test('it could not be started ten times before it is undone: the undo starts it', async () => {
    let free = async (): Promise<void> => {};
    const prepared = lineIn(/^::group::Build image/);
    void prepared.seen.then(async () => {
      free = await occupyPort(scene.server, 8015);
    });
    const result = await deployWhile('failed site.prove', tooOften, other, { onLine: prepared.onLine });
    await free();
    await expectUndone(result, 'NGINX_NOT_SWITCHED');
    expect(await scene.server.sh('systemctl is-active nginx')).toBe('active');
  }, 180_000);
});

describe('it cannot be started, and the undo could not either before that is mended', () => {
  /** Spoils the server after the survey, and mends it once the reload has failed. */
  async function deploySpoilt(spoil: () => Promise<unknown>, mend: () => Promise<unknown>): Promise<string> {
    const prepared = lineIn(/^::group::Build image/);
    void prepared.seen.then(spoil);
    const result = await deployWhile('failed site.reload', mend, {}, { onLine: prepared.onLine });
    await expectUndone(result, 'NGINX_NOT_STARTED');
    return result.annotations.find(({ title }) => title === 'NGINX_NOT_STARTED')?.message ?? '';
  }

  test('its unit was masked', async () => {
    const said = await deploySpoilt(
      () => scene.server.sh('systemctl stop nginx; systemctl mask nginx'),
      () => scene.server.sh('systemctl unmask nginx'),
    );
    expect(said).toMatch(/Unit nginx\.service is masked[\s\S]*`systemctl unmask nginx\.service`/);
  }, 180_000);

  test('a neighbour wants a port that is held: its line is named, and who holds it', async () => {
    const neighbour = '/etc/nginx/conf.d/neighbour.conf';
    let free = async (): Promise<void> => {};
    const said = await deploySpoilt(
      async () => {
        free = await occupyPort(scene.server, 8099);
        await scene.server.sh(`systemctl stop nginx; printf '\\nserver { listen 8099; }\\n' >${neighbour}`);
      },
      async () => {
        await free();
        await scene.server.sh(`rm ${neighbour}`);
      },
    );
    expect(said).toMatch(/\/neighbour\.conf:2 wants port 8099, which perl \(pid \d+\) holds/);
  }, 180_000);

  test('a neighbour’s file is broken', async () => {
    const neighbour = '/etc/nginx/conf.d/neighbour.conf';
    const result = await deployWhile(
      'done site.test',
      `echo 'no_such_thing;' >${neighbour}; (sleep 4; rm ${neighbour}) >/dev/null 2>&1 &`,
    );
    await expectUndone(result, 'NGINX_NOT_STARTED');
    // The next test finds nginx as it is to be.
    await scene.server.sh(`for i in {1..100}; do [ -e ${neighbour} ] || exit 0; sleep 0.1; done; exit 1`);
    expect(result.log).toMatch(
      /neighbour\.conf is not a file of this application\.[\s\S]*Correct \/etc\/nginx\/conf\.d\/neighbour\.conf:1\./,
    );
  }, 180_000);
});

describe('it was stopped, and does not start at boot', () => {
  const state = (): Promise<string> =>
    scene.server.sh(
      'systemctl is-enabled nginx || true; systemctl is-active --quiet nginx && echo active || echo down',
    );

  test('undone, it is left so', async () => {
    await scene.server.sh('systemctl disable --now nginx');
    let free = async (): Promise<void> => {};
    const result = await deployWhile(
      'done site.test',
      async () => {
        free = await occupyPort(scene.server, 8015);
      },
      { 'https-port': '8015' },
    );
    await free();
    expectRed(result, 'NGINX_NOT_STARTED');
    expect(result.outputs).toMatchObject({ 'rolled-back': 'true', changed: 'false' });
    expect(await state()).toBe('disabled\ndown');
  }, 180_000);

  test('the next run finds nothing in its way; nginx starts at boot from then on', async () => {
    const result = await deployStandIn(scene, String(version + 1));
    expect(result.log).toContain('Have systemd start nginx at boot');
    await expectNext(result);
    expect(await state()).toBe('enabled\nactive');
  }, 180_000);
});
