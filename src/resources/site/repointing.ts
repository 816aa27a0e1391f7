import type { Step } from '../../engine/step.ts';
import { releaseDirectory } from '../../layout/release-paths.ts';
import { text } from '../../messages/text.ts';
import type { Release } from '../../release/release.ts';
import type { InstalledNginx } from '../../survey/nginx.ts';
import type { OtherFile } from './desired-site.ts';
import { enableSteps } from './enable.ts';
import { forgetScript } from './file-change.ts';
import { forgetStep, judgeStep, swapSteps } from './swap-steps.ts';
import type { Traces } from './traces-script.ts';

/** Files of a domain that change in their places, none of which is rendered. */
export interface Repointing {
  /** The release whose folder keeps the switch. */
  readonly release: Pick<Release, 'app' | 'image' | 'id'>;
  readonly domain: string;
  /** The file of its application. */
  readonly file: string;
  readonly files: readonly OtherFile[];
  /** nginx's error log, whose last lines explain a proof that fails. */
  readonly errorLog: string;
}

/** Steps that test, swap, reload and prove files of nginx as they are, but for what changes in each; none without files. */
export function planRepointing(
  { release, domain, file, files, errorLog }: Repointing,
  nginx: InstalledNginx,
): readonly Step[] {
  const [first, ...others] = files;
  if (first === undefined) return [];
  const folder = `${releaseDirectory(release)}/switch`;
  const traces: Traces = { nginx, domain, file, errorLog, folder };
  const changes = files.map(({ change }) => change);
  const key = `${release.image}-${release.id}-1`;
  const ports = [...new Set(files.flatMap(({ proofs }) => proofs.map(({ port }) => port)))].join(', ');
  return [
    judgeStep(traces, changes),
    ...swapSteps(
      {
        number: 1,
        key,
        // Each file is compared with what was read of it.
        before: '',
        files: [first, ...others],
        proofs: files.flatMap(({ proofs }) => proofs),
        proofsOfUndo: files.flatMap(({ proofsOfUndo }) => proofsOfUndo),
        proven: text(`nginx serves the certificate on ${ports}`, `nginx 在 ${ports} 端口使用该证书`),
        // What an application answers is no part of this proof.
        applicationLog: undefined,
        // No version stops: requests under way end by themselves.
        notesWorkers: false,
      },
      traces,
    ),
    ...enableSteps(nginx, 1, folder),
    forgetStep(changes.map((change) => forgetScript(change, key))),
  ];
}
