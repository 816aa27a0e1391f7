import { type Failure, failure } from '../messages/failure.ts';
import { start } from './frame.ts';
import type { RootShell } from './root-shell.ts';

/** Files that a login user's shell reads before it runs a command. */
const files = [
  '~/.bashrc ~/.bash_profile ~/.profile ~/.zshenv ~/.cshrc ~/.tcshrc ~/.config/fish/config.fish',
  '/etc/bash.bashrc /etc/bashrc /etc/zshenv /etc/zsh/zshenv /etc/csh.cshrc /etc/fish/config.fish',
].join(' ');

/** Words that start another program there, or read what is meant for the script. */
const words = 'exec read select mapfile cat tmux screen ssh su mysql sh bash dash zsh fish tcsh'.split(' ');

/** Words that end such a file where nobody types. */
const guards = ['return', 'exit', 'interactive'];

/** A file that has a line of root's: it proves that the command ran. */
const proof = '/etc/passwd';

/**
 * A command that looks for the start-up file that keeps scripts from beginning. It is sent as the command and, as a line,
 * on standard input, which ends with it: one of both is run, unless nothing is. Fit for a login shell of any kind.
 */
export const lookIntoStartUpFiles = `${start} grep -nHsw ${[...words, ...guards, 'root'].map((word) => `-e ${word}`).join(' ')} ${files} ${proof}`;

/** Where a start-up file does so. Nothing of the line but that word: it may hold a password. */
export interface StartUpLine {
  readonly file: string;
  readonly line: string;
  readonly word: string;
}

/** Reads what the look printed: undefined where it did not run, `none` where no line shows. */
export function readStartUpLine(output: string): StartUpLine | 'none' | undefined {
  const found = [...output.matchAll(/^([^:\n]+):(\d+):(.*)$/gm)];
  if (!found.some(([, file, , line]) => file === proof && line?.startsWith('root:'))) return undefined;
  const ended = new Set<string>();
  for (const [, file = '', line = '', text = ''] of found) {
    // Text behind a comment's sign does nothing; nor does what follows the line that ends the file.
    const code = text.replace(/(^|\s)#.*/, '');
    if (file === proof || ended.has(file)) continue;
    const word = new RegExp(`(?:^|[;&|({\\s])(${words.join('|')})(?=[;&|)}\\s]|$)`).exec(code)?.[1];
    if (word !== undefined && !/interactive|\$-|PS1|-t +[012]/.test(code)) return { file, line, word };
    if (new RegExp(`\\b(${guards.join('|')})\\b`).test(code)) ended.add(file);
  }
  return 'none';
}

/**
 * Why a script did not begin, for which the server's words gave no cause (`reason`): STARTUP_FILE where commands do run,
 * so that it was such a file that took the script away. `ask` runs the look.
 */
export async function withStartUpFile(
  reason: Failure,
  who: { readonly host: string; readonly username: string },
  ask: () => Promise<RootShell>,
): Promise<Failure> {
  const found = readStartUpLine(await printedBy(ask));
  if (found === undefined || (found === 'none' && reason.code === 'STARTUP_FILE')) return reason;
  const at = found === 'none' ? { file: '-', line: '-', word: '-' } : found;
  return failure('STARTUP_FILE', { ...who, ...at }, { cause: reason, evidence: reason.evidence });
}

/** What the look printed. It has no mark, so that it is a shell that never begins. */
async function printedBy(ask: () => Promise<RootShell>): Promise<string> {
  try {
    const asked = await ask();
    asked.end();
    await asked.begun;
    return '';
  } catch (error) {
    return (error as Partial<Failure>).evidence ?? '';
  }
}
