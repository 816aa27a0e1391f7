import type { DockerResult, RunnerDocker } from '../../../../src/survey/runner-image.ts';

/** A runner's docker that answers by the beginning of its words; everything else fails with `nothing`. */
export function fakeDocker(
  temp: string,
  answers: Readonly<Record<string, string | ((words: readonly string[]) => Promise<string> | string)>>,
  missing: DockerResult = { code: 1, stdout: '', stderr: 'Error response from daemon: No such image: nothing\n' },
): RunnerDocker & { readonly calls: readonly string[] } {
  const calls: string[] = [];
  return {
    temp,
    calls,
    run: async (words) => {
      const call = words.join(' ');
      calls.push(call);
      const [, answer] = Object.entries(answers).find(([start]) => call.startsWith(start)) ?? [];
      if (answer === undefined) return missing;
      return { code: 0, stdout: `${typeof answer === 'string' ? answer : await answer(words)}\n`, stderr: '' };
    },
  };
}
