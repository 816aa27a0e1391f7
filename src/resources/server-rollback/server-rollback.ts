import { gzipSync } from 'node:zlib';
import type { Step } from '../../engine/step.ts';
import { rollbackScript } from '../../layout/application-paths.ts';
import { releaseDirectory, rollbackForm } from '../../layout/release-paths.ts';
import { text } from '../../messages/text.ts';
import type { Release } from '../../release/release.ts';
import { isOurRollback } from '../../release/rollback-mark.ts';
import { encode } from '../../shell/heredoc.ts';
import { quote } from '../../shell/quote.ts';

/**
 * The step that leaves on the server what rolls back to a release without a runner: in the release's folder the form that
 * leads to it, and in the application's the script that fills in one of them.
 */
export function planServerRollback(
  release: Pick<Release, 'app' | 'id'>,
  { form, script }: { readonly form: string; readonly script: string },
): Step {
  const folder = releaseDirectory(release);
  const [newForm, newScript] = [`${folder}/rollback.gz.new`, `${folder}/rollback.new`].map(quote);
  const target = rollbackScript(release.app);
  return {
    kind: 'switch',
    phase: 'switch',
    pass: 1,
    stage: 'record',
    id: 'release.rollback-script',
    title: text(`Write the script ${target}`, `写入脚本 ${target}`),
    reason: text('it rolls back on the server, without GitHub', '可直接在服务器上回滚，无需 GitHub'),
    script: `umask 077
base64 -d >${newForm} <<'EOF'
${zipped(form)}
EOF
put_in_place ${newForm} ${quote(rollbackForm(release))}
${isOurRollback(target)} || failure PATH_TAKEN path=${quote(target)}
base64 -d <<'EOF' | gzip -dc >${newScript}
${zipped(script)}
EOF
chmod 700 ${newScript}
put_in_place ${newScript} ${quote(target)}`,
  };
}

function zipped(script: string): string {
  return encode(gzipSync(script, { level: 9 }));
}
