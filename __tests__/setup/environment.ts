import { appendFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { TestEnvironment } from 'jest-environment-node';
import { type Handle, openedSince, openNow } from './left-open.ts';

/** How long what is being closed may take. */
const graceMs = 5000;

/**
 * Node's environment for one test file. What the file left open, and would keep the run from ending, is closed and noted
 * in the file that LEFT_OPEN names, a line each; scripts/test.ts counts each line as a failure. (An exception from here
 * would take the place of the failures of the file's own tests.)
 */
export default class CleanEnvironment extends TestEnvironment {
  private readonly before = openNow();
  private readonly file: string;

  constructor(...[config, context]: ConstructorParameters<typeof TestEnvironment>) {
    super(config, context);
    this.file = context.testPath;
  }

  override async teardown(): Promise<void> {
    await super.teardown();
    const left = await stillOpen(this.before);
    for (const { description, close } of left) {
      close();
      const line = `${this.file} left open: ${description}\n`;
      if (process.env.LEFT_OPEN === undefined) process.stderr.write(line);
      else appendFileSync(process.env.LEFT_OPEN, line);
    }
  }
}

async function stillOpen(before: ReadonlySet<object>): Promise<readonly Handle[]> {
  for (const end = Date.now() + graceMs; ; ) {
    // First, since what was asked for last may not be there yet.
    await pause(20);
    const left = openedSince(before);
    if (left.length === 0 || Date.now() > end) return left;
  }
}
