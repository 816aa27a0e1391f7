import type { Step } from '../engine/step.ts';
import { adoptionRecordFile, inheritedEnvironmentFile } from '../layout/application-paths.ts';
import { inheritedVariablesFile } from '../layout/release-paths.ts';
import { text } from '../messages/text.ts';
import { type AdoptionRecord, inheritedEnvironmentMark } from '../release/adoption-record.ts';
import type { Release } from '../release/release.ts';
import { encode } from '../shell/heredoc.ts';
import { quote } from '../shell/quote.ts';

/** The step that writes down what was taken over; later deploys have it as their default. */
export function planAdoptionRecord(adopted: AdoptionRecord, app: string): Step {
  const file = adoptionRecordFile(app);
  return {
    kind: 'switch',
    phase: 'switch',
    pass: 1,
    stage: 'record',
    id: 'adoption.record',
    title: text(`Remember in ${file} what was taken over`, `在 ${file} 中记录所接管的内容`),
    reason: text('it stays the default until an input says otherwise', '在参数另有说明之前，它一直是默认值'),
    diff: `+ ${file}`,
    script: `umask 077
${variablesFrom(adopted, app)}base64 -d >${quote(`${file}.new`)} <<'EOF'
${encode(`${JSON.stringify(adopted, null, 2)}\n`)}
EOF
put_in_place ${quote(`${file}.new`)} ${quote(file)}`,
  };
}

function variablesFrom({ container, inherited }: AdoptionRecord, app: string): string {
  if (container === undefined || inherited === undefined || inherited.environment.length === 0) return '';
  const file = inheritedEnvironmentFile(app);
  return `{ echo ${quote(inheritedEnvironmentMark)}; ${copyFromContainer(container.id, inherited.environment)}; } >${quote(`${file}.new`)}
put_in_place ${quote(`${file}.new`)} ${quote(file)}\n`;
}

/**
 * The step that lays the inherited variables of a release beside its env file. Their values come from the container
 * itself in the run that takes it over, later from what that run wrote down; they never leave the server.
 */
export function planInheritedVariables(
  release: Release,
  container: { readonly id: string } | undefined,
): readonly Step[] {
  const names = release.container.inheritedEnvironment;
  if (names.length === 0) return [];
  const file = inheritedVariablesFile(release);
  return [
    {
      kind: 'server',
      phase: 'prepare',
      id: 'adoption.variables',
      title: text('Take over variables of the container set up by hand', '接管手工容器的环境变量'),
      reason: text('env says nothing of them', 'env 中未给出这些变量'),
      diff: names.map((name) => `+ ${name}=…`).join('\n'),
      script: `umask 077\n${
        container === undefined
          ? linesOfVariables(inheritedEnvironmentFile(release.app), names)
          : copyFromContainer(container.id, names)
      } >${quote(file)}`,
    },
  ];
}

function copyFromContainer(id: string, names: readonly string[]): string {
  return `while IFS= read -r -d '' entry; do
  case \${entry%%=*} in ${pattern(names)}) printf '%s\\n' "$entry" ;; esac
done < <(docker container inspect --format '{{range .Config.Env}}{{printf "%s\\x00" .}}{{end}}' ${quote(id)})`;
}

/** Bash that prints those lines `NAME=value` of a file that have one of `names`. */
export function linesOfVariables(from: string, names: readonly string[]): string {
  return `while IFS= read -r entry; do
  case \${entry%%=*} in ${pattern(names)}) printf '%s\\n' "$entry" ;; esac
done <${quote(from)}`;
}

function pattern(names: readonly string[]): string {
  return names.map(quote).join('|');
}
