import { type Failure, failure } from '../messages/failure.ts';

/** What is known of a script that ended before its first line. */
export interface Refused {
  readonly host: string;
  readonly username: string;
  readonly code: number | null;
  /** Everything that came on both streams. */
  readonly output: string;
}

/**
 * Why the server took the login but ran no script. The words are those of sudo (plugins/sudoers, English because of
 * `env LC_ALL=C`), of GNU and BusyBox `env`, and of login shells.
 */
export function refusal({ host, username, code, output }: Refused): Failure {
  const evidence = { evidence: output.trim() === '' ? undefined : output.trim() };
  const who = { host, username };
  const missing = (program: string): boolean =>
    new RegExp(
      `(env|sudo): (can't execute )?['‘"]?${program}['’"]?: (No such file|Permission denied|command not found|not found)`,
    ).test(output);
  if (missing('sudo')) return failure('SUDO_MISSING', who, evidence);
  if (missing('bash')) return failure('BASH_MISSING', { host }, evidence);
  if (/must have a tty/.test(output)) return failure('SUDO_NEEDS_TTY', who, evidence);
  if (/password is required|terminal is required|askpass/.test(output)) {
    return failure('SUDO_NEEDS_PASSWORD', who, evidence);
  }
  if (/not allowed to (execute|run)|not in the sudoers|may not run sudo/.test(output)) {
    return failure('SUDO_NOT_ALLOWED', who, evidence);
  }
  return failure('SHELL_UNUSABLE', { ...who, code: code ?? 'signal' }, evidence);
}
