import { failure } from '../messages/failure.ts';
import { prelude } from '../server/prelude.ts';
import { failureIn } from '../server/script-failure.ts';
import type { Server } from '../server/server.ts';

/** One question to the server: a bash fragment that only looks, and how to read what it prints. */
export interface Probe<T> {
  readonly script: string;
  /** Reads the fragment's output. Throws `Failure` where what it finds cannot be worked with. */
  read(output: string): T;
}

/** What each probe of a record found. */
export type Surveyed<P> = { readonly [K in keyof P]: P[K] extends Probe<infer T> ? T : never };

/** Ends the answer of a probe that was asked: without it, no process could be started for it. */
const asked = '@@asked';

/**
 * The script that asks all probes in one round trip, after an `opening` of theirs; each answer is framed, so that no output
 * can be mistaken for another's.
 */
export function surveyScript(probes: Readonly<Record<string, Probe<unknown>>>, opening = ''): string {
  const sections = Object.entries(probes).map(
    ([name, probe]) =>
      `printf '%ssection ${name} ' "$deploy_mark"\n{\n(\n${probe.script}\n) 2>/dev/null </dev/null\nprintf '${asked}'\n} | base64 -w0\nprintf '\\n'`,
  );
  return [prelude, opening, ...sections, 'exit 0'].join('\n');
}

/**
 * A probe whose answer others read as well, in the shell variable `name`: its `opening` asks, and `probe` tells what came
 * of it. Where no process could be started for it, nothing is told at all.
 */
export function askedBefore<T>(name: string, { script, read }: Probe<T>): { opening: string; probe: Probe<T> } {
  return {
    opening: `ask_${name}() (
${script}
)
${name}=$(ask_${name} 2>/dev/null </dev/null; printf '${asked}')
[ "\${${name}%${asked}}" != "$${name}" ] || exit 71
${name}=\${${name}%${asked}}`,
    probe: { script: `printf %s "$${name}"`, read },
  };
}

/** Reads what {@link surveyScript} printed: the output of each section by its name; none of one that was cut short. */
export function readSections(stdout: string): ReadonlyMap<string, string> {
  const sections = new Map<string, string>();
  for (const line of stdout.split('\n')) {
    const [, name, encoded] = /^@@section (\w+) (\S*)$/.exec(line) ?? [];
    const answer = Buffer.from(encoded ?? '', 'base64').toString('utf8');
    if (name !== undefined && answer.endsWith(asked)) sections.set(name, answer.slice(0, -asked.length));
  }
  return sections;
}

/**
 * Asks the server all `probes` at once, after an `opening` that they have in common. Throws `Failure` when the server
 * cannot answer.
 */
export async function survey<P extends { readonly [K in keyof P]: Probe<unknown> }>(
  server: Server,
  probes: P,
  opening?: string,
): Promise<Surveyed<P>> {
  const byName = probes as Readonly<Record<string, Probe<unknown>>>;
  const result = await server.run(surveyScript(byName, opening));
  if (result.code !== 0) {
    throw (
      failureIn(result) ??
      failure('SURVEY_FAILED', { code: String(result.code ?? 'signal') }, { evidence: result.stderr })
    );
  }
  const sections = readSections(result.stdout);
  return Object.fromEntries(
    Object.entries(byName).map(([name, probe]) => {
      const output = sections.get(name);
      // A question that was not put (no process could be started) must not read as "nothing is there".
      if (output === undefined) throw failure('SURVEY_FAILED', { code: `no ${name}` }, { evidence: result.stderr });
      return [name, probe.read(output)];
    }),
  ) as Surveyed<P>;
}
