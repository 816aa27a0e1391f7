import type { ServerStep } from '../../../../src/engine/step.ts';
import { survey } from '../../../../src/engine/survey.ts';
import { planBaseImages, pullerOn } from '../../../../src/resources/base-image/base-image.ts';
import { prelude } from '../../../../src/server/prelude.ts';
import type { RunningDocker } from '../../../../src/survey/docker.ts';
import { baseImagesProbe } from '../../../../src/survey/images.ts';
import { provisionedServer } from '../../../../src/survey/provisioned-server.ts';
import { surveyed } from '../../deployment/decision-inputs.ts';
import { openPrograms, type Programs } from '../programs.ts';

const { system, docker } = surveyed();
const lacking = provisionedServer(surveyed({ baseImages: [] }));
const image = 'eclipse-temurin:8-jre';

let programs: Programs;
beforeEach(() => {
  programs = openPrograms();
});
afterEach(() => programs.remove());

function step(of = image): ServerStep {
  const [planned] = planBaseImages('app', [of], lacking) as readonly ServerStep[];
  if (planned === undefined) throw new Error('no step');
  return planned;
}

/** Runs the pull as if `seconds` had passed in it. */
async function pull({ seconds = 0, exit = 0, mirrors = '', log = '', of = image }) {
  const said =
    exit === 0
      ? 'Status: Downloaded'
      : 'Error response from daemon: Get "https://registry-1.docker.io/v2/": dial tcp: no such host';
  programs.put(
    'docker',
    `case "$*" in pull*) echo '${said}'; exit ${exit} ;; info*) printf '%s\\n' '' https://hub.example.com/v1/ ${mirrors} ;; esac`,
  );
  programs.put('date', `[ "$n" -eq 1 ] && echo 1000 || echo ${1000 + seconds}`);
  programs.put('journalctl', `cat <<'EOF'\n${log}\nEOF`);
  const planned = step(of);
  const result = await programs.server.run(`${prelude}\nset -e\n${planned.script}`);
  return {
    result,
    failed: result.code === 0 ? undefined : planned.explain?.(result),
    notices: planned.notice?.(result),
  };
}

const hung = (at: number, host: string) =>
  `${at}.5 server dockerd[1]: level=warning msg="Error getting v2 registry: Get \\"https://${host}/v2/\\": (Client.Timeout exceeded while awaiting headers)"`;

test('only images that the server does not have are pulled', () => {
  const steps = planBaseImages('app', ['a:1', 'b:1'], provisionedServer(surveyed({ baseImages: ['a:1'] })));
  expect(steps.map(({ id, diff }) => `${id} ${diff}`)).toEqual(['image.pull + docker pull b:1']);
});

test('mirrors of daemon.json that the engine has not loaded are told apart', () => {
  const daemonJson = '{"registry-mirrors": ["https://a.example.com", "https://b.example.com/"]}';
  const of = (json: string | undefined) =>
    pullerOn(system, { ...docker, registryMirrors: ['https://b.example.com/'], daemonJson: json } as RunningDocker)
      .unloaded;
  expect(of(daemonJson)).toEqual(['https://a.example.com']);
  for (const odd of [undefined, '{', '{"registry-mirrors": "x"}']) expect(of(odd)).toEqual([]);
});

test('which ones it has is asked by their names', async () => {
  programs.put('docker', '[ "$5" = b:1 ]');
  const asked = async (images: readonly string[]) =>
    (await survey(programs.server, { it: baseImagesProbe(images) })).it;
  expect(await asked(['a:1', 'b:1'])).toEqual(['b:1']);
  // A Dockerfile may name none that can be pulled before.
  expect(await asked([])).toEqual([]);
});

test('a pull that is over at once asks nobody; one of another registry never does', async () => {
  programs.put('curl', 'exit 28');
  expect(await pull({ mirrors: 'https://dead.example.com/' })).toMatchObject({ result: { code: 0 }, notices: [] });
  await pull({ seconds: 60, exit: 1, of: 'registry.example.com/x:1', mirrors: 'https://dead.example.com/' });
  expect(programs.calls('curl')).toEqual([]);
});

test('a mirror that hung is warned of with its seconds, each of several with its own; one that answers is not', async () => {
  programs.put('curl', 'case "$*" in *dead*) printf 000; exit 28 ;; *) printf 200 ;; esac');
  const { result, notices } = await pull({
    seconds: 47,
    mirrors: 'https://dead.example.com/ https://dead2.example.com https://well.example.com',
    log: `${hung(1015, 'dead.example.com')}\n${hung(1045, 'dead2.example.com')}`,
  });
  expect(result.code).toBe(0);
  expect(notices?.map(({ code, text }) => `${code} ${text.what.en}`)).toEqual([
    expect.stringMatching(/^REGISTRY_MIRROR_SILENT .*https:\/\/dead\.example\.com did not answer within 15 s/),
    expect.stringMatching(/^REGISTRY_MIRROR_SILENT .*https:\/\/dead2\.example\.com did not answer within 30 s/),
  ]);
  expect(programs.calls('curl')[0]).toMatch(/\/v2\/library\/eclipse-temurin\/manifests\/8-jre$/);
});

test('a large image from a mirror that answers is no reason to warn', async () => {
  programs.put('curl', 'printf 200');
  expect((await pull({ seconds: 300, mirrors: 'https://well.example.com' })).notices).toEqual([]);
});

test('a pull that fails names the mirror, also without a log of the engine', async () => {
  programs.put('curl', 'printf 000; exit 28');
  const { failed } = await pull({ seconds: 15, exit: 1, mirrors: 'https://dead.example.com' });
  expect(failed?.code).toBe('BASE_IMAGE_UNREACHABLE');
  expect(failed?.text.why.en).toContain('https://dead.example.com did not answer.');
  programs.put('curl', 'printf 404');
  const mistyped = await pull({ exit: 1, mirrors: 'https://well.example.com' });
  expect(mistyped.failed?.code).toBe('BASE_IMAGE_UNKNOWN');
  expect(mistyped.failed?.evidence).not.toContain('@@');
});
