import { cpSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from '../home.ts';
import { find } from '../programs.ts';

/** Folders that stand for published actions, by `owner/name@ref`, so that nothing is fetched. */
export type StandIns = Readonly<Record<string, string>>;

/**
 * Lays under `place` what the example workflows use: this action, as its tag would hold it, and setup-java, which hands
 * out the JDK of this machine. (act answers actions/checkout itself, with a copy of the working tree.)
 */
export function layStandIns(place: string): StandIns {
  const own = join(place, 'deploy-miniprogram-backend');
  mkdirSync(own, { recursive: true });
  for (const part of ['action.yml', 'package.json', 'dist'])
    cpSync(join(projectRoot, part), join(own, part), { recursive: true });
  const java = join(place, 'setup-java');
  mkdirSync(java);
  writeFileSync(join(java, 'action.yml'), JSON.stringify(setupJava(javaHome())));
  return {
    'deploy-miniprogram/deploy-miniprogram-backend@v1': own,
    'actions/setup-java@v5': java,
  };
}

function javaHome(): string {
  const java = find('java');
  if (java === undefined) throw new Error('The example workflows need a JDK on this machine, and there is no java');
  return dirname(dirname(realpathSync(java)));
}

/** An action.yml with the inputs that the examples give the real one. */
function setupJava(home: string): unknown {
  return {
    name: 'Set up the JDK that is here',
    description: 'Stands in for actions/setup-java',
    inputs: Object.fromEntries(['distribution', 'java-version', 'cache'].map((name) => [name, { description: name }])),
    runs: {
      using: 'composite',
      steps: [
        { shell: 'bash', run: `echo "JAVA_HOME=${home}" >> "$GITHUB_ENV"; echo "${home}/bin" >> "$GITHUB_PATH"` },
      ],
    },
  };
}
