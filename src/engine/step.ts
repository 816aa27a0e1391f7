import type { Failure } from '../messages/failure.ts';
import type { Log } from '../messages/log.ts';
import type { Text } from '../messages/text.ts';
import type { ScriptResult, Server } from '../server/server.ts';

/**
 * When a step runs, in this order.
 * - `provision`: brings a blank server to "docker and nginx present"; a wave of its own.
 * - `issue`: has a certificate issued; a wave of its own, as an authority takes its time.
 * - `prepare`: whatever can be done beside the version that serves.
 * - `switch`: fragments of the one script that the server runs alone.
 * - `publish`: what opens the proven deployment to the world (a firewall port); each on its own.
 */
export type Phase = 'provision' | 'issue' | 'prepare' | 'switch' | 'publish';

/**
 * The stages of a pass of the switch, in their order; what is begun of them is undone in reverse when one fails.
 * - `bring`: what else is prepared by the runner, where none is there. Of the first pass alone, and before the lock that
 *   applications share is taken: it may take its time.
 * - `write`, `test`: what the next stages put in place is written beside it, and tested.
 * - `stop`: what serves lets go of what the next one needs.
 * - `start`, `await`: what is to serve is started, and is well.
 * - `swap`, `reload`, `prove`: nginx leads to it, and is seen to.
 */
export const passStages = ['bring', 'write', 'test', 'stop', 'start', 'await', 'swap', 'reload', 'prove'] as const;

/** The stages after the last proof of all passes, in their order: nothing undoes, and a failure there is a warning. */
export const aftermathStages = ['drain', 'retire', 'rename', 'record', 'prune'] as const;

/** Where in a pass of the switch, or after the last one, a fragment stands. */
export type SwitchStage = (typeof passStages)[number] | (typeof aftermathStages)[number];

/** What the plan, the log and the journal say of a step. */
interface Described {
  /** Stable name, `<resource>.<verb>`: in the journal, the plan and the record. */
  readonly id: string;
  /** What it does, as the plan and the log say it. */
  readonly title: Text;
  /** Why it is needed. */
  readonly reason: Text;
  /** What changes, for a person to read: lines that begin with `+`, `-` or a space. */
  readonly diff?: string;
  /**
   * Id of the runner's step right before it that it need not wait for: while preparing, both run at a time. It may be begun
   * once more where the connection was lost meanwhile.
   */
  readonly beside?: string;
}

/** A fragment of bash, what its result means, and what takes it back. */
interface Scripted extends Described {
  /** Runs under `set -e`; in the switch under `set -u` as well, and there without a terminal and with signals ignored. */
  readonly script: string;
  /** The failure that a non-zero exit stands for, where the script named none itself. */
  readonly explain?: (result: ScriptResult) => Failure;
  /** What to warn of where it ended well, beside what the script itself named by `notice`. */
  readonly notice?: (result: ScriptResult) => readonly Failure[];
  /** It hands over facts where it ended well, in the switch too. */
  readonly measures?: true;
  /** Bash that takes it back, also when the fragment itself was cut short half-way. Idempotent. */
  readonly undo?: string;
}

/** What a resource has the server do: it can stand in `prepare` as well as in the switch. */
export interface Fragment extends Scripted {
  /** While preparing, show its output as it comes (a build). */
  readonly streams?: true;
  /** While preparing, seconds of silence that are nothing out of the ordinary for it (default: the session's limit). */
  readonly silentSeconds?: number;
  /**
   * While preparing, it need not be waited for once the run is cancelled: TERM may end it and what it started, and its undo
   * finds all that it can leave.
   */
  readonly endable?: true;
}

/** A fragment that the runner has the server run. */
export interface ServerStep extends Fragment {
  readonly kind: 'server';
  readonly phase: 'provision' | 'prepare' | 'publish';
  /** What its script reads on its standard input, at most some megabytes; read when the step is about to be sent. */
  readonly input?: () => Promise<Buffer>;
}

/** What takes back what the runner did: bash on the server, or a function (a call of an API). Idempotent. */
export type Undo = string | ((server: Server, log: Log) => Promise<void>);

/** Something only the runner can do (an upload, a call of an API). */
export interface RunnerStep extends Described {
  readonly kind: 'runner';
  readonly phase: 'provision' | 'issue' | 'prepare' | 'publish';
  /** `notice` takes what it has to warn of. */
  run(server: Server, log: Log, notice: (found: Failure) => void): Promise<void>;
  /** Begun once more, it goes on from where it came: a connection that is lost meanwhile is made again for it. */
  readonly resumes?: true;
  readonly undo?: Undo;
}

/** Where in the switch a fragment stands. */
export interface SwitchPlace {
  /** 1 for the first; each pass is proven before the next begins. */
  readonly pass: number;
  readonly stage: SwitchStage;
}

/** A fragment of the switch script. */
export interface SwitchStep extends Scripted, SwitchPlace {
  readonly kind: 'switch';
  readonly phase: 'switch';
}

/** One line of the plan, and the thing that runs. */
export type Step = ServerStep | RunnerStep | SwitchStep;

/** The fragment as a step of `prepare`. */
export function prepareStep(fragment: Fragment): ServerStep {
  return { kind: 'server', phase: 'prepare', ...fragment };
}

/** The fragment as a step of the switch. */
export function switchStep({ streams, silentSeconds, endable, ...fragment }: Fragment, place: SwitchPlace): SwitchStep {
  return { kind: 'switch', phase: 'switch', ...place, ...fragment };
}
