import type { DeploySettings } from '../../settings/settings.ts';
import { commandLine } from '../../shell/quote.ts';
import type { Kept } from './kept.ts';

/**
 * Inputs as they are pasted under `with:`. YAML takes a name once: what stands in one input is put together, with what the
 * step has there already; of `env`, whose values are not shown, the new lines alone.
 */
export function linesToPaste(kept: readonly Kept[], { container }: DeploySettings): readonly string[] {
  const inputs = [...new Set(kept.map(({ input }) => input))];
  return inputs.flatMap((input) => {
    const values = [...new Set(kept.filter((one) => one.input === input).map(({ value }) => value))];
    switch (input) {
      case 'env':
        return block(
          container.environment.length === 0 ? 'env: |' : 'env: |  # below the lines that are there',
          values,
        );
      case 'docker-options':
        return block('docker-options: |', [[commandLine(container.options), ...values].filter(Boolean).join(' ')]);
      case 'java-options':
        return block('java-options: |', [[container.javaOptions ?? '', ...values].filter(Boolean).join(' ')]);
      default:
        // Of a network, or of a memory limit, there is one.
        return [`${input}: ${values[0] ?? ''}`];
    }
  });
}

/** A block of YAML: whatever is in the lines, it is no YAML there. */
function block(heading: string, lines: readonly string[]): readonly string[] {
  return [heading, ...lines.map((line) => `  ${line}`)];
}
