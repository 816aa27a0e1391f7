import type { Failure } from '../messages/failure.ts';
import { heldLog } from '../messages/held-log.ts';
import type { Log } from '../messages/log.ts';
import type { Server } from '../server/server.ts';
import { reasonOf, unlessCancelled } from './cancel.ts';
import type { Ledger } from './ledger.ts';
import { notedServer } from './noted-server.ts';
import type { Running } from './running.ts';
import type { RunnerStep } from './step.ts';

/**
 * Begins a step of the runner's. What it says is told in a group of its own, once it has its turn. Once `over` is aborted, it
 * has the server do nothing more: it, or the one beside it, is being taken back.
 */
export function beginRunnerStep(
  step: RunnerStep,
  server: Server,
  ledger: Ledger,
  now: () => number,
  over: AbortSignal,
): Running {
  const log = heldLog();
  const notices: Failure[] = [];
  const begun = now();
  ledger.opened([step]);
  let broken: unknown;
  const working = (async () => {
    const given = givenUpOn(over, notedServer(server, ledger.holding, 'told'));
    await step.run(given, log, (found) => notices.push(found));
  })();
  working.catch((error: unknown) => {
    broken = error;
  });
  return {
    tell: async (to: Log) => {
      ledger.enter(step);
      const outcome = to.group(step.title, async () => {
        log.tellTo(to);
        await unlessCancelled(() => working, ledger.cancelled);
      });
      const [settled] = await Promise.allSettled([outcome]);
      ledger.settle(step, () => {
        if (settled.status === 'rejected') throw settled.reason;
        return { id: step.id, seconds: (now() - begun) / 1000, notices };
      });
    },
    get broken() {
      return broken;
    },
  };
}

/** The server, whose scripts are given up once `signal` is aborted: what is taken back must not be at work still. */
function givenUpOn(signal: AbortSignal, { host, open, run }: Server): Server {
  return {
    host,
    open: (script) => open(script),
    run: async (script, options = {}) => {
      if (signal.aborted) throw reasonOf(signal);
      return run(script, { ...options, signal });
    },
  };
}
