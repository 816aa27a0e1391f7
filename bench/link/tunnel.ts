import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { run } from '../../practice/command.ts';
import { find } from '../../practice/programs.ts';
import type { Ground } from './ground.ts';

/**
 * Logs in by OpenSSH, to `far` or `near`, and returns as soon as that is done, forwards included; what is returned logs
 * out again.
 */
export async function logIn(
  { sshConfig, place }: Ground,
  where: 'far' | 'near',
  forward?: { readonly from: number; readonly to: string },
): Promise<() => Promise<void>> {
  const socket = join(place, 'ssh');
  const ssh = [find('ssh') ?? 'ssh', '-F', sshConfig, '-S', socket];
  const forwards = forward === undefined ? [] : ['-L', `127.0.0.1:${forward.from}:${forward.to}`];
  const options = ['-f', '-N', '-M', '-o', 'ExitOnForwardFailure=yes', ...forwards];
  const [program = '', ...words] = [...ssh, ...options, where];
  // It goes to the background once it is logged in, with whatever it has of pipes.
  const child = spawn(program, words, { stdio: ['ignore', 'ignore', 'inherit'] });
  const code = await new Promise<number | null>((done, fail) => child.on('error', fail).on('exit', done));
  if (code !== 0) throw new Error(`ssh ended with ${code}`);
  return async () => {
    await run([...ssh, '-O', 'exit', where]);
  };
}
