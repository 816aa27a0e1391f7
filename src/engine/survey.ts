import { failure, failuresOf, throwAll } from '../messages/failure.ts';
import { prelude } from '../server/prelude.ts';
import { failureIn } from '../server/script-protocol.ts';
import type { Server } from '../server/server.ts';
import { answersScript, asked, readSections } from './answers.ts';
import type { Probe, ScriptProbe, Surveyed } from './probe.ts';

/**
 * The script that asks all of the server in one round trip, after an `opening` of theirs. The name of each goes to stderr as
 * it is asked, so that a slow server is not taken for one that stalls.
 */
export function surveyScript(probes: Readonly<Record<string, ScriptProbe<unknown>>>, opening = ''): string {
  const sections = Object.entries(probes).map(
    ([name, probe]) => `printf '%sasks %s\\n' "$deploy_mark" ${name} >&2
ask ${name}\n(\n${probe.script}\n) 2>/dev/null </dev/null\nanswered`,
  );
  return `${prelude}
${opening}
${answersScript(sections.join('\n'))}
exit 0`;
}

/**
 * A probe whose answer others read as well, in the shell variable `name`: its `opening` asks, and `probe` tells what came
 * of it. Where no process could be started for it, nothing is told at all.
 */
export function askedBefore<T>(
  name: string,
  { script, read }: ScriptProbe<T>,
): { opening: string; probe: ScriptProbe<T> } {
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

/** What probes found, by their names, or how a probe is to be read once its answer is there. */
type Answers = readonly (readonly [string, () => unknown])[];

/**
 * Asks all `probes` at once: those of the server in one script, after an `opening` that they have in common. Waits for all
 * answers; throws the `Failure` of the one that has none or cannot be worked with, `Failures` where there are several.
 */
export async function survey<P extends { readonly [K in keyof P]: Probe<unknown> }>(
  server: Server,
  probes: P,
  opening?: string,
): Promise<Surveyed<P>> {
  const byName = Object.entries(probes as Readonly<Record<string, Probe<unknown>>>);
  const scripts = byName.flatMap(([name, probe]) => ('script' in probe ? [[name, probe] as const] : []));
  const asking = byName.map(async ([name, probe]): Promise<Answers> => {
    if ('script' in probe) return [];
    const answer = await probe.ask();
    return [[name, () => answer]];
  });
  if (scripts.length > 0) asking.unshift(askServer(server, scripts, opening));
  const found = new Map<string, unknown>();
  const failed: unknown[] = [];
  for (const settled of await Promise.allSettled(asking)) {
    if (settled.status === 'rejected') failed.push(settled.reason);
    else for (const [name, read] of settled.value) tryTo(() => found.set(name, read()), failed);
  }
  if (failed.length === 1) throw failed[0];
  throwAll(failed.flatMap(failuresOf));
  return Object.fromEntries(byName.map(([name]) => [name, found.get(name)])) as Surveyed<P>;
}

function tryTo(work: () => void, failed: unknown[]): void {
  try {
    work();
  } catch (error) {
    failed.push(error);
  }
}

/** Throws `Failure` when the server cannot answer. */
async function askServer(
  server: Server,
  probes: readonly (readonly [string, ScriptProbe<unknown>])[],
  opening?: string,
): Promise<Answers> {
  const result = await server.run(surveyScript(Object.fromEntries(probes), opening));
  const evidence = result.stderr.replace(/^@@asks .*\n/gm, '');
  if (result.code !== 0) {
    throw failureIn(result) ?? failure('SURVEY_FAILED', { code: String(result.code ?? 'signal') }, { evidence });
  }
  const sections = readSections(result.stdout);
  return probes.map(([name, probe]) => {
    const output = sections.get(name);
    // A question that was not put (no process could be started) must not read as "nothing is there".
    if (output === undefined) throw failure('SURVEY_FAILED', { code: `no ${name}` }, { evidence });
    return [name, () => probe.read(output)];
  });
}
