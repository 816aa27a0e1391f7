import type { Step, SwitchStep } from '../../engine/step.ts';
import { releaseDirectory } from '../../layout/release-paths.ts';
import { text } from '../../messages/text.ts';
import { nginxCommand } from '../../nginx/command.ts';
import { managedBy } from '../../nginx/label.ts';
import { renderSite } from '../../nginx/render-site.ts';
import { quote } from '../../shell/quote.ts';
import type { InstalledNginx } from '../../survey/nginx.ts';
import { accepts } from '../../values/health-status.ts';
import { drainScript, noteWorkers, tellCut } from '../nginx-workers.ts';
import type { DesiredSite } from './desired-site.ts';
import { difference } from './difference.ts';
import { enableSteps } from './enable.ts';
import { forgetScript, restoreScript, swapScript } from './file-change.ts';
import { nginxFunctions } from './nginx-command.ts';
import { changesOf, keyOf, oldFile, ownChange, type Pass, passesOf, reasonForSwap } from './pass.ts';
import { applicationLogOf, proveScript } from './prove-script.ts';
import { reloadScript } from './reload-script.ts';
import { testScript } from './test-script.ts';
import { type Traces, traceFunctions } from './traces-script.ts';
import { noteStopped, undoSwapScript } from './undo-script.ts';

/** Whether nginx serves exactly the desired site: the file is the same, and loopback brings release, hash and certificate. */
export function serves(desired: DesiredSite, nginx: InstalledNginx): boolean {
  const content = renderSite(desired.release.site, nginx.version);
  const { serving, managedFile } = nginx;
  return (
    serving !== undefined &&
    managedFile?.path === desired.file &&
    managedFile.broken === undefined &&
    managedFile.text === content &&
    serving.release === desired.release.id &&
    serving.configuration === managedBy(content)?.configuration &&
    serving.fingerprint === desired.fingerprint &&
    (serving.sent ?? desired.sent) === desired.sent &&
    accepts(desired.status, serving.status)
  );
}

/**
 * Steps that test, swap, reload and prove the application's nginx file, and those of others that change with it; none
 * when it is already served so. Ours is put in place first: whatever cuts the switch short, somebody serves the name.
 */
export function planSite(desired: DesiredSite, nginx: InstalledNginx): readonly Step[] {
  if (!desired.certificateIsNew && desired.others.length === 0 && serves(desired, nginx)) return [];
  const { release } = desired;
  const folder = `${releaseDirectory(release)}/switch`;
  const { file, errorLog } = desired;
  const traces: Traces = { nginx, domain: release.site.domain, file, errorLog, folder };
  const passes = passesOf(desired, nginx);
  // What is to be in the end has all that the passes on the way have, and more.
  const own = ownChange(desired.file, oldFile(nginx), renderSite(release.site, nginx.version));
  const others = desired.others.map(({ change }) => change);
  return [
    {
      kind: 'server',
      phase: 'prepare',
      id: 'site.judge',
      title: text(`nginx judges ${desired.file}`, `nginx 检查 ${desired.file}`),
      reason: text('what it refuses is known before anything long begins', '在耗时操作之前先发现 nginx 不接受的内容'),
      script: testScript(traces, [own, ...others], `${folder}/stage`),
      undo: `rm -rf ${quote(`${folder}/stage`)}`,
    },
    ...passes.flatMap((pass) => stepsOf(pass, desired, traces)),
    ...enableSteps(nginx, passes.length, folder),
    tidy(desired, folder, passes),
  ];
}

function stepsOf(pass: Pass, { release, drain }: DesiredSite, traces: Traces): readonly SwitchStep[] {
  const { number, own, others } = pass;
  const { nginx, file, folder } = traces;
  const id = (name: string): string => (number === 1 ? `site.${name}` : `site.${name}-${number}`);
  const key = keyOf(release, pass);
  const common = { kind: 'switch', phase: 'switch', pass: number } as const;
  const proofs = [...pass.proofs, ...others.flatMap((other) => other.proofs)];
  const proofsOfUndo = [...pass.proofsOfUndo, ...others.flatMap((other) => other.proofsOfUndo)];
  const ports = [...new Set(pass.proofs.map(({ port }) => port))].join(', ');
  return [
    {
      ...common,
      stage: 'test',
      id: id('test'),
      title: text('nginx judges it beside the files as they are now', 'nginx 结合当前文件再次检查'),
      reason: text('another application may have changed its own', '其他应用可能已修改其文件'),
      // Nothing of this pass is swapped yet: an old file with its key is a former run's.
      script: [
        ...changesOf(pass).map((change) => forgetScript(change, key)),
        testScript(traces, changesOf(pass), `${folder}/stage`),
      ].join('\n'),
    },
    {
      ...common,
      stage: 'swap',
      id: id('swap'),
      title: text(`Put ${file} in place`, `替换 ${file}`),
      reason: number === 1 ? reasonForSwap(own, release.site) : text('its port is free now', '端口现已空出'),
      ...(own.before?.equals(own.after) ? {} : { diff: difference(own) }),
      script: [
        nginxFunctions(nginx),
        traceFunctions(traces),
        ...(number === 1 ? [noteStopped(nginx, folder)] : []),
        // Those of a later pass lead to the new version, which stays.
        ...(number === 1 && drain !== undefined ? [noteWorkers(folder)] : []),
        swapScript(own, key),
      ].join('\n'),
      undo: undoSwapScript({ own, key, proofs: proofsOfUndo }, traces),
    },
    ...others.map(
      (other): SwitchStep => ({
        ...common,
        stage: 'swap',
        id: other.id,
        title: other.title,
        reason: other.reason,
        diff: difference(other.change),
        script: swapScript(other.change, key),
        undo: restoreScript(other.change, key, nginxCommand(nginx)),
      }),
    ),
    {
      ...common,
      stage: 'reload',
      id: id('reload'),
      title: nginx.state === 'running' ? text('Reload nginx', '重新加载 nginx') : text('Start nginx', '启动 nginx'),
      reason: text('it reads the new files', '使新文件生效'),
      script: reloadScript(traces),
    },
    {
      ...common,
      stage: 'prove',
      id: id('prove'),
      title: text(`nginx serves ${release.id} on ${ports}`, `nginx 在 ${ports} 端口提供 ${release.id}`),
      reason: text('return codes of nginx prove nothing', 'nginx 的返回码不能证明任何事'),
      // Whatever ended it since the reload, it is started once more.
      script: [
        nginxFunctions(nginx),
        traceFunctions(traces),
        '[ -n "$(nginx_masters)" ] || apply_configuration >&2 || true',
        proveScript(proofs, traces, applicationLogOf(release)),
      ].join('\n'),
    },
  ];
}

/** What comes after the last proof: the old workers end, and with nothing to undo any more the old files go. */
function tidy({ release, drain, publishesLater }: DesiredSite, folder: string, passes: readonly Pass[]): Step {
  const forget = passes.flatMap((pass) => changesOf(pass).map((change) => forgetScript(change, keyOf(release, pass))));
  const common = { kind: 'switch', phase: 'switch', pass: 1, stage: 'drain' } as const;
  if (drain === undefined)
    return {
      ...common,
      id: 'site.forget',
      title: text('Remove the old nginx files', '删除旧的 nginx 文件'),
      reason: text('nothing is undone any more', '此后不再撤销'),
      script: forget.join('\n'),
    };
  return {
    ...common,
    id: 'site.drain',
    title: text(
      `Wait for open requests to the old version, at most ${drain.seconds} s`,
      `等待发往旧版本的请求结束，最多 ${drain.seconds} 秒`,
    ),
    reason: text('longer ones are cut off, and counted', '更久的请求会被中断，并报告数量'),
    // A version that had to stop for its port was waited for then.
    script: [...(publishesLater ? [] : [drainScript(folder, drain)]), ...forget, tellCut(folder, drain)].join('\n'),
  };
}
