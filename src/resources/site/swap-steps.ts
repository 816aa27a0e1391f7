import type { Step, SwitchStep } from '../../engine/step.ts';
import { type Text, text } from '../../messages/text.ts';
import { nginxCommand } from '../../nginx/command.ts';
import type { ExpectedResponse } from '../../nginx/expected-response.ts';
import { quote } from '../../shell/quote.ts';
import { noteWorkers } from '../nginx-workers.ts';
import { difference } from './difference.ts';
import { type FileChange, forgetScript, restoreScript, swapScript } from './file-change.ts';
import { nginxFunctions } from './nginx-command.ts';
import { proveScript } from './prove-script.ts';
import { reloadScript } from './reload-script.ts';
import { testScript } from './test-script.ts';
import { type Traces, traceFunctions } from './traces-script.ts';
import { noteStopped, undoSwapScript } from './undo-script.ts';

/** A file that is put in place, and how its step is told. */
export interface SwappedFile {
  readonly id: string;
  readonly title: Text;
  readonly reason: Text;
  readonly change: FileChange;
}

/** Files that nginx takes up together, and by what it is proven that it has. */
export interface Swap {
  /** Which pass of the switch it is. */
  readonly number: number;
  /** Tells the old files from those of others that are in the same folder. */
  readonly key: string;
  /** Bash that fails where another run came between: it comes first. */
  readonly before: string;
  /** The first is put in place first, and undone last, with nginx told and proven. */
  readonly files: readonly [SwappedFile, ...SwappedFile[]];
  readonly proofs: readonly ExpectedResponse[];
  readonly proofsOfUndo: readonly ExpectedResponse[];
  /** Title of the proof. */
  readonly proven: Text;
  /** Bash that prints the log of the application that the proof asks; undefined: of none. */
  readonly applicationLog: string | undefined;
  /** Whether the workers of before are noted: somebody waits for their end. */
  readonly notesWorkers: boolean;
}

/** The id of a step of a pass. */
export function stepId(name: string, pass: number): string {
  return pass === 1 ? `site.${name}` : `site.${name}-${pass}`;
}

/** The step by which nginx judges files before the switch, beside the live ones. */
export function judgeStep(traces: Traces, changes: readonly FileChange[]): Step {
  const stage = `${traces.folder}/stage`;
  return {
    kind: 'server',
    phase: 'prepare',
    id: 'site.judge',
    title: text(`Validate ${traces.file} with nginx`, `nginx 检查 ${traces.file}`),
    reason: text('what it refuses is known before anything long begins', '在耗时操作之前先发现 nginx 不接受的内容'),
    script: testScript(traces, changes, stage),
    undo: `rm -rf ${quote(stage)}`,
  };
}

/** The steps of one pass: nginx judges the files, they are put in place, it reads them, and is proven to serve them. */
export function swapSteps(swap: Swap, traces: Traces): readonly SwitchStep[] {
  const { number, key, before, files, proofs, proofsOfUndo } = swap;
  const { nginx, folder } = traces;
  const changes = files.map(({ change }) => change);
  const common = { kind: 'switch', phase: 'switch', pass: number } as const;
  const [first, ...others] = files;
  const told = ({ id, title, reason, change }: SwappedFile) => ({
    ...common,
    stage: 'swap' as const,
    id,
    title,
    reason,
    ...(change.before?.equals(change.after) ? {} : { diff: difference(change) }),
  });
  return [
    {
      ...common,
      stage: 'test',
      id: stepId('test', number),
      title: text('Validate it with nginx together with the current files', 'nginx 结合当前文件再次检查'),
      reason: text('another application may have changed its own', '其他应用可能已修改其文件'),
      // Nothing of this pass is swapped yet: an old file with its key is a former run's.
      script: [
        ...(before === '' ? [] : [before]),
        ...changes.map((change) => forgetScript(change, key)),
        testScript(traces, changes, `${folder}/stage`),
      ].join('\n'),
    },
    {
      ...told(first),
      script: [
        nginxFunctions(nginx),
        traceFunctions(traces),
        ...(number === 1 ? [noteStopped(nginx, folder)] : []),
        ...(swap.notesWorkers ? [noteWorkers(folder)] : []),
        swapScript(first.change, key),
      ].join('\n'),
      undo: undoSwapScript({ own: first.change, key, proofs: proofsOfUndo }, traces),
    },
    ...others.map(
      (other): SwitchStep => ({
        ...told(other),
        script: swapScript(other.change, key),
        undo: restoreScript(other.change, key, nginxCommand(nginx)),
      }),
    ),
    {
      ...common,
      stage: 'reload',
      id: stepId('reload', number),
      title: nginx.state === 'running' ? text('Reload nginx', '重新加载 nginx') : text('Start nginx', '启动 nginx'),
      reason: text('it reads the new files', '使新文件生效'),
      script: reloadScript(traces),
    },
    {
      ...common,
      stage: 'prove',
      id: stepId('prove', number),
      title: swap.proven,
      reason: text('a reload that returns 0 does not mean that nginx has switched', '返回码不可靠，以实际响应为准'),
      // Whatever ended it since the reload, it is started once more.
      script: [
        nginxFunctions(nginx),
        traceFunctions(traces),
        '[ -n "$(nginx_masters)" ] || apply_configuration >&2 || true',
        proveScript(proofs, traces, swap.applicationLog),
      ].join('\n'),
    },
  ];
}

/** The step after the last proof that runs `forget`: with nothing to undo any more the old files go. */
export function forgetStep(forget: readonly string[]): SwitchStep {
  return {
    kind: 'switch',
    phase: 'switch',
    pass: 1,
    stage: 'drain',
    id: 'site.forget',
    title: text('Remove the old nginx files', '删除旧的 nginx 文件'),
    reason: text('nothing is undone any more', '此后不再撤销'),
    script: forget.join('\n'),
  };
}
