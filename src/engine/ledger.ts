import { type Failure, failuresOf } from '../messages/failure.ts';
import type { Log } from '../messages/log.ts';
import type { Holding } from '../server/holding.ts';
import type { Server } from '../server/server.ts';
import { quote } from '../shell/quote.ts';
import { endBatches, type OpenBatch } from './batch-end.ts';
import { type Cancellation, reasonOf } from './cancel.ts';
import { notedServer } from './noted-server.ts';
import type { RunnerStep, ServerStep } from './step.ts';
import { notBegunExitCode, type Remains, undoSteps } from './undo.ts';

/** A step that ran, how long it took, and what it warned of. */
export interface StepRecord {
  readonly id: string;
  readonly seconds: number;
  readonly notices: readonly Failure[];
  /** What its script handed over by `fact`. */
  readonly facts?: Readonly<Record<string, string>>;
}

/**
 * What a step that fails is to the others: `together`: it takes back all that began; `in-turn`: itself alone, and it is
 * the last; `independently`: itself alone, and the others go on (rule *Publish independently*).
 */
export type Manner = 'together' | 'in-turn' | 'independently';

/** Who is told of steps, and for how long there is time. */
export interface LedgerOptions extends Cancellation, Remains {
  readonly holding?: Holding | undefined;
  /** Told when a step begins, as far as is seen. */
  began?(step: ServerStep | RunnerStep): void;
  /** Told when one has ended well. */
  ended?(record: StepRecord, step: ServerStep | RunnerStep): void;
}

type PlainStep = ServerStep | RunnerStep;

/** A step that may have begun, and the batch that it is of while the end of that was not seen. */
interface Entry {
  readonly step: PlainStep;
  state: 'open' | 'ended' | 'failed';
  readonly batch?: OpenBatch | undefined;
  readonly number: number;
}

/** What is known of the steps of a run: which began, what became of each, and which batches may still be at work. */
export class Ledger {
  readonly records: StepRecord[] = [];
  readonly failures: Failure[] = [];
  readonly #entries: Entry[] = [];
  readonly #batches = new Set<OpenBatch>();
  readonly #options: LedgerOptions;
  readonly #manner: Manner;

  constructor(options: LedgerOptions, manner: Manner) {
    this.#options = options;
    this.#manner = manner;
  }

  get holding(): Holding | undefined {
    return this.#options.holding;
  }

  get cancelled(): AbortSignal {
    return this.#options.cancelled;
  }

  get independent(): boolean {
    return this.#manner === 'independently';
  }

  /** From now on these may be at work; once more where they were begun before. */
  opened(steps: readonly PlainStep[], batch?: OpenBatch): void {
    if (batch !== undefined) this.#batches.add(batch);
    for (const [number, step] of steps.entries()) {
      const before = this.#entries.findIndex((entry) => entry.step === step);
      if (before >= 0) this.#entries.splice(before, 1);
      this.#entries.push({ step, state: 'open', batch, number });
    }
  }

  /** The end of a batch was seen: of these steps those that did not begin never will. */
  closed(steps: readonly PlainStep[], begun: readonly PlainStep[]): void {
    for (const step of steps) {
      const at = this.#entries.findIndex((entry) => entry.step === step);
      const batch = this.#entries[at]?.batch;
      if (batch !== undefined) this.#batches.delete(batch);
      if (!begun.includes(step)) this.#entries.splice(at, 1);
    }
  }

  /** A step is seen to begin. */
  enter(step: PlainStep): void {
    this.#options.began?.(step);
  }

  /** Notes what became of a step. Throws what `outcome` throws, unless the others go on. */
  settle(step: PlainStep, outcome: () => StepRecord): void {
    const entry = this.#entries.find((one) => one.step === step);
    try {
      const record = outcome();
      if (entry !== undefined) entry.state = 'ended';
      this.records.push(record);
      this.#options.ended?.(record, step);
    } catch (error) {
      if (entry !== undefined) entry.state = 'failed';
      if (!this.independent) throw error;
      this.fail(error);
    }
  }

  /** Notes a failure that stops nothing; what is the same for several of them is told once. */
  fail(error: unknown): void {
    this.failures.push(
      ...failuresOf(error).filter(({ message }) => !this.failures.some((one) => one.message === message)),
    );
  }

  /** Throws why the run is not to go on. */
  mustGoOn(): void {
    if (this.cancelled.aborted) throw reasonOf(this.cancelled);
  }

  /**
   * Takes back what began, in reverse: all of it, or what did not end well. Batches whose end was not seen are ended first,
   * so that nothing is taken back while it is at work still. Never throws.
   */
  async undo(server: Server, log: Log): Promise<void> {
    const undone = this.#entries.filter(({ state }) => this.#manner === 'together' || state !== 'ended');
    // How far one came that has no undo is not known.
    if (this.#manner !== 'together' && undone.some(({ step }) => step.undo === undefined)) this.#options.leave([]);
    const batches = [...this.#batches];
    const steps = undone.map((entry) => (batches.some((one) => one === entry.batch) ? guarded(entry) : entry.step));
    const taken = notedServer(server, this.holding, 'awaited');
    await undoSteps(steps, taken, log, this.#options, batches.length === 0 ? '' : endBatches(batches));
    this.#batches.clear();
    for (const entry of undone) this.#entries.splice(this.#entries.indexOf(entry), 1);
  }
}

/** A step whose undo looks first whether it began. */
function guarded({ step, batch, number }: Entry): PlainStep {
  if (batch === undefined || typeof step.undo !== 'string') return step;
  return {
    ...step,
    undo: `has_begun ${quote(batch.note)} ${number} || exit ${notBegunExitCode}\n${step.undo}`,
  } as PlainStep;
}
