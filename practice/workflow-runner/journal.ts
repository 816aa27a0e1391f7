/** A step of a workflow run, in one of its stages. */
export interface StepResult {
  readonly name: string;
  readonly stage: 'Pre' | 'Main' | 'Post';
  readonly result: 'success' | 'failure';
}

/** What a workflow run told, read from the lines that `act --json` writes. */
export interface Journal {
  readonly steps: readonly StepResult[];
  /** Outputs of steps with an id, by `id.name`. */
  readonly outputs: Readonly<Record<string, string>>;
  /** What steps added to the job summary, Markdown. */
  readonly summary: string;
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  /** All that was said, for a person to read; secrets and masked values are `***`. */
  readonly log: string;
}

interface Line {
  readonly msg?: string;
  readonly level?: string;
  readonly stage?: StepResult['stage'];
  readonly step?: string;
  readonly stepID?: readonly string[];
  readonly stepResult?: StepResult['result'] | 'skipped';
  readonly executionTime?: number;
  readonly command?: string;
  readonly name?: string;
  readonly arg?: string;
  readonly content?: string;
  readonly kvPairs?: Readonly<Record<string, string>>;
}

/** Reads the standard output of `act --json`. What is no JSON is kept in the log. */
export function readJournal(output: string): Journal {
  const lines = output.split('\n').filter(Boolean).map(parse);
  const annotations = (command: string): string[] =>
    lines.filter((line) => line.command === command).map((line) => `${line.kvPairs?.title ?? ''}: ${line.arg ?? ''}`);
  return {
    steps: lines.flatMap(({ step, stage, stepResult, executionTime }) => {
      // The line that ends a step tells how long it took; where it was skipped, none does.
      if (step === undefined || stage === undefined || executionTime === undefined) return [];
      return stepResult === 'success' || stepResult === 'failure' ? [{ name: step, stage, result: stepResult }] : [];
    }),
    outputs: Object.fromEntries(
      lines
        .filter((line) => line.command === 'set-output')
        .map((line) => [`${line.stepID?.join('.') ?? ''}.${line.name ?? ''}`, line.arg ?? '']),
    ),
    summary: lines.flatMap((line) => (line.command === 'summary' ? [line.content ?? ''] : [])).join('\n'),
    errors: annotations('error'),
    warnings: annotations('warning'),
    log: lines.map((line) => line.msg ?? '').join('\n'),
  };
}

function parse(line: string): Line {
  try {
    return JSON.parse(line) as Line;
  } catch {
    return { msg: line };
  }
}
