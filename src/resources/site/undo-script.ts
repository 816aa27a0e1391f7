import { nginxCommand } from '../../nginx/command.ts';
import type { ExpectedResponse } from '../../nginx/expected-response.ts';
import { quote } from '../../shell/quote.ts';
import type { InstalledNginx } from '../../survey/nginx.ts';
import { type FileChange, restoreScript } from './file-change.ts';
import { nginxFunctions } from './nginx-command.ts';
import { proveScript } from './prove-script.ts';
import { type Traces, traceFunctions } from './traces-script.ts';

/**
 * Bash that notes, of an nginx that was surveyed as stopped, that it still is as the switch begins: another application's
 * may have started it meanwhile. The note counts until the next boot, which starts what is enabled. Needs
 * {@link nginxFunctions} in front.
 */
export function noteStopped({ state }: InstalledNginx, folder: string): string {
  if (state === 'running') return '';
  const note = quote(stoppedNote(folder));
  return `rm -f ${note}; [ -n "$(nginx_masters)" ] || { cat ${bootId} >${note}; flush ${note} ${quote(folder)}; }`;
}

/** Another one after each boot (random(4)). */
const bootId = '/proc/sys/kernel/random/boot_id';

function stoppedNote(folder: string): string {
  return `${folder}/nginx-was-stopped`;
}

/**
 * Bash that puts the application's old file back, has nginx read it, and proves that it serves as before. Undone last of
 * its pass.
 */
export function undoSwapScript(
  {
    own,
    key,
    proofs,
  }: { readonly own: FileChange; readonly key: string; readonly proofs: readonly ExpectedResponse[] },
  traces: Traces,
): string {
  const { nginx, folder } = traces;
  // What kept it from starting is taken away by now: others' sites, which were down with it, come back.
  const mended = nginx.managedFile?.broken !== undefined && nginx.state === 'stopped';
  return [
    restoreScript(own, key, nginxCommand(nginx)),
    nginxFunctions(nginx),
    traceFunctions(traces),
    ...(mended || nginx.state === 'running'
      ? []
      : [
          `if [ "$(cat ${quote(stoppedNote(folder))} 2>/dev/null)" = "$(cat ${bootId})" ]; then stop_nginx || true; exit 0; fi`,
        ]),
    // Killed or stopped since the survey, it is started with the old file.
    'note_reload',
    'apply_configuration || true',
    proveScript(proofs, traces),
  ].join('\n');
}
