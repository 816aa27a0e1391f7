import type { Origin } from '../release/release.ts';

/** Who runs what, as the runner's environment tells. */
export function originOf(environment: NodeJS.ProcessEnv): Origin {
  const { GITHUB_SHA, GITHUB_ACTOR, GITHUB_TRIGGERING_ACTOR, GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID } =
    environment;
  return {
    commit: GITHUB_SHA ?? '',
    actor: GITHUB_TRIGGERING_ACTOR ?? GITHUB_ACTOR ?? '',
    runUrl:
      GITHUB_REPOSITORY === undefined || GITHUB_RUN_ID === undefined
        ? ''
        : `${GITHUB_SERVER_URL ?? 'https://github.com'}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`,
  };
}

/** First line of the commit's message; empty where there is no git or no repository. */
export async function subjectOf(commit: string, folder: string): Promise<string> {
  if (!/^[0-9a-f]{7,40}$/.test(commit)) return '';
  try {
    const { getExecOutput } = await import('@actions/exec');
    const { exitCode, stdout } = await getExecOutput('git', ['log', '-1', '--format=%s', commit], {
      cwd: folder,
      silent: true,
      ignoreReturnCode: true,
    });
    return exitCode === 0 ? stdout.trim() : '';
  } catch {
    return '';
  }
}
