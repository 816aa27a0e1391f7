import type { BuildStage } from './build-stage.ts';
import type { DockerInstruction } from './instruction.ts';

/** What hands the signal to its child alone, or gives it its place; and their options. */
const inFront = /(?:^|\/)(?:tini|dumb-init|catatonit|env)$|^-/;
const shells = /(?:^|\/)(?:sh|bash|dash|ash|ksh|zsh|busybox)$/;

/**
 * The line of the instruction by which a shell starts the application and may keep the stop signal from it; undefined where
 * none does: exec form, or a last command that begins with `exec`. Whether the shell stays is known once a container runs.
 */
export function shellFormOf({ entrypoint, command, stopSignal }: BuildStage): { readonly line: number } | undefined {
  // Docker puts the words of CMD behind those of ENTRYPOINT; one in shell form takes none.
  const isEmpty = entrypoint?.exec === true && entrypoint.words.length === 0;
  const starts = isEmpty ? command : (entrypoint ?? command);
  if (starts === undefined || /^(?:SIG)?KILL$|^9$/i.test(stopSignal ?? '')) return undefined;
  const script = scriptOf(starts);
  if (script === undefined || /\btrap\b/.test(script)) return undefined;
  const last = script.split(/;|&&|\|\||\n/).findLast((part) => part.trim() !== '') ?? '';
  const goesOn = !/^\s*exec\s/.test(last) || /\|(?!\|)/.test(last);
  return goesOn ? { line: starts.line } : undefined;
}

/** What a shell is given to run; undefined in exec form of a program. */
function scriptOf({ exec, text, words }: DockerInstruction): string | undefined {
  if (!exec) return text;
  const called = words.slice(
    Math.max(
      0,
      words.findIndex((word) => !inFront.test(word)),
    ),
  );
  const at = called.findIndex((word) => /^-[a-z]*c$/.test(word));
  return shells.test(called[0] ?? '') && at > 0 ? called[at + 1] : undefined;
}
