import { tmpdir } from 'node:os';
import type { Run } from '../commands/run.ts';

/** The runner's docker, as far as there is one. It is called by its words, by no shell, and sees no input of the action. */
export const runnerDocker: Run['docker'] = {
  temp: process.env.RUNNER_TEMP ?? tmpdir(),
  run: async (words, { onLine, seconds } = {}) => {
    const { getExecOutput } = await import('@actions/exec');
    const call = getExecOutput('docker', [...words], {
      silent: true,
      ignoreReturnCode: true,
      env: withoutInputs(process.env),
      ...(onLine === undefined ? {} : { listeners: { stdline: onLine } }),
    }).then(
      ({ exitCode, stdout, stderr }) => ({ code: exitCode, stdout, stderr }),
      // No such program.
      (error: unknown) => ({ code: 127, stdout: '', stderr: error instanceof Error ? error.message : String(error) }),
    );
    if (seconds === undefined) return call;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Awaited<typeof call>>((resolve) => {
      timer = setTimeout(
        () => resolve({ code: 124, stdout: '', stderr: `no answer within ${seconds} s` }),
        seconds * 1000,
      );
    });
    return Promise.race([call, late]).finally(() => clearTimeout(timer));
  },
};

/** Programs that docker calls (credential helpers, plugins) have no need of keys and passwords. */
function withoutInputs(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value === undefined || /^(?:INPUT_|STATE_|ACTIONS_)/i.test(name) ? [] : [[name, value]],
    ),
  );
}
