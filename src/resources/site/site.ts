import type { Step, SwitchStep } from '../../engine/step.ts';
import { releaseDirectory } from '../../layout/release-paths.ts';
import { text } from '../../messages/text.ts';
import { managedBy } from '../../nginx/label.ts';
import { renderSite } from '../../nginx/render-site.ts';
import type { InstalledNginx } from '../../survey/nginx.ts';
import { accepts } from '../../values/health-status.ts';
import { drainScript, tellCut } from '../nginx-workers.ts';
import type { DesiredSite } from './desired-site.ts';
import { enableSteps } from './enable.ts';
import { forgetScript } from './file-change.ts';
import { changesOf, keyOf, oldFile, ownChange, type Pass, passesOf, reasonForSwap } from './pass.ts';
import { applicationLogOf } from './prove-script.ts';
import { sameCertificate } from './same-certificate.ts';
import { forgetStep, judgeStep, type SwappedFile, stepId, swapSteps } from './swap-steps.ts';
import type { Traces } from './traces-script.ts';

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
    judgeStep(traces, [own, ...others]),
    ...passes.flatMap((pass) => stepsOf(pass, desired, traces)),
    ...enableSteps(nginx, passes.length, folder),
    tidy(desired, folder, passes),
  ];
}

function stepsOf(pass: Pass, { release, drain, hidden }: DesiredSite, traces: Traces): readonly SwitchStep[] {
  const { number, own, others } = pass;
  const ports = [...new Set(pass.proofs.map(({ port }) => port))].join(', ');
  const { file } = traces;
  const first: SwappedFile = {
    id: stepId('swap', number),
    title: text(`Put ${file} in place`, `替换 ${file}`),
    reason: number === 1 ? reasonForSwap(own, release.site) : text('its port is free now', '端口现已空出'),
    change: own,
  };
  return swapSteps(
    {
      number,
      key: keyOf(release, pass),
      files: [first, ...others],
      proofs: [...pass.proofs, ...others.flatMap(({ proofs }) => proofs)],
      before: number === 1 ? sameCertificate(traces.nginx) : '',
      proofsOfUndo: [...pass.proofsOfUndo, ...others.flatMap(({ proofsOfUndo }) => proofsOfUndo)],
      proven: text(`nginx serves ${release.id} on ${ports}`, `nginx 在 ${ports} 端口提供 ${release.id}`),
      applicationLog: applicationLogOf(release, hidden),
      // Those of a later pass lead to the new version, which stays.
      notesWorkers: number === 1 && drain !== undefined,
    },
    traces,
  );
}

/** What comes after the last proof: the old workers end, and with nothing to undo any more the old files go. */
function tidy({ release, drain, publishesLater }: DesiredSite, folder: string, passes: readonly Pass[]): Step {
  const forget = passes.flatMap((pass) => changesOf(pass).map((change) => forgetScript(change, keyOf(release, pass))));
  if (drain === undefined) return forgetStep(forget);
  return {
    kind: 'switch',
    phase: 'switch',
    pass: 1,
    stage: 'drain',
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
