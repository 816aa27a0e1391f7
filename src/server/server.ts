import type { Readable } from 'node:stream';

/**
 * What a script on the server came to. `code` is null when it ended by a signal; so is one from 129 to 192, by which bash
 * tells of a signal that ended the script or its last command.
 */
export interface ScriptResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How to run a script. */
export interface ScriptOptions {
  /** Bytes that follow the script on its standard input; the script reads them (`cat`, `tar x`). It gets a channel of its own. */
  readonly stdin?: Readable;
  /** Aborted when nobody wants its answer any more: it is given up, and its shell with it. */
  readonly signal?: AbortSignal;
  /** A few bytes for its standard input, at most some megabytes: they travel with the script itself, in the same exchange. Not beside `stdin`. */
  readonly input?: Buffer;
  /** Called for each line of output as it comes. */
  readonly onLine?: (line: string, stream: 'stdout' | 'stderr') => void;
  /**
   * Seconds without a byte in either direction after which the script is given up (default: the session's). A function:
   * it is asked as the script goes on, and gives what holds then.
   */
  readonly stallSeconds?: number | (() => number | undefined);
}

/** A server, reached over one SSH connection. Scripts run in bash as root. */
export interface Server {
  /** Host name or address as the user gave it. */
  readonly host: string;
  /** Whether another machine connects to it, whose address is then the one that it sees; left out: none does. */
  readonly behindJumpHost?: boolean;
  /**
   * Runs a bash script as root, its text sent on standard input, so that nothing of it is in any argv.
   * A non-zero exit is a result, not an exception; throws `Failure` when the connection is lost or stalls.
   */
  run(script: string, options?: ScriptOptions): Promise<ScriptResult>;
  /** Opens a script that stays: lines are written to its standard input while it runs. */
  open(script: string): Promise<OpenScript>;
}

/** A script on the server that runs until it ends or its input does. */
export interface OpenScript {
  /** Writes one line to the script's standard input. */
  writeLine(line: string): void;
  /** The next line of standard output; undefined at the end. */
  readLine(): Promise<string | undefined>;
  /** Ends its standard input and waits for its end. */
  close(): Promise<ScriptResult>;
}
