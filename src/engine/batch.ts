import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { type Failure, failure } from '../messages/failure.ts';
import type { Log } from '../messages/log.ts';
import { factsIn, failureIn, noticesIn } from '../server/script-protocol.ts';
import type { ScriptResult, Server } from '../server/server.ts';
import type { OpenBatch } from './batch-end.ts';
import { type BatchEvent, batchReader, readBatch } from './batch-output.ts';
import { type BatchStep, renderBatch } from './batch-script.ts';
import type { Ledger } from './ledger.ts';
import { mustSucceed } from './outcome.ts';
import type { Running } from './running.ts';
import type { ServerStep } from './step.ts';

/** Has the server run consecutive steps in one exchange. From the outset it may be at work, whatever is seen of it. */
export function beginBatch(steps: readonly BatchStep[], server: Server, ledger: Ledger): Running {
  const { holding, independent, cancelled } = ledger;
  const note = holding?.note(randomBytes(4).toString('hex'));
  const open: OpenBatch | undefined = holding && note !== undefined ? { holding, note } : undefined;
  const all = steps.map(({ step }) => step);
  ledger.opened(all, open);
  const events = eventQueue();
  /** The step that is at work, as far as was seen. */
  let current = 0;
  const read = batchReader((event) => {
    if (event.kind === 'begin') current = event.number;
    events.push(event);
  });
  const stdin = steps.flatMap(({ input, follows }) => (input !== undefined && follows ? [input] : []));
  const running = server.run(renderBatch(steps, { holding, note, independent }), {
    // What one step may be silent for is no reason to wait as long for another.
    stallSeconds: () => steps[current]?.step.silentSeconds,
    onLine: (line, stream) => stream === 'stdout' && read(line),
    ...(stdin.length > 0 ? { stdin: Readable.from(stdin, { objectMode: false }) } : {}),
  });
  let broken: unknown;
  running.then(events.end, (error: unknown) => {
    broken = error ?? failure('INTERNAL', { detail: 'a batch ended without a reason' });
    events.end();
  });
  cancelled.addEventListener('abort', events.end, { once: true });

  /** Steps that were seen to end well, and how long they took. */
  const ended = new Map<ServerStep, number>();
  const tell = async (log: Log): Promise<void> => {
    try {
      for (let event = await events.next(); event !== undefined; event = await events.next()) {
        const step = event.kind === 'begin' ? all[event.number] : undefined;
        if (event.kind !== 'begin' || step === undefined) continue;
        ledger.enter(step);
        const { at } = event;
        await log.group(step.title, () => tellStep(step, at, log));
      }
      ledger.mustGoOn();
      settle(await running);
    } catch (error) {
      // What ended before the batch was broken off is not in doubt.
      for (const [step, seconds] of ended) ledger.settle(step, () => ({ id: step.id, seconds, notices: [] }));
      throw error;
    } finally {
      cancelled.removeEventListener('abort', events.end);
    }
  };
  const tellStep = async (step: ServerStep, begun: number, log: Log): Promise<void> => {
    for (let event = await events.next(); event !== undefined; event = await events.next()) {
      if (event.kind === 'end') {
        if (event.code === 0) ended.set(step, Math.max(0, event.at - begun));
        return;
      }
      if (event.kind === 'line' && step.streams && !event.line.startsWith('@@')) log.output(event.line);
    }
  };
  /** Notes what became of each step. Throws why one failed that ends the batch, or why it went no further. */
  const settle = (result: ScriptResult): void => {
    ended.clear();
    const { steps: outcomes, rest } = readBatch(result);
    const begun = outcomes.flatMap(({ number }) => all[number] ?? []);
    ledger.closed(all, begun);
    for (const { number, result: own, seconds } of outcomes) {
      const step = steps[number]?.step;
      if (step === undefined) continue;
      ledger.settle(step, () => {
        // Of one without an end, the end of all is known.
        const code = own.code ?? (result.code || null);
        mustSucceed(step.id, { ...own, code }, step.explain);
        const notices: readonly Failure[] = [...noticesIn(own), ...(step.notice?.(own) ?? [])];
        return { id: step.id, seconds, notices, facts: factsIn(own.stdout) };
      });
    }
    if (outcomes.length === steps.length) return;
    throw failureIn(rest) ?? failure('STEP_FAILED', { step: steps[outcomes.length]?.step.id ?? '-', code: '-' });
  };
  return {
    tell,
    get broken() {
      return broken;
    },
  };
}

/** Events in their order, until there are no more. */
function eventQueue() {
  const waiting: BatchEvent[] = [];
  let over = false;
  let wake: () => void = () => {};
  return {
    push: (event: BatchEvent): void => {
      waiting.push(event);
      wake();
    },
    end: (): void => {
      over = true;
      wake();
    },
    next: async (): Promise<BatchEvent | undefined> => {
      while (waiting.length === 0 && !over) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return waiting.shift();
    },
  };
}
