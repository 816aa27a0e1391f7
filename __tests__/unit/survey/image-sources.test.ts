import { survey } from '../../../src/engine/survey.ts';
import { imageSourcesProbe } from '../../../src/survey/image-sources.ts';
import { baseImagesProbe, lookForImagesOnce } from '../../../src/survey/images.ts';
import { ask, programs } from './probing.ts';

/** An engine that has `there:1`, with two mirrors. */
function engine(proxy = ''): void {
  programs.put(
    'docker',
    `case "$*" in
  info*) printf '%s\\n' '${proxy}' https://hub.example.com/v1/ https://first.example.com/ https://second.example.com ;;
  'image inspect'*) [ "$5" = there:1 ] ;;
esac`,
  );
}

test('each source of what is missing is asked at once, and told in its order', async () => {
  engine();
  programs.put(
    'curl',
    `case "$*" in
  *first*) sleep 1; printf '000 5.0'; exit 28 ;;
  *second*) printf '404 0.2' ;;
  *hub*) printf '000 3.1'; exit 7 ;;
  *https://r.example.com*) printf 000; exit 35 ;;
  *http://r.example.com*) printf 200 ;;
esac`,
  );
  const begun = performance.now();
  const found = await ask(imageSourcesProbe(['there:1', 'a:1', 'r.example.com:5000/x/b:2']));
  expect(performance.now() - begun).toBeLessThan(3000);
  const met = (url: string, state: string, status?: number) => ({ url, state, status, seconds: undefined });
  expect(found).toEqual([
    {
      image: 'a:1',
      mirrors: [met('https://first.example.com', 'silent'), met('https://second.example.com', 'answers', 404)],
      registry: { ...met('https://hub.example.com', 'unreachable'), seconds: 3 },
    },
    {
      image: 'r.example.com:5000/x/b:2',
      mirrors: [],
      // Without TLS.
      registry: met('https://r.example.com:5000', 'answers', 200),
    },
  ]);
  const asked = programs.calls('curl').map((call) => call.split(' ').at(-1));
  expect(asked).toContain('https://first.example.com/v2/library/a/manifests/1');
  expect(asked).toContain('http://r.example.com:5000/v2/x/b/manifests/2');
});

test('behind a proxy of the engine’s nothing is asked, and nothing is known', async () => {
  engine('http://proxy.example.com');
  programs.put('curl', 'exit 28');
  const [found] = await ask(imageSourcesProbe(['a:1']));
  expect([...(found?.mirrors ?? []), found?.registry].map((one) => one?.state)).toEqual([
    'unclear',
    'unclear',
    'unclear',
  ]);
  expect(programs.calls('curl')).toEqual([]);
});

test('a server that has all of them, or no engine, is asked for none', async () => {
  engine();
  programs.put('curl', 'exit 28');
  expect(await ask(imageSourcesProbe(['there:1']))).toEqual([]);
  programs.put('docker', 'exit 1');
  expect(await ask(imageSourcesProbe(['a:1']))).toEqual([]);
  expect(programs.calls('curl')).toEqual([]);
});

test.each([
  ['there:1', 'a:1'],
  ['a:1', 'there:1'],
])('Docker is asked once which of them it has, whoever wants to know: %s and %s', async (...images) => {
  engine();
  programs.put('curl', 'printf 404');
  const probes = { there: baseImagesProbe(images), sources: imageSourcesProbe(images) };
  const found = await survey(programs.server, probes, lookForImagesOnce(images));
  expect(found.there).toEqual(['there:1']);
  expect(found.sources.map(({ image }) => image)).toEqual(['a:1']);
  expect(programs.calls('docker').filter((call) => call.startsWith('image inspect'))).toHaveLength(2);
});

test('images that could not be asked for fail the survey, instead of reading as missing', async () => {
  engine();
  const asked = survey(
    programs.server,
    { it: baseImagesProbe(['a:1']) },
    `printf() { :; }\n${lookForImagesOnce(['a:1'])}`,
  );
  await expect(asked).rejects.toThrow(expect.objectContaining({ code: 'SURVEY_FAILED' }));
});
