import type { Failure } from '../messages/failure.ts';
import type { Log } from '../messages/log.ts';
import type { Text } from '../messages/text.ts';
import type { ScriptResult, Server } from '../server/server.ts';

/**
 * When a step runs, in this order.
 * - `provision`: brings a blank server to "docker and nginx present"; a wave of its own.
 * - `prepare`: whatever can be done beside the version that serves.
 * - `switch`: fragments of the one script that the server runs alone.
 * - `publish`: what opens the proven deployment to the world (a firewall port).
 */
export type Phase = 'provision' | 'prepare' | 'switch' | 'publish';

/** Where in a pass of the switch a fragment stands. All but the last five are undone in reverse when one fails. */
export type SwitchStage = 'write' | 'test' | 'swap' | 'reload' | 'prove' | Aftermath;

/** After the last proof nothing undoes; a failure there is a warning. */
export type Aftermath = 'drain' | 'retire' | 'rename' | 'record' | 'prune';

interface Described {
  /** Stable name, `<resource>.<verb>`: in the journal, the plan and the record. */
  readonly id: string;
  /** What it does, as the plan and the log say it. */
  readonly title: Text;
  /** Why it is needed. */
  readonly reason: Text;
  /** What changes, for a person to read: lines that begin with `+`, `-` or a space. */
  readonly diff?: string;
}

/** A fragment of bash that the runner has the server run, on its own. */
export interface ServerStep extends Described {
  readonly kind: 'server';
  readonly phase: 'provision' | 'prepare' | 'publish';
  readonly script: string;
  /** What takes it back, when a later step fails. Idempotent. */
  readonly undo?: string;
  /** Show its output as it comes (a build). */
  readonly streams?: true;
  /** Seconds of silence that are nothing out of the ordinary for it (default: the session's limit). */
  readonly silentSeconds?: number;
  /** The failure that a non-zero exit stands for, where the script named none itself. */
  readonly explain?: (result: ScriptResult) => Failure;
  /** What to warn of where it ended well, beside what the script itself named by `notice`. */
  readonly notice?: (result: ScriptResult) => readonly Failure[];
}

/** Something only the runner can do (an upload). */
export interface RunnerStep extends Described {
  readonly kind: 'runner';
  readonly phase: 'provision' | 'prepare' | 'publish';
  /** `notice` takes what it has to warn of. */
  run(server: Server, log: Log, notice: (found: Failure) => void): Promise<void>;
  /** Bash on the server that takes it back. Idempotent. */
  readonly undo?: string;
}

/** A fragment of the switch script. */
export interface SwitchStep extends Described {
  readonly kind: 'switch';
  readonly phase: 'switch';
  /** 1 for the first; each pass is proven before the next begins. */
  readonly pass: number;
  readonly stage: SwitchStage;
  readonly script: string;
  /** What takes it back, also when the step itself was cut short half-way. Idempotent. */
  readonly undo?: string;
}

/** One line of the plan, and the thing that runs. */
export type Step = ServerStep | RunnerStep | SwitchStep;
