import { type Failure, failure } from '../messages/failure.ts';
import { brokenTextExitCode, packedScriptExitCode } from './frame.ts';

/** What is known of a script that ended, or was given up, before its first line. */
export interface Refused {
  readonly host: string;
  readonly username: string;
  /** Null where a signal ended it, and where it was given up. */
  readonly code: number | null;
  /** Seconds after which it was given up; undefined where it ended. */
  readonly seconds?: number;
  /** Everything that came on both streams. */
  readonly output: string;
}

/** Exit codes of env(1), where it finds no such program or may not run it. */
const notRun: readonly (number | null)[] = [126, 127];

/**
 * Why the server took the login but ran no script: by the exit code first, then by words of programs that speak English
 * (frame.ts: the second `env`, and sudo). Anything else is shown in its own words, as SHELL_UNUSABLE.
 */
export function refusal({ host, username, code, seconds, output }: Refused): Failure {
  const words = output.trim();
  const evidence = { evidence: words === '' ? undefined : words };
  const who = { host, username };
  if (notRun.includes(code)) {
    const program = missingProgram(words);
    if (program === 'sudo') return failure('SUDO_MISSING', who, evidence);
    if (program === 'bash') return failure('BASH_MISSING', { host }, evidence);
  }
  // Of sshd (session.c), before it runs anything.
  if (/Password change required|Your password has expired/.test(words)) {
    return failure('PASSWORD_EXPIRED', who, evidence);
  }
  if (code === brokenTextExitCode)
    return failure('STARTUP_FILE', { ...who, file: '-', line: '-', word: '-' }, evidence);
  if (code === packedScriptExitCode) return failure('SCRIPT_NOT_UNPACKED', { host, said: said(words) }, evidence);
  const bySudo = refusalOfSudo(words);
  if (bySudo === 'BASH_MISSING') return failure('BASH_MISSING', { host }, evidence);
  if (bySudo === 'SUDO_REFUSED') return failure('SUDO_REFUSED', { ...who, said: said(sudoWords(words)) }, evidence);
  if (bySudo !== undefined) return failure(bySudo, who, evidence);
  // A forced command runs no sudo; where sudo refuses, such words are a profile's or a lecture's.
  const other = otherUser(words, username);
  if (other !== undefined) return failure('LOGIN_AS_OTHER', { ...who, other }, evidence);
  const start = startUpFile(words);
  if (start !== undefined) return failure('STARTUP_FILE', { ...who, ...start }, evidence);
  const ended = seconds === undefined ? String(code ?? 'signal') : `${seconds} s`;
  return failure('SHELL_UNUSABLE', { ...who, code: ended, said: said(words) }, evidence);
}

/** The program that `env` did not find: its name stands between quotes of some kind, in any language. */
function missingProgram(words: string): string | undefined {
  return /^(?:\/usr\/bin\/)?env: .*?\b(sudo|bash)\b/m.exec(words)?.[1];
}

/** Words before the name of the user to log in as; those of cloud-init are the first. */
const asOther = [
  /\blog ?in (?:as|with)(?: the)?(?: user(?:name)?)? [\\"'“‘`]*([\w-]+)/gi,
  /\buse(?: the)? (?:user(?:name)?|account) [\\"'“‘`]*([\w-]+)/gi,
  /用户名?[ :：]*["'“‘「]?([a-z_][a-z0-9_-]*)["'”’」]? *(?:登录|登入|连接)/g,
];

/** Words that follow those and name nobody: "log in with your SSH key". */
const noNames: ReadonlySet<string> = new Set(
  [
    'root a an the this that your own my our its it their his her another other different user users username account accounts',
    'default correct right appropriate proper standard normal regular non-root nonroot unprivileged ordinary valid personal individual corporate domain named',
    'ssh key keys public private password passwords passphrase certificate certificates token sudo su mfa 2fa otp ldap sso kerberos',
    'described shown below above instead only usual before and or to from via using for in on at is',
  ].flatMap((words) => words.split(' ')),
);

/** The user whom a forced command names in place of this one. What the server prints becomes a name only in this form. */
function otherUser(words: string, username: string): string | undefined {
  const names = asOther.flatMap((pattern) => [...words.matchAll(pattern)].map(([, name = '']) => name));
  return names.find((name) => /^[a-z_][a-z0-9_-]{0,31}$/.test(name) && !noNames.has(name) && name !== username);
}

/** Words of sudo (plugins/sudoers) and of sudo-rs (src/common/error.rs, src/pam/error.rs), and what they mean. */
const wordsOfSudo = [
  [/must have a tty/, 'SUDO_NEEDS_TTY'],
  [/bash['’"]?: command not found|cannot execute .*\bbash\b/, 'BASH_MISSING'],
  [
    /password is required|terminal is required|askpass|[Ii]nteractive authentication is required|Interaction is required|Authentication required/,
    'SUDO_NEEDS_PASSWORD',
  ],
  [
    /not allowed to (execute|run)|not in the sudoers|may not run|I'm afraid I can't do that|not allowed to authenticate as/,
    'SUDO_NOT_ALLOWED',
  ],
] as const;

function refusalOfSudo(words: string): (typeof wordsOfSudo)[number][1] | 'SUDO_REFUSED' | undefined {
  const spoken = sudoWords(words);
  if (spoken === '') return undefined;
  return wordsOfSudo.find(([pattern]) => pattern.test(spoken))?.[1] ?? 'SUDO_REFUSED';
}

/** The start-up file that ended the shell with the last words: a shell's complaint of one of its lines, in any language. */
function startUpFile(words: string): { file: string; line: string; word: string } | undefined {
  const last = words.split('\n').at(-1) ?? '';
  const home = '/\\S*/\\.(?:bashrc|bash_profile|profile|zshenv|cshrc|tcshrc)';
  const [, file, line] = new RegExp(`^(${home}|/etc/\\S+):[^\\d\\n]{0,12}(\\d+)`).exec(last) ?? [];
  return file === undefined || line === undefined ? undefined : { file, line, word: '-' };
}

/** The lines that sudo speaks. Some of its refusals come without its name. */
function sudoWords(words: string): string {
  const own = /^(sudo(-rs)?: |Sorry, user |I'm sorry |\S+ is not in the sudoers file|>>> \/etc\/sudoers)/;
  return words
    .split('\n')
    .filter((line) => own.test(line))
    .join('\n');
}

/** The last words, as far as they fit into a sentence. */
function said(words: string): string {
  const lines = words.split('\n').map((line) => line.trim());
  const text = lines.filter((line) => line !== '').slice(-3);
  return text.join(' / ').slice(-300);
}
