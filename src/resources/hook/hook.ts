import { createHash } from 'node:crypto';
import { lastLines } from '../../engine/apply.ts';
import type { ServerStep } from '../../engine/step.ts';
import { failure } from '../../messages/failure.ts';
import { hookMessages as say } from '../../messages/hook.ts';
import type { Text } from '../../messages/text.ts';
import type { Secret } from '../../redaction/secret.ts';
import type { Release } from '../../release/release.ts';
import { lockFolder } from '../../server/lock-script.ts';
import { prelude } from '../../server/prelude.ts';
import { factsIn, withoutProtocol } from '../../server/script-protocol.ts';
import type { ScriptResult } from '../../server/server.ts';
import type { Hooks } from '../../values/hooks.ts';
import { hookScript } from './hook-script.ts';

/** A script of the user's as it is run for a release: what is run, what it reads, and what it means where it fails. */
export type RunnableHook = Required<Pick<ServerStep, 'script' | 'input' | 'explain'>>;

/** The step that runs `before-switch`, where there is one: the new container is well, and nothing leads to it yet. */
export function planBeforeSwitch(release: Release, { beforeSwitch, timeoutSeconds }: Hooks): readonly ServerStep[] {
  if (beforeSwitch === undefined) return [];
  return [
    {
      kind: 'server',
      phase: 'prepare',
      id: 'hook.before-switch',
      title: say.beforeSwitch(factsOf(beforeSwitch, timeoutSeconds)),
      reason: say.beforeSwitchReason,
      streams: true,
      endable: true,
      script: hookScript({ name: 'before-switch', variables: variablesOf(release), timeoutSeconds }),
      input: inputOf(beforeSwitch),
      explain: (result) => {
        const { ended, code } = endOf(result);
        return ended === 'timeout'
          ? failure('HOOK_TIMEOUT', { release: release.id, seconds: timeoutSeconds }, evidenceOf(result))
          : failure('HOOK_FAILED', { release: release.id, code }, evidenceOf(result));
      },
    },
  ];
}

/** How `after-deploy` is run, where there is one: a script of its own. Those of several runs of an application take turns. */
export function afterDeployHook(
  release: Release,
  { afterDeploy, timeoutSeconds }: Hooks,
  folder = lockFolder,
): RunnableHook | undefined {
  if (afterDeploy === undefined) return undefined;
  const lock = `${folder}/hook-${release.image}.lock`;
  const script = hookScript({ name: 'after-deploy', variables: variablesOf(release), timeoutSeconds, lock });
  return {
    script: `${prelude}\nset -e\n${script}`,
    input: inputOf(afterDeploy),
    explain: (result) =>
      failure(
        'AFTER_DEPLOY_FAILED',
        { release: release.id, seconds: timeoutSeconds, ...endOf(result) },
        evidenceOf(result),
      ),
  };
}

/** What is said of the scripts before a deployment begins that changes something. */
export function notesOnHooks(hooks: Hooks, replaces: boolean): readonly Text[] {
  const { beforeSwitch, afterDeploy, timeoutSeconds } = hooks;
  return [
    ...(beforeSwitch === undefined || replaces ? [] : [say.notBefore]),
    ...(afterDeploy === undefined ? [] : [say.afterDeployToCome(factsOf(afterDeploy, timeoutSeconds))]),
  ];
}

/** As nginx reaches the version: no firewall and no certificate is on that way. */
function variablesOf({ app, id, container }: Release): Readonly<Record<string, string>> {
  return { CANDIDATE_URL: `http://127.0.0.1:${container.loopbackPort}`, RELEASE: id, APP: app };
}

function inputOf(script: Secret): () => Promise<Buffer> {
  return async () => Buffer.from(script.reveal());
}

/** Enough of its hash to tell one script from the next; too little to try out what a secret in it may be. */
function factsOf(script: Secret, seconds: number) {
  const words = script.reveal();
  const sha256 = createHash('sha256').update(words).digest('hex').slice(0, 8);
  return { lines: words.split('\n').length, sha256, seconds };
}

function endOf({ stdout }: ScriptResult) {
  const { hook_ended: ended, hook_code: code } = factsIn(stdout);
  return {
    ended: ended === 'timeout' || ended === 'busy' ? ended : 'exit',
    code: Number(code ?? 1),
  } as const;
}

function evidenceOf({ stdout }: ScriptResult): Parameters<typeof failure>[2] {
  return { evidence: lastLines(withoutProtocol(stdout), 40) };
}
