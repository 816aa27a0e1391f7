import type { ScriptProbe } from '../engine/probe.ts';
import { type Failure, failure } from '../messages/failure.ts';
import { hideInBashComplaint } from '../redaction/bash-complaint.ts';
import type { Secret } from '../redaction/secret.ts';
import { decode } from '../shell/packed.ts';
import type { Hooks } from '../values/hooks.ts';

/** Asks the server's bash whether it can read the scripts that it is to run later: HOOK_SYNTAX for each that it cannot. */
export function hookSyntaxProbe({ beforeSwitch, afterDeploy }: Hooks): ScriptProbe<readonly Failure[]> {
  return {
    script: [...judge('before-switch', beforeSwitch), ...judge('after-deploy', afterDeploy)].join('\n'),
    read: (output) =>
      [...output.matchAll(/^(\S+) (\S*)$/gm)].map(([, name = '', said = '']) => complaint(name, decode(said))),
  };
}

/**
 * By a builtin and a pipe, so that the script is in no argv. Patterns that it may switch on by `shopt` are known. bash ends
 * well where it complains of what is in `[[ ]]`.
 */
function judge(name: string, script: Secret | undefined): readonly string[] {
  if (script === undefined) return [];
  const words = Buffer.from(script.reveal()).toString('base64');
  return [
    `said=$(printf %s ${words} | base64 -d | bash --norc --noprofile -p -O extglob -n /dev/stdin 2>&1) &&
  ! printf '%s\\n' "$said" | grep -a '^/dev/stdin: line [0-9]*: ' | grep -aqv ': warning: ' ||
  printf '%s %s\\n' ${name} "$(printf %s "$said" | base64 -w0)"`,
  ];
}

/** Without words of the script, which may be a secret: not even of what bash stopped at. */
function complaint(name: string, said: string): Failure {
  const evidence = hideInBashComplaint(said, name);
  return failure('HOOK_SYNTAX', { name, line: /line (\d+)/.exec(evidence)?.[1] ?? '-' }, { evidence });
}
