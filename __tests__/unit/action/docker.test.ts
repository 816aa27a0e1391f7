import { runnerDocker } from '../../../src/action/docker.ts';
import { openPrograms, type Programs } from '../resources/programs.ts';

let programs: Programs;
const before = { ...process.env };
beforeEach(() => {
  programs = openPrograms();
  process.env.PATH = `${programs.folder}/bin:${before.PATH ?? ''}`;
});
afterEach(() => {
  process.env = { ...before };
  programs.remove();
});

test('docker gets its words as they are, the user’s environment, and no input', async () => {
  process.env.DOCKER_HOST = 'unix:///somewhere.sock';
  process.env['INPUT_PRIVATE-KEY'] = 'secret';
  process.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN = 'token';
  programs.put('docker', `printf '<%s>\\n' "$@"; env | grep -aE 'DOCKER_HOST|INPUT_|ACTIONS_'; exit 3`);
  const lines: string[] = [];
  const words = ['pull', 'a b', '$(touch x)', '"', "'"];
  const { code, stdout } = await runnerDocker.run(words, { onLine: (line) => lines.push(line) });
  expect(code).toBe(3);
  expect(stdout.trim().split('\n')).toEqual([
    ...words.map((word) => `<${word}>`),
    'DOCKER_HOST=unix:///somewhere.sock',
  ]);
  expect(lines).toContain('<$(touch x)>');
});

test('a runner without docker, and an engine that does not answer', async () => {
  programs.put('docker', 'exec sleep 2');
  expect(await runnerDocker.run(['version'], { seconds: 0.2 })).toMatchObject({
    code: 124,
    stderr: 'no answer within 0.2 s',
  });
  process.env.PATH = programs.folder;
  expect((await runnerDocker.run(['version'])).code).toBe(127);
});
