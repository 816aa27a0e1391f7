import type { Step, SwitchStep } from '../../engine/step.ts';
import { type Text, text } from '../../messages/text.ts';
import { isUntouched, managedBy } from '../../nginx/label.ts';
import { renderSite } from '../../nginx/render-site.ts';
import { servesPages } from '../../nginx/render-static.ts';
import type { Site } from '../../nginx/site.ts';
import { type Release, releaseDirectory } from '../../release/release.ts';
import { quote } from '../../server/quote.ts';
import { accepts } from '../../settings/health-status.ts';
import type { InstalledNginx } from '../../survey/nginx.ts';
import { difference } from './difference.ts';
import { enableSteps } from './enable.ts';
import { type FileChange, forgetScript, restoreScript, swapScript } from './file-change.ts';
import { nginxFunctions } from './nginx-command.ts';
import { proofsOf, servedBefore } from './proofs.ts';
import { applicationLogOf, type Proven, proveScript } from './prove-script.ts';
import { reloadScript } from './reload-script.ts';
import { testScript } from './test-script.ts';
import { type Traces, traceFunctions } from './traces-script.ts';
import { noteStopped, undoScript } from './undo-script.ts';
import { type Drain, drainScript, noteWorkers, tellCut } from './workers.ts';

/** What the site is to be. */
export interface DesiredSite {
  readonly release: Release;
  /** Absolute path of the application's file, in a folder that this server's nginx includes from. */
  readonly file: string;
  /** Statuses of the proof request that count. */
  readonly status: Proven['status'];
  /** SHA-256 of the leaf certificate that must be served. */
  readonly fingerprint: string;
  /** Whether the pair is put in place by this very run: nginx must read it anew, though its path may stay the same. */
  readonly certificateIsNew: boolean;
  /** Files of others that change in the same transaction. */
  readonly others: readonly OtherFile[];
  /** Whether the application's own port is free only once the old container has stopped: a second pass then. */
  readonly publishesLater: boolean;
  /** nginx's error log, whose last lines explain a proof that fails. */
  readonly errorLog: string;
  /** What ends with the old version; undefined: none stops. */
  readonly drain: Drain | undefined;
}

/** A file that is not the application's own, and what nginx must bring before and after its change. */
export interface OtherFile {
  readonly id: string;
  readonly title: Text;
  readonly reason: Text;
  readonly change: FileChange;
  readonly proofs: readonly Proven[];
  readonly proofsOfUndo: readonly Proven[];
}

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
    accepts(desired.status, serving.status)
  );
}

/** One pass of the site: what changes, and what nginx must bring after it, or again when it is undone. */
interface Pass {
  readonly number: number;
  readonly own: FileChange;
  readonly others: readonly OtherFile[];
  readonly proofs: readonly Proven[];
  readonly proofsOfUndo: readonly Proven[];
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

/** One pass; or two, where the application's own port is free only after the first. */
function passesOf(desired: DesiredSite, nginx: InstalledNginx): readonly Pass[] {
  const { release, file, others, publishesLater } = desired;
  const sites = [...(publishesLater ? [{ ...release.site, publishedAppPort: undefined }] : []), release.site];
  const passes: Pass[] = [];
  for (const site of sites) {
    const earlier = passes.at(-1);
    const content = renderSite(site, nginx.version);
    passes.push({
      number: passes.length + 1,
      own: ownChange(file, earlier === undefined ? oldFile(nginx) : earlier.own.after, content),
      others: earlier === undefined ? others : [],
      proofs: proofsOf(site, content, desired),
      proofsOfUndo: earlier === undefined ? servedBefore(nginx) : earlier.proofs,
    });
  }
  return passes;
}

function ownChange(path: string, before: Buffer | undefined, content: string): FileChange {
  return { path, before, after: Buffer.from(content, 'utf8'), ours: true };
}

/** What the file comes back to. One that keeps nginx from starting, and all its sites down, is not worth coming back. */
function oldFile({ managedFile, state }: InstalledNginx): Buffer | undefined {
  if (managedFile === undefined || (managedFile.broken !== undefined && state === 'stopped')) return undefined;
  return Buffer.from(managedFile.text, 'utf8');
}

/** Tells the old files of one pass of one release from others that lie in the same folder. */
function keyOf({ image, id }: Release, pass: Pick<Pass, 'number'>): string {
  return `${image}-${id}-${pass.number}`;
}

function changesOf({ own, others }: Pass): readonly FileChange[] {
  return [own, ...others.map(({ change }) => change)];
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
      undo: undoScript({ own, key, proofs: proofsOfUndo }, traces),
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
        undo: restoreScript(other.change, key),
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

function reasonForSwap({ before, after }: FileChange, { staticSite }: Site): Text {
  if (before === undefined) return text('it is not there yet', '文件尚不存在');
  if (before.equals(after)) return text('as it is; nginx reads it anew', '内容不变；nginx 重新读取');
  if (staticSite === undefined && servesPages(before.toString('utf8')))
    return text('the static site is no longer served: there is no static-site', '不再提供静态站点：未设置 static-site');
  if (isUntouched(before.toString('utf8'))) return text('it differs', '内容有变化');
  return text(
    'it was edited by hand and is replaced; nginx-snippet keeps such changes',
    '文件被手工修改过，将被替换；请用 nginx-snippet 保留此类修改',
  );
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
