import { type ServerStep, type Step, switchStep } from '../engine/step.ts';
import { inheritedEnvironmentFile } from '../layout/application-paths.ts';
import { environmentFile, inheritedVariablesFile, nextVariables, releaseDirectory } from '../layout/release-paths.ts';
import { text } from '../messages/text.ts';
import type { Secret } from '../redaction/secret.ts';
import type { Release } from '../release/release.ts';
import { quote } from '../shell/quote.ts';
import { linesOfVariables } from './adoption-record.ts';

/**
 * Bash that defines `settle_variables FOLDER SERVES`: variables that a release was to get become its own where it serves
 * (SERVES is not empty), as its container has them, and go where it does not. Takes `flush`.
 */
export const settleVariables = `settle_variables() {
  local file settled=
  for file in "$1"/env "$1"/env.adopted; do
    [ -e "$file.next" ] || continue
    if [ -n "$2" ]; then mv -fT "$file.next" "$file"; else rm -f "$file.next"; fi
    settled=yes
  done
  [ -z "$settled" ] || flush "$1"
}`;

/**
 * Steps that give a release which was kept the variables of today. They stand beside those that it had, and take their
 * place once it serves: until then nothing of it has changed.
 */
export function planEnvironment(release: Release, environment: Secret | undefined): readonly Step[] {
  if (environment === undefined) return [];
  const folder = quote(releaseDirectory(release));
  const inherited = inheritedVariablesFile(release);
  const [own, taken] = [environmentFile(release), inherited].map((file) => quote(nextVariables(file)));
  const names = release.container.inheritedEnvironment;
  const values = linesOfVariables(inheritedEnvironmentFile(release.app), names);
  return [
    {
      kind: 'server',
      phase: 'prepare',
      id: 'release.environment',
      title: text(`Give ${release.id} the variables of env`, `将 env 的变量写入发布版本 ${release.id}`),
      reason: text('env is given; the release had other values', '给出了 env；该发布版本原先的值与之不同'),
      diff: release.container.environmentNames.map((name) => `+ ${name}=…`).join('\n'),
      script: `umask 077
rm -f ${own} ${taken}
cat >${own}
${names.length === 0 ? `flush ${own} ${folder}` : `{ ${values}; } >${taken}\nflush ${own} ${taken} ${folder}`}`,
      input: async () => Buffer.from(environment.reveal(), 'utf8'),
      undo: `rm -f ${own} ${taken}\n[ ! -d ${folder} ] || flush ${folder}`,
    },
    switchStep(
      {
        id: 'release.environment-own',
        title: text(`The variables of env are those of ${release.id}`, `env 的变量成为发布版本 ${release.id} 的变量`),
        reason: text('its container has them', '其容器使用的就是这些变量'),
        script: `${settleVariables}
${names.length === 0 ? `rm -f ${quote(inherited)}\n` : ''}settle_variables ${folder} yes`,
      },
      { pass: 1, stage: 'record' },
    ),
  ];
}

/** Steps about variables that a run which died left beside those of releases, of which `serving` may be one. */
export function settleLeftVariables(
  app: string,
  ids: readonly string[],
  serving: string | undefined,
): readonly ServerStep[] {
  return ids.map((id) => ({
    kind: 'server',
    phase: 'prepare',
    id: 'release.environment-left',
    title:
      id === serving
        ? text(`Keep the variables that ${id} has`, `保留发布版本 ${id} 正在使用的变量`)
        : text(`Remove variables that ${id} did not get`, `删除发布版本 ${id} 未启用的变量`),
    reason: text('a run that was interrupted left them', '之前中断的运行留下的'),
    script: `${settleVariables}
settle_variables ${quote(releaseDirectory({ app, id }))} ${id === serving ? 'yes' : "''"}`,
  }));
}
