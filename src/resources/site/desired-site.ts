import type { Text } from '../../messages/text.ts';
import type { ExpectedResponse } from '../../nginx/expected-response.ts';
import type { Release } from '../../release/release.ts';
import type { HiddenOnServer } from '../container-logs.ts';
import type { Drain } from '../nginx-workers.ts';
import type { FileChange } from './file-change.ts';

/** What the site is to be. */
export interface DesiredSite {
  readonly release: Release;
  /** Absolute path of the application's file, in a folder that this server's nginx includes from. */
  readonly file: string;
  /** Statuses of the proof request that count. */
  readonly status: ExpectedResponse['status'];
  /** SHA-256 of the leaf certificate that must be served. */
  readonly fingerprint: string;
  /** How many certificates its file has: nginx sends those that it read, whatever the file became since. */
  readonly sent: number;
  /** Whether the pair is put in place by this very run: nginx must read it anew, though its path may stay the same. */
  readonly certificateIsNew: boolean;
  /** Files of others that change in the same transaction. */
  readonly others: readonly OtherFile[];
  /** Whether the application's own port is free only once the old container has stopped: a second pass then. */
  readonly publishesLater: boolean;
  /** Whose values the application's log is shown without. */
  readonly hidden: HiddenOnServer;
  /** nginx's error log, whose last lines explain a proof that fails. */
  readonly errorLog: string;
  /** What ends with the old version; undefined: none stops. */
  readonly drain: Drain | undefined;
}

/** A file that is not the application's own, and what nginx must bring before and after its change. */
export interface OtherFile {
  readonly id: string;
  readonly title: Text;
  readonly reason: Text;
  readonly change: FileChange;
  readonly proofs: readonly ExpectedResponse[];
  readonly proofsOfUndo: readonly ExpectedResponse[];
}
