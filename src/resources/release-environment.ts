import { type Step, switchStep } from '../engine/step.ts';
import { inheritedEnvironmentFile } from '../layout/application-paths.ts';
import {
  environmentBefore,
  environmentFile,
  inheritedVariablesFile,
  releaseDirectory,
} from '../layout/release-paths.ts';
import { text } from '../messages/text.ts';
import type { Secret } from '../redaction/secret.ts';
import type { Release } from '../release/release.ts';
import { quote } from '../shell/quote.ts';
import { linesOfVariables } from './adoption-record.ts';

/**
 * Steps that give a release which was kept the variables of today. Those that it had stay beside them until it serves: they
 * come back where it does not, also in the next run where this one dies.
 */
export function planEnvironment(release: Release, environment: Secret | undefined): readonly Step[] {
  if (environment === undefined) return [];
  const folder = quote(releaseDirectory(release));
  const own = environmentFile(release);
  const inherited = inheritedVariablesFile(release);
  const names = release.container.inheritedEnvironment;
  return [
    {
      kind: 'server',
      phase: 'prepare',
      id: 'release.environment',
      title: text(`Give ${release.id} the variables of env`, `将 env 的变量写入版本 ${release.id}`),
      reason: text('env is given; the release had other values', '给出了 env；该版本原先的值与之不同'),
      diff: release.container.environmentNames.map((name) => `+ ${name}=…`).join('\n'),
      script: `umask 077
${[own, inherited].map(keep).join('\n')}
cat >${quote(`${own}.new`)}
put_in_place ${quote(`${own}.new`)} ${quote(own)}
${
  names.length === 0
    ? ''
    : `{ ${linesOfVariables(inheritedEnvironmentFile(release.app), names)}; } >${quote(`${inherited}.new`)}
put_in_place ${quote(`${inherited}.new`)} ${quote(inherited)}`
}`,
      input: async () => Buffer.from(environment.reveal(), 'utf8'),
      undo: [own, inherited].map((file) => giveBack(file, folder)).join('\n'),
    },
    switchStep(
      {
        id: 'release.environment-kept',
        title: text('Remove the variables that it had', '删除该版本原先的变量'),
        reason: text('it serves with those of today', '该版本已使用当前的变量提供服务'),
        script: `rm -f ${[own, inherited].map((file) => quote(environmentBefore(file))).join(' ')}\nflush ${folder}`,
      },
      { pass: 1, stage: 'record' },
    ),
  ];
}

/** A file that a run which died kept is the one that the release had; an empty one stands for none. */
function keep(file: string): string {
  const [from, before] = [quote(file), quote(environmentBefore(file))];
  const fresh = quote(`${environmentBefore(file)}.new`);
  return `if [ ! -e ${before} ]; then
  if [ -e ${from} ]; then cp -p ${from} ${fresh}; else : >${fresh}; fi
  put_in_place ${fresh} ${before}
fi`;
}

function giveBack(file: string, folder: string): string {
  const [own, before] = [quote(file), quote(environmentBefore(file))];
  return `rm -f ${quote(`${file}.new`)} ${quote(`${environmentBefore(file)}.new`)}
if [ -s ${before} ]; then mv -fT ${before} ${own}; elif [ -e ${before} ]; then rm -f ${own} ${before}; fi
flush ${folder}`;
}
