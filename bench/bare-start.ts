import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { inputVariable } from '../practice/runner-protocol.ts';
import { type Command, type Pair, timePairs } from './pairs.ts';

/** What each start takes over `node -e 0`, in pairs of the same run. */
export interface BareStart {
  /** `main` with the inputs' defaults alone: it fails at once with INPUT_MISSING. */
  readonly main: Pair;
  /** `post` after a main that ended. */
  readonly post: Pair;
  /** `main` of a deploy whose jar is not there: all that a deploy loads, no contact. */
  readonly deployWithoutJar: Pair;
}

/** Times the starts of the bundle in `root`/dist. */
export function measureBareStart(root: string, pairs: number): BareStart {
  const place = mkdtempSync(join(tmpdir(), 'bench-start-'));
  try {
    const defaults = environment(root, place, {});
    const complete = environment(root, place, {
      jar: 'missing.jar',
      host: '203.0.113.10',
      domain: 'api.example.com',
      'host-key': `SHA256:${'A'.repeat(43)}`,
      'private-key': generateKeyPairSync('rsa', { modulusLength: 2048 })
        .privateKey.export({ type: 'pkcs8', format: 'pem' })
        .toString(),
    });
    const command = (words: readonly string[], env: NodeJS.ProcessEnv, code: number): Command => ({
      argv: [process.execPath, ...words],
      env,
      cwd: place,
      code,
    });
    const [main, post] = [join(root, 'dist/index.js'), join(root, 'dist/post.js')];
    const node = (env: NodeJS.ProcessEnv): Command => command(['-e', '0'], env, 0);
    const ended = { ...defaults, STATE_phase: 'ended' };
    return {
      main: timePairs(command([main], defaults, 1), node(defaults), pairs),
      post: timePairs(command([post], ended, 0), node(ended), pairs),
      deployWithoutJar: timePairs(command([main], complete, 1), node(complete), pairs),
    };
  } finally {
    rmSync(place, { recursive: true });
  }
}

interface Manifest {
  readonly inputs: Readonly<Record<string, { readonly default?: unknown }>>;
}

/** What a runner sets, as far as a start reads it: every input as a variable, and the files for what comes back. */
function environment(root: string, place: string, given: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { inputs } = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Manifest;
  const variables = Object.entries(inputs).map(([name, input]) => [
    inputVariable(name),
    given[name] ?? String(input.default ?? ''),
  ]);
  const files = ['OUTPUT', 'STATE', 'STEP_SUMMARY'].map((kind) => {
    const path = join(place, kind);
    writeFileSync(path, '');
    return [`GITHUB_${kind}`, path];
  });
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    GITHUB_WORKSPACE: place,
    RUNNER_TEMP: place,
    ...Object.fromEntries([...variables, ...files]),
  };
}
